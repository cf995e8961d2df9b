import type { PresetId, Regulation, RuleEntry } from '../regulation';
import { RULE_IDS, type RuleId, type RuleValue } from '../rules';
import { BASE } from './base';

/** What a paper says of a rule: the value, the clauses, and their words. */
export type Said<Value> = {
  readonly value: Value;
  readonly clauses: readonly string[];
  readonly words: string;
};
export type SaidRules = { readonly [Id in RuleId]?: Said<RuleValue<Id>> };

/** A whole regulation from what its paper says; the rest is the base's, and marked so. */
export function preset(id: PresetId, title: string, said: SaidRules): Regulation {
  const entryOf = (rule: RuleId): RuleEntry<unknown> => {
    const own = said[rule];
    return own === undefined ? { ...BASE[rule], origin: 'base' } : { ...own, origin: 'own' };
  };
  const rules = Object.fromEntries(RULE_IDS.map((rule) => [rule, entryOf(rule)]));
  return { format: 1, title, preset: id, rules: rules as Regulation['rules'] };
}
