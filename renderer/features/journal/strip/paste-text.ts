import { journalPaste } from '../../../text/journal-paste';
import { leftOut, type NotTaken, type PastePlan } from '../desk/clipboard';
import type { PageStore } from '../store/page-store';
import { placeOf, pointsAt, problemText } from './place-text';

const texts = journalPaste;
/** So many cells are named, the others counted. */
const NAMED = 5;
const OVERWRITTEN = 3;

const firstOf = <T>(all: readonly T[], most: number, say: (one: T) => string, by: string): string =>
  [
    ...all.slice(0, most).map(say),
    ...(all.length > most ? [texts.more(all.length - most)] : []),
  ].join(by);

/** What may stand on the page instead of the wrong values: each reason once. */
function reasons(store: PageStore, wrong: readonly NotTaken[]): string {
  const all = wrong.map(({ problem, ...place }) =>
    problem.kind === 'text' && problem.problem.problem === 'unknown'
      ? texts.allowed(pointsAt(store, place))
      : problemText(store, problem, place),
  );
  return [...new Set(all)].join(' ');
}

/** What of a paste stays out, by why, with the cells of the wrong values; empty where nothing does. */
export function leftOutText(store: PageStore, plan: PastePlan): string {
  const { outside, closed, wrong } = plan;
  const count = leftOut(plan);
  if (count === 0) return plan.cells.length === 0 ? texts.same : '';
  const named = firstOf(
    wrong,
    NAMED,
    (cell) => texts.value(cell.text, placeOf(store.model, cell)),
    ', ',
  );
  const parts = [
    outside > 0 ? texts.outside(outside) : '',
    ...[...closed].map(([why, of]) => texts.closed[why](of)),
    wrong.length > 0 ? texts.wrong(wrong.length, named) : '',
  ].filter((part) => part !== '');
  return `${texts.leftOut(count, parts.join('; '))} ${reasons(store, wrong)}`.trim();
}

/** What a paste would do, in full, before it is done. */
export function pasteText(store: PageStore, plan: PastePlan): string {
  const { cells, overwrites } = plan;
  const shown = firstOf(
    overwrites,
    OVERWRITTEN,
    (cell) => texts.change(placeOf(store.model, cell), cell.before, cell.text || texts.empty),
    '; ',
  );
  return [
    texts.enters(cells.length),
    overwrites.length > 0 ? texts.overwrites(overwrites.length, shown) : '',
    leftOut(plan) > 0 ? leftOutText(store, plan) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
