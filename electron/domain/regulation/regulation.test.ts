import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate } from '../calendar/iso-date';
import { deadlineOf, type LessonFacts } from './deadlines';
import { addHours, at, type LocalInstant } from './instant';
import { lockOf, lockOfPeriodMark, lockOfReason, type LockedThing, type LockState } from './locks';
import { minimumMarks } from './period-rules';
import { PRESETS } from './presets/index';
import { PRESET_IDS, regulationInForce, regulationSchema, type Regulation } from './regulation';
import { differencesOf } from './differences';
import { RULES, SECTION_TITLES, SECTIONS } from './rules';
import { EDITING_WINDOWS } from './values';
import { OPEN_YEAR, year } from './testing/clause-table';

const THINGS: readonly LockedThing[] = [
  'attendance',
  'topic',
  'homework',
  'oralMark',
  'writtenMark',
];

const day = fc
  .integer({ min: 0, max: 260 })
  .map((offset): IsoDate => addDays(year.startsOn, offset));
const lesson: fc.Arbitrary<LessonFacts> = fc.record({
  date: day,
  grade: fc.integer({ min: 1, max: 12 }),
  shift: fc.integer({ min: 1, max: 3 }),
  studyDays: fc.constantFrom(5, 6),
  startsAt: fc.constantFrom(undefined, '08:30'),
  endsAt: fc.constantFrom(undefined, '09:15'),
  classesEndAt: fc.constantFrom(undefined, '13:40', '19:30'),
});
const minutes = fc.integer({ min: 0, max: 500 * 24 });
const from = (start: IsoDate, hours: number): LocalInstant => addHours(at(start, '00:00'), hours);

/** A preset with its locks chosen anew; small, so that a counterexample can be read. */
const choice = fc.record({
  preset: fc.constantFrom(...PRESET_IDS),
  editingWindow: fc.constantFrom(...EDITING_WINDOWS),
  backdatedMarks: fc.boolean(),
  closedByPeriodMarks: fc.boolean(),
  recordsClosedToo: fc.boolean(),
  writingAhead: fc.boolean(),
});
type Choice = typeof choice extends fc.Arbitrary<infer T> ? T : never;

function regulationOf({ preset, ...values }: Choice): Regulation {
  const document = PRESETS[preset];
  const changed = Object.entries(values).map(([id, value]) => [
    id,
    { ...document.rules[id as keyof typeof values], value },
  ]);
  return { ...document, rules: { ...document.rules, ...Object.fromEntries(changed) } };
}
const state: fc.Arbitrary<LockState> = fc.record({
  yearStartsOn: fc.constant(year.startsOn),
  yearClosedOn: fc.constantFrom(null, '2027-06-30' as const),
  periodEndsOn: fc.constantFrom(null, '2026-12-30' as const, '2027-05-26' as const),
  periodMarksSet: fc.boolean(),
});

test('once closed a lesson and a period mark stay closed as time goes on', () => {
  fc.assert(
    fc.property(
      choice,
      lesson,
      state,
      fc.constantFrom(...THINGS),
      fc.tuple(minutes, minutes),
      (chosen, one, around, what, hours) => {
        const rules = regulationOf(chosen);
        const [early, late] = [...hours].sort((a, b) => a - b).map((h) => from(one.date, h)) as [
          LocalInstant,
          LocalInstant,
        ];
        const openAt = (now: LocalInstant) => lockOf(rules, what, one, year, now, around).open;
        expect(openAt(late) && !openAt(early)).toBe(false);
        const period = { startsOn: '2026-11-02', endsOn: '2026-12-30' } as const;
        const markOpenAt = (now: LocalInstant) => lockOfPeriodMark(rules, period, now, around).open;
        expect(markOpenAt(late) && !markOpenAt(early)).toBe(false);
      },
    ),
  );
});

test('topics and homework are written ahead only where the school lets them, all else never depends on it', () => {
  fc.assert(
    fc.property(
      choice,
      lesson,
      fc.constantFrom(...THINGS),
      fc.integer({ min: -40, max: 40 }),
      (chosen, one, what, before) => {
        const now = from(addDays(one.date, -before), 12);
        const lock = (writingAhead: boolean) =>
          lockOf(regulationOf({ ...chosen, writingAhead }), what, one, year, now, OPEN_YEAR);
        const written = what === 'topic' || what === 'homework';
        expect(!lock(false).open && lock(true).open).toBe(written && before > 0);
      },
    ),
  );
});

test('the reason of an absence outlives the period marks, but not the terms', () => {
  fc.assert(
    fc.property(choice, lesson, state, minutes, (chosen, one, around, hours) => {
      const [rules, now] = [regulationOf(chosen), from(one.date, hours)];
      const teachers = lockOf(rules, 'attendance', one, year, now, around);
      const reason = lockOfReason(rules, one, year, now, around);
      expect(teachers.open && !reason.open).toBe(false);
      if (!teachers.open && reason.open) expect(teachers.reason).toBe('periodMarksSet');
    }),
  );
});

test('what was opened for a cause is open until its hour, and closed again after it', () => {
  fc.assert(
    fc.property(choice, lesson, fc.constantFrom(...THINGS), minutes, (chosen, one, what, h) => {
      const rules = regulationOf(chosen);
      const now = from(one.date, h);
      const openings = [{ openedAt: now, until: addHours(now, 2) }];
      const openAt = (moment: LocalInstant, opened = openings) =>
        lockOf(rules, what, one, year, moment, OPEN_YEAR, opened).open;
      expect(openAt(addHours(now, 1))).toBe(true);
      expect(openAt(addHours(now, 3))).toBe(openAt(addHours(now, 3), []));
      const closedYear = { ...OPEN_YEAR, yearClosedOn: one.date };
      expect(lockOf(rules, what, one, year, now, closedYear, openings).open).toBe(false);
    }),
  );
});

