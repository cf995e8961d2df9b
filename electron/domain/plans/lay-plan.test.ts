import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekdayOf, type IsoDate } from '../calendar/iso-date';
import { schoolDaysOf } from '../calendar/school-days';
import { layLessons } from '../timetable/lay-lessons';
import {
  CORRECTION_KINDS,
  correctedHours,
  layPlan,
  type Correction,
  type PlanLesson,
  type PlanLine,
} from './lay-plan';
import { plannedDates, progressOn } from './plan-progress';
import { proposeCorrections } from './propose-corrections';

const day = (index: number): IsoDate =>
  `2026-${String(9 + Math.floor(index / 28)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}` as IsoDate;

const lesson = (
  id: number,
  rowIds: readonly number[] = [],
  held = rowIds.length > 0,
): PlanLesson => ({
  id,
  date: day(id),
  number: 1,
  held,
  rowIds,
});

describe('by hand', () => {
  const lines = [
    { id: 1, hours: 1 },
    { id: 2, hours: 2 },
    { id: 3, hours: 1 },
  ];

  test('hours take as many lessons, in the order of the plan', () => {
    const laid = layPlan(lines, [], [lesson(3), lesson(1), lesson(2), lesson(5)]);
    expect(laid.topics.map(({ lessonId, rowIds }) => [lessonId, ...rowIds])).toEqual([
      [1, 1],
      [2, 2],
      [3, 2],
      [5, 3],
    ]);
    expect(laid.missing).toEqual([]);
  });

  test('what was held stays, what was skipped comes next, other topics take nothing', () => {
    const laid = layPlan(lines, [], [lesson(1, [2]), lesson(2, [], true), lesson(3), lesson(4)]);
    expect(laid.topics.map(({ lessonId, rowIds, given }) => [lessonId, rowIds, given])).toEqual([
      [1, [2], true],
      [3, [1], false],
      [4, [2], false],
    ]);
    expect(laid.missing).toEqual([{ rowId: 3, hours: 1 }]);
    expect(laid.lessonsMissing).toBe(1);
  });

  test('a merged topic goes with its neighbour, one left out takes no lesson', () => {
    const corrections = [
      { rowId: 2, kind: 'leaveOut', hours: 0 },
      { rowId: 3, kind: 'merge', hours: 0 },
    ] as const;
    const more = [...lines, { id: 4, hours: 1 }];
    const laid = layPlan(more, corrections, [lesson(1), lesson(2), lesson(3)]);
    expect(laid.topics.map(({ rowIds }) => rowIds)).toEqual([[1], [3, 4]]);
    expect(laid.spare).toEqual([3]);
  });

  test('lag: a lesson fell out; merging wins it back', () => {
    const timetable = [lesson(1, [1]), lesson(2), lesson(3, [2])].map((one) => ({
      ...one,
      cancelled: one.id === 2,
    }));
    const before = progressOn(day(3), lines, [], timetable);
    expect(before).toMatchObject({ planned: 3, given: 2, covered: 2, lag: 1, cancelled: 1 });
    const shorter = [{ rowId: 2, kind: 'hours', hours: 1 }] as const;
    expect(progressOn(day(3), lines, shorter, timetable).lag).toBe(0);
    expect(plannedDates(lines, timetable).get(2)).toEqual([day(2), day(3)]);
  });

  test('proposals win back exactly the hours asked, and never touch a control work', () => {
    const open = [
      { id: 1, hours: 1, kind: 'lesson', section: 'А', topic: 'Корень' },
      { id: 2, hours: 2, kind: 'lesson', section: 'А', topic: 'Свойства корня' },
      { id: 3, hours: 2, kind: 'control', section: 'А', topic: 'Контрольная работа' },
      { id: 4, hours: 1, kind: 'lesson', section: 'А', topic: 'Повторение' },
      { id: 5, hours: 1, kind: 'lesson', section: 'А', topic: 'Резерв' },
    ] as const;
    expect(proposeCorrections(open, 2)).toEqual([
      { rowId: 2, kind: 'hours', hours: 1 },
      { rowId: 5, kind: 'leaveOut', hours: 0 },
    ]);
    expect(proposeCorrections(open, 9).map(({ rowId }) => rowId)).not.toContain(3);
  });
});

const linesOf = fc
  .array(fc.integer({ min: 1, max: 6 }), { maxLength: 25 })
  .map((hours): PlanLine[] => hours.map((one, index) => ({ id: index + 1, hours: one })));
const correctionsOf = (lines: readonly PlanLine[]) =>
  fc
    .uniqueArray(
      fc.record({
        rowId: fc.integer({ min: 1, max: Math.max(1, lines.length) }),
        kind: fc.constantFrom(...CORRECTION_KINDS),
        hours: fc.integer({ min: 0, max: 5 }),
      }),
      { selector: ({ rowId }) => rowId, maxLength: 6 },
    )
    .map((found): Correction[] => found);
const lessonsOf = fc.array(
  fc.record({
    date: fc.integer({ min: 0, max: 100 }).map(day),
    number: fc.integer({ min: 0, max: 8 }),
    held: fc.boolean(),
    rowIds: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 3 }),
  }),
  { maxLength: 70 },
);
const anySchool = fc.record({ lines: linesOf, lessons: lessonsOf }).chain(({ lines, lessons }) =>
  fc.record({
    lines: fc.constant(lines),
    lessons: fc.constant(lessons.map((one, index): PlanLesson => ({ ...one, id: index + 1 }))),
    corrections: correctionsOf(lines),
  }),
);

