import type { KeyInput } from './key-command';

/** Keys pressed longer ago than this are no longer meant for what opens now. */
const PATIENCE_MS = 4000;

let held: KeyInput[] | undefined;
let since = 0;

/**
 * Another page is on its way: what is typed from now on is meant for it, not for the one that is
 * still shown, and waits for it.
 */
export function leavePage(): void {
  held ??= [];
  since = performance.now();
}

/** Keeps the key for the page that is coming; false where none is. */
export function holdKey(key: KeyInput): boolean {
  if (held === undefined || performance.now() - since > PATIENCE_MS) return false;
  held.push(key);
  return true;
}

/** The page is here (or does not come): the keys that were typed ahead of it. */
export function arrive(): readonly KeyInput[] {
  const keys = performance.now() - since > PATIENCE_MS ? [] : (held ?? []);
  held = undefined;
  return keys;
}
