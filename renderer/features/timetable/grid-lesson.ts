import type { TimetableLesson } from '#contract/school';
import type { HeldLesson } from '#contract/timetable';
import { changeOnPaper } from '#domain/timetable/change-words';

/** A lesson in the grid of a week: of a version, or of a day with what was changed. */
export type GridLesson = Pick<
  TimetableLesson,
  | 'weekday'
  | 'lessonNumber'
  | 'week'
  | 'pageId'
  | 'className'
  | 'groupName'
  | 'subjectName'
  | 'teachers'
  | 'room'
> & {
  readonly key?: string;
  /** What was changed, in words; it also says why a lesson is struck out. */
  readonly change?: string;
  readonly off?: boolean;
};

/** A held lesson for the grid; `staffId` is whose week it is: what others hold instead is off there. */
export function gridLesson(lesson: HeldLesson, staffId?: number): GridLesson {
  const givenAway = staffId !== undefined && !lesson.teacherIds.includes(staffId);
  return {
    ...lesson,
    key: `${lesson.id}${lesson.goneTo === null ? '' : ' gone'}`,
    change: changeOnPaper(lesson),
    off: lesson.off || givenAway,
  };
}
