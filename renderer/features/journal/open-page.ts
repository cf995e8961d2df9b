import { useEffect, useState } from 'react';
import type { PageData } from '#contract/journal-page';
import type { SchoolOverview } from '#contract/school';
import type { SessionInfo } from '#contract/session';
import type { IsoDate } from '#domain/calendar/iso-date';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { pageCommands, watchPage } from './api';
import { createDesk } from './desk/desk';
import type { Opened } from './desk/cursor';
import type { Desk } from './desk/desk-type';
import { storedMove } from './desk/settings';
import { createPageModel } from './store/page-model';
import { createPageStore, type PageStore } from './store/page-store';

/**
 * Pages that were left (or locked) with something not yet written: whoever entered it finds it
 * again on coming back.
 */
const unfinished = new Map<string, PageStore>();

function storeOf(
  key: string,
  data: PageData,
  overview: SchoolOverview,
  today: IsoDate,
): PageStore | undefined {
  const kept = unfinished.get(key);
  if (kept !== undefined) {
    kept.refresh(data);
    kept.model.locks.take(data.locks);
    return kept;
  }
  const model = createPageModel(data, overview, today);
  return model && createPageStore(model, data, pageCommands(data.page.id));
}

/** The desk over freshly loaded data. It lives as long as the page is open and hears what others do. */
export function useOpenPage(
  data: PageData,
  overview: SchoolOverview,
  { accountId, today }: Pick<SessionInfo, 'accountId' | 'today'>,
  opened: Opened,
): Desk | undefined {
  const pageId = data.page.id;
  const key = `${accountId}:${pageId}:${data.periodId}`;
  const [desk] = useState(() => {
    const store = storeOf(key, data, overview, today);
    return store && createDesk(store, storedMove, opened);
  });
  const store = desk?.store;
  useEffect(() => {
    if (store === undefined) return;
    const watching = new AbortController();
    void watchPage(pageId, watching.signal, (change) => {
      if (change.kind === 'timetable' || change.kind === 'locks') {
        void queryClient.invalidateQueries({ queryKey: queries.journal.key() });
      } else store.receive(change);
    });
    for (const slots of [
      store.cells,
      store.lessons,
      store.homework,
      store.works,
      store.periodMarks,
    ])
      slots.retry();
    return () => watching.abort();
  }, [store, pageId]);
  useEffect(() => {
    store?.model.locks.take(data.locks);
    store?.topics.tell('locks');
  }, [store, data.locks]);
  useEffect(() => {
    unfinished.delete(key);
    return () => {
      if (store?.unfinished() === true) unfinished.set(key, store);
    };
  }, [store, key]);
  return desk;
}
