import { assertNever } from '../assert-never';
import { addDays, weekdayOf, type IsoDate } from '../calendar/iso-date';
import type { MarksDue } from '../marks/minimum-marks';
import type { PeriodKind } from '../periods/period-name';
import type { ProposalRule } from '../marks/propose';
import { ruleOf, valueOf, type Regulation } from './regulation';

type Span = { readonly startsOn: IsoDate; readonly endsOn: IsoDate };

/** From which day period marks are set and by which at the latest, with the clauses (R3). */
export function periodMarksDue(
  regulation: Regulation,
  period: Span,
): { readonly from: IsoDate; readonly by: IsoDate; readonly clauses: readonly string[] } {
  const { value, clauses } = ruleOf(regulation, 'periodMarksDue');
  const { startsOn, endsOn } = period;
  const lastMonday = addDays(endsOn, 1 - weekdayOf(endsOn));
  const within = (day: IsoDate) => (day < startsOn ? startsOn : day);
  switch (value.by) {
    case 'daysBeforeEnd': {
      const by = within(addDays(endsOn, -value.days));
      return { from: within(addDays(by, 1 - weekdayOf(by))), by, clauses };
    }
    case 'lastWeek':
      return { from: within(lastMonday), by: endsOn, clauses };
    case 'daysAfterEnd':
      return { from: endsOn, by: addDays(endsOn, value.days), clauses };
    default:
      return assertNever(value);
  }
}

/**
 * The day whose regulation a period's mark is judged by: of a period that is over its last day, so a
 * later version does not change what is past.
 */
export const judgedOn = ({ endsOn }: Pick<Span, 'endsOn'>, today: IsoDate): IsoDate =>
  endsOn < today ? endsOn : today;

/** How many marks the period mark of a subject of so many hours a week needs (R3, КИА 5.2). */
export function minimumMarks(regulation: Regulation, weeklyHours: number): number {
  const rows = valueOf(regulation, 'minimumMarks');
  return rows.find(({ upToHours }) => upToHours === null || weeklyHours <= upToHours)?.marks ?? 0;
}

/**
 * How many marks the mark of a period needs and till when they can be given: the mark itself may be
 * set after the period, the marks for it come from its lessons (КИА 5.2, 5.3).
 */
export function marksDueFor(regulation: Regulation, period: Span, weeklyHours: number): MarksDue {
  const { by } = periodMarksDue(regulation, period);
  return {
    marks: minimumMarks(regulation, weeklyHours),
    by: by < period.endsOn ? by : period.endsOn,
  };
}

/** Why a period mark needs a stated reason (J6). */
export type NoteReason = 'differsFromAverage' | 'belowMinimum';

/** What of the regulation the mark for a period of one subject obeys. */
export type PeriodMarkRules = {
  /** The least number of current marks; 0 of the year, which rests on the marks of its periods. */
  readonly minimum: number;
  readonly noteWhenDiffers: boolean;
  readonly noteBelowMinimum: boolean;
  /** How the average becomes the proposed mark. */
  readonly proposal: ProposalRule;
};

export const periodMarkRules = (
  regulation: Regulation,
  weeklyHours: number,
  kind: PeriodKind,
): PeriodMarkRules => ({
  minimum: kind === 'year' ? 0 : minimumMarks(regulation, weeklyHours),
  noteWhenDiffers: valueOf(regulation, 'noteWhenDiffers'),
  noteBelowMinimum: valueOf(regulation, 'noteBelowMinimum'),
  proposal: valueOf(regulation, 'periodProposal'),
});

/** A mark that is to be set, with what the average asks for and on how many marks it would stand. */
export type GivenMark = {
  readonly mark: string;
  /** Absent where nothing counts. */
  readonly proposed: string | undefined;
  readonly marks: number;
};

/**
 * The reasons for which a period mark needs a note: it is not the one the average asks for, or it
 * stands on fewer marks than the weekly hours demand. «осв» and no mark need none, and «н/а» none
 * where there are too few marks: that is what it says.
 */
export function notesDemanded(rules: PeriodMarkRules, given: GivenMark): readonly NoteReason[] {
  if (given.mark === '' || given.mark === 'осв') return [];
  const few = given.marks < rules.minimum;
  if (few && given.mark === 'н/а') return [];
  const differs = given.proposed !== undefined && given.proposed !== given.mark;
  return [
    ...(differs && rules.noteWhenDiffers ? (['differsFromAverage'] as const) : []),
    ...(few && rules.noteBelowMinimum ? (['belowMinimum'] as const) : []),
  ];
}
