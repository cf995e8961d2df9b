import type { Role } from '../people/roles';
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
