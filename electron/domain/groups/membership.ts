import { addDays, type IsoDate } from '../calendar/iso-date';

/** From a day to a day, both included; no last day: it still goes on. */
export type Span = { readonly from: IsoDate; readonly to: IsoDate | null };

/** A pupil's time in one group; `id` is that of its row, if it has one. */
export type Membership = Span & { readonly id?: number; readonly groupId: number };

const dayBefore = (day: IsoDate): IsoDate => addDays(day, -1);

export const isOn = ({ from, to }: Span, day: IsoDate): boolean =>
  from <= day && (to === null || day <= to);

/** Whether two spans have a day in common. */
export const overlap = (one: Span, other: Span): boolean =>
  (other.to === null || one.from <= other.to) && (one.to === null || other.from <= one.to);

/** What is left of the spans when nothing lasts on this day and later: the past stays as it was. */
export function endedFrom<T extends Span>(spans: readonly T[], from: IsoDate): T[] {
  return spans.flatMap((span): T[] => {
    if (span.from >= from) return [];
    const goesOn = span.to === null || span.to >= from;
    return [goesOn ? { ...span, to: dayBefore(from) } : span];
  });
}

/**
 * A pupil's memberships in the groups of one division after a move: on `from` and later the pupil is
 * in `groupId` (null: in none) until `until`, the last day in the class. Days before `from` are not
 * touched, so what was entered for them stays with its group (КИА 4.4.11). Spans that were planned
 * later are given up. Staying in a group, or coming back on the day after its last, goes on in its row.
 */
export function moved(
  spans: readonly Membership[],
  move: { readonly groupId: number | null; readonly from: IsoDate; readonly until: IsoDate | null },
): Membership[] {
  const { groupId, from, until } = move;
  const past = endedFrom(spans, from);
  if (groupId === null || (until !== null && until < from)) return past;
  const goesOn = past.find((span) => span.groupId === groupId && span.to === dayBefore(from));
  if (goesOn === undefined) return [...past, { groupId, from, to: until }];
  return past.map((span) => (span === goesOn ? { ...span, to: until } : span));
}

/** The group of the division the pupil is in on this day. */
export const groupOn = (spans: readonly Membership[], day: IsoDate): number | undefined =>
  spans.find((span) => isOn(span, day))?.groupId;

/** What of a span is left without the days of the others: nothing, a part, or several. */
export function without(span: Span, away: readonly Span[]): Span[] {
  let left: Span[] = [span];
  for (const gone of away) {
    left = left.flatMap((one): Span[] => {
      if (!overlap(one, gone)) return [one];
      const parts: Span[] = [];
      if (one.from < gone.from) parts.push({ from: one.from, to: dayBefore(gone.from) });
      if (gone.to !== null && (one.to === null || gone.to < one.to)) {
        parts.push({ from: addDays(gone.to, 1), to: one.to });
      }
      return parts;
    });
  }
  return left;
}
