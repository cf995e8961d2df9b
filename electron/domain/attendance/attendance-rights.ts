import { hasRole, type Actor, type Role } from '../people/roles';

/** Who sees the attendance of a class: the administration, and its class teacher (КИА 4.3.1, J7). */
export function canSeeAttendance(actor: Actor, homeroomTeacherId: number | null): boolean {
  if (hasRole(actor, 'administrator', 'director', 'deputy')) return true;
  return hasRole(actor, 'classTeacher') && homeroomTeacherId === actor.staffId;
}

/**
 * Who says why pupils of a class were absent and enters their documents (J7): whom the regulation
 * lets (R4), a class teacher in the own class only. A subject teacher does so on the own pages.
 */
export function canSetReasons(
  actor: Actor,
  homeroomTeacherId: number | null,
  regulationLets: (role: Role) => boolean,
): boolean {
  const administration = (['administrator', 'deputy'] as const).some(
    (role) => hasRole(actor, role) && regulationLets(role),
  );
  return (
    administration ||
    (hasRole(actor, 'classTeacher') &&
      homeroomTeacherId === actor.staffId &&
      regulationLets('classTeacher'))
  );
}
