import type { IsoDate } from '../calendar/iso-date';

/** «Характер выполнения» (ТИП 2.8). */
export const MANNERS = ['written', 'oral', 'byHeart', 'practical'] as const;
export type Manner = (typeof MANNERS)[number] | '';

/** What is said of a task beside its text. */
export type TaskDetails = {
  /** The day it is for; null is the page's next lesson. */
  readonly dueOn: IsoDate | null;
  /** How long it takes a pupil, as the teacher estimates. */
  readonly minutes: number | null;
  readonly manner: Manner;
  /** Files and links by name, one a line. */
  readonly materials: string;
};

/** A task of its own for a group of the class or for some pupils; one of the two is named. */
export type OwnTask = TaskDetails & {
  readonly text: string;
  readonly groupId: number | null;
  readonly pupilIds: readonly number[];
};

/** What is set at a lesson beside the text for all (J3). */
export type LessonHomework = {
  /** Of the text for all. */
  readonly forAll: TaskDetails;
  readonly tasks: readonly OwnTask[];
};

export const MOST_TASKS = 9;
export const MOST_MINUTES = 300;

export const NO_DETAILS: TaskDetails = { dueOn: null, minutes: null, manner: '', materials: '' };
export const NO_HOMEWORK: LessonHomework = { forAll: NO_DETAILS, tasks: [] };

const sameDetails = (a: TaskDetails, b: TaskDetails): boolean =>
  a.dueOn === b.dueOn &&
  a.minutes === b.minutes &&
  a.manner === b.manner &&
  a.materials === b.materials;

const sameTask = (a: OwnTask, b: OwnTask): boolean =>
  sameDetails(a, b) &&
  a.text === b.text &&
  a.groupId === b.groupId &&
  a.pupilIds.join() === b.pupilIds.join();

export const sameHomework = (a: LessonHomework, b: LessonHomework): boolean =>
  sameDetails(a.forAll, b.forAll) &&
  a.tasks.length === b.tasks.length &&
  a.tasks.every((task, index) => {
    const other = b.tasks[index];
    return other !== undefined && sameTask(task, other);
  });

export type HomeworkProblem = 'dates' | 'noHomeworkInThisGrade';

/**
 * Why homework is refused: a grade without homework, or a day that is not after the lesson or lies
 * behind the end of the school year. It may be set ahead (ТИП 2.9, ИНС 2.3).
 */
export function homeworkProblem(
  { forAll, tasks }: LessonHomework,
  lesson: {
    /** What the regulation says of the grade (R7). */
    readonly homeworkAllowed: boolean;
    readonly date: IsoDate;
    readonly yearEndsOn: IsoDate;
  },
): HomeworkProblem | undefined {
  if (!lesson.homeworkAllowed) return 'noHomeworkInThisGrade';
  const days = [forAll, ...tasks].flatMap(({ dueOn }) => dueOn ?? []);
  const possible = days.every((day) => lesson.date < day && day <= lesson.yearEndsOn);
  return possible ? undefined : 'dates';
}
