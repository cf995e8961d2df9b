import type { IsoDate } from '../../calendar/iso-date';
import { parseClassName, type ClassName } from '../../people/class-name';
import { cellText, type Cell, type TableSheet } from '../table';
import { textKey } from '../text-key';
import { findPeopleColumns } from './find-columns';
import { parentFieldOf } from './parent-field';
import type { PeopleKind, PersonField } from './person-field';
import type { BadRow, PeopleColumns, RowProblem } from './person-row';
import type { ReadValue } from './read-values';

/** What is known besides the sheet. */
export interface PeopleContext {
  readonly today: IsoDate;
  /** The columns as the person corrected them; found by their titles where absent. */
  readonly columns?: PeopleColumns;
  /** The class of everybody in the sheet, where the person named it. */
  readonly className?: ClassName;
}

/** A list of people read: what each column was taken for, and every row good or bad. */
export interface PeopleImport<Row> {
  /** Undefined where no header was found: then there are no rows, the person names the columns. */
  readonly columns: PeopleColumns | undefined;
  readonly good: readonly Row[];
  readonly bad: readonly BadRow[];
}

type ValueOf = (field: PersonField) => Cell | undefined;

/** A row under reading: its cells by field, and the problems met so far. */
export interface RowReader {
  readonly rowNumber: number;
  readonly value: ValueOf;
  readonly text: (field: PersonField) => string;
  /** As text, its lines kept. */
  readonly lines: (field: PersonField) => string;
  /** The words over the column of a field. */
  readonly title: (field: PersonField) => string;
  /** The value, or undefined after its problem was noted. */
  readonly take: <Value>(read: ReadValue<Value>) => Value | undefined;
  /** The class of this row: its own column, or the section, the sheet or the title above. */
  readonly className: () => ReadValue<ClassName | null>;
}

/** What a row gives. */
export interface ReadRow<Row> {
  readonly rows: readonly Row[];
  /** Two rows with one key are one person twice; null where that is no mistake. */
  readonly key: string | null;
}

const mostMergedRows = 200_000;

/** A class merged over its pupils' rows, and a parent over the children's, stand in the first only. */
function mergedValues(sheet: TableSheet, columns: ReadonlySet<number>): Map<string, Cell> {
  const values = new Map<string, Cell>();
  for (const { fromRow, toRow, fromColumn, toColumn } of sheet.merges) {
    if (toRow === fromRow || fromColumn !== toColumn || !columns.has(fromColumn)) continue;
    const value = sheet.rows[fromRow]?.[fromColumn] ?? null;
    for (let row = fromRow; row <= toRow && row < sheet.rows.length; row += 1) {
      if (values.size >= mostMergedRows) return values;
      values.set(`${row} ${fromColumn}`, value);
    }
  }
  return values;
}

/** «Список 8-Б класса» above the header, or a sheet that bears the name of its class. */
function classOfSheet(sheet: TableSheet, firstDataRow: number): ClassName | undefined {
  const named = parseClassName(sheet.name);
  // A sheet named «8» is as likely the eighth sheet.
  const numberOnly = named?.letter === '' && !/класс/iu.test(sheet.name);
  if (named !== undefined && !numberOnly) return named;
  for (const row of sheet.rows.slice(0, firstDataRow)) {
    const found = /(\d{1,2}\s?[-–]?\s?["«]?\p{L}?["»]?)\s*класс/iu.exec(
      row.map(cellText).join(' '),
    );
    const className = parseClassName(found?.[1] ?? '');
    if (className !== undefined) return className;
  }
  return undefined;
}

/** «1 2 3 4» under a header, and the header printed again on the next page. */
function isFurniture(texts: readonly string[], columns: PeopleColumns): boolean {
  const filled = texts.filter((text) => text !== '');
  const counted = filled.length > 1 && filled.every((text, index) => text === String(index + 1));
  const titled = columns.columns.filter(({ field }) => field !== null);
  const repeated =
    titled.some(({ title }) => title !== '') &&
    titled.every(({ column, title }) => textKey(texts[column] ?? '') === textKey(title));
  return counted || repeated;
}

