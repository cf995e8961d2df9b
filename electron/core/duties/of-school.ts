import { hasRole, type Role } from '#domain/people/roles';
import type { DutyGround } from './ground';

/** Whether the duties of a role are asked for: by who holds it, or of everybody. */
export const asks = ({ of }: Pick<DutyGround, 'of'>, ...roles: readonly Role[]): boolean =>
  of === null || hasRole(of, ...roles);

/** Who does what concerns the whole school: the first of the roles that somebody holds. */
export function roleHeld({ people }: DutyGround, roles: readonly Role[]): Role | undefined {
  const held = new Set([...people().values()].flatMap((one) => one.roles));
  return roles.find((role) => held.has(role));
}
