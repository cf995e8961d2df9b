import { ofPeriods, type Assessment } from './assessment';
import { passedShare, weightedAverageOf, type DebtRule, type WeightedMark } from './average';
import type { MarkValue } from './mark-value';
import { inFivePoints } from './point-scale';
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
      readonly mark: MarkValue;
      /** Of the points; where passes are given, their share. */
      readonly average: Ratio;
      readonly rounded: 'up' | 'down' | 'exact';
      readonly rule: ProposalRule;
    }
  | { readonly kind: 'none'; readonly why: 'nothing-counts' | 'debts' };

/**
 * The period mark that the current marks ask for (J5, J6). Points are averaged and rounded on their
 * own scale, then put into five points where the scale says so; passes propose «зач» from the
 * threshold's share on (by default a half). The mark lies between the lowest and the highest mark
 * that counted, and never falls when a mark rises. A threshold out of 1…100 throws RangeError: the
 * regulation holds none.
 */
export function proposePeriodMark(
  marks: readonly WeightedMark[],
  { grading, scale }: Assessment,
  rule: ProposalRule = defaultProposalRule,
): Proposal {
  if (rule.debts === 'block' && marks.some(({ value }) => value === '.')) {
    return { kind: 'none', why: 'debts' };
  }
  const basis = rule.basis === 'weighted' ? marks : marks.map((mark) => ({ ...mark, weight: 1 }));
  if (grading === 'credit') {
    const share = passedShare(basis);
    if (share === undefined) return { kind: 'none', why: 'nothing-counts' };
    return rounded(share, rule, (points) => (points === 0 ? 'незач' : 'зач'));
  }
  const average = weightedAverageOf(basis, scale, rule.debts);
  if (average === undefined) return { kind: 'none', why: 'nothing-counts' };
  return rounded(average, rule, (points) =>
    scale.periodsInFive ? inFivePoints(points, scale) : `${points}`,
  );
}

/** The year mark from the marks of its periods: their mean, rounded at the threshold (J6). */
export function proposeYearMark(
  periodMarks: readonly MarkValue[],
  assessment: Assessment,
  threshold: number = defaultProposalRule.threshold,
): Proposal {
  return proposePeriodMark(
    periodMarks.map((value) => ({ value, weight: 1 })),
    ofPeriods(assessment),
    { basis: 'plain', threshold, debts: 'ignore' },
  );
}

function rounded(
  average: Ratio,
  rule: ProposalRule,
  markOf: (points: number) => MarkValue,
): Proposal {
  if (!Number.isInteger(rule.threshold) || rule.threshold < 1 || rule.threshold > 100) {
    throw new RangeError('threshold');
  }
  const rest = average.numerator % average.denominator;
  const whole = (average.numerator - rest) / average.denominator;
  const up = rest * 100 >= rule.threshold * average.denominator;
  return {
    kind: 'proposed',
    mark: markOf(whole + (up ? 1 : 0)),
    average,
    rounded: rest === 0 ? 'exact' : up ? 'up' : 'down',
    rule,
  };
}
