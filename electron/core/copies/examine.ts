import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { JournalError, type JournalProblem } from '#db/problem';
import { countJournal, type JournalCounts } from '#db/queries/copies';
import type { ReadableDb } from '#db/statement';

export type ExaminationOrder = { readonly file: string; readonly key: Uint8Array };

/** What a journal holds, once every page of it was read; or that it does not hold together. */
export type Examination =
  | { readonly sound: false }
  | {
      readonly sound: true;
      readonly counts: JournalCounts;
      readonly lastEntryAt: string | null;
      readonly journalId: string;
    };

export type ExaminationAnswer =
  | { readonly examination: Examination }
  | { readonly problem: JournalProblem };

/**
 * Opens a journal that nobody writes and checks it, in a thread of its own. Leaves nothing beside
 * the file. Throws `JournalError` where it cannot be opened, and the signal's reason when aborted.
 * @param order `workerFile`: the built `copy-worker`.
 */
export async function examineJournal(
  order: ExaminationOrder & { readonly workerFile: string | URL; readonly signal?: AbortSignal },
): Promise<Examination> {
  const { file, key, workerFile, signal } = order;
  signal?.throwIfAborted();
  const workerData: ExaminationOrder = { file, key };
  const worker = new Worker(workerFile, { workerData });
  const abort = () => void worker.terminate();
  signal?.addEventListener('abort', abort, { once: true });
  const ended = once(worker, 'exit');
  try {
    let answer: ExaminationAnswer | undefined;
    worker.on('message', (message: ExaminationAnswer) => (answer = message));
    await ended; // rejects with what the thread threw
    signal?.throwIfAborted();
    if (answer === undefined) throw new Error('the thread that examines a journal gave no answer');
    if ('problem' in answer) throw new JournalError(answer.problem);
    return answer.examination;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

/** Counts an open journal in short turns, between which the event loop goes on. */
export async function countInTurns(db: ReadableDb, signal?: AbortSignal): Promise<JournalCounts> {
  const turns = countJournal(db);
  let turn = turns.next();
  while (turn.done !== true) {
    await setImmediate();
    signal?.throwIfAborted();
    turn = turns.next();
  }
  return turn.value;
}
