import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate, type Weekday } from '../calendar/iso-date';
import { finishLessons } from '../import/timetable/imported-timetable';
import { defaultPeriods } from '../school/default-periods';
import type { KnownPage, ResolvedLesson, TimetableGround } from './file-timetable';
import { planTimetable, type TimetablePlan } from './plan-timetable';

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
  takenNames: new Set(),
  emptyGroups: new Set(),
  pages: [],
  teachers: [],
  members: new Map([
    [1, [1, 2, 3].map((id) => ({ id, sex: null, from: year.startsOn, to: null }))],
  ]),
  lessons: [],
  movedFrom: [],
  versions: [],
  timetabled: new Set(),
  divisions: [],
  cycleFrom: undefined,
};
const entriesOf = (ground: TimetableGround) => ground.versions.at(-1)?.entries ?? [];

const oneLesson = fc.record({
  classAt: fc.integer({ min: 0, max: 1 }),
  subjectId: fc.integer({ min: 1, max: 3 }),
  teacherId: fc.integer({ min: 1, max: 3 }),
  weekday: fc.integer({ min: 1, max: 6 }).map((day) => day as Weekday),
  lessonNumber: fc.integer({ min: 0, max: 4 }),
  week: fc.constantFrom<0 | 1 | 2>(0, 0, 0, 1, 2),
  roomId: fc.constantFrom(null, 1, 2),
});
const timetable = fc
  .array(oneLesson, { minLength: 1, maxLength: 25 })
  .map((hours): ResolvedLesson[] => {
    const lessons = finishLessons(
      hours.map(({ classAt, subjectId, teacherId, weekday, lessonNumber, week }, index) => ({
        activity: String(index),
        weekday,
        week,
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
      roomId: hours[index]?.roomId ?? null,
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
  const removed = new Set(plan.lessons.remove.map(({ id }) => id));
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
        const kind = 'subgroup' as const;
        return { ...page, id: real(page.id), groupId, kind, classIds: [classOf(groupId)] };
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
      ...plan.lessons.add.map((lesson, index) => ({
        ...lesson,
        id: step * 100_000 + index,
        pageId: real(lesson.pageId),
        holds: false,
        changed: false,
        mentioned: false,
        cancelled: false,
      })),
    ],
    versions: [
      ...ground.versions,
      { id: step, validFrom: FROM, cycleFrom: plan.cycleFrom, entries },
    ],
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
        lessons: { add: [], remove: [] },
        comparison: { changes: [] },
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
      expect(plan.lessons.remove.some(({ holds }) => holds)).toBe(false);
      expect([...plan.lessons.add, ...plan.lessons.remove].every(({ date }) => date >= FROM)).toBe(
        true,
      );
      const covered = new Set(second.flatMap(({ classes }) => classes.map(({ id }) => id)));
      const of = (pageId: number) => ground.pages.find(({ id }) => id === pageId)?.classIds[0] ?? 0;
      const { kept, held, remove } = plan.lessons;
      expect(kept + held.length + remove.length).toBe(ground.lessons.length);
      // The classes that the second file does not have keep their hours.
      const others = entriesOf(ground).filter(({ pageId }) => !covered.has(of(pageId)));
      expect(plan.entries).toEqual(expect.arrayContaining(others));
      // Every hour of the classes is kept, has another room, went, came, or was moved.
      const { changes, kept: same } = plan.comparison;
      const count = (...kinds: string[]) =>
        changes.filter(({ kind }) => kinds.includes(kind)).length +
        [...same.values()].reduce((sum, hours) => sum + hours, 0);
      const before = entriesOf(ground).length - others.length;
      expect(count('removed', 'moved', 'room')).toBe(before);
      expect(count('added', 'moved', 'room')).toBe(plan.entries.length - others.length);
      const next = planTimetable(second, after(plan, ground, 2));
      expect(next.changesAnything).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test('lessons are laid only to the day before the next version', () => {
  const [lesson] = fc.sample(timetable, { numRuns: 1, seed: 7 });
  const next = addDays(FROM, 14);
  const plan = planTimetable(lesson ?? [], {
    ...empty,
    versions: [{ id: 1, validFrom: next, cycleFrom: null, entries: [] }],
  });
  expect(plan.lessons.add.length).toBeGreaterThan(0);
  expect(plan.lessons.add.every(({ date }) => date < next)).toBe(true);
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

/** One lesson of subject 1 by teacher 1. */
const lessonOf = (
  more: Partial<ResolvedLesson['lesson']> & {
    classIds?: readonly number[];
    roomId?: number;
    teacherIds?: readonly number[];
  },
): ResolvedLesson => {
  const { classIds = [1], roomId = null, teacherIds = [1], ...own } = more;
  const names = classIds.map((id) => (id === 1 ? '8А' : '10Б'));
  const lesson = {
    activity: '1',
    weekday: 1 as Weekday,
    lessonNumber: 1,
    week: 0 as const,
    classes: names,
    groupNames: [],
    divided: false,
    subject: 'Алгебра',
    teachers: ['Дроздова О. С.'],
    room: null,
    tags: [],
    ...own,
  };
  const classes = classIds.map((id, index) => ({ id, name: names[index] ?? '' }));
  return { lesson, subjectId: 1, subjectName: 'Алгебра', teacherIds, roomId, classes };
};
const kinds = (plan: TimetablePlan) => plan.comparison.changes.map(({ kind }) => kind);

test('an hour at another time is moved, in another room is told, with another teacher too', () => {
  const first = [lessonOf({ roomId: 1 }), lessonOf({ weekday: 3, roomId: 1 })];
  const stored = after(planTimetable(first, empty), empty, 1);
  const room = planTimetable(
    [lessonOf({ roomId: 2 }), lessonOf({ weekday: 3, roomId: 1 })],
    stored,
  );
  expect(kinds(room)).toEqual(['room']);
  const moved = planTimetable(
    [lessonOf({ lessonNumber: 4, roomId: 1 }), lessonOf({ weekday: 3, roomId: 1 })],
    stored,
  );
  expect(moved.comparison.changes).toMatchObject([
    {
      kind: 'moved',
      was: { weekday: 1, lessonNumber: 1 },
      becomes: { weekday: 1, lessonNumber: 4 },
    },
  ]);
  const teacher = planTimetable(
    first.map((one) => ({ ...one, teacherIds: [2] })),
    stored,
  );
  expect(teacher.comparison.changes).toMatchObject([{ kind: 'teachers', was: [1], becomes: [2] }]);
});

test('hours of weeks A and B are laid every other week; teachers have half an hour of them', () => {
  const plan = planTimetable([lessonOf({ week: 1 })], empty);
  expect(plan.cycleFrom).toBe(FROM);
  expect(plan.alternates).toBe(true);
  const dates = plan.lessons.add.map(({ date }) => date);
  expect(dates[0]).toBe(FROM);
  expect(dates[1]).toBe(addDays(FROM, 14));
  expect(plan.teachers).toMatchObject([{ kind: 'begins', hoursPerWeek: 0.5 }]);
  // The other way round.
  const turned = planTimetable([lessonOf({ week: 1 })], { ...empty, cycleFrom: addDays(FROM, 7) });
  // The first Monday of a week A is 8 March: nobody learns.
  expect(turned.lessons.add[0]?.date).toBe(addDays(FROM, 21));
});

test('where weeks are named the other way round the other classes keep their days', () => {
  const both = [lessonOf({ week: 1 }), lessonOf({ week: 1, classIds: [2] })];
  const stored = after(planTimetable(both, empty), empty, 1);
  const cycleFrom = addDays(FROM, 7);
  const plan = planTimetable([lessonOf({ week: 1 })], { ...stored, cycleFrom });
  const tenth = new Set(stored.pages.filter((page) => page.classIds[0] === 2).map(({ id }) => id));
  const changed = [...plan.lessons.add, ...plan.lessons.remove];
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.some(({ pageId }) => tenth.has(pageId))).toBe(false);
  expect(plan.entries.find(({ pageId }) => tenth.has(pageId))?.week).toBe(2);
});

test('a lesson of several classes goes to their stream, or to a page of each', () => {
  const joint = [lessonOf({ classIds: [1, 2] })];
  const apart = planTimetable(joint, empty);
  expect(apart.pages).toHaveLength(2);
  const stream: KnownPage = { id: 50, groupId: 60, subjectId: 1, classIds: [2, 1], kind: 'stream' };
  const known = { ...empty, pages: [stream] };
  const together = planTimetable(joint, known);
  expect(together.pages).toEqual([]);
  expect(together.entries.map(({ pageId }) => pageId)).toEqual([50]);
  expect(planTimetable(joint, after(together, known, 1)).changesAnything).toBe(false);
  // A file of one of the classes leaves the stream alone.
  const one = planTimetable([lessonOf({ lessonNumber: 3 })], after(together, known, 1));
  expect(one.entries.map(({ pageId }) => pageId)).toContain(50);
});

test('a part under another name is the group its teacher has; a new one may not take a taken name', () => {
  const half = lessonOf({ groupNames: ['8А 1 группа'], divided: true });
  const page: KnownPage = { id: 50, groupId: 60, subjectId: 1, classIds: [1], kind: 'subgroup' };
  const taught = { id: 1, pageId: 50, staffId: 1, hoursPerWeek: 1, from: year.startsOn, to: null };
  const known = {
    ...empty,
    groups: [{ id: 60, classId: 1, name: 'сильная' }],
    pages: [page],
    teachers: [taught],
  };
  expect(planTimetable([half], known).entries.map(({ pageId }) => pageId)).toEqual([50]);
  expect(planTimetable([{ ...half, teacherIds: [9] }], known).groups).toMatchObject([
    { name: '1 группа' },
  ]);
  const taken = { ...empty, takenNames: new Set(['1 1 группа']) };
  expect(planTimetable([half], taken).groups).toMatchObject([{ name: '1 группа (подгруппа)' }]);
});

test('the parts that a file tells of a division share its pupils', () => {
  const half = lessonOf({ groupNames: ['8А 1 группа'], divided: true });
  const divisions = [{ className: '8А', groupNames: ['8А 1 группа', '8А 2 группа'] }];
  const [group] = planTimetable([half], { ...empty, divisions }).groups;
  expect(group).toMatchObject({ division: '1 группа / 2 группа', members: [1, 2] });
});
