import { findOpenings, saveOpening, type OpeningRow } from '#db/queries/year-opening';
import { findYear, findYearOr, findYears, type YearRow } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { mayRun, OPENING_STEPS, type OpeningStep } from '#domain/year-opening/steps';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';

export type Opening = {
  readonly from: YearRow;
  readonly to: YearRow | undefined;
  readonly done: readonly OpeningStep[];
  readonly finished: boolean;
};

const stepsOf = (row: OpeningRow | undefined): readonly OpeningStep[] => {
  const told = row === undefined ? [] : (JSON.parse(row.done) as unknown[]);
  return OPENING_STEPS.filter((step) => told.includes(step));
};

/**
 * The opening that is under way; where none is, that of the year after today's. A next year that was
 * made by hand is taken as it is.
 */
export function findOpening(db: ReadableDb, today: IsoDate): Opening {
  const openings = findOpenings(db);
  const begun = openings.findLast(({ finishedAt }) => finishedAt === null);
  const from =
    (begun && findYearOr(db, begun.fromYearId, today)) ??
    findYear(db, today) ??
    refuse('NOT_FOUND', { what: 'period' });
  const to = findYears(db).find(({ startsOn }) => startsOn > from.startsOn);
  const row = openings.find(({ yearId }) => yearId === to?.id);
  return { from, to, done: stepsOf(row), finished: (row?.finishedAt ?? null) !== null };
}

/** The opening with its new year, where the step may be run; else OPENING_NOT_READY's refusal. */
export function openingFor(
  { db, today }: Pick<Writing, 'db' | 'today'>,
  step: OpeningStep,
): Opening & { readonly to: YearRow } {
  const opening = findOpening(db, today);
  const { to } = opening;
  if (to === undefined || !mayRun(step, opening.done)) refuse('INVALID', { why: 'stepTooEarly' });
  return { ...opening, to };
}

/** Notes that a step is done; the last one finishes the opening. */
export function noteStep(
  { db, now, record }: Pick<Writing, 'db' | 'now' | 'record'>,
  opening: Pick<Opening, 'from' | 'done' | 'finished'> & { readonly to: Pick<YearRow, 'id'> },
  step: OpeningStep,
): void {
  if (opening.done.includes(step)) return;
  const done = OPENING_STEPS.filter((one) => one === step || opening.done.includes(one));
  const finishedAt = done.length === OPENING_STEPS.length ? now : null;
  const row = { yearId: opening.to.id, fromYearId: opening.from.id, done: JSON.stringify(done) };
  saveOpening(db, { ...row, finishedAt });
  record('yearOpening', String(opening.to.id), { done: opening.done }, { done });
}
