import type { Assessment } from '../marks/assessment';
import type { WeightedMark } from '../marks/average';
import type { MarkValue } from '../marks/mark-value';
import { countsTowards } from '../marks/minimum-marks';
import {
  proposePeriodMark,
  proposeYearMark,
  type Proposal,
  type ProposalRule,
} from '../marks/propose';
import type { PeriodKind } from './period-name';

/** What a mark for a period or the year rests on. */
export type PeriodGround = {
  readonly kind: PeriodKind;
  /** The current marks of the period, those brought from another school among them. */
  readonly marks: readonly WeightedMark[];
  /** Of the year: the marks of its periods. */
  readonly periodMarks: readonly MarkValue[];
};

/** The mark they ask for: of the year by its periods, of a period by its current marks (J6). */
export const proposalOf = (
  { kind, marks, periodMarks }: PeriodGround,
  assessment: Assessment,
  rule: ProposalRule,
): Proposal =>
  kind === 'year'
    ? proposeYearMark(periodMarks, assessment, rule.threshold)
    : proposePeriodMark(marks, assessment, rule);

/** How many marks there are for the least number of КИА 5.2. */
export const markCount = (marks: readonly WeightedMark[]): number =>
  marks.filter(({ value }) => countsTowards(value)).length;
