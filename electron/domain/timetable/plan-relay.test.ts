import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate, type Weekday } from '../calendar/iso-date';
import { cycleWeekOf, schoolDaysOf, type SchoolCalendar } from '../calendar/school-days';
import { defaultPeriods } from '../school/default-periods';
import { lessonKey } from './compare-lessons';
import type { WeeklyHour } from './lay-lessons';
import { planRelay, spansOfVersions, type ChangedLesson, type RelayGround } from './plan-relay';

const year = defaultPeriods(2026);
const GRADES = new Map([
  [1, 1],
  [2, 8],
  [3, 11],
]);

const hour = fc.record({
  pageId: fc.constantFrom(1, 2, 3),
  weekday: fc.integer({ min: 1, max: 6 }).map((day) => day as Weekday),
  lessonNumber: fc.integer({ min: 0, max: 3 }),
  week: fc.constantFrom(0 as const, 1 as const, 2 as const),
});
const hours = fc.uniqueArray(hour, {
  maxLength: 12,
  selector: ({ pageId, weekday, lessonNumber }) => `${pageId} ${weekday} ${lessonNumber}`,
});
const day = fc.integer({ min: 0, max: 270 }).map((offset) => addDays(year.startsOn, offset));
const calendar: fc.Arbitrary<SchoolCalendar> = fc
  .record({
    off: fc.array(day, { maxLength: 3 }),
    working: fc.array(fc.tuple(day, fc.integer({ min: 1, max: 5 })), { maxLength: 3 }),
    holiday: fc.tuple(day, fc.integer({ min: 0, max: 20 })),
  })
  .map(({ off, working, holiday: [startsOn, length] }) => ({
    periods: year.periods,
    holidays: [...year.holidays, { startsOn, endsOn: addDays(startsOn, length) }],
    specialDays: [
      ...off.map((date) => ({ date, worksAs: null })),
      ...working.map(([date, as]) => ({ date, worksAs: as as Weekday })),
    ],
  }));
const versions = fc
  .array(fc.tuple(day, hours, fc.option(day)), { minLength: 1, maxLength: 3 })
  .map((some) =>
    some.map(([validFrom, entries, cycleFrom], index) => ({
      id: index + 1,
      validFrom,
      cycleFrom,
      entries,
    })),
  );

const ground = (rest: Pick<RelayGround, 'versions' | 'calendar'>): RelayGround => ({
  from: year.startsOn,
  yearEndsOn: year.endsOn,
  gradeOf: GRADES,
  lessons: [],
  movedFrom: [],
  timetabled: new Set([1, 2, 3]),
  ...rest,
});

/** The lessons after the plan was carried out. */
function after(before: RelayGround): readonly ChangedLesson[] {
  const plan = planRelay(before);
  const gone = new Set(plan.remove.map(({ id }) => id));
  const hidden = new Set(plan.hide.map(({ id }) => id));
  const shown = new Set(plan.show.map(({ id }) => id));
  return [
    ...before.lessons
      .filter(({ id }) => !gone.has(id))
      .map((lesson) => ({
        ...lesson,
        cancelled: hidden.has(lesson.id) || (lesson.cancelled && !shown.has(lesson.id)),
      })),
    ...plan.add.map((lesson, index) => ({
      ...lesson,
      id: 100_000 + before.lessons.length + index,
      holds: false,
      changed: false,
      mentioned: false,
      cancelled: false,
    })),
  ];
}

test('lessons agree with the versions in force, hours by days, and never fall on a holiday', () => {
  fc.assert(
    fc.property(versions, calendar, (of, days) => {
      const before = ground({ versions: of, calendar: days });
      const { add } = planRelay(before);
      const special = new Set((days.specialDays ?? []).map(({ date }) => date));
      for (const { date } of add) {
        if (special.has(date)) continue;
        expect(days.holidays.some((one) => one.startsOn <= date && date <= one.endsOn)).toBe(false);
      }
      // Per page: its entries times the days they match.
      for (const [pageId, grade] of GRADES) {
        const expected = new Set<string>();
        for (const { version, from, to } of spansOfVersions(of, year.endsOn)) {
          for (const { date, weekday } of schoolDaysOf(grade, { from, to }, days)) {
            for (const entry of version.entries as readonly WeeklyHour[]) {
              if (entry.pageId !== pageId || entry.weekday !== weekday) continue;
              const week =
                version.cycleFrom === null ? entry.week : cycleWeekOf(date, version.cycleFrom);
              if (entry.week === 0 || entry.week === week) {
                expected.add(lessonKey({ pageId, date, lessonNumber: entry.lessonNumber }));
              }
            }
          }
        }
        const laid = add.filter((lesson) => lesson.pageId === pageId).map(lessonKey);
        expect(new Set(laid)).toEqual(expected);
        expect(laid).toHaveLength(expected.size);
      }
      const again = planRelay({ ...before, lessons: after(before) });
      expect(again).toMatchObject({ add: [], remove: [], hide: [], show: [], held: [] });
    }),
    { numRuns: 40 },
  );
});

