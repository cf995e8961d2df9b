import type { Place } from '../../../ui/sheet-grid/range';
import type { Slots } from './slots';

/** One content before and after. Does nothing where somebody has changed it since. */
export type Change = { readonly undo: () => boolean; readonly redo: () => boolean };
/** `place` is where the cursor goes when the step is taken back. */
export type Step = { readonly place: Place | undefined; readonly changes: readonly Change[] };

/** What was done last and what was undone; a new step forgets what was undone. */
export type History = {
  readonly done: (step: Step) => void;
  /** The step and how many of its changes could be taken back; undefined where there is none. */
  readonly undo: () => Outcome | undefined;
  readonly redo: () => Outcome | undefined;
};
type Outcome = {
  readonly place: Place | undefined;
  readonly changed: number;
  readonly all: number;
};

const DEPTH = 200;

export function createHistory(): History {
  const past: Step[] = [];
  const future: Step[] = [];
  const move = (from: Step[], to: Step[], turn: 'undo' | 'redo'): Outcome | undefined => {
    const step = from.pop();
    if (step === undefined) return undefined;
    to.push(step);
    const changed = step.changes.filter((change) => change[turn]()).length;
    return { place: step.place, changed, all: step.changes.length };
  };
  return {
    done(step) {
      if (step.changes.length === 0) return;
      past.push(step);
      if (past.length > DEPTH) past.shift();
      future.length = 0;
    },
    undo: () => move(past, future, 'undo'),
    redo: () => move(future, past, 'redo'),
  };
}

/** Edits a slot and answers how to take it back; undefined where nothing changes. */
export function editWithUndo<C>(
  slots: Slots<C>,
  same: (a: C, b: C) => boolean,
  key: string,
  after: C,
): Change | undefined {
  const before = slots.get(key).shown;
  if (same(before, after)) return undefined;
  slots.edit(key, after);
  const turn = (from: C, to: C) => () => {
    if (!same(slots.get(key).shown, from)) return false;
    slots.edit(key, to);
    return true;
  };
  return { undo: turn(after, before), redo: turn(before, after) };
}
