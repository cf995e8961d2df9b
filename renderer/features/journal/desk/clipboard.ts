import { editAt, problemOfText, textAt, type EditProblem } from './edits';
import type { PageStore } from '../store/page-store';
import type { Change, Place } from '../store/undo';
import { placesOf, type Range } from './range';

/** The cells as a spreadsheet takes them: columns by tabs, rows by lines. */
export function copyRange(store: PageStore, { top, bottom, left, right }: Range): string {
  const lines: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const cells: string[] = [];
    for (let col = left; col <= right; col += 1) cells.push(textAt(store, row, col));
    lines.push(cells.join('\t'));
  }
  return lines.join('\n');
}

type Pasted = Place & { readonly text: string; readonly before: string };

/** A place that was left alone and why. */
export type Skipped = Place & { readonly problem: EditProblem };

/** What a paste would do. */
export type PastePlan = {
  readonly range: Range;
  readonly cells: readonly Pasted[];
  /** Those that hold something else now. */
  readonly overwrites: readonly Pasted[];
  /** How many cells of the text fall outside the page, on closed cells, or are no mark. */
  readonly skipped: number;
  /** The first of them that lies on the page. */
  readonly why: Skipped | undefined;
};

/** Lays a spreadsheet's text over the page from the top left of the range; one cell fills it all. */
export function planPaste(store: PageStore, range: Range, text: string): PastePlan {
  const lines = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const [[single = ''] = []] = lines;
  const all: (Place & { text: string })[] =
    lines.length === 1 && lines[0]?.length === 1
      ? placesOf(range).map((place) => ({ ...place, text: single }))
      : lines.flatMap((line, down) =>
          line.map((text, aside) => ({ row: range.top + down, col: range.left + aside, text })),
        );
  const { pupils, columns } = store.model;
  const judged = all
    .filter(({ row, col }) => row < pupils.length && col < columns.length)
    .map((cell) => ({ ...cell, problem: problemOfText(store, cell.row, cell.col, cell.text) }));
  const why = judged.find((cell): cell is typeof cell & Skipped => cell.problem !== undefined);
  const cells = judged
    .filter(({ problem }) => problem === undefined)
    .map(({ row, col, text }) => ({ row, col, text }))
    .map((cell) => ({ ...cell, before: textAt(store, cell.row, cell.col) }));
  return {
    range: {
      top: range.top,
      left: range.left,
      bottom: Math.max(range.top, ...cells.map(({ row }) => row)),
      right: Math.max(range.left, ...cells.map(({ col }) => col)),
    },
    cells,
    overwrites: cells.filter(({ before, text }) => before !== '' && before !== text.trim()),
    skipped: all.length - cells.length,
    why,
  };
}

/** Does what was planned. */
export function paste(store: PageStore, plan: PastePlan): Change[] {
  return plan.cells.flatMap(({ row, col, text }) => {
    const { change } = editAt(store, row, col, { kind: 'text', text });
    return change === undefined ? [] : [change];
  });
}
