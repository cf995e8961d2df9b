import { tableOfText } from './read-clipboard';

/** A cell of a sheet, both from 0. */
export type Place = { readonly row: number; readonly col: number };
/** All four included. */
export type Range = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};
export type Entry = Place & { readonly text: string };

export const rangeOf = (one: Place, other: Place): Range => ({
  top: Math.min(one.row, other.row),
  bottom: Math.max(one.row, other.row),
  left: Math.min(one.col, other.col),
  right: Math.max(one.col, other.col),
});

export function placesOf({ top, bottom, left, right }: Range): Place[] {
  const places: Place[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let col = left; col <= right; col += 1) places.push({ row, col });
  }
  return places;
}

/** The texts of a range as a spreadsheet takes them. */
export function rangeText(range: Range, textAt: (place: Place) => string): string {
  const lines: string[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells: string[] = [];
    for (let col = range.left; col <= range.right; col += 1) cells.push(textAt({ row, col }));
    lines.push(cells.join('\t'));
  }
  return lines.join('\n');
}

/**
 * A table laid over the cells from the top left of the range. Where the range is the table's size
 * taken several times, it is filled with it over and over, so one cell fills it all.
 */
export function laidOver(table: readonly (readonly string[])[], range: Range): Entry[] {
  const [height, width] = [table.length, Math.max(...table.map((line) => line.length))];
  const rows = range.bottom - range.top + 1;
  const cols = range.right - range.left + 1;
  const fits = rows % height === 0 && cols % width === 0;
  const entries: Entry[] = [];
  for (let down = 0; down < (fits ? rows : height); down += 1) {
    const line = table[down % height] ?? [];
    for (let aside = 0; aside < (fits ? cols : width); aside += 1) {
      const text = line[aside % width];
      if (text !== undefined)
        entries.push({ row: range.top + down, col: range.left + aside, text });
    }
  }
  return entries;
}

/** A spreadsheet's text laid over the sheet; what falls outside `size` is left out. */
export const pasted = (
  text: string,
  range: Range,
  size: { readonly rows: number; readonly cols: number },
): Entry[] =>
  laidOver(tableOfText(text), range).filter(({ row, col }) => row < size.rows && col < size.cols);

/** Where a key leads from a place; undefined where it is no such key. */
export function stepOf(
  key: string,
  edge: boolean,
  { row, col }: Place,
  size: { readonly rows: number; readonly cols: number },
): Place | undefined {
  const last = { row: size.rows - 1, col: size.cols - 1 };
  const within = (place: Place): Place => ({
    row: Math.max(0, Math.min(last.row, place.row)),
    col: Math.max(0, Math.min(last.col, place.col)),
  });
  switch (key) {
    case 'ArrowDown':
      return within({ row: edge ? last.row : row + 1, col });
    case 'ArrowUp':
      return within({ row: edge ? 0 : row - 1, col });
    case 'ArrowRight':
      return within({ row, col: edge ? last.col : col + 1 });
    case 'ArrowLeft':
      return within({ row, col: edge ? 0 : col - 1 });
    case 'Home':
      return within({ row: edge ? 0 : row, col: 0 });
    case 'End':
      return within({ row: edge ? last.row : row, col: last.col });
    case 'PageDown':
      return within({ row: row + 10, col });
    case 'PageUp':
      return within({ row: row - 10, col });
    default:
      return undefined;
  }
}
