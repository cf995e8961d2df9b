import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Weekday } from '../calendar/iso-date';
import {
  allClashes,
  applyEdit,
  clashesOf,
  undoOf,
  type Clash,
  type ClashOf,
  type TimetableEdit,
} from './clashes';
import {
  placementKey,
  timetableGround,
  weeksMeet,
  type GroundInput,
  type Placement,
  type TimetablePage,
} from './ground';
import type { ClockTime, RungBell } from './lesson-hour';

const page = (id: number, rest: Partial<TimetablePage> = {}): TimetablePage => ({
  id,
  classIds: [1],
  groupId: id,
  whole: false,
  division: '',
  subjectId: id,
  counted: true,
  physical: false,
  hard: false,
  teacherIds: [],
  audience: 0,
  hours: 1,
  ...rest,
});
const school = (rest: Partial<GroundInput>): GroundInput => ({
  pages: [],
  classes: [
    { id: 1, grade: 8, shift: 1, studyDays: 5, roomId: null },
    { id: 2, grade: 8, shift: 1, studyDays: 5, roomId: null },
    { id: 3, grade: 6, shift: 2, studyDays: 5, roomId: null },
  ],
  audiences: [],
  busy: [],
  bells: [],
  ...rest,
});
const at = (pageId: number, rest: Partial<Placement> = {}): Placement => ({
  pageId,
  weekday: 1,
  lessonNumber: 1,
  week: 0,
  roomId: null,
  ...rest,
});

const ids = (from: readonly number[], max: number) =>
  fc.uniqueArray(fc.constantFrom(...from), { minLength: 1, maxLength: max });
const placement = fc.record({
  pageId: fc.constantFrom(0, 1, 2, 3, 4),
  weekday: fc.constantFrom<Weekday>(1, 2),
  lessonNumber: fc.constantFrom(1, 2),
  week: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
  roomId: fc.constantFrom(null, 1, 2),
});
const timetable = fc.uniqueArray(placement, { maxLength: 8, selector: placementKey });
const ground = fc
  .tuple(
    fc.array(ids([1, 2, 3, 4, 5, 6], 4), { minLength: 5, maxLength: 5 }),
    fc.array(ids([1, 2, 3], 2), { minLength: 5, maxLength: 5 }),
  )
  .map(([audiences, teachers]) =>
    school({
      audiences,
      pages: audiences.map((_, id) => page(id, { audience: id, teacherIds: teachers[id] ?? [] })),
    }),
  );

/** Whoever (or whatever) is in two places at once in some week of a two-week cycle. */
function doubled(
  placements: readonly Placement[],
  whoOf: (place: Placement) => readonly number[],
): Set<number> {
  const seen = new Set<string>();
  const twice = new Set<number>();
  for (const week of [1, 2] as const) {
    for (const place of placements.filter((one) => weeksMeet(one.week, week))) {
      for (const who of whoOf(place)) {
        const key = `${week} ${place.weekday} ${place.lessonNumber} ${who}`;
        if (seen.has(key)) twice.add(who);
        seen.add(key);
      }
    }
  }
  return twice;
}

test('exactly those are named who are in two places at once in some week', () => {
  fc.assert(
    fc.property(ground, timetable, (input, placements) => {
      const found = allClashes(timetableGround(input), placements).map(({ clash }) => clash);
      const pages = new Map(input.pages.map((one) => [one.id, one]));
      const named = (kind: Clash['kind'], of: (clash: Clash) => readonly number[]) =>
        new Set(found.filter((clash) => clash.kind === kind).flatMap(of));
      expect(named('pupils', (clash) => (clash.kind === 'pupils' ? clash.pupils : []))).toEqual(
        doubled(placements, ({ pageId }) => input.audiences[pageId] ?? []),
      );
      expect(
        named('teacher', (clash) => (clash.kind === 'teacher' ? [clash.staffId] : [])),
      ).toEqual(doubled(placements, ({ pageId }) => pages.get(pageId)?.teacherIds ?? []));
      expect(named('room', (clash) => (clash.kind === 'room' ? [clash.roomId] : []))).toEqual(
        doubled(placements, ({ roomId }) => (roomId === null ? [] : [roomId])),
      );
    }),
    { numRuns: 300 },
  );
});

test('an hour collides with the others as the whole timetable says', () => {
  fc.assert(
    fc.property(ground, timetable, placement, (input, others, candidate) => {
      const known = timetableGround(input);
      fc.pre(!others.some((one) => placementKey(one) === placementKey(candidate)));
      const count = (found: readonly ClashOf[]) => found.length;
      const before = count(allClashes(known, others));
      const after = count(allClashes(known, [...others, candidate]));
      expect(clashesOf(known, others, candidate)).toHaveLength(after - before);
    }),
    { numRuns: 300 },
  );
});

test('a change turned round undoes itself', () => {
  fc.assert(
    fc.property(timetable, timetable, fc.integer({ min: 0, max: 8 }), (start, put, taken) => {
      const placements = new Map(start.map((one) => [placementKey(one), one]));
      const edit: TimetableEdit = { take: start.slice(0, taken), put };
      const after = applyEdit(placements, edit);
      const left = new Set(start.slice(taken).map(placementKey));
      if (put.some((one) => left.has(placementKey(one)))) {
        expect(after).toBeUndefined();
        return;
      }
      const again = applyEdit(after ?? new Map(), undoOf(edit));
      expect(new Map(again)).toEqual(placements);
    }),
  );
});

