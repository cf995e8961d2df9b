import { daysBetween, daysFromTo, weekdayOf, type IsoDate, type Weekday } from './iso-date';

type Span = { readonly startsOn: IsoDate; readonly endsOn: IsoDate };
type Grades = { readonly gradeFrom: number; readonly gradeTo: number };

/** A period with the grades it is for; the year's own period has no lessons of its own. */
export type GradePeriod = Span &
  Grades & { readonly kind: 'quarter' | 'trimester' | 'half' | 'year' };

/** A day that is not what its weekday says: off (`worksAs` null), or with another weekday's lessons. */
export type SpecialDay = Partial<Grades> & {
  readonly date: IsoDate;
  readonly worksAs: Weekday | null;
};

/** What decides on which days lessons are held (S2); holidays without grades are everybody's. */
export type SchoolCalendar = {
  readonly periods: readonly GradePeriod[];
  readonly holidays: readonly (Span & Partial<Grades>)[];
  readonly specialDays?: readonly SpecialDay[];
};

/** A day with lessons, and the weekday whose lessons they are. */
export type SchoolDay = { readonly date: IsoDate; readonly weekday: Weekday };

const isFor = ({ gradeFrom = 1, gradeTo = 12 }: Partial<Grades>, grade: number) =>
  gradeFrom <= grade && grade <= gradeTo;
const holds = ({ startsOn, endsOn }: Span, day: IsoDate) => startsOn <= day && day <= endsOn;

/**
 * The days on which a grade may learn between two days, both included: within its quarters,
 * trimesters or halves, without holidays, as special days say (S2). A special day wins over a
 * holiday and over the edges of periods: it was set for that very day. None where the grade has no
 * period. Which weekdays have lessons at all, the timetable says.
 */
export function schoolDaysOf(
  grade: number,
  span: { readonly from: IsoDate; readonly to: IsoDate },
  { periods, holidays, specialDays = [] }: SchoolCalendar,
): SchoolDay[] {
  const own = periods.filter((period) => period.kind !== 'year' && isFor(period, grade));
  if (own.length === 0) return [];
  const free = holidays.filter((holiday) => isFor(holiday, grade));
  const special = new Map(
    specialDays.filter((day) => isFor(day, grade)).map(({ date, worksAs }) => [date, worksAs]),
  );
  return daysFromTo(span.from, span.to).flatMap((date): SchoolDay[] => {
    const set = special.get(date);
    if (set !== undefined) return set === null ? [] : [{ date, weekday: set }];
    const learns = own.some((one) => holds(one, date)) && !free.some((one) => holds(one, date));
    return learns ? [{ date, weekday: weekdayOf(date) }] : [];
  });
}

/** Week A is 1, week B is 2. */
export type CycleWeek = 1 | 2;

/**
 * Which week of a two-week cycle a day lies in; `cycleFrom` is any day of a week A. Weeks alternate
 * by the calendar, holidays or not.
 */
export function cycleWeekOf(day: IsoDate, cycleFrom: IsoDate): CycleWeek {
  const days = daysBetween(cycleFrom, day) + weekdayOf(cycleFrom) - 1;
  return Math.abs(Math.floor(days / 7) % 2) === 0 ? 1 : 2;
}
