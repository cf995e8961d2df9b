import type { Weekday } from '../../calendar/iso-date';
import { parseClassName } from '../../people/class-name';
import { weekdayOfName } from '../timetable/day-and-hour-names';
import type { Grid } from './grid-sheet';

/** What a column of a block holds of its class or day. */
export type ColumnRole = 'lesson' | 'room' | 'teacher';

/** The columns under one class, or under one day. */
export interface BlockColumn {
  readonly className: string | undefined;
  readonly weekday: Weekday | undefined;
  readonly columns: readonly { readonly column: number; readonly role: ColumnRole }[];
}

/** Rows of lessons under one header. */
export interface GridBlock {
  readonly fromRow: number;
  readonly toRow: number;
  /** Columns before the first lesson: day, class, number, time. */
  readonly before: number;
  readonly columns: readonly BlockColumn[];
  /** Of the whole block, where its columns are days and no row names a class. */
  readonly className: string | undefined;
}

const roleWords: readonly (readonly [ColumnRole, RegExp])[] = [
  ['room', /^(?:каб|ауд|кб\.?$|№ ?каб|к\.?$)/iu],
  ['teacher', /^(?:учит|преп|педагог|фио)/iu],
  ['lesson', /^(?:предмет|урок$|дисципл|занят)/iu],
];
const roleOf = (text: string) => roleWords.find(([, pattern]) => pattern.test(text))?.[0];

/** A class with its letter, «5 класс», or the class that a title speaks of. */
export function classIn(text: string): string | undefined {
  if (text.length > 80) return undefined;
  const parsed = parseClassName(text);
  if (parsed !== undefined) {
    return parsed.letter !== '' || /кл/iu.test(text) ? text.replace(/\s+/gu, ' ') : undefined;
  }
  const title = /(?<!\d)(\d{1,2}\s?[-–]?\s?["«]?\p{Lu}\d?["»]?)(?=\s*(?:кл|$|[,.)]))/u.exec(
    text,
  )?.[1];
  return title !== undefined && parseClassName(title) !== undefined ? title : undefined;
}

const isClass = (text: string) =>
  text.length < 20 && parseClassName(text) !== undefined && classIn(text) !== undefined;
const isDay = (text: string) =>
  text.length < 25 && !/\d{1,2}[:.]\d{2}/u.test(text) && weekdayOfName(text) !== undefined;

interface Header {
  readonly row: number;
  readonly of: 'class' | 'day';
  /** The first columns of what it names. */
  readonly starts: readonly number[];
}

function headerOf(grid: Grid, row: number): Header | undefined {
  const classes: number[] = [];
  const days: number[] = [];
  let others = 0;
  for (let column = 0; column < grid.width; column += 1) {
    const cell = grid.at(row, column);
    if (cell.fromColumn !== column || cell.text === '') continue;
    if (isClass(cell.text)) classes.push(column);
    else if (isDay(cell.text)) days.push(column);
    else if (
      roleOf(cell.text) === undefined &&
      !/^(?:№|п\/п|день|дни|время|урок|час)/iu.test(cell.text)
    ) {
      others += 1;
    }
  }
  if (days.length >= 2 && days.length > classes.length && others <= 2) {
    return { row, of: 'day', starts: days };
  }
  const many = classes.length >= 2 && others <= classes.length;
  // A class alone is a header only at the top of a column of its own, not in a title or a list.
  const alone = classes.length === 1 && others === 0 && days.length === 0 && (classes[0] ?? 0) > 0;
  return many || alone ? { row, of: 'class', starts: classes } : undefined;
}

/** The columns from each start to the next, with what they hold. */
function columnsOf(grid: Grid, header: Header, bodyFrom: number, toRow: number) {
  return header.starts.map((start, index): BlockColumn => {
    const cell = grid.at(header.row, start);
    const next = header.starts[index + 1] ?? grid.width;
    const columns: { column: number; role: ColumnRole }[] = [];
    for (let column = start; column < next; column += 1) {
      const own = grid.at(header.row, column);
      const under =
        bodyFrom > header.row + 1 ? roleOf(grid.at(header.row + 1, column).text) : undefined;
      const told = under ?? (own.owner === cell.owner ? undefined : roleOf(own.text));
      const spanned = own.owner === cell.owner || own.text === '' || told !== undefined;
      if (!spanned) break;
      const role =
        told ??
        (column > start && looksLikeRooms(grid, column, bodyFrom, toRow) ? 'room' : 'lesson');
      columns.push({ column, role });
    }
    return {
      className: header.of === 'class' ? cell.text.replace(/\s+/gu, ' ') : undefined,
      weekday: header.of === 'day' ? weekdayOfName(cell.text) : undefined,
      columns: withoutEmptyEnd(grid, columns, bodyFrom, toRow),
    };
  });
}

/** Room numbers of their own column, which nobody wrote a heading over. */
function looksLikeRooms(grid: Grid, column: number, fromRow: number, toRow: number): boolean {
  let filled = 0;
  let rooms = 0;
  for (let row = fromRow; row <= toRow; row += 1) {
    const cell = grid.at(row, column);
    if (cell.text === '' || cell.fromColumn !== column) continue;
    filled += 1;
    if (/^(?:каб\.?\s*)?\d{1,4}\p{L}?(?:\s*[/\n]\s*\d{1,4}\p{L}?)?$|зал$|^с\/з$/iu.test(cell.text))
      rooms += 1;
  }
  return filled > 0 && rooms / filled > 0.6;
}

function withoutEmptyEnd<Column extends { readonly column: number }>(
  grid: Grid,
  columns: readonly Column[],
  fromRow: number,
  toRow: number,
): readonly Column[] {
  const used = columns.filter(({ column }, index) => {
    if (index === 0) return true;
    for (let row = fromRow; row <= toRow; row += 1)
      if (grid.at(row, column).text !== '') return true;
    return false;
  });
  return used;
}

function titleAbove(grid: Grid, row: number, lowest: number): string | undefined {
  for (let above = row - 1; above >= Math.max(lowest, row - 4); above -= 1) {
    for (let column = 0; column < grid.width; column += 1) {
      const name = classIn(grid.at(above, column).text);
      if (name !== undefined) return name;
    }
  }
  return undefined;
}

/**
 * Finds the tables of a sheet by their headers: a row of classes (their lessons below, days and
 * numbers to the left), or a row of days (of one class named above or by the sheet, or of a class
 * named in each row).
 */
export function findBlocks(grid: Grid, sheetName: string): GridBlock[] {
  const headers: Header[] = [];
  for (let row = 0; row < grid.height; row += 1) {
    const header = headerOf(grid, row);
    if (header !== undefined) headers.push(header);
  }
  return headers.flatMap((header, index): GridBlock[] => {
    const next = headers[index + 1];
    const toRow = (next === undefined ? grid.height : next.row) - 1;
    const below = header.row + 1;
    let named = 0;
    for (let column = 0; column < grid.width; column += 1) {
      if (roleOf(grid.at(below, column).text) !== undefined) named += 1;
    }
    const fromRow = named >= 2 ? below + 1 : below;
    if (fromRow > toRow) return [];
    const previous = headers[index - 1];
    const className =
      header.of === 'day'
        ? (titleAbove(grid, header.row, previous === undefined ? 0 : previous.row + 1) ??
          classIn(sheetName))
        : undefined;
    return [
      {
        fromRow,
        toRow,
        before: header.starts[0] ?? 0,
        columns: columnsOf(grid, header, fromRow, toRow),
        className,
      },
    ];
  });
}