describe('any plan, any lessons (K3)', () => {
  test('hours add up: every hour of the corrected plan is given, laid or missing, none twice', () => {
    fc.assert(
      fc.property(anySchool, ({ lines, lessons, corrections }) => {
        const { topics, missing, lessonsMissing } = layPlan(lines, corrections, lessons);
        const byRow = new Map(corrections.map((one) => [one.rowId, one]));
        for (const line of lines) {
          const at = (given: boolean) =>
            topics.filter((one) => one.given === given && one.rowIds.includes(line.id)).length;
          const correction = byRow.get(line.id);
          const left = Math.max(0, correctedHours(line, correction) - at(true));
          const absent = missing.find(({ rowId }) => rowId === line.id)?.hours ?? 0;
          const merged = correction?.kind === 'merge' && at(true) === 0;
          const comes = at(false) + absent;
          // A merged line stands once more, with its neighbour, unless it has the neighbour's place.
          if (merged) expect([Math.max(1, left), left + 1]).toContain(comes);
          else expect(comes).toBe(left);
        }
        expect(lessonsMissing > 0).toBe(missing.length > 0);
      }),
    );
  });

  test('each lesson is used once, and only lessons there are', () => {
    fc.assert(
      fc.property(anySchool, ({ lines, lessons, corrections }) => {
        const { topics, spare, missing } = layPlan(lines, corrections, lessons);
        const used = [...topics.map(({ lessonId }) => lessonId), ...spare];
        expect(new Set(used).size).toBe(used.length);
        for (const topic of topics) {
          const at = lessons.find(({ id }) => id === topic.lessonId);
          expect(at?.date).toBe(topic.date);
          expect(topic.rowIds.length).toBeGreaterThan(0);
        }
        if (spare.length > 0) expect(missing).toEqual([]);
      }),
    );
  });

  test('the order of the plan is kept in what is still to come', () => {
    fc.assert(
      fc.property(anySchool, ({ lines, lessons, corrections }) => {
        const { topics } = layPlan(lines, corrections, lessons);
        const coming = topics.filter(({ given }) => !given);
        const places = coming.map(({ rowIds }) => Math.max(...rowIds));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        const dates = topics.map(({ date }) => date);
        expect(dates).toEqual(dates.toSorted());
      }),
    );
  });

  test('taking a change back restores all: a lesson that fell out, a correction', () => {
    fc.assert(
      fc.property(anySchool, fc.nat(), ({ lines, lessons, corrections }, which) => {
        const before = layPlan(lines, corrections, lessons);
        const without = lessons.filter((_, index) => index !== which % Math.max(1, lessons.length));
        layPlan(lines, [], without);
        expect(layPlan(lines, corrections, lessons)).toEqual(before);
        // The order in which lessons and corrections come from the storage decides nothing.
        expect(layPlan(lines, corrections.toReversed(), lessons.toReversed())).toEqual(before);
      }),
    );
  });

  test('one lesson less puts the plan off by no more than one lesson', () => {
    fc.assert(
      fc.property(anySchool, fc.nat(), ({ lines, lessons, corrections }, which) => {
        const free = lessons.map((one) => ({ ...one, held: false, rowIds: [] }));
        const whole = layPlan(lines, corrections, free);
        const fewer = layPlan(
          lines,
          corrections,
          free.filter((_, index) => index !== which % Math.max(1, free.length)),
        );
        expect(fewer.lessonsMissing - whole.lessonsMissing).toBeLessThanOrEqual(1);
        expect(fewer.lessonsMissing).toBeGreaterThanOrEqual(whole.lessonsMissing);
      }),
    );
  });

  test('proposals, once taken, leave no more lessons missing than they did not cover', () => {
    const open = fc
      .array(
        fc.record({
          hours: fc.integer({ min: 1, max: 3 }),
          kind: fc.constantFrom('lesson', 'control', 'practical'),
          section: fc.constantFrom('А', 'Б'),
          topic: fc.constantFrom('Тема', 'Повторение', 'Резерв'),
        }),
        { maxLength: 20 },
      )
      .map((rows) => rows.map((row, index) => ({ ...row, id: index + 1 })));
    fc.assert(
      fc.property(open, fc.integer({ min: 0, max: 8 }), (rows, hours) => {
        const proposals = proposeCorrections(rows, hours);
        const needed = (corrections: readonly Correction[]) =>
          layPlan(rows, corrections, []).lessonsMissing;
        const won = needed([]) - needed(proposals);
        expect(won).toBeLessThanOrEqual(hours);
        expect(won).toBeGreaterThanOrEqual(Math.min(hours, proposals.length));
      }),
    );
  });
});

test('no topic lies on a holiday: the plan is laid on the lessons of the calendar', () => {
  const holidays = [{ startsOn: day(20), endsOn: day(30) }] as const;
  const calendar = {
    periods: [{ kind: 'quarter', startsOn: day(0), endsOn: day(90), gradeFrom: 5, gradeTo: 9 }],
    holidays,
    specialDays: [{ date: day(7), worksAs: null }],
  } as const;
  fc.assert(
    fc.property(linesOf, fc.integer({ min: 1, max: 5 }), (lines, weekday) => {
      const days = schoolDaysOf(8, { from: day(0), to: day(90) }, calendar);
      const hours = [{ pageId: 1, weekday: weekday as 1, lessonNumber: 2, week: 0 as const }];
      const lessons = layLessons(hours, days).map(({ date, lessonNumber }, index) => ({
        id: index + 1,
        date,
        number: lessonNumber,
        held: false,
        rowIds: [],
      }));
      for (const { date } of layPlan(lines, [], lessons).topics) {
        expect(date < day(20) || date > day(30)).toBe(true);
        expect(date).not.toBe(day(7));
        expect(weekdayOf(date)).toBe(weekday);
      }
    }),
  );
});
