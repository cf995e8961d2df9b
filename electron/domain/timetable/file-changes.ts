import { compareTimetables } from './compare-timetables';
import type { PlannedEntry } from './file-timetable';

/** What is other in a new timetable than in the one before. */
export type TimetableChange =
  | { readonly kind: 'added'; readonly pageId: number; readonly becomes: PlannedEntry }
  | { readonly kind: 'removed'; readonly pageId: number; readonly was: PlannedEntry }
  | {
      /** The same page at another hour; perhaps in another room too. */
      readonly kind: 'moved' | 'room';
      readonly pageId: number;
      readonly was: PlannedEntry;
      readonly becomes: PlannedEntry;
    }
  | {
      readonly kind: 'teachers';
      readonly pageId: number;
      readonly was: readonly number[];
      readonly becomes: readonly number[];
    };

export interface TimetableComparison {
  readonly changes: readonly TimetableChange[];
  /** Hours that are as they were, by page. */
  readonly kept: ReadonlyMap<number, number>;
}

/** The hours of a file beside those in force: each change by itself, and how many stay. */
export function changesOfHours(
  before: readonly PlannedEntry[],
  after: readonly PlannedEntry[],
): TimetableComparison {
  const kept = new Map<number, number>();
  for (const { pageId } of after) kept.set(pageId, (kept.get(pageId) ?? 0) + 1);
  const changes = compareTimetables(before, after).flatMap(
    ({ pageId, moved, added, removed, rooms }): TimetableChange[] => {
      const fresh = moved.length + added.length + rooms.length;
      kept.set(pageId, (kept.get(pageId) ?? 0) - fresh);
      return [
        ...rooms.map(({ from, to }) => ({ kind: 'room' as const, pageId, was: from, becomes: to })),
        ...moved.map(({ from, to }) => ({
          kind: 'moved' as const,
          pageId,
          was: from,
          becomes: to,
        })),
        ...removed.map((was) => ({ kind: 'removed' as const, pageId, was })),
        ...added.map((becomes) => ({ kind: 'added' as const, pageId, becomes })),
      ];
    },
  );
  return { changes, kept };
}
