import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate } from '../calendar/iso-date';
import type { LessonFacts } from '../regulation/deadlines';
import { addHours, at, endOf } from '../regulation/instant';
import { PRESETS } from '../regulation/presets/index';
import { PRESET_IDS } from '../regulation/regulation';
import { year } from '../regulation/testing/clause-table';
import { stateOf } from './duty';
import { lessonDuties, type LessonState } from './lesson-duties';

const lesson: fc.Arbitrary<LessonFacts> = fc.record({
  date: fc.integer({ min: 0, max: 260 }).map((offset): IsoDate => addDays(year.startsOn, offset)),
  grade: fc.integer({ min: 1, max: 12 }),
  shift: fc.integer({ min: 1, max: 2 }),
  studyDays: fc.constantFrom(5, 6),
  startsAt: fc.constantFrom(undefined, '08:30'),
  endsAt: fc.constantFrom(undefined, '09:15'),
  classesEndAt: fc.constantFrom(undefined, '13:40'),
});
const state: fc.Arbitrary<LessonState> = fc.record({
  topic: fc.boolean(),
  holds: fc.boolean(),
  homework: fc.boolean(),
  homeworkPlanned: fc.boolean(),
});
const preset = fc.constantFrom(...PRESET_IDS).map((id) => PRESETS[id]);
const hours = fc.integer({ min: -48, max: 24 * 120 });
const open = () => ({ open: true }) as const;
const NOTHING: LessonState = {
  topic: false,
  holds: false,
  homework: false,
  homeworkPlanned: true,
};

test('of a lesson with its topic and homework nothing is owed', () => {
  fc.assert(
    fc.property(preset, lesson, hours, (regulation, one, after) => {
      const full = { topic: true, holds: true, homework: true, homeworkPlanned: true };
      const now = addHours(at(one.date, '12:00'), after);
      expect(lessonDuties(regulation, one, full, year, now, open)).toEqual([]);
    }),
  );
});

test('what is overdue stays so while its fact is missing', () => {
  fc.assert(
    fc.property(preset, lesson, state, hours, hours, (regulation, one, known, a, b) => {
      const [sooner, later] = [Math.min(a, b), Math.max(a, b)].map((after) =>
        addHours(at(one.date, '12:00'), after),
      );
      const overdue = (now = endOf(one.date)) =>
        lessonDuties(regulation, one, known, year, now, open)
          .filter((duty) => stateOf(duty, now) === 'overdue')
          .map(({ kind }) => kind);
      expect(overdue(later)).toEqual(expect.arrayContaining(overdue(sooner)));
    }),
  );
});

test('one more fact takes away what it is the fact of, and never makes two of one', () => {
  const facts = fc.constantFrom<Partial<LessonState>>(
    { holds: true },
    { topic: true, holds: true },
    { homework: true, holds: true },
  );
  fc.assert(
    fc.property(preset, lesson, state, facts, hours, (regulation, one, known, fact, after) => {
      const now = addHours(at(one.date, '12:00'), after);
      const owed = (now_: LessonState) =>
        lessonDuties(regulation, one, now_, year, now, open).map(({ kind }) => kind);
      const [before, afterwards] = [owed(known), owed({ ...known, ...fact })];
      expect(afterwards.length).toBeLessThanOrEqual(before.length);
      if (fact.topic === true) expect(afterwards).not.toContain('topicMissing');
      if (fact.homework === true) expect(afterwards).not.toContain('homeworkMissing');
      expect(afterwards).not.toContain('lessonEmpty');
    }),
  );
});

test('before a lesson nothing is owed of it; grade one has no homework (КИА 3.7)', () => {
  const lessonOf = (grade: number): LessonFacts => ({
    date: '2026-11-19',
    grade,
    shift: 1,
    studyDays: 5,
    startsAt: '10:20',
    endsAt: '11:00',
    classesEndAt: '13:40',
  });
  const kinds = (grade: number, now: `2026-11-19T${string}`) =>
    lessonDuties(PRESETS.kia, lessonOf(grade), NOTHING, year, now, open).map(({ kind }) => kind);
  expect(kinds(8, '2026-11-19T10:19')).toEqual([]);
  expect(kinds(8, '2026-11-19T10:20')).toEqual(['lessonEmpty', 'homeworkMissing']);
  expect(kinds(1, '2026-11-19T10:20')).toEqual(['lessonEmpty']);
});

test('where the journal is closed the duty says so', () => {
  const closed = () =>
    ({
      open: false,
      reason: 'periodMarksSet',
      clauses: [],
      openUntil: undefined,
      mayOpen: [],
    }) as const;
  const [duty] = lessonDuties(
    PRESETS.tip,
    { date: '2026-11-19', grade: 8, shift: 1, studyDays: 5 },
    NOTHING,
    year,
    '2026-12-01T12:00',
    closed,
  );
  expect(duty?.closed).toBe('periodMarksSet');
  expect(stateOf(duty!, '2026-12-01T12:00')).toBe('closed');
});
