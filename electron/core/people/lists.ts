import type { PupilListRow, StaffRow } from '#contract/people';
import { rolesOfAccount } from '#db/queries/accounts';
import { findLeftPupils, findPupilsOn, findStaff } from '#db/queries/people';
import { findYear, findYearOr } from '#db/queries/school';
import { dayWithin } from '#domain/calendar/iso-date';
import { formatClassName } from '#domain/people/class-name';
import { compareNames } from '#domain/people/name';
import { seesEveryCard } from '#domain/pupils/card-rights';
import type { OfYear, Reading } from '../unit-of-work';

/**
 * The pupils of a year by name: of today, or of the year's day nearest to it. With `left` those who
 * were in the school in this year or before and are there no more, with their last class. Who is
 * only a class teacher gets those of the own class.
 */
export function pupils(
  { db, actor, today }: Reading,
  input: OfYear & { readonly classId?: number | undefined; readonly left?: boolean | undefined },
): readonly PupilListRow[] {
  const { classId } = input;
  const year = findYearOr(db, input.yearId, today);
  if (year === undefined) return [];
  const seesAll = seesEveryCard(actor);
  const day = dayWithin(year, today);
  const found = input.left === true ? findLeftPupils(db, day) : findPupilsOn(db, year.id, day);
  return found
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
      leftOn: input.left === true ? row.toDate : null,
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
