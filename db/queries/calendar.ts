import type { IsoDate, Weekday } from '#domain/calendar/iso-date';
import type { SchoolCalendar } from '#domain/calendar/school-days';
import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';
import {
  findHolidays,
  findPeriods,
  insertHoliday,
  type HolidayRow,
  type PeriodRow,
} from './school';

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

const markedPeriods = select<[number], { id: number }>(
  `SELECT id FROM period WHERE year_id = ?
     AND EXISTS (SELECT 1 FROM period_mark WHERE period_mark.period_id = period.id)`,
);
const broughtTo = select<[number], { n: number }>(
  'SELECT count(*) AS n FROM brought_mark WHERE period_id = ?',
);
const yearById = select<[number], { closedOn: IsoDate | null }>(
  'SELECT closed_on AS closedOn FROM school_year WHERE id = ?',
);
const updateYear = change<[IsoDate, IsoDate, number]>(
  'UPDATE school_year SET starts_on = ?, ends_on = ? WHERE id = ?',
);
const updatePeriod = change<[string, number, IsoDate, IsoDate, number, number, number]>(
  `UPDATE period SET kind = ?, number = ?, starts_on = ?, ends_on = ?, grade_from = ?, grade_to = ?
   WHERE id = ?`,
);
const deletePeriodRow = change<[number]>('DELETE FROM period WHERE id = ?');
const clearHolidays = change<[number]>('DELETE FROM holiday WHERE year_id = ?');
const clearSpecialDays = change<[number]>('DELETE FROM special_day WHERE year_id = ?');
const insertSpecialDay = change<[number, IsoDate, number | null, string, number, number]>(
  `INSERT INTO special_day (year_id, date, works_as, name, grade_from, grade_to)
   VALUES (?, ?, ?, ?, ?, ?)`,
);

/** The periods of a year for which some mark is set. */
export const findMarkedPeriods = (db: ReadableDb, yearId: number): ReadonlySet<number> =>
  new Set(all(db, markedPeriods, [yearId]).map(({ id }) => id));
/** Whether a pupil brought marks of this period from another school. */
export const periodHasBrought = (db: ReadableDb, id: number): boolean =>
  get(db, broughtTo, [id])?.n !== 0;
export const isYearClosed = (db: ReadableDb, id: number): boolean =>
  (get(db, yearById, [id])?.closedOn ?? null) !== null;

export const setYearSpan = (db: WritableDb, id: number, from: IsoDate, to: IsoDate) =>
  run(db, updateYear, [from, to, id]);
export const savePeriod = (db: WritableDb, row: PeriodRow) =>
  run(db, updatePeriod, [
    row.kind,
    row.number,
    row.startsOn,
    row.endsOn,
    row.gradeFrom,
    row.gradeTo,
    row.id,
  ]);
export const deletePeriod = (db: WritableDb, id: number) => run(db, deletePeriodRow, [id]);
/** Puts these holidays in the place of those that were there. */
export function replaceHolidays(db: WritableDb, yearId: number, rows: readonly HolidayRow[]): void {
  run(db, clearHolidays, [yearId]);
  for (const row of rows) insertHoliday(db, yearId, row);
}
/** Puts these special days in the place of those that were there. */
export function replaceSpecialDays(
  db: WritableDb,
  yearId: number,
  rows: readonly Omit<SpecialDayRow, 'id'>[],
): void {
  run(db, clearSpecialDays, [yearId]);
  for (const { date, worksAs, name, gradeFrom, gradeTo } of rows) {
    run(db, insertSpecialDay, [yearId, date, worksAs, name, gradeFrom, gradeTo]);
  }
}
