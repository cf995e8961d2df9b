import type { Weekday } from '../../calendar/iso-date';
import type { CycleWeek } from '../../calendar/school-days';

/** Which weeks of a two-week cycle: 0 is every week, 1 week A, 2 week B. */
export type LessonWeek = 0 | CycleWeek;

/** One lesson of one hour of the week, under the names of the file it came from. */
export interface ImportedLesson {
  /** The activity in the file; a lesson of two hours is two of these. */
  readonly activity: string;
  readonly weekday: Weekday;
  /** 0 to 14: some schools have a lesson before the first. */
  readonly lessonNumber: number;
  readonly week: LessonWeek;
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

/** A lesson before all others of its hour are known. */
export type ReadLesson = Omit<ImportedLesson, 'divided'>;

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
  | {
      readonly code: 'partlyPlaced';
      readonly activity: string;
      readonly placed: number;
      readonly wanted: number;
    }
  | { readonly code: 'unknownActivity'; readonly activity: string }
  | { readonly code: 'unknownDay'; readonly activity: string; readonly day: string }
  | { readonly code: 'unknownHour'; readonly activity: string; readonly hour: string }
  | { readonly code: 'pastLastHour'; readonly activity: string; readonly hour: string }
  /** The file speaks of something that it does not hold. */
  | {
      readonly code: 'dangling';
      readonly activity: string;
      readonly what: 'subject' | 'teacher' | 'class' | 'group' | 'room';
    }
  /** Weeks that alternate otherwise than A, B. */
  | { readonly code: 'longCycle'; readonly activity: string; readonly weeks: string }
  /** Only in some terms of the year. */
  | { readonly code: 'partOfYear'; readonly activity: string; readonly terms: string }
  | { readonly code: 'incompleteRow'; readonly rowNumber: number }
  /** A cell of a table in which no subject was found; `cell` is «B7». */
  | { readonly code: 'unclearCell'; readonly cell: string; readonly text: string }
  /** Three days or more of a cycle fall on one day of the week. */
  | { readonly code: 'sameWeekday'; readonly weekday: Weekday; readonly days: readonly string[] }
  /** Two days of one name are the two weeks of a cycle. */
  | { readonly code: 'twoWeeks'; readonly days: readonly string[] }
  /** The hours' names have no lesson numbers: they are counted in order, from 1. */
  | { readonly code: 'hoursByOrder'; readonly hours: readonly string[] };

export interface ImportedDay {
  /** As the file names it. */
  readonly name: string;
  readonly weekday: Weekday;
  readonly week: LessonWeek;
}

/** Parts of a class that exclude each other, as the file names them. */
export interface ImportedDivision {
  readonly className: string;
  readonly groupNames: readonly string[];
}

/** A timetable of any program under its own names; what they mean is decided later. */
export interface ImportedTimetable {
  /** What it came from: names are remembered for each. */
  readonly source: 'fet' | 'asc' | 'grid';
  readonly days: readonly ImportedDay[];
  readonly lessons: readonly ImportedLesson[];
  readonly divisions: readonly ImportedDivision[];
  readonly classTeachers: readonly { readonly className: string; readonly teacher: string }[];
  readonly problems: readonly TimetableProblem[];
}

/** Longer than any name: only a damaged file has one, and nobody could choose for it. */
const longestName = 200;
const cut = (name: string) => (name.length > longestName ? name.slice(0, longestName) : name);

/** The same in weeks A and B is every week; the same twice is once. */
function joinWeeks(lessons: readonly ReadLesson[]): ReadLesson[] {
  const same = Map.groupBy(lessons, (lesson) => JSON.stringify({ ...lesson, week: undefined }));
  return [...same.values()].flatMap((some) => {
    const weeks = new Set(some.map(({ week }) => week));
    const every = weeks.has(0) || weeks.size === 2;
    const [first] = some;
    if (first === undefined) return [];
    return every
      ? [{ ...first, week: 0 as const }]
      : [...weeks].map((week) => ({ ...first, week }));
  });
}

const overlap = (one: LessonWeek, other: LessonWeek) => one === 0 || other === 0 || one === other;

/** Marks lessons of one class at one hour of one week as parts of the class. */
function markDivided(lessons: readonly ReadLesson[]): ImportedLesson[] {
  const placesOf = ({ classes, weekday, lessonNumber }: ReadLesson) =>
    classes.map((name) => `${weekday} ${lessonNumber} ${name}`);
  const at = Map.groupBy(
    lessons.flatMap((lesson) => placesOf(lesson).map((place) => ({ place, week: lesson.week }))),
    ({ place }) => place,
  );
  return lessons.map((lesson) => ({
    ...lesson,
    divided: placesOf(lesson).some(
      (place) => (at.get(place) ?? []).filter(({ week }) => overlap(week, lesson.week)).length > 1,
    ),
  }));
}

/** The lessons of a file as they are taken: each once, weeks joined, names of bearable length. */
export function finishLessons(lessons: readonly ReadLesson[]): ImportedLesson[] {
  return markDivided(
    joinWeeks(
      lessons.map((lesson) => ({
        ...lesson,
        subject: cut(lesson.subject),
        classes: [...new Set(lesson.classes.map(cut))],
        groupNames: [...new Set(lesson.groupNames.map(cut))],
        teachers: [...new Set(lesson.teachers.map(cut))],
        room: lesson.room === null ? null : cut(lesson.room),
      })),
    ),
  );
}
