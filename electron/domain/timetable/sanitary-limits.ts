/**
 * How much a class may learn: СанПиН 1.2.3685-21, table 6.6, as far as a timetable and a curriculum
 * are checked by it.
 */

/** Most lessons of a grade on a day; on one day a week it may be one more, by physical education. */
export interface DayLimit {
  readonly usual: number;
  /** On one day a week; the same as `usual` where no day may be longer. */
  readonly onceAWeek: number;
}

/** The most lessons a day: grade 1 four, once five; 2–4 five, once six; 5–6 six; 7–11 seven. */
export function dayLimitOf(grade: number): DayLimit {
  if (grade <= 1) return { usual: 4, onceAWeek: 5 };
  if (grade <= 4) return { usual: 5, onceAWeek: 6 };
  if (grade <= 6) return { usual: 6, onceAWeek: 6 };
  return { usual: 7, onceAWeek: 7 };
}

type Week = Readonly<Record<5 | 6, number>>;

/** The first grade learns five days a week only. */
const WEEKLY: readonly (readonly [lastGrade: number, Week])[] = [
  [1, { 5: 21, 6: 21 }],
  [4, { 5: 23, 6: 26 }],
  [5, { 5: 29, 6: 32 }],
  [6, { 5: 30, 6: 33 }],
  [7, { 5: 32, 6: 35 }],
  [9, { 5: 33, 6: 36 }],
];
const OLDEST: Week = { 5: 34, 6: 37 };

/** The most hours a pupil of the grade may learn in a week of so many days. */
export function weekLimitOf(grade: number, studyDays: 5 | 6): number {
  return (WEEKLY.find(([last]) => grade <= last)?.[1] ?? OLDEST)[studyDays];
}
