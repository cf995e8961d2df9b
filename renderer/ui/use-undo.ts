import { useWindowEvent } from '@mantine/hooks';
import { useState } from 'react';
import { notifyDone, notifyError } from './notify';

type Deed = { readonly name: string; readonly undo: () => Promise<unknown> };

/** A field that holds something unsaved keeps Ctrl+Z for itself; one that is saved (`data-dirty`) does not. */
function keepsCtrlZ(target: EventTarget | null): boolean {
  const writes = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return writes && !target.readOnly && target.dataset['dirty'] !== 'false';
}

/**
 * Undoing what is already saved: `did` keeps how, `undoLast` does it, and so does Ctrl+Z wherever the
 * cursor is, but in a field with something unsaved and while a dialog is open.
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
  useWindowEvent('keydown', (event) => {
    const undoes = event.ctrlKey && !event.shiftKey && event.code === 'KeyZ';
    if (!undoes || last === undefined || keepsCtrlZ(event.target)) return;
    if (document.querySelector('[role="dialog"]') !== null) return;
    event.preventDefault();
    undoLast();
  });
  return {
    last,
    did: (name: string, undo: () => Promise<unknown>) =>
      setDeeds((now) => [...now.slice(-49), { name, undo }]),
    undoLast,
  };
}
export type Undo = ReturnType<typeof useUndo>;
