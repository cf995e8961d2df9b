import type { IsoDate } from '#domain/calendar/iso-date';
import { all, change, run, select, type ReadableDb, type WritableDb } from '../statement';

export type PaperMadeRow = {
  readonly kind: string;
  readonly yearId: number;
  readonly classId: number | null;
  readonly periodId: number | null;
  readonly how: 'printed' | 'saved';
  readonly madeOn: IsoDate;
  readonly madeAt: string;
  readonly madeBy: string;
};

const insert = change<
  [string, number, number | null, number | null, string, IsoDate, string, string]
>(
  `INSERT INTO paper_made (kind, year_id, class_id, period_id, how, made_on, made_at, made_by)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
);
const ofYear = select<
  [number, string],
  { readonly classId: number | null; readonly periodId: number | null; readonly madeOn: IsoDate }
>(
  `SELECT class_id AS classId, period_id AS periodId, max(made_on) AS madeOn FROM paper_made
   WHERE year_id = ? AND kind = ? GROUP BY class_id, period_id`,
);

export const insertPaperMade = (db: WritableDb, row: PaperMadeRow): number =>
  run(db, insert, [
    row.kind,
    row.yearId,
    row.classId,
    row.periodId,
    row.how,
    row.madeOn,
    row.madeAt,
    row.madeBy,
  ]).id;
/** Of which class and period a paper was made, each with the last day. */
export const findPapersMade = (db: ReadableDb, yearId: number, kind: string) =>
  all(db, ofYear, [yearId, kind]);
