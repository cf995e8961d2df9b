import { useEffect, useState } from 'react';
import type { PageData } from '#contract/journal';
import type { SchoolOverview } from '#contract/school';
import type { IsoDate } from '#domain/calendar/iso-date';
import { pageCommands, watchPage } from './api';
import { createDesk, type Desk } from './desk/desk';
import { storedMove } from './desk/settings';
import { createPageModel } from './store/page-model';
import { createPageStore, type PageStore } from './store/page-store';

/** Pages that were left with something not yet written: it is found again on coming back. */
const unfinished = new Map<string, PageStore>();

function storeOf(
  data: PageData,
  overview: SchoolOverview,
  today: IsoDate,
): PageStore | undefined {
  const kept = unfinished.get(`${data.page.id}:${data.periodId}`);
  if (kept !== undefined) {
    kept.refresh(data);
    return kept;
  }
  const model = createPageModel(data, overview, today);
  return model && createPageStore(model, data, pageCommands(data.page.id));
}

/** The desk over freshly loaded data. It lives as long as the page is open and hears what others do. */
export function useOpenPage(
  data: PageData,
  overview: SchoolOverview,
  today: IsoDate,
  locked: boolean,
): Desk | undefined {
  const [desk] = useState(() => {
    const store = storeOf(data, overview, today);
    return store && createDesk(store, storedMove);
  });
  const store = desk?.store;
  const pageId = data.page.id;
  const key = `${pageId}:${data.periodId}`;
  useEffect(() => {
    if (store === undefined || locked) return;
    const watching = new AbortController();
    void watchPage(pageId, watching.signal, store.receive);
    for (const slots of [store.cells, store.lessons, store.works, store.periodMarks]) slots.retry();
    return () => watching.abort();
  }, [store, pageId, locked]);
  useEffect(() => {
    unfinished.delete(key);
    return () => {
      const { saving, unsent, problems } = store?.state() ?? { saving: 0, unsent: 0, problems: [] };
      if (store !== undefined && saving + unsent + problems.length > 0) unfinished.set(key, store);
    };
  }, [store, key]);
  return desk;
}
