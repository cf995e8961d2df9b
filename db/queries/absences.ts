import type { IsoDate } from '#domain/calendar/iso-date';
import type { AbsenceReason } from '#domain/people/absence-reason';
import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type AbsenceRow = {
  readonly id: number;
  readonly staffId: number;
  readonly fromDate: IsoDate;
  readonly toDate: IsoDate;
  readonly reason: AbsenceReason;
  readonly document: string;
  readonly note: string;
};
export type NamedAbsenceRow = AbsenceRow & {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
};

const columns = `absence.id, absence.staff_id AS staffId, absence.from_date AS fromDate,
  absence.to_date AS toDate, absence.reason, absence.document, absence.note`;
const ofDays = select<{ from: IsoDate; to: IsoDate }, NamedAbsenceRow>(
  `SELECT ${columns}, staff.last_name AS lastName, staff.first_name AS firstName,
          staff.middle_name AS middleName
   FROM staff_absence AS absence JOIN staff_member AS staff ON staff.id = absence.staff_id
   WHERE absence.from_date <= @to AND absence.to_date >= @from
   ORDER BY staff.last_name, staff.first_name, absence.from_date`,
);
const byId = select<[number], AbsenceRow>(
  `SELECT ${columns} FROM staff_absence AS absence WHERE absence.id = ?`,
);
const overlapping = select<
  { staffId: number; from: IsoDate; to: IsoDate; but: number },
  { id: number }
>(
  `SELECT id FROM staff_absence WHERE staff_id = @staffId AND id <> @but
     AND from_date <= @to AND to_date >= @from LIMIT 1`,
);
const insertRow = change<[number, string, string, string, string, string]>(
  `INSERT INTO staff_absence (staff_id, from_date, to_date, reason, document, note)
   VALUES (?, ?, ?, ?, ?, ?)`,
);
const updateRow = change<[number, string, string, string, string, string, number]>(
  `UPDATE staff_absence SET staff_id = ?, from_date = ?, to_date = ?, reason = ?, document = ?,
     note = ? WHERE id = ?`,
);
const deleteRow = change<[number]>('DELETE FROM staff_absence WHERE id = ?');
const changesOf = select<[number], { n: number }>(
  'SELECT count(*) AS n FROM day_change WHERE absence_id = ? AND revoked_at IS NULL',
);
const forget = change<[number]>('UPDATE day_change SET absence_id = NULL WHERE absence_id = ?');

/** Who is absent on some of these days. */
export const findAbsences = (db: ReadableDb, from: IsoDate, to: IsoDate) =>
  all(db, ofDays, { from, to });
export const findAbsence = (db: ReadableDb, id: number) => get(db, byId, [id]);
/** Whether the person is absent by another row on some of these days. */
export const hasOtherAbsence = (
  db: ReadableDb,
  row: Omit<AbsenceRow, 'reason' | 'document' | 'note'>,
): boolean =>
  get(db, overlapping, {
    staffId: row.staffId,
    from: row.fromDate,
    to: row.toDate,
    but: row.id,
  }) !== undefined;
export const insertAbsence = (db: WritableDb, row: Omit<AbsenceRow, 'id'>): number =>
  run(db, insertRow, [row.staffId, row.fromDate, row.toDate, row.reason, row.document, row.note])
    .id;
export const updateAbsence = (db: WritableDb, row: AbsenceRow) =>
  run(db, updateRow, [
    row.staffId,
    row.fromDate,
    row.toDate,
    row.reason,
    row.document,
    row.note,
    row.id,
  ]);
/** How many standing changes were registered because of the absence. */
export const countChangesOf = (db: ReadableDb, id: number): number =>
  get(db, changesOf, [id])?.n ?? 0;
/** Removes an absence; changes that were taken back no longer name it. */
export function deleteAbsence(db: WritableDb, id: number): void {
  run(db, forget, [id]);
  run(db, deleteRow, [id]);
}
