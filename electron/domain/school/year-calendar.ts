import type { IsoDate } from '../calendar/iso-date';
import { schoolDaysOf, type SchoolCalendar } from '../calendar/school-days';
import { newYearProblem, type NewYearProblem } from './new-year';

type Span = { readonly startsOn: IsoDate; readonly endsOn: IsoDate };

/** What is wrong with the calendar of a year. */
export type CalendarProblem = NewYearProblem | 'specialDayTwice' | 'specialDayOutsideYear';

/**
 * The first thing wrong with a year's dates, or undefined (S2). The year's own periods may lie over
 * the quarters; everything else of the same grades may not overlap. A day is special once a grade.
 */
export function calendarProblem(year: Span, calendar: SchoolCalendar): CalendarProblem | undefined {
  const parts = calendar.periods.filter(({ kind }) => kind !== 'year');
  const wholes = calendar.periods.filter(({ kind }) => kind === 'year');
  const { holidays, specialDays = [] } = calendar;
  const wrong =
    newYearProblem({ year, periods: parts, holidays }) ??
    newYearProblem({ year, periods: wholes, holidays: [] });
  if (wrong !== undefined) return wrong;
  if (specialDays.some(({ date }) => date < year.startsOn || date > year.endsOn)) {
    return 'specialDayOutsideYear';
  }
  const twice = specialDays.some((one, index) =>
    specialDays.some(
      (other, at) =>
        at > index &&
        one.date === other.date &&
        (one.gradeFrom ?? 1) <= (other.gradeTo ?? 12) &&
        (other.gradeFrom ?? 1) <= (one.gradeTo ?? 12),
    ),
  );
  return twice ? 'specialDayTwice' : undefined;
}

const GRADES = Array.from({ length: 12 }, (_, index) => index + 1);

/** The first day that is another school day for some grade than before; undefined where none is. */
export function firstChangedDay(
  span: { readonly from: IsoDate; readonly to: IsoDate },
  before: SchoolCalendar,
  after: SchoolCalendar,
): IsoDate | undefined {
  const changed = GRADES.flatMap((grade): IsoDate[] => {
    const days = (calendar: SchoolCalendar) =>
      new Map(schoolDaysOf(grade, span, calendar).map(({ date, weekday }) => [date, weekday]));
    const [old, fresh] = [days(before), days(after)];
    return [...new Set([...old.keys(), ...fresh.keys()])].filter(
      (date) => old.get(date) !== fresh.get(date),
    );
  });
  return changed.sort()[0];
}
