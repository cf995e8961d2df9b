import type { IsoDate } from '../calendar/iso-date';
import { schoolDaysOf, type SchoolCalendar } from '../calendar/school-days';

const SATURDAY = 6;

/**
 * How many weeks a grade learns in the year, by its calendar: its school days through the days of
 * its week, to the nearest whole («33 учебные недели»). 0 where the year has no periods for it.
 */
export function schoolWeeksOf(
  grade: number,
  studyDays: 5 | 6,
  year: { readonly startsOn: IsoDate; readonly endsOn: IsoDate },
  calendar: SchoolCalendar,
): number {
  const last = studyDays === 5 ? SATURDAY - 1 : SATURDAY;
  const span = { from: year.startsOn, to: year.endsOn };
  const days = schoolDaysOf(grade, span, calendar).filter(({ weekday }) => weekday <= last);
  return Math.round(days.length / studyDays);
}
