import type { IsoDate } from '../calendar/iso-date';
import type { LaidLesson } from './lay-lessons';

/** A lesson of the journal, as far as a timetable may touch it. */
export interface StoredLesson {
  readonly id: number;
  readonly pageId: number;
  readonly date: IsoDate;
  readonly lessonNumber: number;
  /** Has a topic, homework, works, lines of a plan, or anything in its cells. */
  readonly holds: boolean;
}

export interface LessonDifference<Lesson extends StoredLesson> {
  readonly add: readonly LaidLesson[];
  /** Empty, and the timetable no longer has them. */
  readonly remove: readonly Lesson[];
  /** Wanted and there already. */
  readonly kept: number;
  /** Not wanted any more, but they hold something: they stay. */
  readonly held: readonly Lesson[];
}

export const lessonKey = (lesson: LaidLesson) =>
  `${lesson.pageId} ${lesson.date} ${lesson.lessonNumber}`;

/**
 * What makes the journal's lessons those that a timetable lays (ADR 0005): missing ones come, empty
 * ones it does not have go if it has or had their page (`isTimetabled`), all that hold anything stay.
 */
export function compareLessons<Lesson extends StoredLesson>(
  laid: readonly LaidLesson[],
  present: readonly Lesson[],
  isTimetabled: (pageId: number) => boolean,
): LessonDifference<Lesson> {
  const wanted = new Set(laid.map(lessonKey));
  const there = new Set(present.map(lessonKey));
  const others = present.filter(
    (lesson) => !wanted.has(lessonKey(lesson)) && isTimetabled(lesson.pageId),
  );
  const add = laid.filter((lesson) => !there.has(lessonKey(lesson)));
  return {
    add,
    remove: others.filter(({ holds }) => !holds),
    kept: laid.length - add.length,
    held: others.filter(({ holds }) => holds),
  };
}
