import { addDays, weekdayOf, type IsoDate } from '../calendar/iso-date';

/** How many control works a class may have (T5): a setting of the school. */
export type ControlLimits = { readonly perDay: number; readonly perWeek: number };

export const DEFAULT_LIMITS: ControlLimits = { perDay: 1, perWeek: 3 };

/** A control work as the limits see it. */
export type PlacedWork = {
  readonly id: number;
  /** The classes whose pupils write it. */
  readonly classIds: readonly number[];
  readonly subjectId: number;
  readonly date: IsoDate;
};

/** The limits that a work passes in a class, and how many works there would be. */
export type PassedLimit = {
  readonly classId: number;
  readonly limit: 'perDay' | 'perWeek';
  readonly works: number;
  readonly allowed: number;
};

const mondayOf = (day: IsoDate) => addDays(day, 1 - weekdayOf(day));
const sameWeek = (a: IsoDate, b: IsoDate) => mondayOf(a) === mondayOf(b);

/** Subgroups of a class write one work: what counts is the subject on the day. */
const countOf = (works: readonly PlacedWork[]) =>
  new Set(works.map(({ subjectId, date }) => `${subjectId} ${date}`)).size;

/** Which limits a control work passes beside those already planned; itself among them is not counted twice. */
export function passedLimits(
  work: PlacedWork,
  others: readonly PlacedWork[],
  limits: ControlLimits,
): PassedLimit[] {
  return work.classIds.flatMap((classId) => {
    const ofClass = others.filter(
      ({ id, classIds }) => id !== work.id && classIds.includes(classId),
    );
    const day = countOf([work, ...ofClass.filter(({ date }) => date === work.date)]);
    const week = countOf([work, ...ofClass.filter(({ date }) => sameWeek(date, work.date))]);
    const passed: PassedLimit[] = [];
    if (day > limits.perDay) {
      passed.push({ classId, limit: 'perDay', works: day, allowed: limits.perDay });
    }
    if (week > limits.perWeek) {
      passed.push({ classId, limit: 'perWeek', works: week, allowed: limits.perWeek });
    }
    return passed;
  });
}

/** What is better avoided, though nothing forbids it. */
export type ControlHint = 'monday' | 'friday' | 'firstLesson' | 'lastLesson';

/**
 * Soft hints: not on Monday and Friday, not the first and not the last lesson of the class's day.
 * `numbers` are the lesson numbers of the class on that day.
 */
export function controlHints(
  date: IsoDate,
  lessonNumber: number | null,
  numbers: readonly number[],
): ControlHint[] {
  const hints: ControlHint[] = [];
  if (weekdayOf(date) === 1) hints.push('monday');
  if (weekdayOf(date) === 5) hints.push('friday');
  if (lessonNumber !== null && numbers.length > 1) {
    if (lessonNumber === Math.min(...numbers)) hints.push('firstLesson');
    if (lessonNumber === Math.max(...numbers)) hints.push('lastLesson');
  }
  return hints;
}
