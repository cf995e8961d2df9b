import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, weekdayOf, type IsoDate } from '../calendar/iso-date';
import {
  controlHints,
  limitsOf,
  limitsProblem,
  loadOf,
  mondayOf,
  passedLimits,
  type GradeLimits,
  type PlacedWork,
} from './limits';

const CLASSES = [
  { id: 1, grade: 8 },
  { id: 2, grade: 8 },
  { id: 3, grade: 9 },
] as const;
const days = fc.integer({ min: 0, max: 20 }).map((day): IsoDate => addDays('2026-12-21', day));
const works: fc.Arbitrary<PlacedWork> = fc.record({
  id: fc.integer({ min: 1, max: 1000 }),
  classes: fc.uniqueArray(fc.constantFrom(...CLASSES), { minLength: 1 }),
  subjectId: fc.integer({ min: 1, max: 9 }),
  date: days,
});
const limits: fc.Arbitrary<readonly GradeLimits[]> = fc
  .record({ perDay: fc.integer({ min: 1, max: 3 }), perWeek: fc.integer({ min: 1, max: 6 }) })
  .map((one) => [{ gradeFrom: 8, gradeTo: 8, ...one }]);

test('placing only what passes no limit never passes one, in any order (T5)', () => {
  fc.assert(
    fc.property(fc.array(works, { maxLength: 40 }), limits, (asked, rules) => {
      const placed: PlacedWork[] = [];
      for (const [index, work] of asked.entries()) {
        const own = { ...work, id: index + 1 };
        if (passedLimits(own, placed, rules).length === 0) placed.push(own);
      }
      const { perDay = 0, perWeek = 0 } = limitsOf(8, rules) ?? {};
      for (const classId of [1, 2]) {
        const subjects = new Map<string, Set<number>>();
        for (const { classes, date, subjectId } of placed) {
          if (!classes.some(({ id }) => id === classId)) continue;
          subjects.set(date, (subjects.get(date) ?? new Set()).add(subjectId));
        }
        const weeks = new Map<string, number>();
        for (const [date, set] of subjects) {
          expect(set.size).toBeLessThanOrEqual(perDay);
          const monday = addDays(date as IsoDate, 1 - weekdayOf(date as IsoDate));
          weeks.set(monday, (weeks.get(monday) ?? 0) + set.size);
        }
        for (const count of weeks.values()) expect(count).toBeLessThanOrEqual(perWeek);
      }
    }),
  );
});

test('a work more never lightens the load, and what is over a limit stays over it', () => {
  fc.assert(
    fc.property(
      fc.array(works, { maxLength: 20 }),
      works,
      works,
      limits,
      (others, more, asked, rules) => {
        const own = { ...asked, id: 2000 };
        const heavier = [...others, { ...more, id: 2001 }];
        expect(loadOf(1, own.date, heavier).week).toBeGreaterThanOrEqual(
          loadOf(1, own.date, others).week,
        );
        const keys = (list: ReturnType<typeof passedLimits>) =>
          list.map(({ classId, limit }) => `${classId} ${limit}`);
        expect(keys(passedLimits(own, heavier, rules))).toEqual(
          expect.arrayContaining(keys(passedLimits(own, others, rules))),
        );
      },
    ),
  );
});

test('a week begins on Monday, also over the New Year', () => {
  fc.assert(
    fc.property(days, (day) => {
      const monday = mondayOf(day);
      expect(weekdayOf(monday)).toBe(1);
      expect(monday <= day && day < addDays(monday, 7)).toBe(true);
    }),
  );
  expect(mondayOf('2027-01-01')).toBe('2026-12-28');
});

const RULES = [{ gradeFrom: 5, gradeTo: 9, perDay: 1, perWeek: 3 }];

test('groups of a class write one work, a work is no obstacle to itself, a grade without limits has none', () => {
  const work = { id: 1, classes: [CLASSES[0]], subjectId: 5, date: '2026-11-24' } as const;
  expect(passedLimits(work, [work, { ...work, id: 2 }], RULES)).toEqual([]);
  const other = { ...work, id: 2, subjectId: 6 };
  expect(passedLimits(work, [other], RULES)).toEqual([
    { classId: 1, limit: 'perDay', works: 2, allowed: 1 },
  ]);
  expect(passedLimits(work, [other], [{ ...RULES[0]!, gradeTo: 7 }])).toEqual([]);
});

test('limits of one grade stand once', () => {
  const line = (gradeFrom: number, gradeTo: number) => ({
    gradeFrom,
    gradeTo,
    perDay: 1,
    perWeek: 3,
  });
  expect(limitsProblem([line(5, 9), line(2, 4), line(10, 11)])).toBeUndefined();
  expect(limitsProblem([line(5, 9), line(9, 11)])).toBe('twice');
  expect(limitsProblem([line(2, 11), line(5, 9)])).toBe('twice');
  expect(limitsProblem([line(9, 5)])).toBe('grades');
});

test('the first and the last lesson are better avoided, and the same subject too soon', () => {
  const asked = {
    date: '2026-11-24',
    lessonNumber: 1,
    numbers: [1, 2, 3],
    onlyOfWeek: false,
    otherDays: [],
  } as const;
  expect(controlHints(asked)).toEqual(['firstLesson']);
  expect(controlHints({ ...asked, lessonNumber: 3 })).toEqual(['lastLesson']);
  expect(controlHints({ ...asked, lessonNumber: 2 })).toEqual([]);
  expect(controlHints({ ...asked, onlyOfWeek: true })).toEqual([]);
  expect(controlHints({ ...asked, numbers: [1] })).toEqual([]);
  expect(controlHints({ ...asked, lessonNumber: 2, otherDays: ['2026-11-07'] })).toEqual([
    'tooSoon',
  ]);
  expect(controlHints({ ...asked, lessonNumber: 2, otherDays: ['2026-11-06'] })).toEqual([]);
  expect(controlHints({ ...asked, lessonNumber: 2, otherDays: ['2026-12-12'] })).toEqual([]);
});
