import type { Cell, CellSpan, TableSheet } from '#domain/import/table';
import { maxCells, maxSheetArea } from './limits';
import { TableError } from './table-error';
import { attributeOf, scanXml } from './xml-scan';

type OpenCell = { text: string; span: number; merge: 'none' | 'restart' | 'continue' };
type OpenTable = {
  readonly name: string;
  readonly rows: Cell[][];
  readonly merges: CellSpan[];
  /** By column: a cell that goes on downwards. */
  readonly growing: Map<number, { -readonly [Key in keyof CellSpan]: CellSpan[Key] }>;
  width: number;
};

const MOST_COLUMNS = 200;
const LONGEST_NAME = 120;
/** Between two pieces of one table Word has an empty line, or these words. */
const CONTINUED = /^продолжение/iu;
/** What is written twice, or was taken out by a revision. */
const PASSED_OVER = new Set(['Fallback', 'moveFrom', 'del']);

const tooManyCells = () => new TableError({ code: 'tooLarge', what: 'cells', limit: maxCells });

/** Whether this part of a Word document holds its text. */
export const isDocxPart = (name: string): boolean => /^word\/document\d*\.xml$/iu.test(name);

/**
 * The tables of a Word document out of its `document.xml`: merged cells as spans, tables inside a
 * cell as its text. A table that goes on after a page break in a new table is one. A table is named
 * by the paragraph above it. Nothing of the document is executed or followed.
 * @throws TableError `damaged`, `tooLarge`
 */
export function readDocxTables(xml: string): TableSheet[] {
  const tables: OpenTable[] = [];
  let table: OpenTable | undefined;
  let row: Cell[] | undefined;
  let cell: OpenCell | undefined;
  let depth = 0;
  let skipped = 0;
  let inText = false;
  let paragraph = '';
  let above = '';
  let filled = 0;
  let area = 0;

  const openTable = () => {
    const name = above.slice(0, LONGEST_NAME);
    table = { name, rows: [], merges: [], growing: new Map(), width: 0 };
  };
  function closeCell(): void {
    if (table === undefined || row === undefined || cell === undefined) return;
    const at = row.length;
    const { span, merge } = cell;
    const text = cell.text.trim();
    if (at + span > MOST_COLUMNS) throw new TableError({ code: 'damaged' });
    row.push(merge === 'continue' || text === '' ? null : text);
    for (let extra = 1; extra < span; extra += 1) row.push(null);
    if (text !== '') filled += 1;
    if (filled > maxCells) throw tooManyCells();
    const fromRow = table.rows.length;
    const growing = table.growing.get(at);
    if (merge === 'continue' && growing !== undefined) growing.toRow = fromRow;
    else {
      const place = { fromRow, fromColumn: at, toRow: fromRow, toColumn: at + span - 1 };
      if (merge === 'restart') table.growing.set(at, place);
      else table.growing.delete(at);
      if (merge === 'restart' || span > 1) table.merges.push(place);
    }
    cell = undefined;
  }
  function closeRow(): void {
    if (table === undefined || row === undefined) return;
    table.rows.push(row);
    table.width = Math.max(table.width, row.length);
    area += row.length;
    if (area > maxSheetArea) throw tooManyCells();
    row = undefined;
  }
  function closeTable(): void {
    if (table === undefined) return;
    const last = tables.at(-1);
    const goesOn = table.name === '' || CONTINUED.test(table.name);
    if (last !== undefined && goesOn && last.width === table.width) {
      const by = last.rows.length;
      for (const line of table.rows) last.rows.push(line);
      for (const merge of table.merges) {
        last.merges.push({ ...merge, fromRow: merge.fromRow + by, toRow: merge.toRow + by });
      }
    } else if (table.rows.length > 0) tables.push(table);
    table = undefined;
    above = '';
  }
  const write = (text: string) => {
    if (depth === 0) paragraph += text;
    else if (cell !== undefined) cell.text += text;
  };

  const { complete } = scanXml(xml, (event) => {
    if (event.kind === 'text') {
      if (inText && skipped === 0) write(event.text);
      return;
    }
    const { name } = event;
    if (event.kind === 'close') {
      if (PASSED_OVER.has(name)) skipped = Math.max(0, skipped - 1);
      if (skipped > 0) return;
      if (name === 't') inText = false;
      else if (name === 'p') {
        if (depth > 0) write('\n');
        else {
          above = paragraph.trim() === '' ? above : paragraph.trim();
          paragraph = '';
        }
      } else if (name === 'tc' && depth === 1) closeCell();
      else if (name === 'tr' && depth === 1) closeRow();
      else if (name === 'tbl') {
        if (depth === 1) closeTable();
        depth = Math.max(0, depth - 1);
      }
      return;
    }
    if (event.closed && (name === 'p' || name === 'tc' || name === 'tbl' || name === 'tr')) return;
    if (PASSED_OVER.has(name) && !event.closed) skipped += 1;
    if (skipped > 0) return;
    const value = (of: string) =>
      attributeOf(event.attributes, `w:${of}`) ?? attributeOf(event.attributes, of);
    switch (name) {
      case 'tbl':
        depth += 1;
        if (depth === 1) openTable();
        break;
      case 'tr':
        if (depth === 1) row = [];
        break;
      case 'gridBefore':
        if (depth === 1 && row !== undefined) {
          const before = Math.min(MOST_COLUMNS, Math.trunc(Number(value('val') ?? 0)) || 0);
          for (let index = 0; index < before; index += 1) row.push(null);
        }
        break;
      case 'tc':
        if (depth === 1) cell = { text: '', span: 1, merge: 'none' };
        break;
      case 'gridSpan':
        if (depth === 1 && cell !== undefined) {
          cell.span = Math.max(1, Math.trunc(Number(value('val') ?? 1)) || 1);
        }
        break;
      case 'vMerge':
        if (depth === 1 && cell !== undefined) {
          cell.merge = value('val') === 'restart' ? 'restart' : 'continue';
        }
        break;
      case 't':
        inText = !event.closed;
        break;
      case 'tab':
        write(' ');
        break;
      case 'br':
      case 'cr':
        write('\n');
        break;
      default:
    }
  });
  if (!complete) throw new TableError({ code: 'damaged' });
  return tables.map(({ name, rows, merges }, index) => ({
    name: name === '' ? `Таблица ${index + 1}` : name,
    rows,
    merges: merges.filter((one) => one.toRow > one.fromRow || one.toColumn > one.fromColumn),
  }));
}
