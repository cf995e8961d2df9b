/** One lesson's bell, «08:30»–«09:15». */
export type LessonBell = {
  readonly lessonNumber: number;
  readonly startsAt: string;
  readonly endsAt: string;
};

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
