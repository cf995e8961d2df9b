import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Weekday } from '../calendar/iso-date';
import { cycleWeekOf, schoolDaysOf } from '../calendar/school-days';
import { defaultPeriods } from '../school/default-periods';
import { layLessons } from './lay-lessons';

const hours = fc.uniqueArray(
  fc.record({
    pageId: fc.integer({ min: 1, max: 4 }),
    weekday: fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday),
    lessonNumber: fc.integer({ min: 0, max: 8 }),
    week: fc.constantFrom(0, 1, 2),
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
        const cycleFrom = year.startsOn;
        const lessons = layLessons(week, days, cycleFrom);
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
          (count, hour) =>
            count +
            days.filter(
              ({ date, weekday }) =>
                weekday === hour.weekday &&
                (hour.week === 0 || hour.week === cycleWeekOf(date, cycleFrom)),
            ).length,
          0,
        );
        expect(lessons).toHaveLength(sum);
      },
    ),
    { numRuns: 60 },
  );
});
