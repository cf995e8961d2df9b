import type { IsoDate } from '../calendar/iso-date';

/** Who orders the work: the school's own control, or a level above it. */
export const CONTROL_LEVELS = ['school', 'municipal', 'regional', 'national'] as const;
export type ControlLevel = (typeof CONTROL_LEVELS)[number];

/** What has become of the lesson on which a control work stands (T5). */
export type PlaceProblem =
  | { readonly kind: 'moved'; readonly date: IsoDate; readonly number: number }
  | { readonly kind: 'cancelled' | 'dayOff' | 'noLesson' };

/**
 * Why a work cannot be written where it stands, or undefined where it can: the lesson was moved or
 * cancelled, the class does not learn that day, or the timetable has no such lesson any more.
 */
export function placeProblem(facts: {
  readonly lesson: { readonly cancelled: boolean } | undefined;
  readonly movedTo: { readonly date: IsoDate; readonly number: number } | undefined;
  readonly schoolDay: boolean;
}): PlaceProblem | undefined {
  if (facts.lesson?.cancelled === false) return undefined;
  if (facts.movedTo !== undefined) return { kind: 'moved', ...facts.movedTo };
  if (!facts.schoolDay) return { kind: 'dayOff' };
  return { kind: facts.lesson === undefined ? 'noLesson' : 'cancelled' };
}
