import type { IsoDate } from '#domain/calendar/iso-date';
import type { Regulation } from '#domain/regulation/regulation';
import { regulationFromStored } from '#domain/regulation/stored';
import {
  all,
  change,
  get,
  run,
  select,
  type Change,
  type ReadableDb,
  type WritableDb,
} from '../statement';

type StoredRow = {
  readonly id: number;
  readonly document: string;
  readonly fromDate: IsoDate | null;
  readonly approvedAt: string | null;
  readonly approvedBy: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly version: number;
};
export type RegulationRow = Omit<StoredRow, 'document'> & { readonly document: Regulation };

const columns = `SELECT id, document, from_date AS fromDate, approved_at AS approvedAt,
    approved_by AS approvedBy, made_at AS madeAt, made_by AS madeBy, version
  FROM regulation_version`;
const everyVersion = select<[], StoredRow>(
  `${columns} ORDER BY from_date IS NULL DESC, from_date DESC, id DESC`,
);
const oneVersion = select<[number], StoredRow>(`${columns} WHERE id = ?`);
// Of the index alone: a row with its document is some pages long.
const inForceOn = select<{ day: IsoDate }, { readonly id: number }>(
  `SELECT id FROM regulation_version WHERE from_date IS NOT NULL
   ORDER BY from_date <= @day DESC,
     CASE WHEN from_date <= @day THEN from_date END DESC, from_date LIMIT 1`,
);
const everyDay = select<[], { readonly id: number; readonly fromDate: IsoDate }>(
  'SELECT id, from_date AS fromDate FROM regulation_version WHERE from_date IS NOT NULL',
);
const documentOf = select<[number], Pick<StoredRow, 'document'>>(
  'SELECT document FROM regulation_version WHERE id = ?',
);
const insertRow = change<[string, IsoDate | null, string, string]>(
  'INSERT INTO regulation_version (document, from_date, made_at, made_by) VALUES (?, ?, ?, ?)',
);
const saveDocument = change<[string, number, number]>(
  'UPDATE regulation_version SET document = ?, version = ? WHERE id = ?',
);
const approveRow = change<[string, string, number, number]>(
  'UPDATE regulation_version SET approved_at = ?, approved_by = ?, version = ? WHERE id = ?',
);
const setFromDate = change<[IsoDate | null, number, number]>(
  'UPDATE regulation_version SET from_date = ?, version = ? WHERE id = ?',
);
const deleteRow = change<[number]>('DELETE FROM regulation_version WHERE id = ?');

type Documents = Map<number, Regulation>;
const known = new WeakMap<ReadableDb['connection'], Documents>();
/** Connections that wrote a version: until the transaction is over nothing of it is kept, it may yet be undone. */
const written = new WeakSet<ReadableDb['connection']>();

/** A document is read once: a page asks for the one in force on each of its days. */
function documentsOf({ connection }: ReadableDb): Documents {
  if (written.has(connection)) {
    if (connection.inTransaction) return new Map();
    written.delete(connection);
    known.delete(connection);
  }
  const documents = known.get(connection) ?? new Map<number, Regulation>();
  known.set(connection, documents);
  return documents;
}

function documentIn(documents: Documents, id: number, text: () => string): Regulation {
  const before = documents.get(id);
  if (before !== undefined) return before;
  const document = regulationFromStored(JSON.parse(text()));
  documents.set(id, document);
  return document;
}

const rowOf = (db: ReadableDb, { document, ...row }: StoredRow): RegulationRow => ({
  ...row,
  document: documentIn(documentsOf(db), row.id, () => document),
});

function write<P extends Parameters<typeof run>[2]>(
  db: WritableDb,
  query: Change<P>,
  params: P,
): number {
  written.add(db.connection);
  return run(db, query, params).id;
}

/** Every version: those without a day first, then from the latest day back. */
export const findRegulations = (db: ReadableDb): readonly RegulationRow[] =>
  all(db, everyVersion, []).map((row) => rowOf(db, row));

export function findRegulation(db: ReadableDb, id: number): RegulationRow | undefined {
  const row = get(db, oneVersion, [id]);
  return row && rowOf(db, row);
}

/** The versions that have a day, without their documents. */
export const findRegulationDays = (
  db: ReadableDb,
): readonly { readonly id: number; readonly fromDate: IsoDate }[] => all(db, everyDay, []);

/** The document of a version there is. */
export const findDocument = (db: ReadableDb, id: number): Regulation =>
  documentIn(documentsOf(db), id, () => get(db, documentOf, [id])?.document ?? '');

/** The rules in force on a day, by the rule of `regulationInForce`. */
export function findRegulationOn(db: ReadableDb, day: IsoDate): Regulation | undefined {
  const found = get(db, inForceOn, { day });
  return found && findDocument(db, found.id);
}

export const insertRegulation = (
  db: WritableDb,
  row: Pick<RegulationRow, 'document' | 'fromDate' | 'madeAt' | 'madeBy'>,
): number =>
  write(db, insertRow, [JSON.stringify(row.document), row.fromDate, row.madeAt, row.madeBy]);

export function saveRegulation(
  db: WritableDb,
  id: number,
  row: Pick<RegulationRow, 'document' | 'version'>,
): void {
  write(db, saveDocument, [JSON.stringify(row.document), row.version, id]);
}

export function approveRegulation(
  db: WritableDb,
  id: number,
  { approvedAt, approvedBy, version }: { approvedAt: string; approvedBy: string; version: number },
): void {
  write(db, approveRow, [approvedAt, approvedBy, version, id]);
}

export function setRegulationDay(
  db: WritableDb,
  id: number,
  { fromDate, version }: Pick<RegulationRow, 'fromDate' | 'version'>,
): void {
  write(db, setFromDate, [fromDate, version, id]);
}

export const deleteRegulation = (db: WritableDb, id: number): void => {
  write(db, deleteRow, [id]);
};
