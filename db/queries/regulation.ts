import type { IsoDate } from '#domain/calendar/iso-date';
import type { Regulation } from '#domain/regulation/regulation';
import { regulationFromStored } from '#domain/regulation/stored';
import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

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
const inForceOn = select<{ day: IsoDate }, StoredRow>(
  `${columns} WHERE from_date IS NOT NULL
   ORDER BY from_date <= @day DESC,
     CASE WHEN from_date <= @day THEN from_date END DESC, from_date LIMIT 1`,
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

/** A document is read once: every entry of a mark asks for the one in force. */
const known = new WeakMap<ReadableDb['connection'], Map<number, readonly [string, Regulation]>>();

function rowOf(db: ReadableDb, { document: text, ...row }: StoredRow): RegulationRow {
  let documents = known.get(db.connection);
  if (documents === undefined) known.set(db.connection, (documents = new Map()));
  const before = documents.get(row.id);
  if (before?.[0] === text) return { ...row, document: before[1] };
  const document = regulationFromStored(JSON.parse(text));
  documents.set(row.id, [text, document]);
  return { ...row, document };
}

/** Every version: those without a day first, then from the latest day back. */
export const findRegulations = (db: ReadableDb): readonly RegulationRow[] =>
  all(db, everyVersion, []).map((row) => rowOf(db, row));

export function findRegulation(db: ReadableDb, id: number): RegulationRow | undefined {
  const row = get(db, oneVersion, [id]);
  return row && rowOf(db, row);
}

/** The one in force on a day, by the rule of `regulationInForce`. */
export function findRegulationOn(db: ReadableDb, day: IsoDate): RegulationRow | undefined {
  const row = get(db, inForceOn, { day });
  return row && rowOf(db, row);
}

export const insertRegulation = (
  db: WritableDb,
  row: Pick<RegulationRow, 'document' | 'fromDate' | 'madeAt' | 'madeBy'>,
): number =>
  run(db, insertRow, [JSON.stringify(row.document), row.fromDate, row.madeAt, row.madeBy]).id;

export function saveRegulation(
  db: WritableDb,
  id: number,
  row: Pick<RegulationRow, 'document' | 'version'>,
): void {
  run(db, saveDocument, [JSON.stringify(row.document), row.version, id]);
}

export function approveRegulation(
  db: WritableDb,
  id: number,
  { approvedAt, approvedBy, version }: { approvedAt: string; approvedBy: string; version: number },
): void {
  run(db, approveRow, [approvedAt, approvedBy, version, id]);
}

export function setRegulationDay(
  db: WritableDb,
  id: number,
  { fromDate, version }: Pick<RegulationRow, 'fromDate' | 'version'>,
): void {
  run(db, setFromDate, [fromDate, version, id]);
}

export const deleteRegulation = (db: WritableDb, id: number): void => {
  run(db, deleteRow, [id]);
};
