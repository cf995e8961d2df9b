import type { GradePeriod } from '../calendar/school-days';
import type { IsoDate } from '../calendar/iso-date';
import type { Membership } from './membership';

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

const sameAs =
  (one: Membership) =>
  (other: Membership): boolean =>
    one.groupId === other.groupId && one.from === other.from && one.to === other.to;

/**
 * May a pupil be put into another subgroup (or into none) from this day? The first distribution is
 * free for whoever may distribute: class teachers and teachers split the class at the beginning of
 * the year (КИА 4.3.7, 4.4.11), and the same day may be corrected as long as nothing went before and
 * nothing was entered in the group. A move, also one that takes another back, is for whom the regulation lets, at the end of a period (КИА 4.4.11); within a period, where
 * the regulation allows it (ТИП А.18), it needs a reason that stays in the audit trail.
 */
export function moveRule(asked: {
  /** The regulation lets the person move pupils of this class. */
  readonly mayMove: boolean;
  /** The regulation lets pupils be moved within a period. */
  readonly withinPeriod: boolean;
  /** The pupil's memberships in the groups of the division as they are. */
  readonly spans: readonly Membership[];
  /** Those after it. */
  readonly after: readonly Membership[];
  /** Something was entered for the pupil in these groups. */
  readonly entered: boolean;
  readonly from: IsoDate;
  readonly grade: number;
  readonly periods: readonly GradePeriod[];
}): MoveRule {
  const { spans, after, from } = asked;
  const stays = after.length === spans.length && spans.every((span) => after.some(sameAs(span)));
  const first = !asked.entered && spans.every((span) => span.from >= from);
  if (first || stays) return 'free';
  if (!asked.mayMove) return 'forbidden';
  if (opensPeriod(from, asked.grade, asked.periods)) return 'free';
  return asked.withinPeriod ? 'reason' : 'notNow';
}