test('another timetable from a day on: nothing before it, nothing filled or changed is lost', () => {
  const marks = fc.array(fc.constantFrom('empty', 'holds', 'changed', 'mentioned'), {
    minLength: 3,
    maxLength: 9,
  });
  fc.assert(
    fc.property(
      versions,
      hours,
      calendar,
      fc.tuple(day, day),
      marks,
      (of, entries, days, [starts, from], kinds) => {
        const first = ground({ versions: of, calendar: year });
        const lessons = after(first).map((lesson, index) => {
          const kind = kinds[index % kinds.length];
          return {
            ...lesson,
            holds: kind === 'holds',
            changed: kind === 'changed',
            mentioned: kind === 'changed' || kind === 'mentioned',
          };
        });
        const next = { id: 9, validFrom: starts, cycleFrom: null, entries };
        const second: RelayGround = {
          ...ground({ versions: [...of, next], calendar: days }),
          from,
          lessons: lessons.filter(({ date }) => date >= from),
        };
        const plan = planRelay(second);
        const touched = [...plan.add, ...plan.remove, ...plan.hide, ...plan.show];
        expect(touched.every(({ date }) => date >= from)).toBe(true);
        const lost = [...plan.remove, ...plan.hide];
        expect(lost.some(({ holds, changed }) => holds || changed)).toBe(false);
        expect(plan.remove.some(({ mentioned }) => mentioned)).toBe(false);
        const again = planRelay({ ...second, lessons: after(second) });
        expect(again).toMatchObject({ add: [], remove: [], hide: [], show: [] });
      },
    ),
    { numRuns: 40 },
  );
});

const MONDAY: IsoDate = '2026-11-23';
const oneVersion = {
  id: 1,
  validFrom: year.startsOn,
  cycleFrom: null,
  entries: [{ pageId: 2, weekday: 1 as const, lessonNumber: 2, week: 0 as const }],
};
const lesson = (rest: Partial<ChangedLesson>): ChangedLesson => ({
  id: 1,
  pageId: 2,
  date: MONDAY,
  lessonNumber: 2,
  holds: false,
  changed: false,
  mentioned: false,
  cancelled: false,
  ...rest,
});
const around = (rest: Partial<RelayGround>) =>
  planRelay({
    ...ground({ versions: [oneVersion], calendar: year }),
    from: MONDAY,
    yearEndsOn: MONDAY,
    ...rest,
  });

test('a lesson moved away is not missing where it was', () => {
  const moved = lesson({ lessonNumber: 5, changed: true, mentioned: true });
  const movedFrom = [{ pageId: 2, date: MONDAY, lessonNumber: 2 }];
  expect(around({ lessons: [moved], movedFrom })).toMatchObject({ add: [], remove: [] });
  expect(around({ lessons: [], movedFrom: [] }).add).toHaveLength(1);
});

test('a lesson the register names is hidden, not deleted, and comes back with the timetable', () => {
  const named = lesson({ lessonNumber: 4, mentioned: true });
  expect(around({ lessons: [named] })).toMatchObject({ remove: [], hide: [named] });
  const hidden = lesson({ mentioned: true, cancelled: true });
  expect(around({ lessons: [hidden] })).toMatchObject({ add: [], hide: [], show: [hidden] });
  const cancelledByChange = lesson({ mentioned: true, changed: true, cancelled: true });
  expect(around({ lessons: [cancelledByChange] })).toMatchObject({ add: [], show: [] });
});

test('lessons of pages that no timetable ever had, and days before the first version, are left', () => {
  const own = lesson({ pageId: 1 });
  expect(around({ lessons: [own], timetabled: new Set([2]) }).remove).toEqual([]);
  expect(around({ lessons: [own], timetabled: new Set([1, 2]) }).remove).toEqual([own]);
  const begins = { ...oneVersion, validFrom: addDays(MONDAY, 1) };
  expect(around({ lessons: [lesson({ lessonNumber: 7 })], versions: [begins] }).remove).toEqual([]);
  const cleared = { lessons: [lesson({ lessonNumber: 7 })], clears: true };
  expect(around({ ...cleared, versions: [begins] }).remove).toHaveLength(1);
  expect(around({ ...cleared, versions: [] }).remove).toHaveLength(1);
});
