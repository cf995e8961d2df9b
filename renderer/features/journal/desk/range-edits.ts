import { placesOf, type Place, type Range } from '../../../ui/sheet-grid/range';
import type { PageStore } from '../store/page-store';
import type { Change } from '../store/undo';
import { editAt, textAt, type CellEdit, type EditProblem } from './edits';

/** What an edit of several cells did, and why it left some alone. */
export type RangeOutcome = {
  readonly changes: readonly Change[];
  readonly problems: readonly EditProblem[];
};

/** What several edits did together. */
export function outcomeOf(outcomes: readonly ReturnType<typeof editAt>[]): RangeOutcome {
  return {
    changes: outcomes.flatMap(({ change }) => (change === undefined ? [] : [change])),
    problems: outcomes.flatMap(({ problem }) => (problem === undefined ? [] : [problem])),
  };
}

/** The same edit in many places; `workAt` is the work that digits of a column go to. */
export const editAll = (
  store: PageStore,
  places: readonly Place[],
  what: CellEdit,
  workAt: (col: number) => number,
): RangeOutcome =>
  outcomeOf(places.map(({ row, col }) => editAt(store, row, col, what, workAt(col))));

/**
 * The top row of the range down its other rows. Of one row: down the whole column, where only empty
 * cells take the value, so that nothing is overwritten unseen.
 */
export function fillDown(
  store: PageStore,
  { top, bottom, left, right }: Range,
  lastRow: number,
): RangeOutcome {
  const outcomes: ReturnType<typeof editAt>[] = [];
  for (let col = left; col <= right; col += 1) {
    const text = textAt(store, top, col);
    const end = bottom > top ? bottom : lastRow;
    for (let row = top + 1; row <= end; row += 1) {
      if (bottom === top && textAt(store, row, col) !== '') continue;
      outcomes.push(editAt(store, row, col, { kind: 'text', text }));
    }
  }
  return outcomeOf(outcomes);
}

/** The cells of the range over and over into what it has grown to, as one step. */
export function fillInto(store: PageStore, range: Range, grown: Range): RangeOutcome {
  const [height, width] = [range.bottom - range.top + 1, range.right - range.left + 1];
  const back = (by: number, size: number) => ((by % size) + size) % size;
  const inside = ({ row, col }: Place) =>
    row >= range.top && row <= range.bottom && col >= range.left && col <= range.right;
  return outcomeOf(
    placesOf(grown)
      .filter((place) => !inside(place))
      .map(({ row, col }) => {
        const text = textAt(
          store,
          range.top + back(row - range.top, height),
          range.left + back(col - range.left, width),
        );
        return editAt(store, row, col, { kind: 'text', text });
      }),
  );
}
