import { isYearClosed } from '#db/queries/calendar';
import {
  findOutage,
  insertOutage,
  updateOutage,
  withdrawOutage,
  type OutageRow,
} from '#db/queries/outages';
import { findClasses, findYear, type YearRow } from '#db/queries/school';
import { outageProblem, type Outage } from '#domain/outages/outage';
import { dayOf } from '#domain/regulation/instant';
import { minuteHere } from '../local-time';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';

const ENTITY = 'outage';
type Said = Pick<Outage, 'fromAt' | 'toAt' | 'what' | 'untilDay' | 'classIds'>;

const told = ({ fromAt, toAt, what, untilDay, classIds }: Said): Said => ({
  fromAt,
  toAt,
  what,
  untilDay,
  classIds,
});

/** The year of the failure; refuses what cannot be one, and classes of another year. */
function yearOf({ db, core }: Writing, said: Said): YearRow {
  const year = findYear(db, dayOf(said.fromAt)) ?? refuse('NOT_FOUND', { what: 'year' });
  if (isYearClosed(db, year.id)) refuse('INVALID', { why: 'yearClosed' });
  const why = outageProblem(said, { now: minuteHere(core), year });
  if (why !== undefined) refuse('INVALID', { why });
  const known = new Set(findClasses(db, year.id, year.endsOn).map(({ id }) => id));
  if (!said.classIds.every((id) => known.has(id))) refuse('NOT_FOUND', { what: 'class' });
  return year;
}

/** Everybody who looks at a page reads it anew: which lessons are meant each page says itself. */
const tellPages = ({ core, actor, afterCommit }: Writing): void =>
  afterCommit(() => core.pageEvents.publishAll({ kind: 'locks', by: actor.name }));

/** Writes a technical failure down: its lessons are open until its last day (J10, ЭЛЖ 1.1.6). */
export function recordOutage(writing: Writing, input: Said): { readonly id: number } {
  const { db, core, actor, record } = writing;
  const year = yearOf(writing, input);
  const said = { ...told(input), classIds: [...new Set(input.classIds)] };
  const [recordedAt, recordedBy] = [minuteHere(core), actor.name];
  const id = insertOutage(db, { ...said, yearId: year.id, recordedAt, recordedBy });
  record(ENTITY, String(id), null, said);
  tellPages(writing);
  return { id };
}

function outageToChange(
  { db }: Writing,
  { id, version }: { readonly id: number; readonly version: number },
): OutageRow {
  const outage = findOutage(db, id);
  if (outage === undefined || outage.withdrawnAt !== null) {
    refuse('NOT_FOUND', { what: 'outage' });
  }
  if (outage.version !== version) refuse('CONFLICT', { current: told(outage) });
  if (isYearClosed(db, outage.yearId)) refuse('INVALID', { why: 'yearClosed' });
  return outage;
}

/** Puts a failure right, or ends one that goes on; it stays in its year. */
export function correctOutage(
  writing: Writing,
  input: Said & { readonly id: number; readonly version: number },
): void {
  const outage = outageToChange(writing, input);
  const year = yearOf(writing, input);
  if (year.id !== outage.yearId) refuse('INVALID', { why: 'dates' });
  const said = { ...told(input), classIds: [...new Set(input.classIds)] };
  updateOutage(writing.db, outage.id, { ...said, version: outage.version + 1 });
  writing.record(ENTITY, String(outage.id), told(outage), said);
  tellPages(writing);
}

/** Takes a failure back: its lessons close again by the regulation, what was entered stays. */
export function withdraw(
  writing: Writing,
  input: { readonly id: number; readonly version: number },
): void {
  const outage = outageToChange(writing, input);
  const [at, by] = [minuteHere(writing.core), writing.actor.name];
  withdrawOutage(writing.db, { id: outage.id, version: outage.version + 1 }, { at, by });
  writing.record(ENTITY, String(outage.id), { withdrawnAt: null }, { withdrawnAt: at });
  tellPages(writing);
}
