import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#domain/calendar/iso-date';
import { shortDay } from '../../../text/journal';
import { typedDay } from './typed-day';

const [first, last] = ['2026-09-01', '2027-05-31'] as const;

test('every day of the year is found by day and month, whatever stands between them', () => {
  fc.assert(
    fc.property(fc.nat(272), fc.constantFrom('.', ' ', '/', ', '), (days, between) => {
      const day = addDays(first, days);
      expect(typedDay(shortDay(day).replace('.', between), first, last)).toBe(day);
    }),
  );
});

test('what is no day, or no day of the year, leads nowhere', () => {
  for (const typed of ['', '12', '31.06', '30.02', '15.07', 'абв']) {
    expect(typedDay(typed, first, last)).toBeUndefined();
  }
});
