import type { Place } from '../store/undo';

/** Rows and columns, all four included. */
export type Range = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

export const rangeSize = ({ top, bottom, left, right }: Range): number =>
  (bottom - top + 1) * (right - left + 1);

/** Every place of a range, row by row. */
export function placesOf({ top, bottom, left, right }: Range): Place[] {
  const places: Place[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let col = left; col <= right; col += 1) places.push({ row, col });
  }
  return places;
}

/**
 * Where the fill handle of a selection was drawn to: the selection grown down, up, right or left as
 * far as the place, by the side where it lies farther out; undefined where it lies inside.
 */
export function grownTo(range: Range, { row, col }: Place): Range | undefined {
  const { top, bottom, left, right } = range;
  const down = Math.max(row - bottom, top - row, 0);
  const aside = Math.max(col - right, left - col, 0);
  if (down === 0 && aside === 0) return undefined;
  return down >= aside
    ? { ...range, top: Math.min(top, row), bottom: Math.max(bottom, row) }
    : { ...range, left: Math.min(left, col), right: Math.max(right, col) };
}
