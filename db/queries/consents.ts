import type { IsoDate } from '#domain/calendar/iso-date';
import type { ConsentDecision, ConsentKind } from '#domain/consents/consents';
import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type ConsentOfPupilRow = {
  readonly id: number;
  readonly pupilId: number;
  readonly representativeId: number | null;
  readonly lastName: string | null;
  readonly firstName: string | null;
  readonly middleName: string | null;
  readonly kind: ConsentKind;
  readonly decision: ConsentDecision;
  readonly document: string;
  readonly datedOn: IsoDate;
  readonly validUntil: IsoDate | null;
  readonly withdrawnOn: IsoDate | null;
  readonly note: string;
};
export type NewConsent = {
  readonly pupilId: number;
  readonly representativeId: number | null;
  readonly kind: ConsentKind;
  readonly decision: ConsentDecision;
  readonly document: string;
  readonly datedOn: IsoDate;
  readonly validUntil: IsoDate | null;
  readonly note: string;
};

const columns = `consent.id, consent.pupil_id AS pupilId,
  consent.representative_id AS representativeId, representative.last_name AS lastName,
  representative.first_name AS firstName, representative.middle_name AS middleName, consent.kind,
  consent.decision, consent.document, consent.dated_on AS datedOn,
  consent.valid_until AS validUntil, consent.withdrawn_on AS withdrawnOn, consent.note`;
const joined = `consent LEFT JOIN representative ON representative.id = consent.representative_id`;
const ofPupils = select<[pupilIds: string], ConsentOfPupilRow>(
  `SELECT ${columns} FROM ${joined}
   WHERE consent.pupil_id IN (SELECT value FROM json_each(?))
   ORDER BY consent.dated_on DESC, consent.id DESC`,
);
const byId = select<[number], ConsentOfPupilRow>(
  `SELECT ${columns} FROM ${joined} WHERE consent.id = ?`,
);
const insertRow = change<
  [number, number | null, ConsentKind, ConsentDecision, string, IsoDate, IsoDate | null, string]
>(
  `INSERT INTO consent
     (pupil_id, representative_id, kind, decision, document, dated_on, valid_until, note)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
);
const updateWithdrawn = change<[IsoDate | null, number]>(
  'UPDATE consent SET withdrawn_on = ? WHERE id = ?',
);
const deleteRow = change<[number]>('DELETE FROM consent WHERE id = ?');

/** Every decision about these pupils, the latest first. */
export const consentsOf = (db: ReadableDb, pupilIds: readonly number[]) =>
  all(db, ofPupils, [JSON.stringify(pupilIds)]);
export const findConsent = (db: ReadableDb, id: number) => get(db, byId, [id]);

export const insertConsent = (db: WritableDb, consent: NewConsent): number =>
  run(db, insertRow, [
    consent.pupilId,
    consent.representativeId,
    consent.kind,
    consent.decision,
    consent.document,
    consent.datedOn,
    consent.validUntil,
    consent.note,
  ]).id;
export const setWithdrawn = (db: WritableDb, id: number, on: IsoDate | null) =>
  run(db, updateWithdrawn, [on, id]);
export const deleteConsent = (db: WritableDb, id: number) => run(db, deleteRow, [id]);
