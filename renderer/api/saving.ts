import { useSyncExternalStore } from 'react';

/** A change is on the disk sooner than this: only what takes longer is worth a word. */
const PATIENCE_MS = 300;

let underWay = 0;
let late = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function show(next: boolean): void {
  if (late === next) return;
  late = next;
  for (const tell of listeners) tell();
}

function change(by: number): void {
  underWay += by;
  if (underWay > 0) {
    timer ??= setTimeout(() => show(true), PATIENCE_MS);
    return;
  }
  clearTimeout(timer);
  timer = undefined;
  show(false);
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

/**
 * Whether the window has been writing to the disk for longer than a moment. A quick mark makes
 * nothing blink and draws nothing: each cell has a sign of its own until it is durable.
 */
export const useSaving = (): boolean => useSyncExternalStore(subscribe, () => late);
