import { useEffect, useRef, useState } from 'react';
import type { CopyPreview, RestoreStep } from '#contract/copies';
import type { Progress } from '#contract/procedure';
import { core, shell } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { setSession } from '../../api/session-state';

export type CopySecret =
  | { readonly recoveryKey: string }
  | { readonly login: string; readonly password: string };

/** Where the restore is. `found` may carry how the last attempt ended. */
export type Restore =
  | { readonly state: 'choosing'; readonly error: unknown }
  | { readonly state: 'looking' }
  | {
      readonly state: 'found';
      readonly grant: string;
      readonly preview: CopyPreview;
      readonly error: unknown;
      readonly cancelled: boolean;
    }
  | { readonly state: 'running'; readonly progress: Progress<RestoreStep> }
  | { readonly state: 'done'; readonly preview: CopyPreview; readonly savedAs: string | null };

/** The restore step by step; leaving the screen breaks it off. */
export function useRestore() {
  const [restore, setRestore] = useState<Restore>({ state: 'choosing', error: null });
  const work = useRef<AbortController>(null);
  useEffect(() => () => work.current?.abort(), []);

  async function choose(): Promise<void> {
    try {
      const folder = await shell.chooseFolder({ purpose: 'restore' });
      if (folder === null) return;
      setRestore({ state: 'looking' });
      work.current = new AbortController();
      const { grant } = folder;
      const preview = await core.copies.inspect({ grant }, { signal: work.current.signal });
      setRestore({ state: 'found', grant, preview, error: null, cancelled: false });
    } catch (error) {
      setRestore({
        state: 'choosing',
        error: work.current?.signal.aborted === true ? null : error,
      });
    }
  }

  async function run(grant: string, preview: CopyPreview, secret: CopySecret): Promise<void> {
    const job = new AbortController();
    work.current = job;
    const ended = (error: unknown, cancelled: boolean) =>
      setRestore({ state: 'found', grant, preview, error, cancelled });
    setRestore({ state: 'running', progress: { done: 0, step: 'checking' } });
    try {
      let savedAs: string | null | undefined;
      const events = await core.copies.restore({ grant, secret }, { signal: job.signal });
      for await (const event of events) {
        if (event.kind === 'progress') setRestore({ state: 'running', progress: event.progress });
        else savedAs = event.savedAs;
      }
      if (savedAs === undefined) {
        ended(null, true);
        return;
      }
      setRestore({ state: 'done', preview, savedAs });
      // The journal is another one: whoever worked in this window has to log in to it.
      setSession(null);
      await queryClient.invalidateQueries({ queryKey: queries.setup.workplace.queryKey() });
    } catch (error) {
      ended(job.signal.aborted ? null : error, job.signal.aborted);
    }
  }

  return {
    restore,
    choose: () => void choose(),
    start: (secret: CopySecret) => {
      if (restore.state === 'found') void run(restore.grant, restore.preview, secret);
    },
    cancel: () => work.current?.abort(),
  };
}
