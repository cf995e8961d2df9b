import { averageOf, weightedAverageOf, type DebtRule, type WeightedMark } from './average';
import { numericMarks, type MarkValue, type NumericMark } from './mark-value';
import type { Ratio } from './ratio';

/** How a school proposes a period mark. The teacher decides; a deviation is only shown (J6). */
export type ProposalRule = {
  /** Which average is rounded. */
  readonly basis: 'plain' | 'weighted';
  /** From which hundredths of the average on it goes up: whole, 1 to 100. 50 means 3,50 is a «4». */
  readonly threshold: number;
  readonly debts: DebtRule;
};

/** A half goes up, as real tables of marks show; debts are shown but do not count. */
export const defaultProposalRule: ProposalRule = {
  basis: 'weighted',
  threshold: 50,
  debts: 'ignore',
};

/** The proposal with what explains it, or why there is none. */
export type Proposal =
  | {
      readonly kind: 'proposed';
      readonly mark: NumericMark;
      readonly average: Ratio;
      readonly rounded: 'up' | 'down' | 'exact';
      readonly rule: ProposalRule;
    }
  | { readonly kind: 'none'; readonly why: 'nothing-counts' | 'debts' };

/**
 * The period mark that the current marks ask for (J5, J6). It lies between the lowest and the
 * highest mark that counted, and never falls when a mark rises. A threshold out of 1…100 throws
 * RangeError: the regulation holds none.
 */
export function proposePeriodMark(
  marks: readonly WeightedMark[],
  rule: ProposalRule = defaultProposalRule,
): Proposal {
  if (rule.debts === 'block' && marks.some(({ value }) => value === '.')) {
    return { kind: 'none', why: 'debts' };
  }
  const average =
    rule.basis === 'weighted'
      ? weightedAverageOf(marks, rule.debts)
      : averageOf(
          marks.map(({ value }) => value),
          rule.debts,
        );
  return average === undefined ? { kind: 'none', why: 'nothing-counts' } : rounded(average, rule);
}

/** The year mark from the marks of its periods: their mean, rounded at the threshold (J6). */
export function proposeYearMark(
  periodMarks: readonly MarkValue[],
  threshold: number = defaultProposalRule.threshold,
): Proposal {
  return proposePeriodMark(
    periodMarks.map((value) => ({ value, weight: 1 })),
    { basis: 'plain', threshold, debts: 'ignore' },
  );
}

function rounded(average: Ratio, rule: ProposalRule): Proposal {
  if (!Number.isInteger(rule.threshold) || rule.threshold < 1 || rule.threshold > 100) {
    throw new RangeError('threshold');
  }
  const rest = average.numerator % average.denominator;
  const whole = (average.numerator - rest) / average.denominator;
  const up = rest * 100 >= rule.threshold * average.denominator;
  const mark = numericMarks[whole - 1 + (up ? 1 : 0)];
  if (mark === undefined) throw new RangeError('average');
  return {
    kind: 'proposed',
    mark,
    average,
    rounded: rest === 0 ? 'exact' : up ? 'up' : 'down',
    rule,
  };
}
