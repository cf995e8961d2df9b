import { createContext, use, useCallback, useSyncExternalStore } from 'react';
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

/** The page's desk; only below an open page. */
export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === undefined) throw new Error('no page is open');
  return desk;
}
