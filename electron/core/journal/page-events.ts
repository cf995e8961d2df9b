import { EventPublisher } from '@orpc/server';
import type { PageChange } from '#contract/journal';
import type { Connection } from '../context';

/** A change of a page; `from` is the window whose answer already tells it all of the change. */
type PageEvent = { readonly change: PageChange; readonly from: Connection | undefined };

/** Tells everybody who looks at a page what changed on it. */
export type PageEvents = {
  readonly publish: (pageId: number, change: PageChange, from?: Connection) => void;
  readonly subscribe: (pageId: number, signal?: AbortSignal) => AsyncIterable<PageEvent>;
  /** What happens on any page, with the page. */
  readonly subscribeAll: (
    signal?: AbortSignal,
  ) => AsyncIterable<PageEvent & { readonly pageId: number }>;
};

export function createPageEvents(): PageEvents {
  const publisher = new EventPublisher<Record<string, PageEvent>>();
  const everywhere = new EventPublisher<{ all: PageEvent & { readonly pageId: number } }>();
  return {
    publish: (pageId, change, from) => {
      publisher.publish(String(pageId), { change, from });
      everywhere.publish('all', { pageId, change, from });
    },
    subscribeAll: (signal) => everywhere.subscribe('all', signal === undefined ? {} : { signal }),
    subscribe: (pageId, signal) =>
      publisher.subscribe(String(pageId), signal === undefined ? {} : { signal }),
  };
}
