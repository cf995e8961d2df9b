import type { PupilListRow, StaffRow } from '#contract/people';
import { rolesOfAccount } from '#db/queries/accounts';
import { findPupilsOn, findStaff } from '#db/queries/people';
import { findYear } from '#db/queries/school';
import { formatClassName } from '#domain/people/class-name';
import { compareNames } from '#domain/people/name';
import { hasRole } from '#domain/people/roles';
import type { Reading } from '../unit-of-work';

/** Today's pupils by name; who is only a class teacher gets those of the own class. */
export function pupils(
  { db, actor, today }: Reading,
  { classId }: { readonly classId?: number | undefined },
): readonly PupilListRow[] {
  const year = findYear(db, today);
  if (year === undefined) return [];
  const seesAll = hasRole(actor, 'administrator', 'director', 'deputy', 'secretary');
  return findPupilsOn(db, year.id, today)
    .filter((row) => seesAll || row.homeroomTeacherId === actor.staffId)
    .filter((row) => classId === undefined || row.classId === classId)
    .sort(compareNames)
    .map((row) => ({
      id: row.id,
      lastName: row.lastName,
      firstName: row.firstName,
      middleName: row.middleName,
      sex: row.sex,
      birthDate: row.birthDate,
      personalFile: row.personalFile,
      classId: row.classId,
      className: formatClassName(row),
    }));
}

/** Everybody who works here by name, with the account. */
export function staff({ db, today }: Reading): readonly StaffRow[] {
  const year = findYear(db, today);
  return findStaff(db, year?.id ?? 0)
    .sort(compareNames)
    .map((row) => ({
      id: row.id,
      lastName: row.lastName,
      firstName: row.firstName,
      middleName: row.middleName,
      position: row.position,
      homeroomOf:
        row.homeroomGrade === null
          ? null
          : formatClassName({ grade: row.homeroomGrade, letter: row.homeroomLetter ?? '' }),
      account:
        row.accountId === null
          ? null
          : {
              id: row.accountId,
              login: row.login ?? '',
              roles: rolesOfAccount(db, row.accountId),
              mustChangePassword: row.mustChangePassword === 1,
              blocked: row.blockedAt !== null,
            },
    }));
}
