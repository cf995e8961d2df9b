import { isIsoDate } from '#domain/calendar/iso-date';
import type { Cell, CellSpan, TableSheet } from '#domain/import/table';
import { maxCells, maxSheetArea } from './limits';
import { TableError } from './table-error';
import { attributeOf, scanXml } from './xml-scan';

interface OpenCell {
  readonly attributes: string;
  readonly covered: boolean;
  paragraphs: number;
  text: string;
}

interface OpenSheet {
  readonly name: string;
  readonly rows: (readonly Cell[])[];
  readonly merges: CellSpan[];
  /** Empty rows are only written down when a filled one follows: a sheet ends with a million. */
  emptyRows: number;
}

const tooManyCells = () => new TableError({ code: 'tooLarge', what: 'cells', limit: maxCells });

const countOf = (attributes: string, name: string) =>
  Math.max(1, Math.trunc(Number(attributeOf(attributes, name) ?? 1)) || 1);

function valueOf(cell: OpenCell): Cell {
  const type = attributeOf(cell.attributes, 'office:value-type');
  const value = attributeOf(cell.attributes, 'office:value');
  const date = attributeOf(cell.attributes, 'office:date-value')?.slice(0, 10);
  if (date !== undefined && isIsoDate(date)) return { date };
  if ((type === 'float' || type === 'currency' || type === 'percentage') && value !== undefined) {
    const number = Number(value);
    if (Number.isFinite(number)) return number;
  }
  if (type === undefined && cell.text === '') return null;
  return cell.text === ''
    ? (attributeOf(cell.attributes, 'office:string-value') ?? null)
    : cell.text;
}

/**
 * The sheets of an OpenDocument spreadsheet out of its `content.xml`. Repeated cells and rows are
 * written out only where they hold something; notes and drawings are passed over.
 * @throws TableError `damaged`, `tooLarge`
 */
export function readOdsContent(xml: string): TableSheet[] {
  const sheets: OpenSheet[] = [];
  let sheet: OpenSheet | undefined;
  let row: Cell[] = [];
  let rowRepeats = 1;
  let emptyCells = 0;
  let cell: OpenCell | undefined;
  let skipped = 0;
  let filled = 0;
  let area = 0;

  const closeCell = () => {
    if (cell === undefined || sheet === undefined) return;
    const value = cell.covered ? null : valueOf(cell);
    const repeats = countOf(cell.attributes, 'table:number-columns-repeated');
    const columns = countOf(cell.attributes, 'table:number-columns-spanned');
    const rows = countOf(cell.attributes, 'table:number-rows-spanned');
    if (!cell.covered && (columns > 1 || rows > 1)) {
      const fromRow = sheet.rows.length + sheet.emptyRows;
      const fromColumn = row.length + emptyCells;
      const [toRow, toColumn] = [fromRow + rows - 1, fromColumn + columns - 1];
      sheet.merges.push({ fromRow, fromColumn, toRow, toColumn });
    }
    if (value === null) emptyCells += repeats;
    else {
      filled += repeats * rowRepeats;
      if (filled > maxCells || row.length + emptyCells + repeats > maxSheetArea) {
        throw tooManyCells();
      }
      for (let index = 0; index < emptyCells; index += 1) row.push(null);
      for (let index = 0; index < repeats; index += 1) row.push(value);
      emptyCells = 0;
    }
    cell = undefined;
  };
  const closeRow = () => {
    if (sheet === undefined) return;
    if (row.length === 0) {
      sheet.emptyRows += rowRepeats;
      return;
    }
    area += (sheet.emptyRows + rowRepeats) * Math.max(1, row.length);
    if (area > maxSheetArea) throw tooManyCells();
    for (let index = 0; index < sheet.emptyRows; index += 1) sheet.rows.push([]);
    for (let index = 0; index < rowRepeats; index += 1) sheet.rows.push(row);
    sheet.emptyRows = 0;
  };
  const textInto = (text: string) => {
    if (cell !== undefined && skipped === 0 && cell.paragraphs > 0) cell.text += text;
  };

  const { complete } = scanXml(xml, (event) => {
    if (event.kind === 'text') return textInto(event.text);
    const { name, kind } = event;
    const opens = kind === 'open';
    const closes = kind === 'close' || event.closed;
    // Notes and drawn text hang inside cells but are not their values.
    if (
      name === 'annotation' ||
      name === 'shapes' ||
      name === 'frame' ||
      name === 'tracked-changes'
    ) {
      if (opens && !event.closed) skipped += 1;
      if (!opens) skipped -= 1;
      return;
    }
    if (skipped > 0) return;
    if (name === 'table' && opens) {
      sheet = {
        name: attributeOf(event.attributes, 'table:name') ?? '',
        rows: [],
        merges: [],
        emptyRows: 0,
      };
      sheets.push(sheet);
    }
    if (name === 'table' && closes) sheet = undefined;
    if (name === 'table-row') {
      if (opens) {
        row = [];
        emptyCells = 0;
        rowRepeats = countOf(event.attributes, 'table:number-rows-repeated');
      }
      if (closes) closeRow();
    }
    if (name === 'table-cell' || name === 'covered-table-cell') {
      if (opens) {
        cell = {
          attributes: event.attributes,
          covered: name === 'covered-table-cell',
          paragraphs: 0,
          text: '',
        };
      }
      if (closes) closeCell();
    }
    if (name === 'p' && opens && cell !== undefined) {
      if (cell.paragraphs > 0) cell.text += '\n';
      cell.paragraphs += 1;
    }
    if (opens && name === 's')
      textInto(' '.repeat(Math.min(countOf(event.attributes, 'text:c'), 1_000)));
    if (opens && name === 'tab') textInto('\t');
    if (opens && name === 'line-break') textInto('\n');
  });
  if (!complete) throw new TableError({ code: 'damaged' });
  return sheets.map(({ name, rows, merges }) => ({ name, rows, merges }));
}
