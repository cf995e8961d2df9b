import { EventPublisher } from '@orpc/server';
import type { PageChange } from '#contract/journal';
import type { Connection } from '../context';

/** A change of a page; `from` is the window whose answer already tells it all of the change. */
type PageEvent = { readonly change: PageChange; readonly from: Connection | undefined };

/** Tells everybody who looks at a page what changed on it. */
export type PageEvents = {
  readonly publish: (pageId: number, change: PageChange, from?: Connection) => void;
  readonly subscribe: (pageId: number, signal?: AbortSignal) => AsyncIterable<PageEvent>;
};

export function createPageEvents(): PageEvents {
  const publisher = new EventPublisher<Record<string, PageEvent>>();
  return {
    publish: (pageId, change, from) => publisher.publish(String(pageId), { change, from }),
    subscribe: (pageId, signal) =>
      publisher.subscribe(String(pageId), signal === undefined ? {} : { signal }),
  };
}
