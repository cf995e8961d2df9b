import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Weekday } from '../calendar/iso-date';
import { schoolDaysOf } from '../calendar/school-days';
import { defaultPeriods } from './default-periods';
import { calendarProblem, firstChangedDay } from './year-calendar';

const year = defaultPeriods(2026);
const span = { from: year.startsOn, to: year.endsOn };

test('the suggested calendar is sound; overlaps, strays and a day set twice are not', () => {
  expect(calendarProblem(year, year)).toBeUndefined();
  const [first] = year.periods;
  if (first === undefined) throw new Error('no periods');
  const overlapping = { ...year, periods: [...year.periods, { ...first, number: 2 }] };
  expect(calendarProblem(year, overlapping)).toBe('periodsOverlap');
  const stray = { date: '2027-07-01', worksAs: null } as const;
  expect(calendarProblem(year, { ...year, specialDays: [stray] })).toBe('specialDayOutsideYear');
  const day = { date: '2026-11-07', worksAs: 5 as Weekday } as const;
  const primary = { ...day, gradeFrom: 1, gradeTo: 4 };
  const others = { ...day, worksAs: null, gradeFrom: 5, gradeTo: 11 };
  expect(calendarProblem(year, { ...year, specialDays: [primary, others] })).toBeUndefined();
  expect(calendarProblem(year, { ...year, specialDays: [day, others] })).toBe('specialDayTwice');
});

test('nothing differs before the first changed day, and something does on it', () => {
  const extra = fc.record({
    offset: fc.integer({ min: 0, max: 270 }),
    length: fc.integer({ min: 0, max: 10 }),
    gradeFrom: fc.integer({ min: 1, max: 6 }),
    gradeTo: fc.integer({ min: 6, max: 12 }),
    worksAs: fc.constantFrom(null, 1, 3, 6),
  });
  fc.assert(
    fc.property(extra, ({ offset, length, gradeFrom, gradeTo, worksAs }) => {
      const startsOn = addDays(year.startsOn, offset);
      const grades = { gradeFrom, gradeTo };
      const after = {
        ...year,
        holidays: [...year.holidays, { startsOn, endsOn: addDays(startsOn, length), ...grades }],
        specialDays: [
          { date: addDays(startsOn, 20), worksAs: worksAs as Weekday | null, ...grades },
        ],
      };
      const first = firstChangedDay(span, year, after);
      const before = { from: span.from, to: first === undefined ? span.to : addDays(first, -1) };
      for (let grade = 1; grade <= 11; grade += 1) {
        expect(schoolDaysOf(grade, before, after)).toEqual(schoolDaysOf(grade, before, year));
      }
      if (first === undefined) return;
      const on = { from: first, to: first };
      const differs = Array.from({ length: 11 }, (_, index) => index + 1).some(
        (grade) =>
          JSON.stringify(schoolDaysOf(grade, on, after)) !==
          JSON.stringify(schoolDaysOf(grade, on, year)),
      );
      expect(differs).toBe(true);
    }),
    { numRuns: 40 },
  );
});
