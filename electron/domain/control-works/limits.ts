import { addDays, daysBetween, weekdayOf, type IsoDate } from '../calendar/iso-date';

/** How many control works a class may have (T5): set by the school. */
export type ControlLimits = { readonly perDay: number; readonly perWeek: number };
export const LIMIT_NAMES = ['perDay', 'perWeek'] as const;
export type LimitName = (typeof LIMIT_NAMES)[number];

/** The limits of some grades; a grade that no line names has none. */
export type GradeLimits = ControlLimits & { readonly gradeFrom: number; readonly gradeTo: number };

/** A control work as the limits see it. */
export type PlacedWork = {
  readonly id: number;
  /** The classes whose pupils write it. */
  readonly classes: readonly { readonly id: number; readonly grade: number }[];
  readonly subjectId: number;
  readonly date: IsoDate;
};

/** A limit that is passed in a class, and how many works there are then. */
export type PassedLimit = {
  readonly classId: number;
  readonly limit: LimitName;
  readonly works: number;
  readonly allowed: number;
};

export const mondayOf = (day: IsoDate): IsoDate => addDays(day, 1 - weekdayOf(day));

/** The limits of a grade. */
export const limitsOf = (
  grade: number,
  limits: readonly GradeLimits[],
): ControlLimits | undefined =>
  limits.find(({ gradeFrom, gradeTo }) => gradeFrom <= grade && grade <= gradeTo);

/** Why limits cannot be stored: a line is turned round, or two lines name one grade. */
export function limitsProblem(limits: readonly GradeLimits[]): 'grades' | 'twice' | undefined {
  if (limits.some(({ gradeFrom, gradeTo }) => gradeFrom > gradeTo)) return 'grades';
  const sorted = limits.toSorted((a, b) => a.gradeFrom - b.gradeFrom);
  const twice = sorted.some(
    ({ gradeFrom }, index) => index > 0 && gradeFrom <= (sorted[index - 1]?.gradeTo ?? 0),
  );
  return twice ? 'twice' : undefined;
}

/** Groups of a class write one work, and so do parts of one: what counts is the subject on the day. */
const countOf = (works: readonly Pick<PlacedWork, 'subjectId' | 'date'>[]) =>
  new Set(works.map(({ subjectId, date }) => `${subjectId} ${date}`)).size;

/** How many works a class has on the day, and in the week of it. */
export function loadOf(
  classId: number,
  day: IsoDate,
  works: readonly PlacedWork[],
): { readonly day: number; readonly week: number } {
  const own = works.filter(({ classes }) => classes.some(({ id }) => id === classId));
  const monday = mondayOf(day);
  const inWeek = own.filter(({ date }) => mondayOf(date) === monday);
  return { day: countOf(inWeek.filter(({ date }) => date === day)), week: countOf(inWeek) };
}

/**
 * Which limits a control work passes beside those already planned; itself among them is not counted
 * twice (T5).
 */
export function passedLimits(
  work: PlacedWork,
  others: readonly PlacedWork[],
  limits: readonly GradeLimits[],
): PassedLimit[] {
  const all = [work, ...others.filter(({ id }) => id !== work.id)];
  return work.classes.flatMap(({ id, grade }) => {
    const allowed = limitsOf(grade, limits);
    if (allowed === undefined) return [];
    const load = loadOf(id, work.date, all);
    const works = { perDay: load.day, perWeek: load.week };
    return LIMIT_NAMES.filter((name) => works[name] > allowed[name]).map((limit) => ({
      classId: id,
      limit,
      works: works[limit],
      allowed: allowed[limit],
    }));
  });
}

/** What is better avoided, though nothing forbids it. */
export type ControlHint = 'firstLesson' | 'lastLesson' | 'tooSoon';

/** A subject is better not controlled again sooner: two and a half weeks, in days. */
export const BETWEEN_WORKS = 17.5;

/**
 * What the ministry's recommendations advise against (Минпросвещения № СК-228/03, Рособрнадзор
 * № 01-169/08-01, 06.08.2021): the first and the last lesson of the class's day, but for a subject of
 * one lesson a week, and the same subject sooner than after two and a half weeks.
 */
export function controlHints(asked: {
  readonly date: IsoDate;
  readonly lessonNumber: number;
  /** All lesson numbers of the class on that day. */
  readonly numbers: readonly number[];
  /** The subject has no other lesson in that week. */
  readonly onlyOfWeek: boolean;
  /** The days on which the class writes other works of the subject. */
  readonly otherDays: readonly IsoDate[];
}): ControlHint[] {
  const { date, lessonNumber, numbers, onlyOfWeek, otherDays } = asked;
  const hints: ControlHint[] = [];
  if (!onlyOfWeek && numbers.some((one) => one !== lessonNumber)) {
    if (lessonNumber <= Math.min(...numbers)) hints.push('firstLesson');
    if (lessonNumber >= Math.max(...numbers)) hints.push('lastLesson');
  }
  const soon = (day: IsoDate) => day !== date && Math.abs(daysBetween(day, date)) < BETWEEN_WORKS;
  if (otherDays.some(soon)) hints.push('tooSoon');
  return hints;
}

/**
 * Whether each limit that a work passes was said to be passed for a reason: at the work itself, or at
 * another one that the limit counts.
 */
export const isExplained = (
  work: PlacedWork,
  over: readonly PassedLimit[],
  all: readonly (PlacedWork & { readonly overWhy: string })[],
): boolean =>
  over.every(({ classId, limit }) =>
    all.some(
      (one) =>
        one.overWhy !== '' &&
        one.classes.some(({ id }) => id === classId) &&
        (limit === 'perDay' ? one.date === work.date : mondayOf(one.date) === mondayOf(work.date)),
    ),
  );
