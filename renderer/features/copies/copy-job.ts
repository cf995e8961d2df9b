import { useSyncExternalStore } from 'react';
import type { CopyRow, CopyStep } from '#contract/copies';
import type { Progress } from '#contract/procedure';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';

export type CopyTarget = { readonly grant: string } | { readonly drive: string };

export type CopyJob =
  | { readonly state: 'idle' | 'cancelled' }
  | { readonly state: 'running'; readonly progress: Progress<CopyStep> }
  | { readonly state: 'done'; readonly copy: CopyRow }
  | { readonly state: 'failed'; readonly error: unknown };

const IDLE: CopyJob = { state: 'idle' };

/*
 * The copy being made in this window. It goes on while the person looks at other screens or the
 * window locks itself, so it does not live in the screen.
 */
let job: CopyJob = IDLE;
let owner: number | null = null;
let cancelling: AbortController | null = null;
const listeners = new Set<() => void>();

function tell(next: CopyJob): void {
  job = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function run(target: CopyTarget, { signal }: AbortController): Promise<void> {
  try {
    for await (const event of await core.copies.make({ target }, { signal })) {
      if (event.kind === 'progress') tell({ state: 'running', progress: event.progress });
      else tell({ state: 'done', copy: event.copy });
    }
    if (job.state === 'running') tell({ state: 'cancelled' });
  } catch (error) {
    tell(signal.aborted ? { state: 'cancelled' } : { state: 'failed', error });
  }
  await queryClient.invalidateQueries({ queryKey: queries.copies.key() });
  await queryClient.invalidateQueries({ queryKey: queries.copies.drives.queryKey() });
}

/** Begins a copy for this account; only one is made at a time. */
export function startCopy(target: CopyTarget, accountId: number): void {
  if (job.state === 'running') return;
  owner = accountId;
  cancelling = new AbortController();
  tell({ state: 'running', progress: { done: 0, step: 'reading' } });
  void run(target, cancelling);
}

export const cancelCopy = (): void => cancelling?.abort();

/** The copy this account made last in this window, or is making. */
export function useCopyJob(accountId: number): CopyJob {
  const now = useSyncExternalStore(subscribe, () => job);
  return owner === accountId ? now : IDLE;
}
