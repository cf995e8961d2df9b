import { EventPublisher } from '@orpc/server';
import type { PageChange } from '#contract/journal';

/** Tells everybody who looks at a page what changed on it. */
export type PageEvents = {
  readonly publish: (pageId: number, change: PageChange) => void;
  readonly subscribe: (pageId: number, signal?: AbortSignal) => AsyncIterable<PageChange>;
};

export function createPageEvents(): PageEvents {
  const publisher = new EventPublisher<Record<string, PageChange>>();
  return {
    publish: (pageId, change) => publisher.publish(String(pageId), change),
    subscribe: (pageId, signal) =>
      publisher.subscribe(String(pageId), signal === undefined ? {} : { signal }),
  };
}
