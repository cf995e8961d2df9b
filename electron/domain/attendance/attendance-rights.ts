import { hasRole, type Actor } from '../people/roles';
import { mayInClass, type Lets } from '../regulation/rights';

/** Who sees the attendance of a class: the administration, and its class teacher (КИА 4.3.1, J7). */
export function canSeeAttendance(actor: Actor, homeroomTeacherId: number | null): boolean {
  if (hasRole(actor, 'administrator', 'director', 'deputy')) return true;
  return hasRole(actor, 'classTeacher') && homeroomTeacherId === actor.staffId;
}

/**
 * Who says why pupils of a class were absent and enters their documents (J7): whom the regulation
 * lets (R4), a class teacher in the own class only. A subject teacher does so on the own pages.
 */
export const canSetReasons = (
  actor: Actor,
  homeroomTeacherId: number | null,
  lets: Lets,
): boolean => mayInClass(actor, [homeroomTeacherId], (role) => role !== 'teacher' && lets(role));
