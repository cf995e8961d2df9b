import type { MovementPerson, MovementRow, MovementStart } from '#contract/movement';
import {
  findDebts,
  findMovementsOfYear,
  findNamedGroups,
  findPeopleOfMovements,
  type DebtRow,
  type MovementRow as StoredRow,
} from '#db/queries/movements';
import { findCurrentGroups, findSchoolOfMovements } from '#db/queries/pupil-memberships';
import { findClasses, findYearOr, findYears } from '#db/queries/school';
import { findSubjects } from '#db/queries/subjects';
import type { ReadableDb } from '#db/statement';
import { formatClassName } from '#domain/people/class-name';
import { compareNames, fullName } from '#domain/people/name';
import { hasRole } from '#domain/people/roles';
import type { OfYear, Reading } from '../unit-of-work';

const className = (grade: number | null, letter: string | null) =>
  grade === null ? null : formatClassName({ grade, letter: letter ?? '' });

/** A stored movement as the register and the pupil's card show it. */
export const asMovementRow = (
  row: StoredRow,
  debts: ReadonlyMap<number, readonly DebtRow[]>,
): MovementRow => ({
  id: row.id,
  orderId: row.orderId,
  orderNumber: row.orderNumber,
  orderDate: row.orderDate,
  kind: row.kind,
  effectiveOn: row.effectiveOn,
  pupilId: row.pupilId,
  pupil: fullName(row),
  birthDate: row.birthDate,
  address: row.address,
  fromClass: className(row.fromGrade, row.fromLetter),
  toClass: className(row.toGrade, row.toLetter),
  fromClassId: row.fromClassId,
  toClassId: row.toClassId,
  place: row.place,
  reason: row.reason,
  debts: (debts.get(row.id) ?? []).map(({ subjectId, subjectName, dueOn, settledOn }) => ({
    subjectId,
    subjectName,
    dueOn,
    settledOn,
  })),
  revoked: row.revokedAt === null ? null : row.revokedWhy,
});

export const debtsByMovement = (db: ReadableDb) =>
  Map.groupBy(findDebts(db), ({ movementId }) => movementId);

/**
 * The register of movement of a year; who is only a class teacher sees what concerns the own class
 * (КИА 4.7; requirements, table of roles).
 */
export function movementRegister(
  { db, actor, today }: Reading,
  { yearId }: OfYear,
): readonly MovementRow[] {
  const year = findYearOr(db, yearId, today);
  if (year === undefined) return [];
  const seesAll = hasRole(actor, 'administrator', 'director', 'deputy', 'secretary');
  const debts = debtsByMovement(db);
  return findMovementsOfYear(db, year.id)
    .filter(
      ({ fromHomeroomId, toHomeroomId }) =>
        seesAll || fromHomeroomId === actor.staffId || toHomeroomId === actor.staffId,
    )
    .map((row) => asMovementRow(row, debts));
}

/** Pupils and former pupils, classes of this and the next years with their groups, subjects. */
export function movementStart({ db, today }: Reading): MovementStart {
  const years = findYears(db);
  const current = findYearOr(db, undefined, today);
  const school = findSchoolOfMovements(db);
  const classes = years
    .filter(({ startsOn }) => current !== undefined && startsOn >= current.startsOn)
    .flatMap((year) => {
      const groups = findNamedGroups(db, year.id);
      return findClasses(db, year.id, year.startsOn).map(({ id, grade, letter }) => ({
        id,
        name: formatClassName({ grade, letter }),
        grade,
        yearId: year.id,
        yearName: year.name,
        groups: groups
          .filter(
            (group) =>
              group.kind !== 'individual' && school.classesOfGroup.get(group.id)?.includes(id),
          )
          .map(({ id: groupId, name, division }) => ({ id: groupId, name, division })),
      }));
    });
  const groups = Map.groupBy(findCurrentGroups(db), ({ pupilId }) => pupilId);
  const people = findPeopleOfMovements(db)
    .sort(compareNames)
    .map((row): MovementPerson => ({
      id: row.id,
      name: fullName(row),
      sex: row.sex,
      birthDate: row.birthDate,
      className: className(row.grade, row.letter) ?? '',
      classId: row.classId,
      yearId: row.yearId,
      grade: row.grade,
      to: row.to,
      groupNames: (groups.get(row.id) ?? []).map(({ name }) => name),
    }));
  const subjects = findSubjects(db).map(({ id, name }) => ({ id, name }));
  return { people, classes, subjects };
}
