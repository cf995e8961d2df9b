import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar/iso-date';
import { dateText, maskDate, parseDateText } from './date-text';

/** Types sign by sign, as a person does. */
const type = (keys: string) => keys.split('').reduce((text, key) => maskDate(text + key), '');

describe('maskDate', () => {
  test.each([
    ['19112026', '19.11.2026'],
    ['1.9.2026', '01.09.2026'],
    ['1/9/26', '01.09.26'],
    ['19.11.20265', '19.11.2026'],
    ['..19', '19'],
    ['abc', ''],
  ])('typing %s gives %s', (keys, text) => {
    expect(type(keys)).toBe(text);
  });

  test('every sign can be taken back, points as well', () => {
    let text = '19.11.2026';
    for (let left = 0; left < 10; left++) text = maskDate(text.slice(0, -1));
    expect(text).toBe('');
  });

  test('what is on the clipboard is taken whole', () => {
    expect(maskDate('19-11-2026')).toBe('19.11.2026');
  });
});

describe('parseDateText', () => {
  test('a day that the calendar does not have is no day', () => {
    expect(parseDateText('31.02.2026')).toBeUndefined();
    expect(parseDateText('29.02.2027')).toBeUndefined();
    expect(parseDateText('19.11.20')).toBe('2020-11-19');
    expect(parseDateText('19.11')).toBeUndefined();
    expect(parseDateText('19.11.202')).toBeUndefined();
  });

  test('every day of the century is read back as it was shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), (days) => {
        const day = addDays('2001-01-01', days);
        expect(parseDateText(type(dateText(day)))).toBe(day);
      }),
    );
  });
});
