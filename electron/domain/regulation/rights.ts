import { hasRole, type Actor, type Role } from '../people/roles';
import { ruleOf, type Regulation } from './regulation';
import type { RuleOf } from './rules';

/** What the regulation gives to some roles and not to others (R4). */
export type RegulatedAction = RuleOf<'roles'>;

/** Whether a role may do it, and by which clauses. */
export function rightOf(
  regulation: Regulation,
  role: Role,
  action: RegulatedAction,
): { readonly may: boolean; readonly clauses: readonly string[] } {
  const { value, clauses } = ruleOf(regulation, action);
  return { may: value.includes(role), clauses };
}

/** Whether the person may do it in any of the own roles. */
export const mayByRegulation = (
  regulation: Regulation,
  actor: Pick<Actor, 'roles'>,
  action: RegulatedAction,
): boolean => hasRole(actor, ...ruleOf(regulation, action).value);
