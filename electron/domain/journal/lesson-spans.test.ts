import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '../calendar/iso-date';
import { spansOf } from './lesson-spans';

const lessons = fc
  .array(fc.nat(270), { maxLength: 80 })
  .map((days) =>
    days.toSorted((a, b) => a - b).map((day, id) => ({ id, date: addDays('2026-09-01', day) })),
  );

test('every lesson is in one span, in its order', () => {
  fc.assert(
    fc.property(lessons, fc.constantFrom('week', 'month'), (all, by) => {
      const spans = spansOf(all, by);
      expect(spans.flatMap((span) => span.lessons)).toEqual(all);
      expect(spans.every((span) => span.first === span.lessons[0]?.date)).toBe(true);
    }),
  );
});

test('a week is seven days at most, a month one month; neighbours are parted', () => {
  fc.assert(
    fc.property(lessons, (all) => {
      for (const span of spansOf(all, 'week')) {
        for (const { date } of span.lessons) expect(daysBetween(span.first, date)).toBeLessThan(7);
      }
      const months = spansOf(all, 'month').map(({ first }) => first.slice(0, 7));
      expect(new Set(months).size).toBe(months.length);
    }),
  );
});
