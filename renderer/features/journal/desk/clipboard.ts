import type { CellClosed } from '#domain/journal/cell-closed';
import { tableOfText } from '../../../ui/sheet-grid/read-clipboard';
import { laidOver, rangeText, type Place, type Range } from '../../../ui/sheet-grid/range';
import type { PageStore } from '../store/page-store';
import { editAt, judgeText, textAt, type EditProblem } from './edits';
import { outcomeOf, type RangeOutcome } from './range-edits';

/** The cells as a spreadsheet takes them: columns by tabs, rows by lines. */
export const copyRange = (store: PageStore, range: Range): string =>
  rangeText(range, ({ row, col }) => textAt(store, row, col));

type Pasted = Place & { readonly text: string; readonly before: string };
/** A value that cannot stand where it would come. */
export type NotTaken = Place & { readonly text: string; readonly problem: EditProblem };

/** What a paste would do, known before anything is done. */
export type PastePlan = {
  readonly range: Range;
  /** The cells that would change. */
  readonly cells: readonly Pasted[];
  /** Those of them that hold something else now. */
  readonly overwrites: readonly Pasted[];
  /** Values that fall beside the page. */
  readonly outside: number;
  /** Values over cells that take nothing, by why. */
  readonly closed: ReadonlyMap<CellClosed, number>;
  /** Values that are no mark of this page. */
  readonly wrong: readonly NotTaken[];
};

/** How many values of a plan stay out. */
export const leftOut = ({ outside, closed, wrong }: PastePlan): number =>
  outside + wrong.length + [...closed.values()].reduce((sum, count) => sum + count, 0);

/** Lays a spreadsheet's text over the page from the top left of the range; one cell fills it all. */
export function planPaste(store: PageStore, range: Range, text: string): PastePlan {
  const { pupils, columns } = store.model;
  const cells: Pasted[] = [];
  const closed = new Map<CellClosed, number>();
  const wrong: NotTaken[] = [];
  let outside = 0;
  let [bottom, right] = [range.top, range.left];
  for (const entry of laidOver(tableOfText(text), range)) {
    const { row, col } = entry;
    const value = entry.text.trim();
    if (row >= pupils.length || col >= columns.length) {
      if (value !== '') outside += 1;
      continue;
    }
    [bottom, right] = [Math.max(bottom, row), Math.max(right, col)];
    const before = textAt(store, row, col);
    const judged = judgeText(store, row, col, value);
    if ('text' in judged) {
      if (judged.text !== before) cells.push({ row, col, text: judged.text, before });
      continue;
    }
    // What stands there already, and empty cells of the spreadsheet, need no word.
    if (value === before || value === '') continue;
    const { problem } = judged;
    if (problem.kind !== 'closed') wrong.push({ row, col, text: value, problem });
    else closed.set(problem.why, (closed.get(problem.why) ?? 0) + 1);
  }
  return {
    range: { ...range, bottom, right },
    cells,
    overwrites: cells.filter(({ before }) => before !== ''),
    outside,
    closed,
    wrong,
  };
}

/** Does what was planned. */
export const paste = (store: PageStore, plan: PastePlan): RangeOutcome =>
  outcomeOf(
    plan.cells.map(({ row, col, text }) => editAt(store, row, col, { kind: 'text', text })),
  );