test('what is not there cannot be taken, nor from another room', () => {
  const placements = new Map([[placementKey(at(1)), at(1)]]);
  expect(applyEdit(placements, { take: [at(2)], put: [] })).toBeUndefined();
  expect(applyEdit(placements, { take: [at(1, { roomId: 5 })], put: [] })).toBeUndefined();
  expect(applyEdit(placements, { take: [], put: [at(1)] })).toBeUndefined();
});

test('parts without lists: the class excludes them, parts of one division do not exclude each other', () => {
  const known = timetableGround(
    school({
      audiences: [[]],
      pages: [
        page(1, { whole: true }),
        page(2, { division: 'язык' }),
        page(3, { division: 'язык' }),
        page(4),
        page(5, { classIds: [2], whole: true }),
      ],
    }),
  );
  const levels = (a: number, b: number) =>
    clashesOf(known, [at(a)], at(b)).map(({ kind, level }) => `${kind} ${level}`);
  expect(levels(1, 2)).toEqual(['pupils never']);
  expect(levels(2, 3)).toEqual([]);
  expect(levels(2, 4)).toEqual(['pupils ask']);
  expect(levels(1, 5)).toEqual([]);
});

test('one subject for two classes at once may be a joint lesson; another subject never', () => {
  const known = timetableGround(
    school({
      audiences: [[1], [2], [3]],
      pages: [
        page(1, { teacherIds: [7], subjectId: 4, audience: 0 }),
        page(2, { teacherIds: [7], subjectId: 4, audience: 1 }),
        page(3, { teacherIds: [7], subjectId: 5, audience: 2 }),
      ],
    }),
  );
  expect(clashesOf(known, [at(1)], at(2))).toMatchObject([{ kind: 'teacher', level: 'ask' }]);
  expect(clashesOf(known, [at(1)], at(3))).toMatchObject([{ kind: 'teacher', level: 'never' }]);
  const primary = timetableGround(
    school({
      audiences: [[1], [2]],
      classes: [1, 2].map((id) => ({ id, grade: id, shift: 1, studyDays: 5, roomId: null })),
      pages: [
        page(1, { teacherIds: [7], audience: 0 }),
        page(2, { teacherIds: [7], audience: 1, classIds: [2] }),
      ],
    }),
  );
  expect(clashesOf(primary, [at(1)], at(2))).toMatchObject([{ kind: 'teacher', level: 'ask' }]);
});

test('two shifts meet where their bells overlap', () => {
  const bell = (
    shift: number,
    lessonNumber: number,
    [startsAt, endsAt]: readonly [ClockTime, ClockTime],
    more: Partial<RungBell> = {},
  ): RungBell => ({
    shift,
    lessonNumber,
    startsAt,
    endsAt,
    weekday: null,
    date: null,
    gradeFrom: 1,
    gradeTo: 11,
    ...more,
  });
  const pages = [
    page(1, { teacherIds: [7], audience: 0 }),
    page(2, { teacherIds: [7], audience: 1, classIds: [3] }),
  ];
  const audiences = [[1], [2]];
  const kinds = (bells: GroundInput['bells'], a: number, b: number) =>
    clashesOf(
      timetableGround(school({ pages, audiences, bells })),
      [at(1, { lessonNumber: a })],
      at(2, { lessonNumber: b }),
    ).map(({ kind }) => kind);
  const bells = [
    bell(1, 6, ['13:00', '13:40']),
    bell(1, 1, ['08:00', '08:40']),
    bell(2, 1, ['13:20', '14:00']),
  ];
  expect(kinds(bells, 6, 1)).toEqual(['teacher']);
  expect(kinds(bells, 1, 1)).toEqual([]);
  expect(kinds([], 1, 1)).toEqual([]);
  // The rule of the day's bells: the weekday's own, then the fewer grades; one day's do not count.
  const later = ['14:10', '14:50'] as const;
  expect(kinds([...bells, bell(2, 1, later, { weekday: 1 })], 6, 1)).toEqual([]);
  expect(kinds([...bells, bell(2, 1, later, { weekday: 2 })], 6, 1)).toEqual(['teacher']);
  expect(kinds([...bells, bell(2, 1, later, { date: '2026-11-23' })], 6, 1)).toEqual(['teacher']);
  expect(kinds([...bells, bell(2, 1, later, { gradeFrom: 1, gradeTo: 4 })], 6, 1)).toEqual([
    'teacher',
  ]);
  expect(kinds([...bells, bell(2, 1, later, { gradeFrom: 5, gradeTo: 9 })], 6, 1)).toEqual([]);
});

test('a day on which the teacher works elsewhere asks, a wish only warns', () => {
  const busy = (strict: boolean) =>
    timetableGround(
      school({
        audiences: [[1]],
        pages: [page(1, { teacherIds: [7] })],
        busy: [{ staffId: 7, weekday: 1, lessonNumber: 1, strict }],
      }),
    );
  expect(clashesOf(busy(true), [], at(1))).toEqual([{ kind: 'busy', level: 'ask', staffId: 7 }]);
  expect(clashesOf(busy(false), [], at(1))).toEqual([{ kind: 'busy', level: 'warn', staffId: 7 }]);
  expect(clashesOf(busy(true), [], at(1, { lessonNumber: 2 }))).toEqual([]);
});
