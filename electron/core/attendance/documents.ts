import {
  findDocument,
  insertDocument,
  withdrawDocument as storeWithdrawal,
} from '#db/queries/attendance';
import type { DocumentKind, DocumentReason } from '#domain/attendance/absence-documents';
import { daysBetween, type IsoDate } from '#domain/calendar/iso-date';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { applyDocuments } from './apply-documents';
import { attendanceToChange, checkDocumentDays } from './class-access';

const MOST_DAYS = 366;

/** Enters a document of a pupil: «Н» inside its dates becomes its reason, in all subjects at once. */
export function addDocument(
  writing: Writing,
  input: {
    readonly classId: number;
    readonly pupilId: number;
    readonly kind: DocumentKind;
    readonly number: string;
    readonly reason: DocumentReason;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly note: string;
  },
): { readonly id: number; readonly turned: number; readonly closed: number } {
  const { db, actor, now, record } = writing;
  const { classId, pupilId, from, to } = input;
  attendanceToChange(writing, classId);
  if (from > to || daysBetween(from, to) > MOST_DAYS) refuse('INVALID', { why: 'dates' });
  checkDocumentDays(writing, { classId, pupilId, from, to });
  const { kind, number, reason, note } = input;
  const row = { pupilId, kind, number, reason, from, to, note };
  const id = insertDocument(db, { ...row, enteredBy: actor.name, enteredAt: now });
  record('absenceDocument', String(id), null, row);
  return { id, ...applyDocuments(writing, { pupilId, from, to }) };
}

/** Takes a document back: what it turned is again what it was (J7). */
export function withdrawDocument(
  writing: Writing,
  input: { readonly classId: number; readonly documentId: number },
): { readonly turned: number; readonly closed: number } {
  const { db, actor, now, record } = writing;
  attendanceToChange(writing, input.classId);
  const found = findDocument(db, input.documentId);
  if (found === undefined || found.withdrawnAt !== null) {
    refuse('NOT_FOUND', { what: 'absenceDocument' });
  }
  const { id, pupilId, kind, number, reason, from, to, note } = found;
  checkDocumentDays(writing, { classId: input.classId, pupilId, from, to });
  storeWithdrawal(db, id, actor.name, now);
  record('absenceDocument', String(id), { pupilId, kind, number, reason, from, to, note }, null);
  return applyDocuments(writing, { pupilId, from, to });
}
