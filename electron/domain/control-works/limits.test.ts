import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, weekdayOf, type IsoDate } from '../calendar/iso-date';
import { controlHints, DEFAULT_LIMITS, passedLimits, type PlacedWork } from './limits';

const works: fc.Arbitrary<PlacedWork> = fc.record({
  id: fc.integer({ min: 1, max: 1000 }),
  classIds: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 }),
  subjectId: fc.integer({ min: 1, max: 9 }),
  date: fc.integer({ min: 0, max: 20 }).map((day): IsoDate => addDays('2026-11-16', day)),
});

test('placing only what passes no limit never passes one (domain: 1.9, point 11)', () => {
  fc.assert(
    fc.property(
      fc.array(works, { maxLength: 40 }),
      fc.record({
        perDay: fc.integer({ min: 1, max: 3 }),
        perWeek: fc.integer({ min: 1, max: 6 }),
      }),
      (asked, limits) => {
        const placed: PlacedWork[] = [];
        for (const [index, work] of asked.entries()) {
          const own = { ...work, id: index + 1 };
          if (passedLimits(own, placed, limits).length === 0) placed.push(own);
        }
        for (const classId of [1, 2, 3]) {
          const subjects = new Map<string, Set<number>>();
          for (const { classIds, date, subjectId } of placed) {
            if (!classIds.includes(classId)) continue;
            subjects.set(date, (subjects.get(date) ?? new Set()).add(subjectId));
          }
          const weeks = new Map<string, number>();
          for (const [date, set] of subjects) {
            expect(set.size).toBeLessThanOrEqual(limits.perDay);
            const monday = addDays(date as IsoDate, 1 - weekdayOf(date as IsoDate));
            weeks.set(monday, (weeks.get(monday) ?? 0) + set.size);
          }
          for (const count of weeks.values()) expect(count).toBeLessThanOrEqual(limits.perWeek);
        }
      },
    ),
  );
});

test('subgroups of a class write one work, and a work is no obstacle to itself', () => {
  const work = { id: 1, classIds: [1], subjectId: 5, date: '2026-11-24' } as const;
  expect(passedLimits(work, [work, { ...work, id: 2 }], DEFAULT_LIMITS)).toEqual([]);
  expect(passedLimits(work, [{ ...work, id: 2, subjectId: 6 }], DEFAULT_LIMITS)).toEqual([
    { classId: 1, limit: 'perDay', works: 2, allowed: 1 },
  ]);
});

test('Monday, Friday, the first and the last lesson are better avoided', () => {
  expect(controlHints('2026-11-23', 1, [1, 2, 3])).toEqual(['monday', 'firstLesson']);
  expect(controlHints('2026-11-27', 3, [1, 2, 3])).toEqual(['friday', 'lastLesson']);
  expect(controlHints('2026-11-25', 2, [1, 2, 3])).toEqual([]);
  expect(controlHints('2026-11-25', null, [1])).toEqual([]);
});
