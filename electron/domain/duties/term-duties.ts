import { addDays, daysBetween, type IsoDate } from '../calendar/iso-date';
import { endOf } from '../regulation/instant';
import { ruleOf, type Regulation } from '../regulation/regulation';
import type { RuleOf } from '../regulation/rules';
import { nextDue, termDays } from '../regulation/terms';
import type { Owed } from './mark-duties';

type Span = { readonly startsOn: IsoDate; readonly endsOn: IsoDate };

/** So long before its day what has a fixed day is told; what comes again, in its last half at most. */
const AHEAD = 14;

const owedBy = (
  by: IsoDate,
  from: IsoDate | undefined,
  count: number,
  clauses: readonly string[],
  today: IsoDate,
): Owed | undefined =>
  count === 0 || today < (from ?? addDays(by, -AHEAD))
    ? undefined
    : { count, due: endOf(by), clauses };

/** What a year needs once by a term of the regulation (R6); of several days the first counts. */
export function termOwed(
  regulation: Regulation,
  rule: RuleOf<'term'>,
  year: Span,
  periods: readonly Span[],
  missing: number,
  today: IsoDate,
): Owed | undefined {
  const { value, clauses } = ruleOf(regulation, rule);
  const [first] = termDays(value, year, periods).toSorted((a, b) => (a.to < b.to ? -1 : 1));
  return first && owedBy(first.to, first.from, missing, clauses, today);
}

/** What comes again and again (R5), counted from when it was done last. */
export function repeatedOwed(
  regulation: Regulation,
  rule: RuleOf<'frequency'>,
  lastDone: IsoDate,
  periods: readonly Span[],
  count: number,
  today: IsoDate,
): Owed | undefined {
  const { value, clauses } = ruleOf(regulation, rule);
  const by = nextDue(value, lastDone, periods);
  if (by === undefined) return undefined;
  const ahead = Math.min(AHEAD, Math.floor(daysBetween(lastDone, by) / 2));
  return owedBy(by, addDays(by, -ahead), count, clauses, today);
}
