import {
  countChangesOf,
  deleteAbsence,
  findAbsence,
  hasOtherAbsence,
  insertAbsence,
  updateAbsence,
  type AbsenceRow,
} from '#db/queries/absences';
import { staffExists } from '#db/queries/people';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';

/** Registers that somebody of the staff is absent, or corrects it; two absences never overlap. */
export function setAbsence(
  { db, record }: Writing,
  input: Omit<AbsenceRow, 'id'> & { readonly id: number | null },
): { id: number } {
  const { staffId, fromDate, toDate, reason, document, note } = input;
  const row = { staffId, fromDate, toDate, reason, document, note };
  if (!staffExists(db, staffId)) refuse('NOT_FOUND', { what: 'staff' });
  if (toDate < fromDate) refuse('INVALID', { why: 'dates' });
  if (hasOtherAbsence(db, { ...row, id: input.id ?? 0 })) {
    refuse('INVALID', { why: 'absenceOverlaps' });
  }
  if (input.id === null) {
    const id = insertAbsence(db, row);
    record('absence', String(id), null, row);
    return { id };
  }
  const before = findAbsence(db, input.id) ?? refuse('NOT_FOUND', { what: 'absence' });
  if (before.staffId !== staffId && countChangesOf(db, before.id) > 0) {
    refuse('INVALID', { why: 'absenceInUse' });
  }
  updateAbsence(db, { ...row, id: before.id });
  record('absence', String(before.id), before, row);
  return { id: before.id };
}

/** Removes an absence because of which no change stands. */
export function removeAbsence({ db, record }: Writing, { id }: { readonly id: number }): void {
  const before = findAbsence(db, id) ?? refuse('NOT_FOUND', { what: 'absence' });
  if (countChangesOf(db, id) > 0) refuse('INVALID', { why: 'absenceInUse' });
  deleteAbsence(db, id);
  record('absence', String(id), before, null);
}
