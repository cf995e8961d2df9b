import { addDays, type IsoDate } from '../calendar/iso-date';

/** What a representative is asked about (ТИП А.1, ЭЛЖ 8): each with a paper of its own. */
export const CONSENT_KINDS = ['processing', 'electronicForm', 'photo', 'publication'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

export const CONSENT_DECISIONS = ['given', 'refused'] as const;
export type ConsentDecision = (typeof CONSENT_DECISIONS)[number];

export type Consent = {
  readonly id: number;
  readonly kind: ConsentKind;
  readonly decision: ConsentDecision;
  readonly datedOn: IsoDate;
  /** The last day it holds; null: for as long as the child learns here. */
  readonly validUntil: IsoDate | null;
  /** From this day on it does not hold. */
  readonly withdrawnOn: IsoDate | null;
};

/** What holds of one kind: `expired` and `withdrawn` are no consent, and say why there is none. */
export type ConsentState = 'none' | 'given' | 'refused' | 'withdrawn' | 'expired';

/** The last decision of a kind made by this day; of two on one day the one entered later. */
export function lastDecision<C extends Consent>(
  consents: readonly C[],
  kind: ConsentKind,
  day: IsoDate,
): C | undefined {
  let last: C | undefined;
  for (const one of consents) {
    if (one.kind !== kind || one.datedOn > day) continue;
    const later =
      last === undefined ||
      one.datedOn > last.datedOn ||
      (one.datedOn === last.datedOn && one.id > last.id);
    if (later) last = one;
  }
  return last;
}

/** What holds on the day: the last decision alone counts, an earlier one never comes back. */
export function consentOn(
  consents: readonly Consent[],
  kind: ConsentKind,
  day: IsoDate,
): ConsentState {
  const last = lastDecision(consents, kind, day);
  if (last === undefined) return 'none';
  if (last.withdrawnOn !== null && last.withdrawnOn <= day) return 'withdrawn';
  if (last.validUntil !== null && last.validUntil < day) return 'expired';
  return last.decision;
}

/**
 * Whether the pupil's personal data may be printed for or exported to anyone outside the school on
 * this day: only under a consent to its processing that holds (requirement C3, ТИП А.1, 152-ФЗ).
 */
export const mayLeaveSchool = (consents: readonly Consent[], day: IsoDate): boolean =>
  consentOn(consents, 'processing', day) === 'given';

/** Whether the family refused the electronic form: it gets extracts on paper (ИНС 4.7, КИА 4.3.9). */
export const wantsPaper = (consents: readonly Consent[], day: IsoDate): boolean =>
  consentOn(consents, 'electronicForm', day) === 'refused';

/** Whether a given consent runs out within so many days. */
export function expiresSoon(
  consents: readonly Consent[],
  kind: ConsentKind,
  day: IsoDate,
  days: number,
): boolean {
  const until = lastDecision(consents, kind, day)?.validUntil;
  if (until === null || until === undefined) return false;
  return consentOn(consents, kind, day) === 'given' && until <= addDays(day, days);
}
