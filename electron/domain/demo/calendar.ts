import { addDays, weekdayOf, type IsoDate, type Weekday } from '../calendar/iso-date';
import type { DefaultPeriod, DefaultYear } from '../school/default-periods';

export type SchoolDay = { readonly date: IsoDate; readonly weekday: Weekday };

/** The days with lessons: Monday to Friday within the quarters, holidays left out. */
export function schoolDaysOf({ startsOn, endsOn, periods, holidays }: DefaultYear): SchoolDay[] {
  const quarters = periods.filter((period) => period.kind === 'quarter');
  const days: SchoolDay[] = [];
  for (let date = startsOn; date <= endsOn; date = addDays(date, 1)) {
    const within = ({ startsOn, endsOn }: Pick<DefaultPeriod, 'startsOn' | 'endsOn'>) =>
      startsOn <= date && date <= endsOn;
    const weekday = weekdayOf(date);
    if (weekday < 6 && quarters.some(within) && !holidays.some(within)) {
      days.push({ date, weekday });
    }
  }
  return days;
}

/** For each day the place of its period in the list; -1 where it lies in none. */
export function periodIndexes(
  days: readonly SchoolDay[],
  periods: readonly Pick<DefaultPeriod, 'startsOn' | 'endsOn'>[],
): readonly number[] {
  return days.map(({ date }) =>
    periods.findIndex((period) => period.startsOn <= date && date <= period.endsOn),
  );
}
