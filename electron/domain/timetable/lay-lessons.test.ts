import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, weekdayOf, type Weekday } from '../calendar/iso-date';
import { defaultPeriods } from '../school/default-periods';
import { layLessons, schoolDaysOf } from './lay-lessons';

const hours = fc.uniqueArray(
  fc.record({
    pageId: fc.integer({ min: 1, max: 4 }),
    weekday: fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday),
    lessonNumber: fc.integer({ min: 0, max: 8 }),
  }),
  {
    selector: ({ pageId, weekday, lessonNumber }) => `${pageId} ${weekday} ${lessonNumber}`,
    maxLength: 30,
  },
);

test('a lesson for every hour on every school day of its weekday, and no other', () => {
  fc.assert(
    fc.property(
      hours,
      fc.integer({ min: 1, max: 11 }),
      fc.integer({ min: 2024, max: 2035 }),
      fc.integer({ min: 0, max: 280 }),
      (week, grade, startYear, offset) => {
        const year = defaultPeriods(startYear);
        const from = addDays(year.startsOn, offset);
        const days = schoolDaysOf(grade, { from, to: year.endsOn }, year);
        const lessons = layLessons(week, days);
        for (const { date } of lessons) {
          expect(date >= from && date <= year.endsOn).toBe(true);
          expect(year.holidays.some((one) => one.startsOn <= date && date <= one.endsOn)).toBe(
            false,
          );
          const kind = grade <= 9 ? 'quarter' : 'half';
          const periods = year.periods.filter((one) => one.kind === kind);
          expect(periods.some((one) => one.startsOn <= date && date <= one.endsOn)).toBe(true);
        }
        const sum = week.reduce(
          (count, { weekday }) => count + days.filter((day) => weekdayOf(day) === weekday).length,
          0,
        );
        expect(lessons).toHaveLength(sum);
      },
    ),
    { numRuns: 60 },
  );
});

test('a grade without periods has no school days', () => {
  const year = defaultPeriods(2026);
  expect(schoolDaysOf(12, { from: year.startsOn, to: year.endsOn }, year)).toEqual([]);
});
