import { useRef, useState } from 'react';
import type { Progress } from '#contract/procedure';
import type { DemoBuildStep } from '#contract/setup';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { setSession } from '../../api/session-state';

const FIRST: Progress<DemoBuildStep> = { done: 0, step: 'people' };

/** Builds and opens the demonstration school; afterwards the window stands at its log-in. */
export function useOpenDemo() {
  const [progress, setProgress] = useState<Progress<DemoBuildStep> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const cancelling = useRef<AbortController>(null);

  async function open(rebuild: boolean): Promise<void> {
    const job = new AbortController();
    cancelling.current = job;
    setError(null);
    setProgress(FIRST);
    try {
      const steps = await core.setup.openDemo({ rebuild }, { signal: job.signal });
      for await (const step of steps) setProgress(step);
      setSession(null);
      await queryClient.invalidateQueries({ queryKey: queries.setup.workplace.queryKey() });
    } catch (problem) {
      if (!job.signal.aborted) setError(problem);
    } finally {
      setProgress(null);
    }
  }
  return {
    progress,
    error,
    open: () => void open(false),
    /** What was tried out in it is gone afterwards. */
    rebuild: () => void open(true),
    cancel: () => cancelling.current?.abort(),
  };
}
