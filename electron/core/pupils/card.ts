import type { PupilCard } from '#contract/pupils';
import { consentsOf } from '#db/queries/consents';
import { healthAccesses } from '#db/queries/health';
import { groupsOfPupil, hasPhoto, findPhoto, movementsOfPupil } from '#db/queries/pupil-card';
import { childrenOfRepresentatives, representativesOf } from '#db/queries/representatives';
import { findYear } from '#db/queries/school';
import { formatClassName } from '#domain/people/class-name';
import { shortName } from '#domain/people/name';
import { consentRowOf } from '../consents/consent-row';
import type { Reading } from '../unit-of-work';
import { cardToSee } from './card-access';
import { pupilNames } from './pupil-names';
import { recordLook } from './record-look';

const classNameOf = (grade: number | null, letter: string | null): string | null =>
  grade === null ? null : formatClassName({ grade, letter: letter ?? '' });

function representatives({ db, today }: Reading, pupilId: number): PupilCard['representatives'] {
  const rows = representativesOf(db, [pupilId]);
  const others = childrenOfRepresentatives(
    db,
    rows.map(({ id }) => id),
  ).filter((child) => child.pupilId !== pupilId);
  const names = pupilNames(
    db,
    others.map((child) => child.pupilId),
    today,
  );
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    data: {
      lastName: row.lastName,
      firstName: row.firstName,
      middleName: row.middleName,
      phone: row.phone,
      email: row.email,
      address: row.address,
      note: row.note,
    },
    relation: row.relation,
    legal: row.legal === 1,
    main: row.main === 1,
    otherChildren: others
      .filter(({ representativeId }) => representativeId === row.id)
      .map((child) => names.get(child.pupilId) ?? ''),
  }));
}

function healthState({ db, actor }: Reading): PupilCard['health'] {
  const accesses = healthAccesses(db);
  if (accesses.length === 0) return 'off';
  return accesses.some(({ accountId }) => accountId === actor.accountId) ? 'open' : 'closed';
}

/** A pupil's card with everything that stands on it (C1); that it was opened is recorded (U4). */
export function card(reading: Reading, { pupilId }: { readonly pupilId: number }): PupilCard {
  const { db, today } = reading;
  const { pupil, classes, now, mayEdit, mayKeep } = cardToSee(reading, pupilId);
  recordLook(reading, { action: 'pupil.look', entity: 'pupilLook', id: String(pupilId) });
  const { id, version, ...data } = pupil;
  const year = findYear(db, today);
  const left = now !== undefined && now.toDate !== null && now.toDate < today;
  return {
    id,
    version,
    data,
    className: now === undefined ? null : formatClassName(now),
    classId: now?.classId ?? null,
    leftOn: left && !classes.some(({ fromDate }) => fromDate > today) ? now.toDate : null,
    hasPhoto: hasPhoto(db, id),
    mayEdit,
    mayKeep,
    health: healthState(reading),
    classes: classes.map((one) => ({
      yearName: one.yearName,
      className: formatClassName(one),
      homeroomTeacher:
        one.teacherLast === null
          ? null
          : shortName({
              lastName: one.teacherLast,
              firstName: one.teacherFirst ?? '',
              middleName: one.teacherMiddle ?? '',
            }),
      from: one.fromDate,
      to: one.toDate,
    })),
    movements: movementsOfPupil(db, id).map((one) => ({
      id: one.id,
      kind: one.kind,
      effectiveOn: one.effectiveOn,
      order: one.order,
      orderDate: one.orderDate,
      fromClass: classNameOf(one.fromGrade, one.fromLetter),
      toClass: classNameOf(one.toGrade, one.toLetter),
      place: one.place,
      reason: one.reason,
      revoked: one.revokedAt !== null,
    })),
    groups: groupsOfPupil(db, id, year?.id ?? 0).map((group) => ({
      name: group.name,
      subjects: group.subjects ?? '',
      from: group.fromDate,
      to: group.toDate,
    })),
    representatives: representatives(reading, id),
    consents: consentsOf(db, [id]).map(consentRowOf),
  };
}

/** The photograph, where the card has one. */
export function photo(
  reading: Reading,
  { pupilId }: { readonly pupilId: number },
): { readonly jpegBase64: string | null } {
  cardToSee(reading, pupilId);
  return { jpegBase64: findPhoto(reading.db, pupilId)?.toString('base64') ?? null };
}
