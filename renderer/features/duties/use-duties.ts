import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { core } from '../../api/clients';
import { ConnectionError } from '../../api/connect';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';

/** Time alone makes something overdue. */
const EVERY_MS = 60_000;
/** What others enter comes in bursts: a list is computed once for all of them. */
const PATIENCE_MS = { mine: 1000, school: 10_000 } as const;
const AGAIN_MS = 3000;

/** Reads the lists anew soon after something on some page changed; what it answers ends that. */
function watchDuties(patience: number): () => void {
  const watching = new AbortController();
  const { signal } = watching;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void queryClient.invalidateQueries({ queryKey: queries.duties.key() });
    }, patience);
  };
  const watch = async () => {
    try {
      for await (const _ of await core.duties.watch(undefined, { signal })) soon();
    } catch (error) {
      // A window that was locked begins anew; a lost connection is told by the frame.
      if (!signal.aborted && !(error instanceof ConnectionError)) soon();
    }
    if (!signal.aborted) again = setTimeout(() => void watch(), AGAIN_MS);
  };
  void watch();
  return () => {
    watching.abort();
    clearTimeout(timer);
    clearTimeout(again);
  };
}

/** Fresh at every opening, and as time and others go on. */
const fresh = { staleTime: 0, refetchInterval: EVERY_MS } as const;

export function useMyDuties() {
  useEffect(() => watchDuties(PATIENCE_MS.mine), []);
  return useQuery({ ...queries.duties.mine.queryOptions(), ...fresh });
}

export function useSchoolDuties() {
  useEffect(() => watchDuties(PATIENCE_MS.school), []);
  return useQuery({ ...queries.duties.school.queryOptions(), ...fresh });
}
