import type { ConsentLine } from '#contract/consents';
import { consentsOf, type ConsentOfPupilRow } from '#db/queries/consents';
import { findPupilsOn } from '#db/queries/people';
import { findYearOr } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import { dayWithin, type IsoDate } from '#domain/calendar/iso-date';
import {
  CONSENT_KINDS,
  consentOn,
  expiresSoon,
  lastDecision,
  mayLeaveSchool,
  type ConsentKind,
} from '#domain/consents/consents';
import { formatClassName } from '#domain/people/class-name';
import { compareNames, fullName } from '#domain/people/name';
import { seesEveryCard } from '#domain/pupils/card-rights';
import type { OfYear, Reading } from '../unit-of-work';

/** A consent that runs out within so many days asks for a new paper. */
const SOON_DAYS = 30;

function kindOf(rows: readonly ConsentOfPupilRow[], kind: ConsentKind, today: IsoDate) {
  const last = lastDecision(rows, kind, today);
  return {
    state: consentOn(rows, kind, today),
    datedOn: last?.datedOn ?? null,
    validUntil: last?.validUntil ?? null,
    withdrawnOn: last?.withdrawnOn ?? null,
    document: last?.document ?? '',
    soon: expiresSoon(rows, kind, today, SOON_DAYS),
  };
}

/** The pupils of a year with what holds today of each kind of consent; a class teacher gets the own class. */
export function register(
  { db, actor, today }: Reading,
  { classId, yearId }: OfYear & { readonly classId?: number | undefined },
): readonly ConsentLine[] {
  const year = findYearOr(db, yearId, today);
  if (year === undefined) return [];
  const seesAll = seesEveryCard(actor);
  const pupils = findPupilsOn(db, year.id, dayWithin(year, today))
    .filter((row) => seesAll || row.homeroomTeacherId === actor.staffId)
    .filter((row) => classId === undefined || row.classId === classId)
    .sort(compareNames);
  const rows = consentsOf(
    db,
    pupils.map(({ id }) => id),
  );
  const byPupil = Map.groupBy(rows, ({ pupilId }) => pupilId);
  return pupils.map((pupil) => {
    const own = byPupil.get(pupil.id) ?? [];
    const kinds = CONSENT_KINDS.map((kind) => [kind, kindOf(own, kind, today)]);
    return {
      pupilId: pupil.id,
      name: fullName(pupil),
      className: formatClassName(pupil),
      classId: pupil.classId,
      kinds: Object.fromEntries(kinds) as ConsentLine['kinds'],
    };
  });
}

/**
 * Of these pupils, those whose personal data may be printed for or exported to anyone outside on
 * this day (C3): every extract and export asks here first.
 */
export function mayLeaveSchoolOf(
  db: ReadableDb,
  pupilIds: readonly number[],
  day: IsoDate,
): ReadonlySet<number> {
  const byPupil = Map.groupBy(consentsOf(db, pupilIds), ({ pupilId }) => pupilId);
  return new Set(pupilIds.filter((id) => mayLeaveSchool(byPupil.get(id) ?? [], day)));
}
