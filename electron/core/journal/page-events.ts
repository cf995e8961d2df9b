import { EventPublisher } from '@orpc/server';
import type { PageChange } from '#contract/journal';
import type { Connection, Session } from '../context';

/** A change of a page; `from` is the window whose answer already tells it all of the change. */
type PageEvent = { readonly change: PageChange; readonly from: Connection | undefined };
/** Somebody has come to the page or left it. */
type Moved = 'people';

export type Viewer = { readonly connection: Connection; readonly session: Session };

/** Tells everybody who looks at a page what changed on it. */
export type PageEvents = {
  readonly publish: (pageId: number, change: PageChange, from?: Connection) => void;
  /** The same to everybody who looks at any page. */
  readonly publishAll: (change: PageChange) => void;
  /** Notes that a window looks at the page; what it answers ends that. */
  readonly look: (pageId: number, viewer: Viewer) => () => void;
  /** The names of the others who look at it now. */
  readonly others: (pageId: number, viewer: Viewer) => readonly string[];
  readonly subscribe: (pageId: number, signal?: AbortSignal) => AsyncIterable<PageEvent | Moved>;
  /** What happens on any page, with the page. */
  readonly subscribeAll: (
    signal?: AbortSignal,
  ) => AsyncIterable<PageEvent & { readonly pageId: number }>;
};

export function createPageEvents(): PageEvents {
  const publisher = new EventPublisher<Record<string, PageEvent | Moved>>();
  const everywhere = new EventPublisher<{ all: PageEvent & { readonly pageId: number } }>();
  const viewers = new Map<number, Set<Viewer>>();
  const tell = (pageId: number) => publisher.publish(String(pageId), 'people');
  const publish: PageEvents['publish'] = (pageId, change, from) => {
    publisher.publish(String(pageId), { change, from });
    everywhere.publish('all', { pageId, change, from });
  };
  return {
    look(pageId, viewer) {
      const all = viewers.get(pageId) ?? new Set();
      viewers.set(pageId, all.add(viewer));
      tell(pageId);
      return () => {
        if (!all.delete(viewer)) return;
        if (all.size === 0) viewers.delete(pageId);
        tell(pageId);
      };
    },
    others(pageId, { session }) {
      const there = [...(viewers.get(pageId) ?? [])].filter(
        ({ connection, session: own }) =>
          own.accountId !== session.accountId && connection.session === own && !connection.locked,
      );
      return [...new Set(there.map(({ session: own }) => own.name))];
    },
    publish,
    publishAll(change) {
      for (const pageId of viewers.keys()) publish(pageId, change);
    },
    subscribeAll: (signal) => everywhere.subscribe('all', signal === undefined ? {} : { signal }),
    subscribe: (pageId, signal) =>
      publisher.subscribe(String(pageId), signal === undefined ? {} : { signal }),
  };
}
