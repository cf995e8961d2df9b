import { findGroups, findStreamClasses } from '#db/queries/groups';
import { findPlans } from '#db/queries/individual-plans';
import { findGroupPupils } from '#db/queries/memberships';
import { isOn } from '#domain/groups/membership';
import type { ReadinessFacts } from '#domain/readiness/facts';
import { divisionKey } from '../groups/groups-of-class';
import type { YearState } from './year-state';

/**
 * Divisions of classes with the pupils who are in none of their groups. Whoever learns by an
 * individual plan may be in none, and nobody must be in a group of choice or a stream: there it is
 * only asked that somebody is.
 */
export function groupsLeft(state: YearState): ReadinessFacts['groups'] {
  const { db, year, day, className, pupils } = state;
  const own = new Set(
    findPlans(db, year.id)
      .filter((plan) => isOn(plan, day))
      .map(({ pupilId }) => pupilId),
  );
  const members = findGroupPupils(db, year.id, day);
  const streams = Map.groupBy(findStreamClasses(db, year.id), ({ groupId }) => groupId);
  const ofClass = Map.groupBy(pupils, ({ classId }) => classId);
  const groups = findGroups(db, year.id).filter(
    ({ name, kind, archived }) => name !== '' && kind !== 'individual' && archived === 0,
  );
  const divisions = Map.groupBy(groups, (group) => `${group.classId} ${divisionKey(group)}`);
  return [...divisions.values()].flatMap((parts) => {
    const [first] = parts;
    if (first === undefined) return [];
    const placed = new Set(parts.flatMap(({ id }) => [...(members.get(id) ?? [])]));
    const names = [
      first.classId,
      ...(streams.get(first.id) ?? []).map(({ classId }) => classId),
    ].map((id) => className.get(id) ?? '');
    const divides = first.kind === 'subgroup' && first.division !== '';
    const asked = divides
      ? (ofClass.get(first.classId) ?? []).map(({ id }) => id).filter((id) => !own.has(id))
      : [...placed];
    return [
      {
        name: `${names.join(', ')}: ${first.division || first.name}`,
        pupils: asked.length,
        left: asked.filter((id) => !placed.has(id)).length,
      },
    ];
  });
}
