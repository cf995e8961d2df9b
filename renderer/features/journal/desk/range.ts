import type { Place, Range } from '../../../ui/sheet-grid/range';

/** How many cells a range has. */
export const rangeSize = ({ top, bottom, left, right }: Range): number =>
  (bottom - top + 1) * (right - left + 1);

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
