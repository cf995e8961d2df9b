import { parse } from 'csv-parse/sync';
import type { Cell, TableSheet } from '#domain/import/table';
import { decodeText } from './decode-text';
import { maxCells, maxSheetArea } from './limits';
import { TableError } from './table-error';

const delimiters = [';', '\t', ','] as const;
const longestRecord = 1_000_000;

/** How many of each delimiter stand outside quotes, line by line, in the first lines. */
function countDelimiters(text: string): Map<string, number[]> {
  const counts = new Map<string, number[]>(delimiters.map((delimiter) => [delimiter, []]));
  let quoted = false;
  let line = new Map<string, number>();
  const closeLine = () => {
    for (const delimiter of delimiters) counts.get(delimiter)?.push(line.get(delimiter) ?? 0);
    line = new Map();
  };
  for (const character of text.slice(0, 64_000)) {
    if (character === '"') quoted = !quoted;
    else if (character === '\n' && !quoted) closeLine();
    else if (!quoted) line.set(character, (line.get(character) ?? 0) + 1);
  }
  closeLine();
  return counts;
}

/** The delimiter that cuts most lines into the same number of columns. */
function detectDelimiter(text: string): string {
  let best: { delimiter: string; lines: number; columns: number } | undefined;
  for (const [delimiter, perLine] of countDelimiters(text)) {
    const frequency = new Map<number, number>();
    for (const count of perLine) {
      if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1);
    }
    for (const [columns, lines] of frequency) {
      const wins =
        best === undefined ||
        lines > best.lines ||
        (lines === best.lines && columns > best.columns && delimiter === best.delimiter);
      if (wins) best = { delimiter, lines, columns };
    }
  }
  return best?.delimiter ?? ';';
}

/** Millions of empty values need no parsing to be refused. */
function checkCount(text: string, delimiter: string): void {
  let count = 0;
  for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + 1)) count += 1;
  if (count > maxSheetArea) {
    throw new TableError({ code: 'tooLarge', what: 'cells', limit: maxCells });
  }
}

function parseRecords(text: string, delimiter: string, quote: string | false): string[][] {
  let cells = 0;
  let area = 0;
  return parse(text, {
    delimiter,
    quote,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: longestRecord,
    on_record: (record: string[]) => {
      area += record.length;
      for (const value of record) if (value !== '') cells += 1;
      if (cells > maxCells || area > maxSheetArea) {
        throw new TableError({ code: 'tooLarge', what: 'cells', limit: maxCells });
      }
      return record;
    },
  });
}

/**
 * A table of text: comma, semicolon or tab (told from the content; Excel's first line `sep=;`
 * is obeyed), quotes as usual. Every value stays text: a leading zero is not lost.
 * @throws TableError `notASpreadsheet` for HTML and XML, `tooLarge`, `damaged`
 */
export function readTextTable(bytes: Uint8Array, sheetName: string): TableSheet {
  let text = decodeText(bytes).replace(/^\uFEFF/u, '');
  if (/^\s*</u.test(text)) throw new TableError({ code: 'notASpreadsheet' });
  const told = /^"?sep=([;,\t])"?\r?\n/u.exec(text);
  if (told !== null) text = text.slice(told[0].length);
  const delimiter = told?.[1] ?? detectDelimiter(text);
  checkCount(text, delimiter);
  let records: string[][];
  try {
    records = parseRecords(text, delimiter, '"');
  } catch (error) {
    if (error instanceof TableError) throw error;
    // A stray quote at the start of a value: then quotes are ordinary characters here.
    try {
      records = parseRecords(text, delimiter, false);
    } catch (again) {
      throw again instanceof TableError ? again : new TableError({ code: 'damaged' });
    }
  }
  const rows = records.map((record) => record.map((value): Cell => (value === '' ? null : value)));
  return { name: sheetName, rows, merges: [] };
}