test('no lock by term closes before the deadline of the entry', () => {
  fc.assert(
    fc.property(choice, lesson, fc.constantFrom(...THINGS), (chosen, one, what) => {
      const rules = regulationOf(chosen);
      const deadline = deadlineOf(rules, what, one, year);
      if (deadline === undefined) return;
      expect(deadline.at >= at(one.date, '00:00')).toBe(true);
      expect(lockOf(rules, what, one, year, deadline.at, OPEN_YEAR).open).toBe(true);
    }),
  );
});

/** A journal has a regulation from the start of its first year. */
const versions = fc.array(fc.record({ fromDate: day, chosen: choice }), { maxLength: 4 });
const versionsOf = (list: typeof versions extends fc.Arbitrary<infer T> ? T : never) => [
  { fromDate: year.startsOn, document: PRESETS.tip },
  ...list.map(({ fromDate, chosen }) => ({
    fromDate,
    document: regulationOf(chosen),
  })),
];

test('a new version changes no decision about a lesson held before it', () => {
  fc.assert(
    fc.property(
      versions,
      choice,
      lesson,
      fc.constantFrom(...THINGS),
      minutes,
      fc.integer({ min: 1, max: 100 }),
      (list, chosen, one, what, hours, later) => {
        const before = versionsOf(list);
        const fresh = { fromDate: addDays(one.date, later), document: regulationOf(chosen) };
        const decide = (known: typeof before) => {
          const rules = regulationInForce(known, one.date)?.document;
          if (rules === undefined) throw new Error('none in force');
          return [
            lockOf(rules, what, one, year, from(one.date, hours), OPEN_YEAR),
            deadlineOf(rules, what, one, year),
          ];
        };
        expect(decide([...before, fresh])).toEqual(decide(before));
      },
    ),
  );
});

test('the version of a day is the latest begun by it', () => {
  fc.assert(
    fc.property(versions, day, (list, on) => {
      const known = versionsOf(list);
      const found = regulationInForce(known, on)?.fromDate ?? '';
      expect(found <= on).toBe(true);
      expect(known.some(({ fromDate }) => found < fromDate && fromDate <= on)).toBe(false);
    }),
  );
  const [first] = versionsOf([]);
  expect(regulationInForce(versionsOf([]), '2025-01-01')).toEqual(first);
  expect(regulationInForce([], '2026-11-19')).toBeUndefined();
});

test('more hours a week never ask for fewer marks', () => {
  const hours = fc.double({ min: 0.5, max: 40, noNaN: true });
  fc.assert(
    fc.property(choice, hours, hours, (chosen, a, b) => {
      const rules = regulationOf(chosen);
      const [few, many] = a < b ? [a, b] : [b, a];
      expect(minimumMarks(rules, few)).toBeLessThanOrEqual(minimumMarks(rules, many));
    }),
  );
});

test('a document with a rule missing, a wrong value or of another format is refused', () => {
  const good = PRESETS.kia;
  const { backups: _, ...rest } = good.rules;
  const withRule = (id: string, value: unknown) => ({
    ...good,
    rules: { ...good.rules, [id]: { ...good.rules.backups, value } },
  });
  for (const bad of [
    { ...good, format: 2 },
    { ...good, rules: rest },
    withRule('homeworkEntry', { by: 'clock', firstShift: '25:00', secondShift: '20:00' }),
    withRule('minimumMarks', [{ upToHours: 2, marks: 3 }]),
    withRule('minimumMarks', [
      { upToHours: 2, marks: 3 },
      { upToHours: null, marks: 2 },
    ]),
    withRule('oralMarkEntry', [
      { gradeFrom: 2, gradeTo: 9, deadline: { by: 'lessonDay' } },
      { gradeFrom: 9, gradeTo: 11, deadline: { by: 'lessonDay' } },
    ]),
    withRule('openLocks', ['administrator', 'administrator']),
  ]) {
    expect(regulationSchema.safeParse(bad).success).toBe(false);
  }
});

test('every part of the document has a name and rules', () => {
  const used = new Set(Object.values(RULES).map(({ section }) => section));
  expect([...used]).toEqual([...SECTIONS]);
  expect(Object.keys(SECTION_TITLES)).toEqual([...SECTIONS]);
});

test('two documents differ exactly in the rules whose values differ', () => {
  expect(differencesOf(PRESETS.tip, PRESETS.tip)).toEqual([]);
  const found = differencesOf(PRESETS.tip, PRESETS.kia);
  expect(found.find(({ id }) => id === 'homeworkEntry')).toEqual({
    id: 'homeworkEntry',
    before:
      'Домашнее задание записывают в день урока, не позднее чем через 1 час после окончания всех уроков класса.',
    after:
      'Домашнее задание записывают в день урока, до 15:00 в первой смене и до 20:00 во второй.',
  });
  expect(found.some(({ id }) => id === 'gradeOneMarks')).toBe(false);
  fc.assert(
    fc.property(choice, choice, (one, other) => {
      const [a, b] = [regulationOf(one), regulationOf(other)];
      const ids = (from: Regulation, to: Regulation) => differencesOf(from, to).map(({ id }) => id);
      expect(ids(a, b)).toEqual(ids(b, a));
      expect(ids(a, b).includes('editingWindow')).toBe(one.editingWindow !== other.editingWindow);
    }),
  );
});
