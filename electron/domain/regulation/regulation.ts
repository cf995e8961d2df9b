import { z } from 'zod';
import type { IsoDate } from '../calendar/iso-date';
import { RULE_IDS, RULES, type RuleId, type RuleValue } from './rules';
import { VALUE_SCHEMAS } from './values';

/** The five papers that the presets follow (R). */
export const PRESET_IDS = ['ins', 'elzh', 'kia', 'tip', 'sgo'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/**
 * Where a rule's value comes from: the preset's own paper, the base that fills what the paper does
 * not say, or the school itself.
 */
export const ORIGINS = ['own', 'base', 'school'] as const;
export type Origin = (typeof ORIGINS)[number];

export type RuleEntry<Value> = {
  readonly value: Value;
  /** «КИА 4.4.6», or the point of the school's own paper; none where no paper speaks of it. */
  readonly clauses: readonly string[];
  /** The words of the clause. */
  readonly words: string;
  readonly origin: Origin;
};

/** The school's regulation: one document, every rule with its clauses. */
export type Regulation = {
  readonly format: 1;
  readonly title: string;
  readonly preset: PresetId;
  readonly rules: { readonly [Id in RuleId]: RuleEntry<RuleValue<Id>> };
};

const entry = (value: z.ZodType) =>
  z.object({
    value,
    clauses: z.array(z.string().trim().min(1).max(40)).max(8),
    words: z.string().trim().max(1000),
    origin: z.enum(ORIGINS),
  });

/** What is stored and travels; a document of an unknown format or with a rule missing is refused. */
export const regulationSchema = z.object({
  format: z.literal(1),
  title: z.string().trim().min(1).max(200),
  preset: z.enum(PRESET_IDS),
  rules: z.object(
    Object.fromEntries(RULE_IDS.map((id) => [id, entry(VALUE_SCHEMAS[RULES[id].kind])])),
  ),
}) as unknown as z.ZodType<Regulation>;

export const ruleOf = <Id extends RuleId>(
  regulation: Regulation,
  id: Id,
): RuleEntry<RuleValue<Id>> => regulation.rules[id];

export const valueOf = <Id extends RuleId>(regulation: Regulation, id: Id): RuleValue<Id> =>
  regulation.rules[id].value;

/**
 * The version in force on a day: the latest that began by then; the first one also before its day. A
 * lesson is judged by that of its own day, so a new version changes nothing that is past.
 */
export function regulationInForce<Version extends { readonly fromDate: IsoDate }>(
  versions: readonly Version[],
  day: IsoDate,
): Version | undefined {
  const ordered = [...versions].sort((a, b) =>
    a.fromDate < b.fromDate ? -1 : a.fromDate > b.fromDate ? 1 : 0,
  );
  return ordered.findLast(({ fromDate }) => fromDate <= day) ?? ordered[0];
}
