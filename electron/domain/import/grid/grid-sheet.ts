import { formatDate } from '../../calendar/iso-date';
import type { Cell, TableSheet } from '../table';

/** More than any school's grid: a damaged file may merge anything with anything. */
const mostMerged = 100_000;

/** A timetable of sixty classes on one sheet has some ten thousand. */
const largestSheet = 200_000;

/** A cell with the whole merged area it belongs to; one value has one `owner`. */
export interface GridCell {
  readonly owner: string;
  /** With its line breaks. */
  readonly text: string;
  readonly fromRow: number;
  readonly fromColumn: number;
  readonly toRow: number;
  readonly toColumn: number;
}

/** A sheet in which every cell of a merged area has the area's value. */
export interface Grid {
  readonly height: number;
  readonly width: number;
  readonly at: (row: number, column: number) => GridCell;
}

function rawText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return formatDate(cell.date);
  return cell.trim();
}

/** «П\nО\nН…» and «П О Н…» written downwards are words. */
const unspaced = (text: string) =>
  /^(?:\p{L}\s+){2,}\p{L}$/u.test(text) ? text.replace(/\s+/gu, '') : text;

/** Lays out a sheet with its merged areas filled; a sheet too large for a timetable is empty. */
export function gridOf({ rows: all, merges }: Pick<TableSheet, 'rows' | 'merges'>): Grid {
  const widest = all.reduce((most, row) => Math.max(most, row.length), 0);
  const rows = all.length * widest > largestSheet ? [] : all;
  const height = rows.length;
  const width = rows.length === 0 ? 0 : widest;
  const areas = new Map<string, Omit<GridCell, 'text'>>();
  let merged = 0;
  for (const { fromRow, fromColumn, toRow, toColumn } of merges) {
    const [lastRow, lastColumn] = [Math.min(toRow, height - 1), Math.min(toColumn, width - 1)];
    if (fromRow < 0 || fromColumn < 0 || fromRow > lastRow || fromColumn > lastColumn) continue;
    merged += (lastRow - fromRow + 1) * (lastColumn - fromColumn + 1);
    if (merged > mostMerged) break;
    const owner = `${fromRow} ${fromColumn}`;
    const area = { owner, fromRow, fromColumn, toRow: lastRow, toColumn: lastColumn };
    for (let row = fromRow; row <= lastRow; row += 1) {
      for (let column = fromColumn; column <= lastColumn; column += 1) {
        areas.set(`${row} ${column}`, area);
      }
    }
  }
  return {
    height,
    width,
    at: (row, column) => {
      const owner = `${row} ${column}`;
      const area = areas.get(owner) ?? {
        owner,
        fromRow: row,
        fromColumn: column,
        toRow: row,
        toColumn: column,
      };
      return { ...area, text: unspaced(rawText(rows[area.fromRow]?.[area.fromColumn])) };
    },
  };
}

/** «B7», as spreadsheet programs name a cell. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
