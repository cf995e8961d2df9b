import { hourProblems, type DayLesson } from './day-lesson';
import { sameHour, type LessonHour } from './lesson-hour';

/** What is known of a teacher on the day for which a substitute is sought. */
export type TeacherOfDay = {
  readonly staffId: number;
  readonly name: string;
  readonly absent: boolean;
  /** Subjects and classes taught this year. */
  readonly subjectIds: ReadonlySet<number>;
  readonly classIds: ReadonlySet<number>;
  /** Lesson numbers of this weekday kept free for something else; `strict` are not to be touched. */
  readonly busy: readonly { readonly number: number; readonly strict: boolean }[];
  /** How many lessons of others the teacher takes in this week already. */
  readonly substitutions: number;
};

/** Where the hour lies in the teacher's own day: between lessons, beside one, apart, or a free day. */
export type PlaceInDay = 'gap' | 'beside' | 'apart' | 'freeDay';

/** Somebody who can take a lesson, and what speaks for it. */
export type SubstituteOffer = {
  readonly staffId: number;
  readonly name: string;
  /** Has a group of the same class at that hour and would take both («объединить группы»). */
  readonly merges: boolean;
  readonly teachesSubject: boolean;
  readonly teachesClass: boolean;
  readonly place: PlaceInDay;
  /** Asked to be free at this hour. */
  readonly unwilling: boolean;
  readonly substitutions: number;
};

function placeOf(hour: LessonHour, own: readonly DayLesson[]): PlaceInDay {
  if (own.length === 0) return 'freeDay';
  const numbers = own.map((lesson) => lesson.hour.number);
  const before = numbers.some((number) => number < hour.number);
  const after = numbers.some((number) => number > hour.number);
  if (before && after) return 'gap';
  return numbers.some((number) => Math.abs(number - hour.number) === 1) ? 'beside' : 'apart';
}

const PLACES: readonly PlaceInDay[] = ['gap', 'beside', 'apart', 'freeDay'];

/** The better offer first; nothing depends on the order in which teachers are read. */
export function compareOffers(a: SubstituteOffer, b: SubstituteOffer): number {
  return (
    Number(b.teachesSubject) - Number(a.teachesSubject) ||
    Number(b.teachesClass) - Number(a.teachesClass) ||
    Number(a.merges) - Number(b.merges) ||
    Number(a.unwilling) - Number(b.unwilling) ||
    PLACES.indexOf(a.place) - PLACES.indexOf(b.place) ||
    a.substitutions - b.substitutions ||
    a.name.localeCompare(b.name, 'ru') ||
    a.staffId - b.staffId
  );
}

/**
 * Who can hold a lesson instead of its teachers (T2), the best first: who teaches the subject, then
 * the class, then by the place of the hour in the own day and by how much was substituted this week.
 * Somebody busy at that hour is offered only to merge two groups of one class; somebody absent never.
 */
export function substituteOffers(
  lesson: DayLesson,
  lessonsOfDay: readonly DayLesson[],
  teachers: readonly TeacherOfDay[],
): SubstituteOffer[] {
  return teachers
    .flatMap((teacher): SubstituteOffer[] => {
      const { staffId, name, substitutions } = teacher;
      if (teacher.absent || lesson.teacherIds.includes(staffId)) return [];
      const own = lessonsOfDay.filter(
        (other) => !other.cancelled && other.id !== lesson.id && other.teacherIds.includes(staffId),
      );
      const then = own.filter((other) => sameHour(other.hour, lesson.hour));
      const wish = teacher.busy.find(({ number }) => number === lesson.hour.number);
      const merges = then.length > 0;
      if (merges && !mayMerge(lesson, then)) return [];
      if (!merges && wish?.strict === true) return [];
      return [
        {
          staffId,
          name,
          merges,
          teachesSubject: teacher.subjectIds.has(lesson.subjectId),
          teachesClass: lesson.group.classIds.some((id) => teacher.classIds.has(id)),
          place: placeOf(lesson.hour, own),
          unwilling: wish !== undefined,
          substitutions,
        },
      ];
    })
    .sort(compareOffers);
}

/** One other group of the same class in the same subject can be joined; more, or others, cannot. */
function mayMerge(lesson: DayLesson, then: readonly DayLesson[]): boolean {
  const [only] = then;
  return (
    only !== undefined &&
    then.length === 1 &&
    only.subjectId === lesson.subjectId &&
    only.group.classIds.some((id) => lesson.group.classIds.includes(id)) &&
    hourProblems({ ...lesson, teacherIds: [], roomId: null }, lesson.hour, then).length === 0
  );
}
