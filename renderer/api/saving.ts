import { useSyncExternalStore } from 'react';

let underWay = 0;
const listeners = new Set<() => void>();

function change(by: number): void {
  underWay += by;
  for (const tell of listeners) tell();
}

/** Counts a change on its way to the disk until it is durable or refused. */
export async function whileSaving<T>(work: Promise<T>): Promise<T> {
  change(1);
  try {
    return await work;
  } finally {
    change(-1);
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether something typed in this window is not on the disk yet. */
export const useSaving = (): boolean => useSyncExternalStore(subscribe, () => underWay > 0);
