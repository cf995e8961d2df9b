import type { IsoDate, Weekday } from '../calendar/iso-date';
import { cycleWeekOf, type CycleWeek, type SchoolDay } from '../calendar/school-days';

/** One hour of the week of a page; `week` 0 is every week, else week A or B of a two-week cycle. */
export interface WeeklyHour {
  readonly pageId: number;
  readonly weekday: Weekday;
  readonly lessonNumber: number;
  readonly week: 0 | CycleWeek;
}

/** A lesson of a page on a day. */
export interface LaidLesson {
  readonly pageId: number;
  readonly date: IsoDate;
  readonly lessonNumber: number;
}

/**
 * Lays the hours of a week on the days: a lesson for every hour on every day with its weekday's
 * lessons (T3). `cycleFrom` lies in a week A; without it hours of A and B are held every week.
 */
export function layLessons(
  hours: readonly WeeklyHour[],
  days: readonly SchoolDay[],
  cycleFrom: IsoDate | null = null,
): LaidLesson[] {
  const byWeekday = Map.groupBy(hours, ({ weekday }) => weekday);
  return days.flatMap(({ date, weekday }) => {
    const cycle = cycleFrom === null ? 0 : cycleWeekOf(date, cycleFrom);
    return (byWeekday.get(weekday) ?? [])
      .filter(({ week }) => week === 0 || cycle === 0 || week === cycle)
      .map(({ pageId, lessonNumber }) => ({ pageId, date, lessonNumber }));
  });
}
