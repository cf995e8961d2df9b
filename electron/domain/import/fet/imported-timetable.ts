import type { Weekday } from '../../calendar/iso-date';

/** One lesson of one hour of the week, under the names of the file it came from. */
export interface ImportedLesson {
  /** The activity in the file; a lesson of two hours is two of these. */
  readonly activity: string;
  readonly weekday: Weekday;
  /** 0 to 12: some schools have a lesson before the first. */
  readonly lessonNumber: number;
  /** Classes as the file names them; none for what no class takes part in. */
  readonly classes: readonly string[];
  /** The parts of classes it is for, as named in the file; none where whole classes come. */
  readonly groupNames: readonly string[];
  /** Another lesson of one of its classes is at the same hour: each is for a part of the class. */
  readonly divided: boolean;
  readonly subject: string;
  readonly teachers: readonly string[];
  readonly room: string | null;
  readonly tags: readonly string[];
}

/** What was not taken over, or was taken over by a guess the person should see. */
export type TimetableProblem =
  | {
      /** The program found no place for it, or the export has none. */
      readonly code: 'unplaced';
      readonly activity: string;
      readonly subject: string;
      readonly studentSets: readonly string[];
      readonly teachers: readonly string[];
    }
  | { readonly code: 'unknownActivity'; readonly activity: string }
  | { readonly code: 'unknownDay'; readonly activity: string; readonly day: string }
  | { readonly code: 'unknownHour'; readonly activity: string; readonly hour: string }
  | { readonly code: 'pastLastHour'; readonly activity: string; readonly hour: string }
  | { readonly code: 'incompleteRow'; readonly rowNumber: number }
  /** Two days of a two-week cycle fall on one day of the week. */
  | { readonly code: 'sameWeekday'; readonly weekday: Weekday; readonly days: readonly string[] }
  /** The hours' names have no lesson numbers: they are counted in order, from 1. */
  | { readonly code: 'hoursByOrder'; readonly hours: readonly string[] };

export interface ImportedDay {
  /** As the file names it. */
  readonly name: string;
  readonly weekday: Weekday;
}

export interface ImportedTimetable {
  readonly days: readonly ImportedDay[];
  readonly lessons: readonly ImportedLesson[];
  readonly problems: readonly TimetableProblem[];
}

/** Marks lessons of one class at one hour as parts of the class. */
export function markDivided(lessons: readonly Omit<ImportedLesson, 'divided'>[]): ImportedLesson[] {
  const places = (lesson: Omit<ImportedLesson, 'divided'>) =>
    lesson.classes.map((name) => `${lesson.weekday} ${lesson.lessonNumber} ${name}`);
  const count = new Map<string, number>();
  for (const place of lessons.flatMap(places)) count.set(place, (count.get(place) ?? 0) + 1);
  return lessons.map((lesson) => ({
    ...lesson,
    divided: places(lesson).some((place) => (count.get(place) ?? 0) > 1),
  }));
}
