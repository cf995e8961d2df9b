import type { IsoDate } from '../calendar/iso-date';

/** A line of the plan as laying needs it. */
export type PlanLine = { readonly id: number; readonly hours: number };

/** Лист корректировки: how a page makes up for hours; `hours` is what the topic still takes. */
export const CORRECTION_KINDS = ['merge', 'hours', 'leaveOut', 'selfStudy'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];
export type Correction = {
  readonly rowId: number;
  readonly kind: CorrectionKind;
  readonly hours: number;
};

/** A lesson of the page that is not cancelled. */
export type PlanLesson = {
  readonly id: number;
  readonly date: IsoDate;
  readonly number: number;
  /** A topic is written down: what it was held by stays as it is. */
  readonly held: boolean;
  /** The lines of the plan it was held by. */
  readonly rowIds: readonly number[];
};

/** A lesson with the lines of the plan it is for. */
export type LaidTopic = {
  readonly lessonId: number;
  readonly date: IsoDate;
  readonly rowIds: readonly number[];
  /** Held by these lines already, not only laid for them. */
  readonly given: boolean;
};

export type LaidPlan = {
  /** In the order of the lessons; those held by something else and those left over are not here. */
  readonly topics: readonly LaidTopic[];
  /** Lines of the plan that no lesson is left for, with the hours that are missing. */
  readonly missing: readonly { readonly rowId: number; readonly hours: number }[];
  /** How many lessons more it would take to give all of the plan: «не хватает 3 часов». */
  readonly lessonsMissing: number;
  /** Lessons still to be held for which the plan has no topic. */
  readonly spare: readonly number[];
};

const inOrder = (a: PlanLesson, b: PlanLesson) =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.number - b.number || a.id - b.id;

/** The hours a line takes with the page's corrections: a merged one needs no lesson of its own. */
export function correctedHours(line: PlanLine, correction: Correction | undefined): number {
  if (correction === undefined) return line.hours;
  switch (correction.kind) {
    case 'hours':
      return Math.max(1, Math.min(line.hours, correction.hours));
    case 'merge':
      return Math.max(0, Math.min(line.hours - 1, correction.hours));
    case 'leaveOut':
    case 'selfStudy':
      return 0;
    default:
      return correction.kind satisfies never;
  }
}

/** One lesson's worth of the plan still to be given: its line and those merged into it. */
type Portion = { readonly rowIds: number[] };

/** What is still to be given, lesson by lesson, in the plan's order. */
function portionsOf(
  lines: readonly PlanLine[],
  corrections: ReadonlyMap<number, Correction>,
  given: ReadonlyMap<number, number>,
): Portion[] {
  const portions: Portion[] = [];
  /** Merged lines before which nothing is left to be given: they go with the next lesson. */
  let waiting: number[] = [];
  /** Portions of the line just before: a merged line joins only its neighbour. */
  let neighbour: Portion | undefined;
  for (const line of lines) {
    const correction = corrections.get(line.id);
    const done = given.get(line.id) ?? 0;
    const left = Math.max(0, correctedHours(line, correction) - done);
    if (correction?.kind === 'merge' && done === 0) {
      if (neighbour === undefined) waiting.push(line.id);
      else neighbour.rowIds.push(line.id);
    }
    for (let hour = 0; hour < left; hour += 1) {
      // A merged line that keeps hours of its own stands in the first of them once.
      const portion = { rowIds: [...new Set([...waiting, line.id])] };
      waiting = [];
      portions.push(portion);
      neighbour = portion;
    }
    if (left === 0 && correction?.kind !== 'merge') neighbour = undefined;
  }
  // Nothing is left that they could go with: one lesson for all of them.
  if (waiting.length > 0) portions.push({ rowIds: waiting });
  return portions;
}

/**
 * Lays a plan on the lessons of a page (K3): each lesson to be held gets the next topic of the plan
 * that was not given yet. What was held stays; a lesson held by something else takes nothing of the
 * plan. Total: works on any lines, corrections and lessons. Holidays, special days and substitutions
 * count because the lessons are those of the timetable as it is; cancelled ones must be left out.
 */
export function layPlan(
  lines: readonly PlanLine[],
  corrections: readonly Correction[],
  lessons: readonly PlanLesson[],
): LaidPlan {
  const known = new Set(lines.map(({ id }) => id));
  const own = (lesson: PlanLesson) => lesson.rowIds.filter((id) => known.has(id));
  const given = new Map<number, number>();
  for (const lesson of lessons) {
    for (const id of new Set(own(lesson))) given.set(id, (given.get(id) ?? 0) + 1);
  }
  const byRow = new Map(corrections.map((one) => [one.rowId, one]));
  const portions = portionsOf(lines, byRow, given);
  const topics: LaidTopic[] = [];
  const spare: number[] = [];
  let next = 0;
  for (const lesson of lessons.toSorted(inOrder)) {
    const { id: lessonId, date } = lesson;
    const rowIds = [...new Set(own(lesson))];
    if (rowIds.length > 0) {
      topics.push({ lessonId, date, rowIds, given: true });
    } else if (!lesson.held) {
      const portion = portions[next];
      if (portion === undefined) spare.push(lessonId);
      else topics.push({ lessonId, date, rowIds: portion.rowIds, given: false });
      next += 1;
    }
  }
  const missing = new Map<number, number>();
  for (const { rowIds } of portions.slice(next)) {
    for (const id of rowIds) missing.set(id, (missing.get(id) ?? 0) + 1);
  }
  return {
    topics,
    missing: lines.flatMap(({ id }) => {
      const hours = missing.get(id);
      return hours === undefined ? [] : [{ rowId: id, hours }];
    }),
    lessonsMissing: Math.max(0, portions.length - next),
    spare,
  };
}
