import type { ClassGroup, ClassGroups, Division } from '#contract/groups';
import { findClassSetup, type ClassSetupRow } from '#db/queries/classes';
import {
  findGroups,
  findMembershipsOfClass,
  findPupilsEver,
  findStreamClasses,
  groupInUse,
  type ClassPupilRow,
  type GroupRow,
} from '#db/queries/groups';
import { findPeriods, findYearOr } from '#db/queries/school';
import { formatClassName } from '#domain/people/class-name';
import { compareNames, fullName } from '#domain/people/name';
import { hasRole } from '#domain/people/roles';
import { compareText } from '#domain/text/compare-text';
import { valueOf } from '#domain/regulation/regulation';
import { letsOf, mayInClass } from '#domain/regulation/rights';
import { refuse } from '../refuse';
import { regulationOn } from '../regulation/versions';
import type { Reading } from '../unit-of-work';

/** The class, if the one who asks may look at its groups: the administration or its class teacher. */
export function classToDivide(
  { db, actor }: Pick<Reading, 'db' | 'actor'>,
  classId: number,
): ClassSetupRow {
  const found = findClassSetup(db, classId) ?? refuse('NOT_FOUND', { what: 'class' });
  const seesAll = hasRole(actor, 'administrator', 'director', 'deputy');
  if (!seesAll && found.homeroomTeacherId !== actor.staffId) {
    refuse('FORBIDDEN', { why: 'notYourClass' });
  }
  return found;
}

/** What the regulation in force lets the one who asks do with who is in a group already (R4). */
export function movesAllowed(
  { db, actor, today }: Pick<Reading, 'db' | 'actor' | 'today'>,
  { homeroomTeacherId }: ClassSetupRow,
): { readonly mayMove: boolean; readonly withinPeriod: boolean } {
  const regulation = regulationOn(db, today);
  return {
    mayMove: mayInClass(actor, [homeroomTeacherId], letsOf(regulation, 'moveBetweenGroups')),
    withinPeriod: valueOf(regulation, 'groupMovesMidPeriod'),
  };
}

/** Which groups exclude each other: those of one division, otherwise a group only itself. */
export const divisionKey = ({ id, division, kind }: GroupRow): string =>
  division === '' ? `#${id}` : `${kind}:${division}`;

/** The groups that exclude this one in the class, itself among them. */
export const excluding = (groups: readonly GroupRow[], group: GroupRow): readonly GroupRow[] =>
  groups.filter((one) => divisionKey(one) === divisionKey(group));

/** The subgroups a class leads and the streams its pupils can be in. */
export function groupsOfClass(db: Reading['db'], schoolClass: ClassSetupRow) {
  const streams = Map.groupBy(findStreamClasses(db, schoolClass.yearId), ({ groupId }) => groupId);
  const classIdsOf = (group: GroupRow) => [
    group.classId,
    ...(streams.get(group.id) ?? []).map(({ classId }) => classId),
  ];
  const groups = findGroups(db, schoolClass.yearId).filter(
    (group) =>
      group.name !== '' &&
      group.kind !== 'individual' &&
      (group.kind === 'stream' ? classIdsOf(group) : [group.classId]).includes(schoolClass.id),
  );
  return { groups, classIdsOf };
}

/** The last time a pupil was in the class; whoever came back has the first day of the last time. */
export function lastTimes(rows: readonly ClassPupilRow[]): readonly ClassPupilRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** Everything about the groups of a class: divisions, pupils, and who was where when (S4). */
export function groupsOf(reading: Reading, { classId }: { readonly classId: number }): ClassGroups {
  const { db } = reading;
  const schoolClass = classToDivide(reading, classId);
  const year =
    findYearOr(db, schoolClass.yearId, reading.today) ?? refuse('NOT_FOUND', { what: 'year' });
  const { groups, classIdsOf } = groupsOfClass(db, schoolClass);
  const known = new Set(groups.map(({ id }) => id));
  const spans = Map.groupBy(
    findMembershipsOfClass(db, classId).filter(({ groupId }) => known.has(groupId)),
    ({ pupilId }) => pupilId,
  );
  const divisions = [...Map.groupBy(groups, divisionKey).values()].flatMap((own): Division[] => {
    const [first] = own;
    if (first === undefined) return [];
    const kind = first.kind === 'stream' ? 'stream' : 'subgroup';
    return [
      {
        name: first.division,
        kind,
        groups: own
          .toSorted((one, other) => compareText(one.name, other.name))
          .map((group): ClassGroup => ({
            id: group.id,
            name: group.name,
            kind,
            archived: group.archived === 1,
            removable: !groupInUse(db, group.id),
            classIds: group.kind === 'stream' ? classIdsOf(group) : [group.classId],
          })),
      },
    ];
  });
  const { grade } = schoolClass;
  const allowed = movesAllowed(reading, schoolClass);
  return {
    classId,
    className: formatClassName(schoolClass),
    grade,
    year: { startsOn: year.startsOn, endsOn: year.endsOn },
    periodStarts: findPeriods(db, schoolClass.yearId)
      .filter(
        ({ kind, gradeFrom, gradeTo }) => kind !== 'year' && gradeFrom <= grade && grade <= gradeTo,
      )
      .map(({ startsOn }) => startsOn)
      .sort((one, other) => (one < other ? -1 : 1)),
    moves: !allowed.mayMove ? 'none' : allowed.withinPeriod ? 'any' : 'atPeriods',
    divisions,
    pupils: [...lastTimes(findPupilsEver(db, classId))].sort(compareNames).map((pupil) => ({
      id: pupil.id,
      name: fullName(pupil),
      sex: pupil.sex,
      from: pupil.from,
      to: pupil.to,
      spans: (spans.get(pupil.id) ?? []).map(({ groupId, from, to }) => ({ groupId, from, to })),
    })),
  };
}
