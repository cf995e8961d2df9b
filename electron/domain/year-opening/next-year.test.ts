import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, weekdayOf, type IsoDate, type Weekday } from '../calendar/iso-date';
import { defaultPeriods } from '../school/default-periods';
import { calendarProblem } from '../school/year-calendar';
import { nextYearDraft } from './next-year';

const START: IsoDate = '2027-09-01';
const anyDay = fc.record({
  date: fc.integer({ min: 0, max: 272 }).map((days) => addDays(START, days)),
  worksAs: fc.constantFrom<Weekday | null>(null, 1, 2, 3, 4, 5),
  name: fc.constant(''),
  gradeFrom: fc.constantFrom(1, 5),
  gradeTo: fc.constantFrom(5, 11),
});

test('whatever was special last year, the next one is offered whole: nothing twice, nothing in holidays', () => {
  fc.assert(
    fc.property(fc.array(anyDay, { maxLength: 12 }), (specialDays) => {
      const old = defaultPeriods(2027);
      const { name: _, ...draft } = nextYearDraft({ ...old, specialDays });
      const { startsOn, endsOn, periods, holidays } = draft;
      expect(calendarProblem({ startsOn, endsOn }, { ...draft, periods })).toBeUndefined();
      for (const day of draft.specialDays) {
        expect(holidays.some((one) => one.startsOn <= day.date && day.date <= one.endsOn)).toBe(
          false,
        );
        const from = specialDays.filter(({ worksAs }) => worksAs === day.worksAs);
        expect(
          from.some(({ date }) =>
            day.worksAs === null
              ? date.slice(4, 8) === day.date.slice(4, 8)
              : weekdayOf(date) === weekdayOf(day.date),
          ),
        ).toBe(true);
      }
    }),
  );
});
