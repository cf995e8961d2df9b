/** What a cell is worth for sorting, filtering and copying. */
export type CellValue = string | number | null;

export type Sorting = { readonly column: string; readonly descending: boolean };

const collator = new Intl.Collator('ru', { numeric: true, sensitivity: 'base' });

/** Ё counts as Е and case does not matter, as people type when they search. */
export const searchable = (text: string): string =>
  text.toLocaleLowerCase('ru').replaceAll('ё', 'е');

/** Order of two cell values: empty ones last, numbers by size, words as in a Russian list. */
export function compareValues(a: CellValue, b: CellValue): number {
  const emptyA = a === null || a === '';
  const emptyB = b === null || b === '';
  if (emptyA || emptyB) return Number(emptyA) - Number(emptyB);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(searchable(String(a)), searchable(String(b)));
}

type Readable<Row> = {
  readonly key: string;
  readonly value: (row: Row) => CellValue;
  readonly compare?: (a: Row, b: Row) => number;
};

/** The rows whose cells hold every word of the filter, in the wanted order (stable). */
export function arrangeRows<Row>(
  rows: readonly Row[],
  columns: readonly Readable<Row>[],
  filter: string,
  sorting: Sorting | null,
): readonly Row[] {
  const words = searchable(filter).split(/\s+/).filter(Boolean);
  const kept =
    words.length === 0
      ? rows
      : rows.filter((row) => {
          const text = searchable(columns.map((column) => column.value(row) ?? '').join(' '));
          return words.every((word) => text.includes(word));
        });
  const column = columns.find(({ key }) => key === sorting?.column);
  if (column === undefined || sorting === null) return kept;
  const sign = sorting.descending ? -1 : 1;
  const compare =
    column.compare ?? ((a: Row, b: Row) => compareValues(column.value(a), column.value(b)));
  return kept.toSorted((a, b) => sign * compare(a, b));
}

const flat = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');

/** The rows as tab-separated text with a heading line, as spreadsheets take it. */
export function rowsToTsv<Row>(
  rows: readonly Row[],
  columns: readonly (Readable<Row> & { readonly title: string })[],
): string {
  const lines = rows.map((row) => columns.map((column) => flat(String(column.value(row) ?? ''))));
  return [columns.map(({ title }) => flat(title)), ...lines]
    .map((cells) => cells.join('\t'))
    .join('\r\n');
}
