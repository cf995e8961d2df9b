import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate } from '../calendar/iso-date';
import { marksSoFar } from './minimum-marks';
import type { MarkValue } from './mark-value';
import { FIVE_POINTS } from './point-scale';
import { marksOf } from './testing/scales';

const FIRST: IsoDate = '2026-11-02';
const day = (number: number) => addDays(FIRST, number);
const due = { marks: 3, by: day(50) };
const weekly = [0, 7, 14, 21, 28, 35, 42, 49, 56].map(day);

test('debts, «осв» and «н/а» are no marks; passes and points are', () => {
  const values: MarkValue[] = ['.', 'осв', 'н/а', 'зач', '5', '2'];
  expect(marksSoFar(values, due, weekly, day(3))).toEqual({
    has: 3,
    missing: 0,
    lessonsLeft: 7,
    late: false,
  });
});

test('late by the pace of the lessons held, and when the lessons left are too few', () => {
  const of = (number: number, today: number) =>
    marksSoFar(Array<MarkValue>(number).fill('4'), due, weekly, day(today));
  // Eight lessons up to the day it is due: after three of them one mark is to be there.
  expect(of(0, 3)).toMatchObject({ missing: 3, late: false });
  expect(of(0, 20)).toMatchObject({ lessonsLeft: 5, late: true });
  expect(of(1, 20)).toMatchObject({ missing: 2, late: false });
  expect(of(2, 60)).toMatchObject({ missing: 1, lessonsLeft: 0, late: true });
  expect(of(3, 60)).toMatchObject({ missing: 0, late: false });
});

test('a mark more never lacks more; nothing missing is never late; nothing is due of zero', () => {
  const values = fc.array(fc.constantFrom(...marksOf(FIVE_POINTS)), { maxLength: 8 });
  const lessons = fc.array(fc.integer({ min: 0, max: 60 }).map(day), { maxLength: 20 });
  fc.assert(
    fc.property(values, lessons, fc.nat(60), fc.nat(6), (list, days, today, marks) => {
      const rule = { marks, by: due.by };
      const before = marksSoFar(list, rule, days, day(today));
      const after = marksSoFar([...list, '5'], rule, days, day(today));
      expect(after.missing).toBe(Math.max(0, before.missing - 1));
      expect(before.has + before.missing).toBeGreaterThanOrEqual(marks);
      expect(before.late && before.missing === 0).toBe(false);
      expect(Number(after.late)).toBeLessThanOrEqual(Number(before.late));
      if (marks === 0) expect(before).toMatchObject({ missing: 0, late: false });
    }),
  );
});
