import { expect, test } from 'vitest';
import { dayLimitOf, weekLimitOf } from './sanitary-limits';

const GRADES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

test('weekly maxima of СанПиН 1.2.3685-21', () => {
  expect(GRADES.map((grade) => weekLimitOf(grade, 5))).toEqual([
    21, 23, 23, 23, 29, 30, 32, 33, 33, 34, 34,
  ]);
  expect(GRADES.slice(1).map((grade) => weekLimitOf(grade, 6))).toEqual([
    26, 26, 26, 32, 33, 35, 36, 36, 37, 37,
  ]);
  expect(weekLimitOf(1, 6)).toBe(21);
});

test('daily maxima, one longer day in 1–4', () => {
  expect(GRADES.map((grade) => dayLimitOf(grade).usual)).toEqual([4, 5, 5, 5, 6, 6, 7, 7, 7, 7, 7]);
  expect(GRADES.map((grade) => dayLimitOf(grade).onceAWeek)).toEqual([
    5, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7,
  ]);
});
