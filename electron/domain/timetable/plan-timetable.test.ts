import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate, type Weekday } from '../calendar/iso-date';
import { finishLessons } from '../import/timetable/imported-timetable';
import { defaultPeriods } from '../school/default-periods';
import {
  planTimetable,
  type ResolvedLesson,
  type TimetableGround,
  type TimetablePlan,
} from './plan-timetable';

const year = defaultPeriods(2026);
const FROM: IsoDate = '2027-03-01';
const CLASSES = [
  { id: 1, grade: 8, letter: 'А' },
  { id: 2, grade: 10, letter: 'Б' },
];

const empty: TimetableGround = {
  validFrom: FROM,
  yearEndsOn: year.endsOn,
  calendar: year,
  classes: CLASSES,
  groups: [],
  emptyGroups: new Set(),
  pages: [],
  teachers: [],
  members: new Map([
    [1, [1, 2, 3].map((id) => ({ id, sex: null, from: year.startsOn, to: null }))],
  ]),
  lessons: [],
  entries: [],
  timetabled: new Set(),
  nextVersionFrom: undefined,
};

const oneLesson = fc.record({
  classAt: fc.integer({ min: 0, max: 1 }),
  subjectId: fc.integer({ min: 1, max: 3 }),
  teacherId: fc.integer({ min: 1, max: 3 }),
  weekday: fc.integer({ min: 1, max: 6 }).map((day) => day as Weekday),
  lessonNumber: fc.integer({ min: 0, max: 4 }),
});
const timetable = fc
  .array(oneLesson, { minLength: 1, maxLength: 25 })
  .map((hours): ResolvedLesson[] => {
    const lessons = finishLessons(
      hours.map(({ classAt, subjectId, teacherId, weekday, lessonNumber }, index) => ({
        activity: String(index),
        weekday,
        week: 0 as const,
        lessonNumber,
        classes: [CLASSES[classAt]?.letter ?? ''],
        groupNames: [],
        subject: String(subjectId),
        teachers: [String(teacherId)],
        room: null,
        tags: [],
      })),
    );
    return lessons.map((lesson, index) => ({
      lesson,
      subjectId: hours[index]?.subjectId ?? 0,
      subjectName: lesson.subject,
      teacherIds: [hours[index]?.teacherId ?? 0],
      classes: [{ id: (hours[index]?.classAt ?? 0) + 1, name: lesson.classes[0] ?? '' }],
    }));
  });

/** The journal after the plan was stored: new ids are the planned ones turned positive. */
function after(plan: TimetablePlan, ground: TimetableGround, step: number): TimetableGround {
  const real = (id: number) => (id < 0 ? step * 1000 - id : id);
  const groups = [
    ...ground.groups,
    ...plan.groups.map((group) => ({ ...group, id: real(group.id) })),
  ];
  const classOf = (groupId: number) => groups.find(({ id }) => id === groupId)?.classId ?? 0;
  const removed = new Set(plan.removeLessons.map(({ id }) => id));
  const ended = new Map(
    plan.teachers.flatMap((change) => (change.kind === 'begins' ? [] : [[change.row.id, change]])),
  );
  const stays = ground.teachers.flatMap((row) => {
    const change = ended.get(row.id);
    if (change?.kind === 'never') return [];
    if (change?.kind === 'ends') return { ...row, to: change.to };
    if (change?.kind === 'hours') return { ...row, hoursPerWeek: change.hoursPerWeek };
    return row;
  });
  const entries = plan.entries.map((entry) => ({ ...entry, pageId: real(entry.pageId) }));
  return {
    ...ground,
    groups,
    pages: [
      ...ground.pages,
      ...plan.pages.map((page) => {
        const groupId = real(page.groupId);
        return { ...page, id: real(page.id), groupId, classId: classOf(groupId) };
      }),
    ],
    teachers: [
      ...stays,
      ...plan.teachers.flatMap((change, index) =>
        change.kind === 'begins'
          ? {
              ...change,
              id: step * 1000 + index,
              pageId: real(change.pageId),
              from: FROM,
              to: null,
            }
          : [],
      ),
    ],
    lessons: [
      ...ground.lessons.filter(({ id }) => !removed.has(id)),
      ...plan.addLessons.map((lesson, index) => ({
        ...lesson,
        id: step * 100_000 + index,
        pageId: real(lesson.pageId),
        holds: false,
      })),
    ],
    entries,
    timetabled: new Set([...ground.timetabled, ...entries.map(({ pageId }) => pageId)]),
  };
}

