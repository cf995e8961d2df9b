import { daysFromTo, weekdayOf, type IsoDate, type Weekday } from '../calendar/iso-date';

type Span = { readonly startsOn: IsoDate; readonly endsOn: IsoDate };

/** One hour of the week of a page. */
export interface WeeklyHour {
  readonly pageId: number;
  readonly weekday: Weekday;
  readonly lessonNumber: number;
}

/** A lesson of a page on a day. */
export interface LaidLesson {
  readonly pageId: number;
  readonly date: IsoDate;
  readonly lessonNumber: number;
}

/** A period with the grades it is for; the year's own period has no lessons of its own. */
export interface GradePeriod extends Span {
  readonly kind: 'quarter' | 'trimester' | 'half' | 'year';
  readonly gradeFrom: number;
  readonly gradeTo: number;
}

/**
 * The days on which a grade learns between two days, both included: within its quarters, trimesters
 * or halves, without holidays (S2). None where the grade has no such period.
 */
export function schoolDaysOf(
  grade: number,
  span: { readonly from: IsoDate; readonly to: IsoDate },
  calendar: { readonly periods: readonly GradePeriod[]; readonly holidays: readonly Span[] },
): IsoDate[] {
  const periods = calendar.periods.filter(
    ({ kind, gradeFrom, gradeTo }) => kind !== 'year' && gradeFrom <= grade && grade <= gradeTo,
  );
  const within = (spans: readonly Span[], day: IsoDate) =>
    spans.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
  return daysFromTo(span.from, span.to).filter(
    (day) => within(periods, day) && !within(calendar.holidays, day),
  );
}

/** Lays the hours of a week on the days: a lesson for every hour on every day of its weekday (T3). */
export function layLessons(hours: readonly WeeklyHour[], days: readonly IsoDate[]): LaidLesson[] {
  const byWeekday = Map.groupBy(hours, ({ weekday }) => weekday);
  return days.flatMap((date) =>
    (byWeekday.get(weekdayOf(date)) ?? []).map(({ pageId, lessonNumber }) => ({
      pageId,
      date,
      lessonNumber,
    })),
  );
}
