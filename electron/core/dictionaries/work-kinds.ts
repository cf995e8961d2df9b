import type { WorkKindRow } from '#contract/dictionaries';
import {
  findWorkKindDetails,
  insertWorkKindDetails,
  setWorkKindArchived as storeArchived,
  updateWorkKind,
  type WorkKindData,
} from '#db/queries/dictionaries';
import type { ReadableDb } from '#db/statement';
import { storedText } from '#domain/text/stored-text';
import { refuse } from '../refuse';
import type { Reading, Writing } from '../unit-of-work';

/** The kinds of work with their weights (S6). */
export const workKinds = ({ db }: Reading): readonly WorkKindRow[] =>
  findWorkKindDetails(db).map(({ written, archived, ...kind }) => ({
    ...kind,
    written: written === 1,
    archived: archived === 1,
  }));

function checkName(db: ReadableDb, name: string, own?: number): void {
  const taken = findWorkKindDetails(db).some(
    (one) => one.name === storedText(name) && one.id !== own,
  );
  if (taken) refuse('INVALID', { why: 'nameTaken' });
}

const find = (db: ReadableDb, id: number) =>
  findWorkKindDetails(db).find((one) => one.id === id) ?? refuse('NOT_FOUND', { what: 'workKind' });

export function addWorkKind(
  { db, record }: Writing,
  { name, shortName, weight, written }: WorkKindData,
) {
  checkName(db, name);
  const id = insertWorkKindDetails(db, { name, shortName, weight, written });
  record('workKind', String(id), null, { name, shortName, weight, written });
  return { id };
}

/** Works already in the journal keep the weight they were given. */
export function saveWorkKind(
  { db, record }: Writing,
  { id, name, shortName, weight, written }: WorkKindData & { readonly id: number },
): void {
  const before = find(db, id);
  checkName(db, name, id);
  updateWorkKind(db, id, { name, shortName, weight, written });
  const was = {
    name: before.name,
    shortName: before.shortName,
    weight: before.weight,
    written: before.written === 1,
  };
  record('workKind', String(id), was, { name, shortName, weight, written });
}

export function setWorkKindArchived(
  { db, record }: Writing,
  { id, archived }: { readonly id: number; readonly archived: boolean },
): void {
  const before = find(db, id);
  storeArchived(db, id, archived);
  record('workKind', String(id), { archived: before.archived === 1 }, { archived });
}
