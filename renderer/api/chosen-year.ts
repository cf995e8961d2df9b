import { useSyncExternalStore } from 'react';

let chosen: number | undefined;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Chooses the school year this window works in; undefined is the one of today. */
export function chooseYear(yearId: number | undefined): void {
  chosen = yearId;
  for (const listener of listeners) listener();
}

/**
 * The input part of every query about a year: empty for the year of today, so that what is asked
 * on most days is cached under one key.
 */
export function useYearInput(): { readonly yearId?: number } {
  const yearId = useSyncExternalStore(subscribe, () => chosen);
  return yearId === undefined ? {} : { yearId };
}
