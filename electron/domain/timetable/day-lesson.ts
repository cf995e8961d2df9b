import type { IsoDate } from '../calendar/iso-date';
import { sameHour, type LessonHour } from './lesson-hour';

/** Who learns in a lesson: a whole class, or some pupils of one or several classes. */
export type LearningGroup = {
  readonly id: number;
  readonly classIds: readonly number[];
  /** Every pupil of its classes. */
  readonly whole: boolean;
  readonly pupilIds: ReadonlySet<number>;
};

/** A lesson of a day as it is held, with all changes. */
export type DayLesson = {
  readonly id: number;
  readonly pageId: number;
  readonly group: LearningGroup;
  readonly subjectId: number;
  readonly date: IsoDate;
  readonly hour: LessonHour;
  /** Who holds it: the page's teachers, or the substitute in the place of one. */
  readonly teacherIds: readonly number[];
  readonly roomId: number | null;
  readonly cancelled: boolean;
};

/** Whether some pupil learns in both groups. */
export function groupsOverlap(a: LearningGroup, b: LearningGroup): boolean {
  if (a.id === b.id) return true;
  if (!a.classIds.some((id) => b.classIds.includes(id))) return false;
  if (a.whole || b.whole) return true;
  for (const id of a.pupilIds) if (b.pupilIds.has(id)) return true;
  return false;
}

/** What keeps a lesson from being held at an hour; nothing where it can be. */
export type HourProblem = 'class' | 'teacher' | 'room';

/**
 * Why a lesson cannot be held at an hour of a day: its pupils, its teacher or its room have another
 * lesson then. `lessons` are those of that day; the lesson itself and cancelled ones take no hour.
 */
export function hourProblems(
  lesson: Pick<DayLesson, 'id' | 'group' | 'teacherIds' | 'roomId'>,
  hour: LessonHour,
  lessons: readonly DayLesson[],
): HourProblem[] {
  const then = lessons.filter(
    (other) => other.id !== lesson.id && !other.cancelled && sameHour(other.hour, hour),
  );
  const problems: HourProblem[] = [];
  if (then.some((other) => groupsOverlap(other.group, lesson.group))) problems.push('class');
  if (then.some((other) => other.teacherIds.some((id) => lesson.teacherIds.includes(id)))) {
    problems.push('teacher');
  }
  if (lesson.roomId !== null && then.some(({ roomId }) => roomId === lesson.roomId)) {
    problems.push('room');
  }
  return problems;
}
