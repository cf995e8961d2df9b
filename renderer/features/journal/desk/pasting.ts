import type { PageStore } from '../store/page-store';
import { leftOut, paste, planPaste, type PastePlan } from './clipboard';
import type { Cursor } from './cursor';
import type { Notice } from './notice';

/** Pasting at the cursor: asked about first where something is replaced or stays out. */
export function createPasting(
  store: PageStore,
  cursor: Cursor,
  notice: () => Notice | undefined,
  say: (notice: Notice | undefined) => void,
) {
  function put(plan: PastePlan): void {
    const { changes } = paste(store, plan);
    store.history.done({ place: { row: plan.range.top, col: plan.range.left }, changes });
    cursor.select(plan.range);
    say({ kind: 'pasted', plan });
  }
  return {
    ask: (text: string): void => {
      const plan = planPaste(store, cursor.range(), text);
      if (plan.cells.length === 0) say({ kind: 'nothingPasted', plan });
      else if (plan.overwrites.length > 0 || leftOut(plan) > 0) say({ kind: 'askPaste', plan });
      else put(plan);
    },
    /** Enter answers the question; any other key leaves it. */
    answer: (yes: boolean): void => {
      const asked = notice();
      say(undefined);
      if (yes && asked?.kind === 'askPaste') put(asked.plan);
    },
  };
}
