import { weekdayOf, type IsoDate, type Weekday } from '../calendar/iso-date';

/** «08:30» */
export type ClockTime = `${number}:${number}`;

/** When a bell schedule rings, with the hour it gives to one lesson number. */
export type RungBell = {
  readonly shift: number;
  readonly weekday: Weekday | null;
  readonly date: IsoDate | null;
  readonly gradeFrom: number;
  readonly gradeTo: number;
  readonly lessonNumber: number;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
};

/** An hour of the school's day: the shifts of one number are held at different times. */
export type LessonHour = {
  readonly number: number;
  readonly shift: number;
  readonly startsAt: ClockTime | null;
  readonly endsAt: ClockTime | null;
};

/** One day before one weekday before every day; among equals the fewer grades, at most twelve. */
const narrowness = ({ weekday, date, gradeFrom, gradeTo }: RungBell) =>
  (date !== null ? 2 : weekday !== null ? 1 : 0) * 12 - (gradeTo - gradeFrom);

/** Whose hour is asked for. */
type Asked = { readonly number: number; readonly shift: number; readonly grade: number };

function hourAt(
  { number, shift, grade }: Asked,
  { date, weekday }: { readonly date: IsoDate | null; readonly weekday: Weekday },
  bells: readonly RungBell[],
): LessonHour {
  let found: RungBell | undefined;
  for (const bell of bells) {
    const rings =
      bell.shift === shift &&
      bell.lessonNumber === number &&
      bell.gradeFrom <= grade &&
      grade <= bell.gradeTo &&
      (bell.date === null || bell.date === date) &&
      (bell.weekday === null || bell.weekday === weekday);
    if (rings && (found === undefined || narrowness(bell) > narrowness(found))) found = bell;
  }
  return { number, shift, startsAt: found?.startsAt ?? null, endsAt: found?.endsAt ?? null };
}

/**
 * The hour of a lesson of a class: its time is that of the narrowest bell schedule that rings for
 * the shift and the grade (one day before one weekday before every day, then the fewer grades);
 * without bells it has none.
 */
export const lessonHour = (
  lesson: Asked & { readonly date: IsoDate },
  bells: readonly RungBell[],
): LessonHour => hourAt(lesson, { date: lesson.date, weekday: weekdayOf(lesson.date) }, bells);

/** The hour in every week: what rings on one day alone does not count. */
export const weeklyLessonHour = (
  lesson: Asked & { readonly weekday: Weekday },
  bells: readonly RungBell[],
): LessonHour => hourAt(lesson, { date: null, weekday: lesson.weekday }, bells);

/** Whether nobody can be at both hours of one day: by the bells, else by number within a shift. */
export function sameHour(a: LessonHour, b: LessonHour): boolean {
  if (a.startsAt !== null && a.endsAt !== null && b.startsAt !== null && b.endsAt !== null) {
    return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
  }
  return a.shift === b.shift && a.number === b.number;
}

/**
 * Whether a lesson is over: changes are registered before it (ТИП 2.13). Where no bells are set, a
 * lesson of today is over with the day.
 */
export function lessonOver(
  date: IsoDate,
  { endsAt }: Pick<LessonHour, 'endsAt'>,
  now: { readonly today: IsoDate; readonly clock: ClockTime },
): boolean {
  if (date !== now.today) return date < now.today;
  return endsAt !== null && now.clock >= endsAt;
}
