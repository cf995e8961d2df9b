import type { PageStore } from '../store/page-store';
import type { Cursor } from './cursor';
import type { Notice } from './notice';
import type { createPointing } from './pointing';
import { fillDown, fillInto, type RangeOutcome } from './range-edits';

/** Fills a selection from its edge, by keys or by the handle, as one step to take back. */
export function createFilling(
  store: PageStore,
  cursor: Cursor,
  pointing: Pick<ReturnType<typeof createPointing>, 'filling' | 'drawFill'>,
  say: (notice: Notice) => void,
) {
  const { range, lastRow } = cursor;
  function filled({ changes, problems }: RangeOutcome): void {
    store.history.done({ place: cursor.at(), changes });
    say({ kind: 'filled', count: changes.length, skipped: problems.length });
  }
  return {
    down: () => filled(fillDown(store, range(), lastRow)),
    /** The left column of the selection over the others; of one column what stands left of it. */
    right(): void {
      const selected = range();
      const { left, right } = selected;
      const from = left === right ? Math.max(0, left - 1) : left;
      filled(
        fillInto(store, { ...selected, left: from, right: from }, { ...selected, left: from }),
      );
    },
    /** The fill handle is let go: fills what it was drawn to. */
    end(): void {
      const grown = pointing.filling();
      pointing.drawFill(undefined);
      if (grown === undefined) return;
      filled(fillInto(store, range(), grown));
      cursor.select(grown);
    },
  };
}