/** A class as one cell or two has it, else that around the row; null for none. */
export function readClass(
  own: { readonly whole: string; readonly letter: string },
  around: ClassName | undefined,
): ReadValue<ClassName | null> {
  const text = `${own.whole} ${own.letter}`.trim();
  if (text === '' || /^(?:нет|[-–—])$/iu.test(text)) return { ok: true, value: around ?? null };
  const value = parseClassName(text);
  return value === undefined
    ? { ok: false, problem: { code: 'badClass', text } }
    : { ok: true, value };
}

const linesOf = (cell: Cell | undefined) =>
  typeof cell === 'string' ? cell.trim() : cellText(cell);

/**
 * Reads row by row; `readRow` builds rows from good cells, undefined after a problem. A row that
 * `continues` names nobody and only adds to the good one before it: a second parent below the first.
 */
export function readPeople<Row extends { readonly rowNumber: number }>(
  sheet: TableSheet,
  kind: PeopleKind,
  context: PeopleContext,
  readRow: (reader: RowReader) => ReadRow<Row> | undefined,
  continues?: (reader: RowReader, before: Row) => Row | undefined,
): PeopleImport<Row> {
  const columns = context.columns ?? findPeopleColumns(sheet, kind);
  if (columns === undefined) return { columns, good: [], bad: [] };
  const places = new Map(columns.columns.map(({ column, field }) => [field, column]));
  const titles = new Map(columns.columns.map(({ field, title }) => [field, title]));
  const classColumns = new Set(
    (['className', 'grade', 'letter'] as const).flatMap((field) => places.get(field) ?? []),
  );
  const spread = columns.columns.filter(
    ({ field }) => kind === 'parents' && field !== null && parentFieldOf(field) !== undefined,
  );
  const merged = mergedValues(
    sheet,
    new Set([...classColumns, ...spread.map(({ column }) => column)]),
  );
  const ofSheet = context.className ?? classOfSheet(sheet, columns.firstDataRow);
  let section: ClassName | undefined;
  const good: Row[] = [];
  const bad: BadRow[] = [];
  const rowNumberOfKey = new Map<string, number>();
  let before: Row | undefined;

  for (let index = columns.firstDataRow; index < sheet.rows.length; index += 1) {
    const cells = sheet.rows[index] ?? [];
    const texts = cells.map(cellText);
    const filled = texts.filter((text) => text !== '');
    if (filled.length === 0 || isFurniture(texts, columns)) continue;
    // A line «8-Б» between the pupils begins that class.
    const heading = filled.length === 1 ? parseClassName(filled[0] ?? '') : undefined;
    if (heading !== undefined && classColumns.size === 0) {
      section = heading;
      continue;
    }
    const problems: RowProblem[] = [];
    const value: ValueOf = (field) => {
      const column = places.get(field);
      if (column === undefined) return undefined;
      return cells[column] ?? merged.get(`${index} ${column}`) ?? undefined;
    };
    const text = (field: PersonField) => cellText(value(field));
    const rowNumber = index + 1;
    const reader: RowReader = {
      rowNumber,
      value,
      text,
      lines: (field) => linesOf(value(field)),
      title: (field) => titles.get(field) ?? '',
      take: (result) => {
        if (result.ok) return result.value;
        problems.push(result.problem);
        return undefined;
      },
      className: () => {
        const whole = text('className') || text('grade');
        return readClass({ whole, letter: text('letter') }, section ?? ofSheet);
      },
    };
    const more = before === undefined ? undefined : continues?.(reader, before);
    if (more !== undefined) {
      good[good.length - 1] = more;
      before = more;
      continue;
    }
    const read = readRow(reader);
    const key = read?.key ?? null;
    const first = key === null ? undefined : rowNumberOfKey.get(key);
    if (first !== undefined) problems.push({ code: 'duplicate', ofRowNumber: first });
    if (key !== null && first === undefined) rowNumberOfKey.set(key, rowNumber);
    if (read !== undefined && problems.length === 0) {
      good.push(...read.rows);
      before = read.rows.at(-1);
    } else {
      bad.push({ rowNumber, cells: texts, problems });
      before = undefined;
    }
  }
  return { columns, good, bad };
}
