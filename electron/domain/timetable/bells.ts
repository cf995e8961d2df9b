import { weekdayOf, type IsoDate } from '../calendar/iso-date';

/** One lesson's bell, «08:30»–«09:15». */
export type LessonBell = {
  readonly lessonNumber: number;
  readonly startsAt: string;
  readonly endsAt: string;
};

/** A bell schedule with when it rings: of a shift, perhaps only on a weekday or on one day (S2). */
export type RingingSchedule = {
  readonly bells: readonly LessonBell[];
  readonly uses: readonly {
    readonly shift: number;
    readonly weekday: number | null;
    readonly date: IsoDate | null;
    readonly gradeFrom: number;
    readonly gradeTo: number;
  }[];
};

/**
 * The bells of a class on a day: those set for that very day win over those of its weekday, these
 * over those of every day; among equals the narrower span of grades wins. None where nothing is set.
 */
export function bellsOf(
  schedules: readonly RingingSchedule[],
  { grade, shift }: { readonly grade: number; readonly shift: number },
  day: IsoDate,
): readonly LessonBell[] {
  const weekday = weekdayOf(day);
  const fitting = schedules.flatMap(({ bells, uses }) =>
    uses
      .filter(
        (use) =>
          use.shift === shift &&
          use.gradeFrom <= grade &&
          grade <= use.gradeTo &&
          (use.date === null || use.date === day) &&
          (use.weekday === null || use.weekday === weekday),
      )
      .map((use) => ({
        bells,
        rank: use.date !== null ? 2 : use.weekday !== null ? 1 : 0,
        width: use.gradeTo - use.gradeFrom,
      })),
  );
  fitting.sort((a, b) => b.rank - a.rank || a.width - b.width);
  return fitting[0]?.bells ?? [];
}

/** What is wrong with the bells of a schedule. */
export type BellsProblem = 'endsBeforeItStarts' | 'overlap' | 'lessonTwice';

/** The first thing wrong with the bells: a lesson ends before it starts, or before the next begins. */
export function bellsProblem(bells: readonly LessonBell[]): BellsProblem | undefined {
  if (bells.some(({ startsAt, endsAt }) => startsAt >= endsAt)) return 'endsBeforeItStarts';
  const numbers = new Set(bells.map(({ lessonNumber }) => lessonNumber));
  if (numbers.size < bells.length) return 'lessonTwice';
  const inOrder = bells.toSorted((a, b) => a.lessonNumber - b.lessonNumber);
  const overlaps = inOrder.some((bell, index) => {
    const next = inOrder[index + 1];
    return next !== undefined && next.startsAt < bell.endsAt;
  });
  return overlaps ? 'overlap' : undefined;
}
