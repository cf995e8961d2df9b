import type { IsoDate } from '../calendar/iso-date';
import { correctedHours, type Correction, type PlanLesson, type PlanLine } from './lay-plan';

/** A lesson of the timetable, also one that fell out. */
export type TimetableLesson = PlanLesson & { readonly cancelled: boolean };

/** How a page stands on a day, in hours. */
export type Progress = {
  /** Lessons of the timetable up to the day, also those that fell out, as far as the plan goes. */
  readonly planned: number;
  /** Lessons held: with a topic written down. */
  readonly given: number;
  /** Hours of the plan that were gone through, those made up for by corrections included. */
  readonly covered: number;
  /** Planned minus covered: above zero is behind the plan, below it ahead. */
  readonly lag: number;
  /** Lessons that were to be held and have no topic yet. */
  readonly unfilled: number;
  readonly cancelled: number;
};

const inOrder = (a: TimetableLesson, b: TimetableLesson) =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.number - b.number || a.id - b.id;

/**
 * Hours of the plan gone through by these lessons. A line with a correction counts whole once it was
 * given what the correction leaves of it and the plan has come past it.
 */
function coveredBy(
  lines: readonly PlanLine[],
  corrections: ReadonlyMap<number, Correction>,
  lessons: readonly PlanLesson[],
): number {
  const given = new Map<number, number>();
  for (const { rowIds } of lessons) {
    for (const id of new Set(rowIds)) given.set(id, (given.get(id) ?? 0) + 1);
  }
  const furthest = lines.findLastIndex(({ id }) => given.has(id));
  let covered = 0;
  for (const [index, line] of lines.entries()) {
    const done = given.get(line.id) ?? 0;
    const correction = corrections.get(line.id);
    const needs = correctedHours(line, correction);
    const merged = correction?.kind === 'merge';
    const whole =
      correction !== undefined && index <= furthest && done >= needs && (done > 0 || !merged);
    covered += whole ? line.hours : Math.min(line.hours, done);
  }
  return covered;
}

/** Lessons as they count today: one of today that is not written down yet is still to be held. */
export const dueOn = <Lesson extends TimetableLesson>(
  today: IsoDate,
  lessons: readonly Lesson[],
): readonly Lesson[] =>
  lessons.filter(
    ({ date, held, cancelled, rowIds }) => date !== today || held || cancelled || rowIds.length > 0,
  );

/** How a page stands on a day against its plan; without a plan what was given is what was covered. */
export function progressOn(
  day: IsoDate,
  lines: readonly PlanLine[],
  corrections: readonly Correction[],
  lessons: readonly TimetableLesson[],
): Progress {
  const sofar = lessons.filter(({ date }) => date <= day);
  const inForce = sofar.filter(({ cancelled }) => !cancelled);
  const held = inForce.filter(({ held, rowIds }) => held || rowIds.length > 0);
  const total = lines.reduce((sum, { hours }) => sum + hours, 0);
  const planned = lines.length === 0 ? sofar.length : Math.min(total, sofar.length);
  const covered =
    lines.length === 0
      ? held.length
      : coveredBy(lines, new Map(corrections.map((one) => [one.rowId, one])), held);
  return {
    planned,
    given: held.length,
    covered,
    lag: planned - covered,
    unfilled: inForce.length - held.length,
    cancelled: sofar.length - inForce.length,
  };
}

/**
 * The days each line of the plan was meant for: the plan laid on the timetable as if no lesson fell
 * out and nothing was corrected («дата по плану»). Hours for which the year has no lesson have none.
 */
export function plannedDates(
  lines: readonly PlanLine[],
  lessons: readonly TimetableLesson[],
): ReadonlyMap<number, readonly IsoDate[]> {
  const days = lessons.toSorted(inOrder).map(({ date }) => date);
  const dates = new Map<number, readonly IsoDate[]>();
  let next = 0;
  for (const { id, hours } of lines) {
    dates.set(id, days.slice(next, next + hours));
    next += hours;
  }
  return dates;
}

/**
 * Control works between two days: those the plan meant for these days, and those held — lessons held
 * by a control line of the plan, or with a control work chosen in the journal.
 */
export function controlsBetween(
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
  lines: readonly (PlanLine & { readonly kind: string })[],
  lessons: readonly TimetableLesson[],
  controlLessons: ReadonlySet<number>,
): { readonly planned: number; readonly held: number } {
  const controls = new Set(lines.filter(({ kind }) => kind === 'control').map(({ id }) => id));
  const dates = controls.size === 0 ? undefined : plannedDates(lines, lessons);
  const within = (day: IsoDate | undefined) => day !== undefined && from <= day && day <= to;
  const planned = [...controls].filter((id) => within(dates?.get(id)?.at(-1))).length;
  const held = lessons.filter(
    ({ id, date, cancelled, rowIds }) =>
      within(date) &&
      !cancelled &&
      (controlLessons.has(id) || rowIds.some((rowId) => controls.has(rowId))),
  ).length;
  return { planned, held };
}
