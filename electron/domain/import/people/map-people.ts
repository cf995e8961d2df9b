import type { IsoDate } from '../../calendar/iso-date';
import { formatClassName, parseClassName, type ClassName } from '../../people/class-name';
import { cellText, type Cell, type TableSheet } from '../table';
import { textKey } from '../text-key';
import { readContacts } from './contact-cells';
import { findPeopleColumns } from './find-columns';
import type { PeopleKind, PersonField } from './person-field';
import type {
  BadRow,
  PeopleColumns,
  PersonName,
  PupilRow,
  RowProblem,
  StaffRow,
} from './person-row';
import { readBirthDate, readName, readRoles, readSex, type ReadValue } from './read-values';

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
interface RowReader {
  readonly rowNumber: number;
  readonly value: ValueOf;
  readonly text: (field: PersonField) => string;
  /** The value, or undefined after its problem was noted. */
  readonly take: <Value>(read: ReadValue<Value>) => Value | undefined;
  /** The class of this row: its own column, or the section, the sheet or the title above. */
  readonly className: () => ReadValue<ClassName | null>;
}

const mostMergedRows = 200_000;

/** A class merged over its pupils' rows stands in the first of them only. */
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

function classReader(
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

/** Reads row by row; `readRow` builds a row from good cells, undefined after a problem. */
function readPeople<Row extends { readonly rowNumber: number }>(
  sheet: TableSheet,
  kind: PeopleKind,
  context: PeopleContext,
  readRow: (reader: RowReader) => { readonly row: Row; readonly key: string } | undefined,
): PeopleImport<Row> {
  const columns = context.columns ?? findPeopleColumns(sheet, kind);
  if (columns === undefined) return { columns, good: [], bad: [] };
  const places = new Map(columns.columns.map(({ column, field }) => [field, column]));
  const classColumns = new Set(
    (['className', 'grade', 'letter'] as const).flatMap((field) => places.get(field) ?? []),
  );
  const merged = mergedValues(sheet, classColumns);
  const ofSheet = context.className ?? classOfSheet(sheet, columns.firstDataRow);
  let section: ClassName | undefined;
  const good: Row[] = [];
  const bad: BadRow[] = [];
  const rowNumberOfKey = new Map<string, number>();

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
    const read = readRow({
      rowNumber,
      value,
      text,
      take: (result) => {
        if (result.ok) return result.value;
        problems.push(result.problem);
        return undefined;
      },
      className: () => {
        const whole = text('className') || text('grade');
        return classReader({ whole, letter: text('letter') }, section ?? ofSheet);
      },
    });
    const first = read && rowNumberOfKey.get(read.key);
    if (first !== undefined) problems.push({ code: 'duplicate', ofRowNumber: first });
    if (read !== undefined && first === undefined) rowNumberOfKey.set(read.key, rowNumber);
    if (read !== undefined && problems.length === 0) good.push(read.row);
    else bad.push({ rowNumber, cells: texts, problems });
  }
  return { columns, good, bad };
}

const nameCells = (reader: RowReader) => ({
  full: reader.text('fullName'),
  last: reader.text('lastName'),
  first: reader.text('firstName'),
  middle: reader.text('middleName'),
});

const keyOf = (name: PersonName, ...more: readonly string[]) =>
  [name.last, name.first, name.middle].map(textKey).concat(more).join('|');

/**
 * Reads a list of pupils (C4). The class comes from its column, or «Параллель» and «Литера», else
 * from a heading between the rows, the name of the sheet or a title above. The same name and birth
 * date twice is a bad row; without birth dates, the same name in the same class.
 */
export function mapPupils(sheet: TableSheet, context: PeopleContext): PeopleImport<PupilRow> {
  return readPeople(sheet, 'pupils', context, (reader) => {
    const { rowNumber, take } = reader;
    const name = take(readName(nameCells(reader), false));
    const className = take(reader.className());
    if (className === null) take({ ok: false, problem: { code: 'noClass' } });
    const birthDate = take(readBirthDate(reader.value('birthDate'), context.today));
    const sex = take(readSex(reader.value('sex')));
    if (name === undefined || !className || birthDate === undefined || sex === undefined) {
      return undefined;
    }
    const personalFile = reader.text('personalFile');
    const key = keyOf(name, birthDate ?? formatClassName(className));
    const more = readContacts(reader.text, context.today);
    return { row: { rowNumber, name, className, birthDate, sex, personalFile, ...more }, key };
  });
}

/**
 * Reads a list of the staff (C4): name, position, roles in the journal, subjects, and the class
 * whose classroom teacher the person is. The same name and birth date twice is a bad row.
 */
export function mapStaff(sheet: TableSheet, context: PeopleContext): PeopleImport<StaffRow> {
  return readPeople(sheet, 'staff', context, (reader) => {
    const { rowNumber, take } = reader;
    const name = take(readName(nameCells(reader), true));
    const roles = take(readRoles(reader.value('role')));
    const classText = reader.text('className');
    const classTeacherOf = take(classReader({ whole: classText, letter: '' }, undefined));
    const birthDate = take(readBirthDate(reader.value('birthDate'), context.today));
    const sex = take(readSex(reader.value('sex')));
    if (
      name === undefined ||
      roles === undefined ||
      classTeacherOf === undefined ||
      birthDate === undefined ||
      sex === undefined
    ) {
      return undefined;
    }
    const subjects = reader
      .text('subjects')
      .split(/[,;]/u)
      .map((subject) => subject.trim())
      .filter((subject) => subject !== '');
    const position = reader.text('position');
    const row = { rowNumber, name, position, roles, classTeacherOf, subjects, birthDate, sex };
    return { row, key: keyOf(name, birthDate ?? '') };
  });
}
