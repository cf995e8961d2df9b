import { useState, type KeyboardEvent } from 'react';
import { notifyDone, notifyError } from './notify';

type Deed = { readonly name: string; readonly undo: () => Promise<unknown> };

/**
 * Undoing what is already saved: `did` keeps how, `undoLast` does it, `onKeyDown` does so at Ctrl+Z
 * where no field holds something unsaved (`data-dirty`).
 */
export function useUndo(undone: (name: string) => string) {
  const [deeds, setDeeds] = useState<readonly Deed[]>([]);
  const last = deeds.at(-1);
  const undoLast = () => {
    if (last === undefined) return;
    setDeeds((now) => now.filter((deed) => deed !== last));
    last.undo().then(
      () => notifyDone(undone(last.name)),
      (error: unknown) => notifyError(error),
    );
  };
  return {
    last,
    did: (name: string, undo: () => Promise<unknown>) =>
      setDeeds((now) => [...now.slice(-49), { name, undo }]),
    undoLast,
    onKeyDown: (event: KeyboardEvent) => {
      const undoes = event.ctrlKey && !event.shiftKey && event.code === 'KeyZ';
      if (!undoes || (event.target as HTMLElement).dataset['dirty'] !== undefined) return;
      event.preventDefault();
      undoLast();
    },
  };
}
export type Undo = ReturnType<typeof useUndo>;
