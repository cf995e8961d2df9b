import {
  deleteConsent,
  findConsent,
  insertConsent,
  setWithdrawn,
  type ConsentOfPupilRow,
  type NewConsent,
} from '#db/queries/consents';
import { findLink } from '#db/queries/representatives';
import type { IsoDate } from '#domain/calendar/iso-date';
import { cardToKeep } from '../pupils/card-access';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';

type Decision = Omit<NewConsent, 'pupilId'>;

/** What the trail keeps of a decision. */
const told = ({ kind, decision, document, datedOn, validUntil, note }: Decision) => ({
  kind,
  decision,
  document,
  datedOn,
  validUntil,
  note,
});

/**
 * Enters one decision for each of these pupils, all or none (ТИП А.1). Refuses (INVALID `dates`) a
 * paper of the future and one that ends before it begins; a representative must be the pupil's own.
 */
export function addConsents(
  writing: Writing,
  input: Decision & { readonly pupilIds: readonly number[] },
): { consentIds: number[] } {
  const { db, today } = writing;
  const { representativeId, kind, decision, document, datedOn, validUntil, note } = input;
  if (datedOn > today || (validUntil !== null && validUntil < datedOn)) {
    refuse('INVALID', { why: 'dates' });
  }
  const row = { representativeId, kind, decision, document, datedOn, validUntil, note };
  const consentIds = [...new Set(input.pupilIds)].map((pupilId) => {
    cardToKeep(writing, pupilId);
    if (representativeId !== null && findLink(db, pupilId, representativeId) === undefined) {
      refuse('NOT_FOUND', { what: 'representative' });
    }
    const id = insertConsent(db, { ...row, pupilId });
    writing.record('pupilConsent', String(pupilId), null, told(row));
    return id;
  });
  return { consentIds };
}

function toChange(writing: Writing, consentId: number): ConsentOfPupilRow {
  const consent = findConsent(writing.db, consentId) ?? refuse('NOT_FOUND', { what: 'consent' });
  cardToKeep(writing, consent.pupilId);
  return consent;
}

/** Notes that a consent was withdrawn on a day, or takes that back (`null`). */
export function withdraw(
  writing: Writing,
  { consentId, on }: { readonly consentId: number; readonly on: IsoDate | null },
): void {
  const consent = toChange(writing, consentId);
  if (on !== null && (on > writing.today || on < consent.datedOn)) {
    refuse('INVALID', { why: 'dates' });
  }
  setWithdrawn(writing.db, consentId, on);
  const { kind } = consent;
  const state = (withdrawnOn: IsoDate | null) => ({ kind, withdrawnOn });
  const before = state(consent.withdrawnOn);
  writing.record('pupilConsent', String(consent.pupilId), before, state(on));
}

/** Takes out decisions entered by mistake; the trail keeps them. */
export function removeConsents(
  writing: Writing,
  { consentIds }: { readonly consentIds: readonly number[] },
): void {
  for (const consentId of new Set(consentIds)) {
    const consent = toChange(writing, consentId);
    deleteConsent(writing.db, consentId);
    writing.record('pupilConsent', String(consent.pupilId), told(consent), null);
  }
}
