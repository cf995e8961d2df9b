import type { IsoDate, Weekday } from '#domain/calendar/iso-date';
import type { SchoolCalendar } from '#domain/calendar/school-days';
import { all, select, type ReadableDb } from '../statement';
import { findHolidays, findPeriods } from './school';

export type SpecialDayRow = {
  readonly id: number;
  readonly date: IsoDate;
  readonly worksAs: Weekday | null;
  readonly name: string;
  readonly gradeFrom: number;
  readonly gradeTo: number;
};

const specialDays = select<[number], SpecialDayRow>(
  `SELECT id, date, works_as AS worksAs, name, grade_from AS gradeFrom, grade_to AS gradeTo
   FROM special_day WHERE year_id = ? ORDER BY date, grade_from`,
);

const findSpecialDays = (db: ReadableDb, yearId: number) => all(db, specialDays, [yearId]);

/** Everything that decides on which days of a year lessons are held. */
export const findCalendar = (
  db: ReadableDb,
  yearId: number,
): SchoolCalendar & { readonly specialDays: readonly SpecialDayRow[] } => ({
  periods: findPeriods(db, yearId),
  holidays: findHolidays(db, yearId),
  specialDays: findSpecialDays(db, yearId),
});
