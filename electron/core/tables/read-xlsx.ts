import { readXlsx, type CellValue } from 'hucre/xlsx';
import { isoDateOf } from '#domain/calendar/iso-date';
import type { Cell, TableSheet } from '#domain/import/table';
import { maxCells, maxSheetArea, maxUnpackedBytes } from './limits';
import { TableError } from './table-error';
import { storeZip } from './unzip';
import { attributeOf, scanXml } from './xml-scan';

const maxOtherPartBytes = 8_000_000;
const maxSharedStrings = 1_000_000;

const unread =
  /^(?:docProps|customXml|xl\/(?:drawings|charts|chartsheets|pivot\w*|theme|externalLinks|ctrlProps|media|comments\w*|threadedComments|persons|tables|queryTables|slicers?\w*|worksheets\/_rels))(?:\/|\.|\d)/iu;

/** The parts of a workbook that hold values; pictures, charts and notes are never unpacked. */
export function isXlsxPart(name: string): boolean {
  return /\.(?:xml|rels)$/iu.test(name) && !unread.test(name);
}

const isSheetPart = (name: string) => /^xl\/worksheets\/[^/]+\.xml$/iu.test(name);

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** Filled cells of a sheet's XML; refuses what the reader would spread into a huge rectangle. */
function checkSheetSize(xml: string): number {
  let filled = 0;
  let rows = 0;
  let columns = 0;
  const { complete } = scanXml(xml, (event) => {
    if (event.kind !== 'open') return;
    if (event.name === 'row') {
      rows = Math.max(rows + 1, Number(attributeOf(event.attributes, 'r') ?? 0));
    } else if (event.name === 'c') {
      if (!event.closed) filled += 1;
      const place = /^([A-Z]{1,3})(\d{1,7})$/u.exec(attributeOf(event.attributes, 'r') ?? '');
      columns = place?.[1] === undefined ? columns + 1 : Math.max(columns, columnOf(place[1]));
      rows = Math.max(rows, Number(place?.[2] ?? 0));
    }
  });
  if (!complete) throw new TableError({ code: 'damaged' });
  if (filled > 0 && rows * columns > maxSheetArea) {
    throw new TableError({ code: 'tooLarge', what: 'cells', limit: maxCells });
  }
  return filled;
}

function checkSize(parts: ReadonlyMap<string, Buffer>): void {
  let filled = 0;
  for (const [name, content] of parts) {
    if (isSheetPart(name)) {
      filled += checkSheetSize(content.toString('utf8'));
      if (filled > maxCells) {
        throw new TableError({ code: 'tooLarge', what: 'cells', limit: maxCells });
      }
    } else if (/sharedStrings\.xml$/iu.test(name)) {
      let strings = 0;
      for (let at = content.indexOf('<si'); at >= 0; at = content.indexOf('<si', at + 3)) {
        strings += 1;
      }
      if (strings > maxSharedStrings) {
        throw new TableError({ code: 'tooLarge', what: 'cells', limit: maxCells });
      }
    } else if (content.length > maxOtherPartBytes) {
      throw new TableError({ code: 'tooLarge', what: 'unpacked', limit: maxUnpackedBytes });
    }
  }
}

/** Excel keeps a time of day as a part of its day zero: such a cell is a time, not a date. */
function cellOfDate(value: Date): Cell {
  if (Number.isNaN(value.getTime())) return null;
  const year = value.getUTCFullYear();
  if (year < 1901) return value.toISOString().slice(11, 16);
  const date = isoDateOf(year, value.getUTCMonth() + 1, value.getUTCDate());
  return date === undefined ? null : { date };
}

function cellOf(value: CellValue): Cell {
  if (value instanceof Date) return cellOfDate(value);
  if (typeof value === 'boolean') return value ? 'ИСТИНА' : 'ЛОЖЬ';
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  return value;
}

/**
 * The sheets of an XLSX workbook from its unpacked parts, in the workbook's order.
 * @throws TableError `tooLarge`, `damaged`; what the library throws is the caller's `damaged`
 */
export async function readXlsxParts(parts: ReadonlyMap<string, Buffer>): Promise<TableSheet[]> {
  checkSize(parts);
  const workbook = await readXlsx(storeZip(parts));
  return workbook.sheets.map((sheet) => ({
    name: sheet.name,
    rows: sheet.rows.map((row) => row.map(cellOf)),
    merges: (sheet.merges ?? []).map((merge) => ({
      fromRow: merge.startRow,
      fromColumn: merge.startCol,
      toRow: merge.endRow,
      toColumn: merge.endCol,
    })),
  }));
}
