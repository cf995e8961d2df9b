import { PRESETS } from './presets/index';
import type { Origin, PresetId, Regulation, RuleEntry } from './regulation';
import { RULE_IDS, type RuleId } from './rules';
import { ruleSentence } from './sentences';

/** A rule that is not the same in two documents: было, стало. */
export type Difference = { readonly id: RuleId; readonly before: string; readonly after: string };

/** Key order does not make two values differ. */
const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => same(value, right.get(key)));
};

/** The rules whose values differ, in the order of the document. */
export function differencesOf(before: Regulation, after: Regulation): readonly Difference[] {
  return RULE_IDS.filter((id) => !same(before.rules[id].value, after.rules[id].value)).map(
    (id) => ({ id, before: ruleSentence(before, id), after: ruleSentence(after, id) }),
  );
}

/** Whose a rule is: as the preset has it, its paper's or the base's; otherwise the school's own. */
export function originOf(
  preset: PresetId,
  rule: RuleId,
  entry: Omit<RuleEntry<unknown>, 'origin'>,
): Origin {
  const { origin, ...ofPreset } = PRESETS[preset].rules[rule];
  const { value, clauses, words } = entry;
  return same(ofPreset, { value, clauses, words }) ? origin : 'school';
}
