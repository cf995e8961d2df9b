import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, daysFromTo, isIsoDate, isoDateOf, weekdayOf } from './iso-date';

const day = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays('1990-01-01', offset));

test('adding days and counting them are inverse', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
    }),
  );
});

test('a range holds each of its days once, in order', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 400 }), (first, length) => {
      const days = daysFromTo(first, addDays(first, length));
      expect(days).toHaveLength(length + 1);
      expect(new Set(days).size).toBe(days.length);
      expect([...days].sort()).toEqual(days);
    }),
  );
});

test('a week later is the same weekday', () => {
  fc.assert(fc.property(day, (date) => weekdayOf(addDays(date, 7)) === weekdayOf(date)));
  expect(weekdayOf('2026-11-23')).toBe(1);
});

test('31 February is not a day', () => {
  expect(isoDateOf(2026, 2, 31)).toBeUndefined();
  expect(isoDateOf(2024, 2, 29)).toBe('2024-02-29');
  expect(isIsoDate('2026-02-31')).toBe(false);
  expect(isIsoDate('19.11.2026')).toBe(false);
});
