import { createHash } from 'node:crypto';
import type {
  PeopleFileInput,
  PeoplePreview,
  PreviewChange,
  PreviewColumn,
} from '#contract/import-people';
import type { IsoDate } from '#domain/calendar/iso-date';
import { shownValue, type FieldChange } from '#domain/import/people/field-change';
import type { PeopleImport } from '#domain/import/people/read-people';
import type { PeopleColumns } from '#domain/import/people/person-row';
import { describeRowProblem } from '#domain/import/people/problem-text';
import type { PeopleContext } from '#domain/import/people/read-people';
import { cellText, type TableFile, type TableSheet } from '#domain/import/table';
import { parseClassName } from '#domain/people/class-name';
import type { Core } from '../context';
import { refuse } from '../refuse';
import { readChosen, tableOf } from './read-chosen';

const SAMPLE_ROWS = 3;
const MOST_COLUMNS = 60;

/** A list of people read from the chosen file, as the person told to read it. */
export type PeopleFile<Row> = {
  readonly sha256: string;
  readonly file: TableFile;
  readonly sheet: number;
  readonly table: TableSheet;
  readonly list: PeopleImport<Row>;
};

function sheetToRead(file: TableFile, asked: number | undefined): number {
  if (asked !== undefined && file.sheets[asked] !== undefined) return asked;
  const filled = file.sheets.findIndex(({ rows }) => rows.length > 1);
  return Math.max(0, filled);
}

/** Reads a list of people with the columns and the class the person named, if any. */
export async function readPeopleFile<Row>(
  core: Core,
  input: PeopleFileInput,
  map: (sheet: TableSheet, context: PeopleContext) => PeopleImport<Row>,
  today: IsoDate,
): Promise<PeopleFile<Row>> {
  const chosen = await readChosen(core, input.grant);
  const file = await tableOf(chosen);
  const sheet = sheetToRead(file, input.sheet);
  const table = file.sheets[sheet] ?? refuse('FILE_PROBLEM', { problem: 'empty' });
  const className = parseClassName(input.className ?? '');
  const list = map(table, {
    today,
    ...(input.columns === undefined ? {} : { columns: input.columns }),
    ...(className === undefined ? {} : { className }),
  });
  return { sha256: chosen.sha256, file, sheet, table, list };
}

/** All columns of the sheet, also where no header was found, with what they begin with. */
function previewColumns(table: TableSheet, columns: PeopleColumns | undefined): PreviewColumn[] {
  const first = columns?.firstDataRow ?? 0;
  const rows = table.rows.slice(first, first + SAMPLE_ROWS);
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...table.rows.map((row) => row.length)));
  return Array.from({ length: width }, (_, column) => {
    const known = columns?.columns.find((one) => one.column === column);
    return {
      column,
      title: known?.title ?? '',
      field: known?.field ?? null,
      sample: rows.map((row) => cellText(row[column])),
    };
  });
}

/** What of a preview is the same for all lists. */
export function previewOf<Row>({
  sha256,
  file,
  sheet,
  table,
  list,
}: PeopleFile<Row>): Omit<PeoplePreview, 'good' | 'newClasses' | 'seen'> {
  return {
    sha256,
    sheets: file.sheets.map(({ name }) => name),
    sheet,
    firstDataRow: list.columns?.firstDataRow ?? 0,
    headerFound: list.columns !== undefined,
    columns: previewColumns(table, list.columns),
    bad: list.bad.map(({ rowNumber, cells, problems }) => ({
      rowNumber,
      cells,
      reasons: problems.map(describeRowProblem),
    })),
  };
}

/** Refuses another file than was seen. */
export function checkSameFile<Row>(
  { sha256, list }: PeopleFile<Row>,
  input: { readonly sha256: string },
): void {
  if (sha256 !== input.sha256) refuse('INVALID', { why: 'fileChanged' });
  if (list.good.length === 0) refuse('INVALID', { why: 'nothingToImport' });
}

/** A row that the journal has no place for, as the screen shows it. */
export const badRowOf = (
  { table }: PeopleFile<unknown>,
  rowNumber: number,
  reason: string,
): PeoplePreview['bad'][number] => ({
  rowNumber,
  cells: (table.rows[rowNumber - 1] ?? []).map(cellText),
  reasons: [reason],
});

/** Tells one plan from another: what was seen is what is done. */
export const stampOf = (plan: unknown): string =>
  createHash('sha256').update(JSON.stringify(plan)).digest('hex');

/** Refuses what is not to be applied: another plan than was seen, open questions, bad rows unasked. */
export function checkPlan(
  plan: { readonly seen: string; readonly asks: number; readonly bad: number },
  input: { readonly seen: string; readonly withoutBadRows: boolean },
): void {
  if (plan.seen !== input.seen) refuse('INVALID', { why: 'changedMeanwhile' });
  if (plan.asks > 0) refuse('INVALID', { why: 'unmatchedNames' });
  if (plan.bad > 0 && !input.withoutBadRows) refuse('INVALID', { why: 'badRows' });
}

/** A difference as the screen shows it. */
export const shownChange = (change: FieldChange): PreviewChange => ({
  ...change,
  was: shownValue(change.field, change.was),
  becomes: shownValue(change.field, change.becomes),
});
