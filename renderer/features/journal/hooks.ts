import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import type { PageLocks } from '#contract/journal-page';
import type { Desk } from './desk/desk-type';
import type { Topics } from './store/topics';

/** Reads something of the store again whenever the topic is told; `read` answers a stable value. */
export function useTopic<T>(topics: Topics, topic: string, read: () => T): T {
  const subscribe = useCallback(
    (listener: () => void) => topics.subscribe(topic, listener),
    [topics, topic],
  );
  return useSyncExternalStore(subscribe, read);
}

export const DeskContext = createContext<Desk | undefined>(undefined);

/** What the regulation has closed now: whoever looks at the desk is drawn anew when it changes. */
export const LocksContext = createContext<PageLocks | undefined>(undefined);

/** The page's desk; only below an open page. */
export function useDesk(): Desk {
  use(LocksContext);
  const desk = use(DeskContext);
  if (desk === undefined) throw new Error('no page is open');
  return desk;
}
