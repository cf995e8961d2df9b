import type { Assessment } from './assessment';
import type { WeightedMark } from './average';
import type { MarkValue } from './mark-value';
import { failOf, pointsIn } from './point-scale';
import { proposePeriodMark, type Proposal, type ProposalRule } from './propose';

/** How a proposal came about, for people: which marks with which weights, their sum, the mean. */
export type Explanation = {
  readonly counted: readonly WeightedMark[];
  /** What stands there and does not count: debts, «н/а», «осв», works without weight. */
  readonly left: readonly MarkValue[];
  /** Σ mark · weight; where passes are given, Σ weight of the passes. */
  readonly sum: number;
  readonly weights: number;
  readonly proposal: Extract<Proposal, { kind: 'proposed' }>;
};

/** Undefined where nothing is proposed. Where the plain average is rounded each mark weighs one. */
export function explainProposal(
  given: readonly WeightedMark[],
  assessment: Assessment,
  rule: ProposalRule,
): Explanation | undefined {
  const proposal = proposePeriodMark(given, assessment, rule);
  if (proposal.kind === 'none') return undefined;
  const marks = rule.basis === 'weighted' ? given : given.map((one) => ({ ...one, weight: 1 }));
  const numberIn = (value: MarkValue): number | undefined => {
    if (assessment.grading !== 'credit') {
      if (value === '.' && rule.debts === 'as-two') return failOf(assessment.scale);
      return pointsIn(value, assessment.scale);
    }
    return value === 'зач' ? 1 : value === 'незач' ? 0 : undefined;
  };
  const counts = ({ value, weight }: WeightedMark) => numberIn(value) !== undefined && weight > 0;
  const counted = marks.filter(counts);
  return {
    counted,
    left: marks.filter((mark) => !counts(mark)).map(({ value }) => value),
    sum: counted.reduce((sum, { value, weight }) => sum + (numberIn(value) ?? 0) * weight, 0),
    weights: counted.reduce((sum, { weight }) => sum + weight, 0),
    proposal,
  };
}
