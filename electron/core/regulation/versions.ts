import type { OpenRegulation, RegulationState, RegulationSummary } from '#contract/regulation';
import {
  findDocument,
  findRegulation,
  findRegulationDays,
  findRegulationOn,
  findRegulations,
  type RegulationRow,
} from '#db/queries/regulation';
import type { ReadableDb } from '#db/statement';
import { addDays, type IsoDate } from '#domain/calendar/iso-date';
import { regulationInForce, type Regulation } from '#domain/regulation/regulation';
import { startingRegulation } from '#domain/regulation/stored';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';

/** Where a version stands today, among the others. */
function summaryOf(
  { document, ...row }: RegulationRow,
  all: readonly RegulationRow[],
  today: IsoDate,
): RegulationSummary {
  const { fromDate } = row;
  const next = all
    .flatMap((other) => other.fromDate ?? [])
    .filter((day) => fromDate !== null && day > fromDate)
    .sort()[0];
  const until = next === undefined ? null : addDays(next, -1);
  const state = (): RegulationState => {
    if (fromDate === null) return row.approvedAt === null ? 'draft' : 'approved';
    if (fromDate > today) return 'coming';
    return until === null || until >= today ? 'now' : 'past';
  };
  const { title, preset } = document;
  return { ...row, title, preset, until, state: state() };
}

export function regulationVersions({ db, today }: Reading): readonly RegulationSummary[] {
  const all = findRegulations(db);
  return all.map((row) => summaryOf(row, all, today));
}

export const regulationToSee = (db: ReadableDb, id: number): RegulationRow =>
  findRegulation(db, id) ?? refuse('NOT_FOUND', { what: 'regulation' });

export function openRegulation(
  { db, today }: Reading,
  { id }: { readonly id: number },
): OpenRegulation {
  const row = regulationToSee(db, id);
  return { summary: summaryOf(row, findRegulations(db), today), document: row.document };
}

/** What the school's rules are on a day; a journal without any begins with the standard order. */
export const regulationOn = (db: ReadableDb, day: IsoDate): Regulation =>
  findRegulationOn(db, day) ?? startingRegulation();

/** The same for who asks of many days: which version is in force when is read once. */
export function regulationByDay(db: ReadableDb): (day: IsoDate) => Regulation {
  const versions = findRegulationDays(db);
  return (day) => {
    const version = regulationInForce(versions, day);
    return version === undefined ? startingRegulation() : findDocument(db, version.id);
  };
}
