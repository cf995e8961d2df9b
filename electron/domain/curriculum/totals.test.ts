import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatHours, hoursPerYear, parseHours, weekTotals } from './totals';

test('hours are read as they are typed, and as they are shown', () => {
  expect(['3', ' 0,5 ', '0.5', ',5', '½', '1½', '12,25'].map(parseHours)).toEqual([
    3, 0.5, 0.5, 0.5, 0.5, 1.5, 12.25,
  ]);
  expect(['', ' ', '0', '-', '–'].map(parseHours)).toEqual([null, null, null, null, null]);
  expect(['41', '3ч', '1,2,3', '-1', '1e1', 'N', '100', '0,125'].map(parseHours)).toEqual(
    Array.from({ length: 8 }, () => undefined),
  );
  const hours = fc.integer({ min: 1, max: 4000 }).map((hundredths) => hundredths / 100);
  fc.assert(
    fc.property(hours, (value) => {
      expect(parseHours(formatHours(value))).toBe(value);
    }),
  );
});

test('extra-curricular hours are not counted against the maximum', () => {
  const items = [
    { hoursPerWeek: 5, part: 'mandatory' },
    { hoursPerWeek: 0.1, part: 'formed' },
    { hoursPerWeek: 0.2, part: 'formed' },
    { hoursPerWeek: 1, part: 'extra' },
  ] as const;
  expect(weekTotals(items)).toEqual({ mandatory: 5, formed: 0.3, extra: 1, counted: 5.3 });
});

test('a year is weeks × hours, or the own number', () => {
  expect(hoursPerYear({ hoursPerWeek: 0.5, hoursPerYear: null }, 33)).toBe(17);
  expect(hoursPerYear({ hoursPerWeek: 3, hoursPerYear: null }, 34)).toBe(102);
  expect(hoursPerYear({ hoursPerWeek: 3, hoursPerYear: 99 }, 34)).toBe(99);
});
