import type { IsoDate } from '../calendar/iso-date';
import type { MarkValue } from './mark-value';

/** How many marks a pupil needs for the mark of a period, and by when that mark is due (R3). */
export type MarksDue = { readonly marks: number; readonly by: IsoDate };

/** How far a pupil is from what the mark of the period needs (накопляемость, КИА 5.2). */
export type MarksSoFar = {
  readonly has: number;
  readonly missing: number;
  /** Lessons from today on at which they can still be given. */
  readonly lessonsLeft: number;
  /** Fewer than the share of the lessons already held asks for, or fewer lessons left than marks. */
  readonly late: boolean;
};

/** Whether it counts towards the least number: points and passes do; a debt and words do not. */
export const countsTowards = (value: MarkValue): boolean =>
  value !== '.' && value !== 'н/а' && value !== 'осв';

/**
 * What a pupil has and lacks today. `lessons` are the days of the period's lessons the pupil is in
 * the list of: who came late has fewer of them behind and is not late for those of others.
 */
export function marksSoFar(
  values: readonly MarkValue[],
  due: MarksDue,
  lessons: readonly IsoDate[],
  today: IsoDate,
): MarksSoFar {
  const has = values.filter(countsTowards).length;
  const missing = Math.max(0, due.marks - has);
  const timely = lessons.filter((date) => date <= due.by);
  const held = timely.filter((date) => date < today).length;
  const lessonsLeft = timely.length - held;
  const expected = timely.length === 0 ? 0 : Math.floor((due.marks * held) / timely.length);
  return {
    has,
    missing,
    lessonsLeft,
    late: missing > 0 && (has < expected || missing > lessonsLeft),
  };
}
