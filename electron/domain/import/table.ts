/**
 * What a spreadsheet file is to the importers: sheets of rows of plain cells, whatever format
 * it came in. Readers live in core; everything that decides works on these values.
 */
import type { IsoDate } from '../calendar/iso-date';
import { formatDate } from '../calendar/iso-date';

/**
 * One cell. `null` is no value; an empty string is a text cell that is there but holds nothing
 * (school journals write one where a lesson was held without a mark).
 * A date cell carries its day only, the time of day is dropped.
 */
export type Cell = string | number | null | { readonly date: IsoDate };

/** Merged cells: rows and columns from 0, both ends included. The value is in the first cell. */
export interface CellSpan {
  readonly fromRow: number;
  readonly fromColumn: number;
  readonly toRow: number;
  readonly toColumn: number;
}

export interface TableSheet {
  readonly name: string;
  /** Rows may differ in length. */
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly CellSpan[];
}

export interface TableFile {
  readonly kind: 'xlsx' | 'ods' | 'text' | 'docx';
  readonly sheets: readonly TableSheet[];
}

/** Why a file could not be read as a table. Nothing was taken from it. */
export type TableFileProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'notASpreadsheet' }
  | { readonly code: 'damaged' }
  | { readonly code: 'oldExcel' }
  | { readonly code: 'oldWord' }
  | { readonly code: 'passwordProtected' }
  | {
      readonly code: 'tooLarge';
      /** What passed its limit: the file's own bytes, its unpacked bytes, or the cells. */
      readonly what: 'file' | 'unpacked' | 'cells';
      readonly limit: number;
    };

export type TableFileResult =
  | { readonly ok: true; readonly file: TableFile }
  | { readonly ok: false; readonly problem: TableFileProblem };

/** A cell as a person would read it: trimmed, spaces single, dates ДД.ММ.ГГГГ, nothing as ''. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return formatDate(cell.date);
  return cell.replace(/\s+/gu, ' ').trim();
}
