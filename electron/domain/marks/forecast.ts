import { assertNever } from '../assert-never';
import { ofPeriods, type Assessment } from './assessment';
import type { WeightedMark } from './average';
import { numberOf, type MarkValue } from './mark-value';
import { failOf, pointsOf, type PointScale } from './point-scale';
import { defaultProposalRule, proposePeriodMark, type ProposalRule } from './propose';

/** So many more marks of one kind, all the same: «две «5» за контрольную». */
export type MarksToGet = {
  readonly weight: number;
  readonly value: MarkValue;
  readonly count: number;
};

/** What leads to a better mark of the period; without ways it is further than `MOST_MORE` marks. */
export type WayUp = { readonly to: MarkValue; readonly ways: readonly MarksToGet[] };

/** What one failing mark would make of the proposal. */
export type Fall = {
  readonly weight: number;
  readonly value: MarkValue;
  readonly to: MarkValue;
};

export type Forecast = {
  readonly now: MarkValue;
  /** Every better mark of the period, the nearest first. */
  readonly up: readonly WayUp[];
  /** By weight; only where the proposal would fall. */
  readonly falls: readonly Fall[];
};

/** Nobody plans for more marks than this. */
export const MOST_MORE = 6;
/** Scales with more marks than this are forecast by their levels. */
const MOST_TARGETS = 12;

const rankOf = (mark: MarkValue): number => {
  if (mark === 'зач') return 1;
  return numberOf(mark) ?? 0;
};

function targetsOf({ grading, scale }: Assessment): readonly MarkValue[] {
  switch (grading) {
    case 'marks':
      return scale.highest - scale.lowest < MOST_TARGETS ? pointsOf(scale) : levelsOf(scale);
    case 'credit':
      return ['незач', 'зач'];
    case 'none':
      return [];
    default:
      return assertNever(grading);
  }
}

const levelsOf = ({ satisfactoryFrom, goodFrom, excellentFrom }: PointScale): MarkValue[] =>
  [satisfactoryFrom, goodFrom, excellentFrom].map((points): MarkValue => `${points}`);

/** The marks a work can get, the best first. */
const givenMarks = ({ grading, scale }: Assessment): readonly MarkValue[] =>
  grading === 'credit' ? ['зач', 'незач'] : pointsOf(scale).toReversed();

/**
 * What of the period's mark can still change (J5, КИА 2.7): for every better mark and every weight
 * the fewest marks of one kind that reach it, and of those the least demanding one; and what one
 * failing mark would do. No set of marks of these weights, mixed or not, is shorter than the shortest
 * way. Undefined where nothing is proposed yet.
 */
export function forecast(
  marks: readonly WeightedMark[],
  weights: readonly number[],
  assessment: Assessment,
  rule: ProposalRule = defaultProposalRule,
): Forecast | undefined {
  const proposed = (more: readonly WeightedMark[]): MarkValue | undefined => {
    const proposal = proposePeriodMark([...marks, ...more], assessment, rule);
    return proposal.kind === 'proposed' ? proposal.mark : undefined;
  };
  const now = proposed([]);
  if (now === undefined) return undefined;
  // Where the plain average is rounded every mark counts the same.
  const used = rule.basis === 'plain' ? [1] : [...new Set(weights)].filter((one) => one > 0);
  const heaviestFirst = used.toSorted((a, b) => b - a);
  const given = givenMarks(assessment);

  const wayOf = (to: MarkValue, weight: number): readonly MarksToGet[] => {
    const reaches = (value: MarkValue, count: number) => {
      const mark = proposed(Array.from({ length: count }, () => ({ value, weight })));
      return mark !== undefined && rankOf(mark) >= rankOf(to);
    };
    const [best] = given;
    if (best === undefined) return [];
    for (let count = 1; count <= MOST_MORE; count += 1) {
      if (!reaches(best, count)) continue;
      // A better mark never does less, so the first that fails ends the search.
      const fails = given.findIndex((value) => !reaches(value, count));
      const value = given[(fails < 0 ? given.length : fails) - 1] ?? best;
      return [{ weight, value, count }];
    }
    return [];
  };
  const worst: MarkValue =
    assessment.grading === 'credit' ? 'незач' : `${failOf(assessment.scale)}`;
  return {
    now,
    up: targetsOf(ofPeriods(assessment))
      .filter((mark) => rankOf(mark) > rankOf(now))
      .map((to) => ({ to, ways: heaviestFirst.flatMap((weight) => wayOf(to, weight)) })),
    falls: heaviestFirst.flatMap((weight) => {
      const to = proposed([{ value: worst, weight }]);
      return to !== undefined && rankOf(to) < rankOf(now) ? [{ weight, value: worst, to }] : [];
    }),
  };
}