test('the same timetable again changes nothing', () => {
  fc.assert(
    fc.property(timetable, (lessons) => {
      const plan = planTimetable(lessons, empty);
      expect(plan.changesAnything).toBe(true);
      const again = planTimetable(lessons, after(plan, empty, 1));
      expect(again).toMatchObject({
        changesAnything: false,
        groups: [],
        pages: [],
        teachers: [],
        addLessons: [],
        removeLessons: [],
      });
    }),
    { numRuns: 60 },
  );
});

test('another timetable keeps what holds something and removes the empty rest', () => {
  fc.assert(
    fc.property(timetable, timetable, fc.integer({ min: 1, max: 5 }), (first, second, every) => {
      const stored = after(planTimetable(first, empty), empty, 1);
      const ground = {
        ...stored,
        lessons: stored.lessons.map((lesson, index) => ({ ...lesson, holds: index % every === 0 })),
      };
      const plan = planTimetable(second, ground);
      expect(plan.removeLessons.some(({ holds }) => holds)).toBe(false);
      expect([...plan.addLessons, ...plan.removeLessons].every(({ date }) => date >= FROM)).toBe(
        true,
      );
      const covered = new Set(second.flatMap(({ classes }) => classes.map(({ id }) => id)));
      const of = (pageId: number) => ground.pages.find(({ id }) => id === pageId)?.classId ?? 0;
      const touched = ground.lessons.filter(({ pageId }) => covered.has(of(pageId)));
      expect(plan.kept + plan.held + plan.removeLessons.length).toBe(touched.length);
      // The classes that the second file does not have keep their hours.
      const others = ground.entries.filter(({ pageId }) => !covered.has(of(pageId)));
      expect(plan.entries).toEqual(expect.arrayContaining(others));
      const next = planTimetable(second, after(plan, ground, 2));
      expect(next.changesAnything).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test('lessons are laid only to the day before the next version', () => {
  const [lesson] = fc.sample(timetable, { numRuns: 1, seed: 7 });
  const next = addDays(FROM, 14);
  const plan = planTimetable(lesson ?? [], { ...empty, nextVersionFrom: next });
  expect(plan.addLessons.every(({ date }) => date < next)).toBe(true);
  expect(plan.notes).toContainEqual({ kind: 'laterVersion', from: next });
});

test('a teacher who is not in the new version ends the day before; one who never taught goes', () => {
  const [lessons] = fc.sample(timetable, { numRuns: 1, seed: 3 });
  const stored = after(planTimetable(lessons ?? [], empty), empty, 1);
  const early = stored.teachers.map((row) => ({ ...row, from: year.startsOn }));
  const nobodyKnown = (lessons ?? []).map((one) => ({ ...one, teacherIds: [99] }));
  const plan = planTimetable(nobodyKnown, { ...stored, teachers: early });
  const ends = plan.teachers.filter(({ kind }) => kind === 'ends');
  expect(ends).toHaveLength(early.length);
  expect(ends.every((change) => change.kind === 'ends' && change.to === addDays(FROM, -1))).toBe(
    true,
  );
  const fresh = planTimetable(nobodyKnown, stored);
  expect(fresh.teachers.filter(({ kind }) => kind === 'never')).toHaveLength(
    stored.teachers.length,
  );
  const silent = planTimetable(
    nobodyKnown.map((one) => ({ ...one, teacherIds: [] })),
    stored,
  );
  expect(silent.teachers).toEqual([]);
});
