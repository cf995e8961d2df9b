import type { Assessment } from './assessment';
import type { WeightedMark } from './average';
import type { MarkValue } from './mark-value';
import { pointsIn } from './point-scale';
import { proposePeriodMark, type Proposal } from './propose';

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

/** Undefined where nothing is proposed. */
export function explainProposal(
  marks: readonly WeightedMark[],
  assessment: Assessment,
): Explanation | undefined {
  const proposal = proposePeriodMark(marks, assessment);
  if (proposal.kind === 'none') return undefined;
  const numberIn = (value: MarkValue): number | undefined => {
    if (assessment.grading !== 'credit') return pointsIn(value, assessment.scale);
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
