import type { GradePeriod } from '../calendar/school-days';
import type { IsoDate } from '../calendar/iso-date';
import { isOn, type Membership } from './membership';

/** What a change of a pupil's subgroup asks for: nothing, a written reason, another day, or it may not be. */
export type MoveRule = 'free' | 'reason' | 'notNow' | 'forbidden';

/**
 * Whether a day opens a period of the grade: a move on it is one «по окончании учебного периода».
 * Days of the holidays before it count as well; the day after the last period does not matter.
 */
export function opensPeriod(day: IsoDate, grade: number, periods: readonly GradePeriod[]): boolean {
  const own = periods.filter(
    ({ kind, gradeFrom, gradeTo }) => kind !== 'year' && gradeFrom <= grade && grade <= gradeTo,
  );
  return !own.some(({ startsOn, endsOn }) => startsOn < day && day <= endsOn);
}

/**
 * May a pupil be put into another subgroup (or into none) from this day? The first distribution is
 * free for whoever may distribute: class teachers and teachers split the class at the beginning of
 * the year (КИА 4.3.7, 4.4.11), and the same day may be corrected as long as nothing went before. A
 * move is for whom the regulation lets, at the end of a period (КИА 4.4.11); within a period, where
 * the regulation allows it (ТИП А.18), it needs a reason that stays in the audit trail.
 */
export function moveRule(asked: {
  /** The regulation lets the person move pupils of this class. */
  readonly mayMove: boolean;
  /** The regulation lets pupils be moved within a period. */
  readonly withinPeriod: boolean;
  /** The pupil's memberships in the groups of the division as they are. */
  readonly spans: readonly Membership[];
  readonly from: IsoDate;
  readonly groupId: number | null;
  readonly grade: number;
  readonly periods: readonly GradePeriod[];
}): MoveRule {
  const { spans, from, groupId } = asked;
  const before = spans.filter((span) => span.from < from);
  const stays = before.some((span) => isOn(span, from) && span.groupId === groupId);
  if (before.length === 0 || stays) return 'free';
  if (!asked.mayMove) return 'forbidden';
  if (opensPeriod(from, asked.grade, asked.periods)) return 'free';
  return asked.withinPeriod ? 'reason' : 'notNow';
}
