import { Worker } from 'node:worker_threads';
import type { PdfDocument } from './pdf-document';

export type PdfWorkerData = { readonly fontsFolder: string };
export type PdfAnswer = { readonly pdf: Uint8Array<ArrayBuffer> } | { readonly failed: string };

/** Makes PDF files in a thread of its own. */
export type PdfRenderer = {
  /**
   * The bytes of the document's PDF. Rejects with `PdfError` where the document cannot be laid out
   * or the thread dies, and with the signal's reason where it is aborted. After either the renderer
   * goes on working: the next document gets a new thread.
   */
  readonly renderPdf: (document: PdfDocument, signal?: AbortSignal) => Promise<Uint8Array>;
  /** Ends the thread; documents that wait are rejected. A later document starts a new one. */
  readonly close: () => Promise<void>;
};

/** Why no PDF came. It holds nothing of the document: it may be written to a log. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
  constructor(
    readonly why: 'layout' | 'worker-ended',
    detail: string,
  ) {
    super(`PDF: ${why} (${detail})`);
  }
}

type Job = {
  readonly document: PdfDocument;
  readonly done: (answer: PdfAnswer) => void;
  readonly fail: (reason: unknown) => void;
};

/**
 * A renderer whose thread starts with the first document and is kept for the next ones. Documents
 * are made one after another, in the order asked for. The thread does not keep the process alive
 * while it has nothing to do.
 * @param places `workerFile`: the built worker (JavaScript); `fontsFolder`: the folder of the fonts.
 */
export function pdfRenderer(places: {
  readonly workerFile: string | URL;
  readonly fontsFolder: string;
}): PdfRenderer {
  const waiting: Job[] = [];
  let current: Job | undefined;
  let thread: Worker | undefined;

  function startThread(): Worker {
    const workerData: PdfWorkerData = { fontsFolder: places.fontsFolder };
    const started = new Worker(places.workerFile, { workerData });
    // A thread that was replaced has nothing more to say.
    const whileOurs = (act: () => void) => {
      if (thread === started) act();
    };
    started.on('message', (answer: PdfAnswer) => {
      whileOurs(() => finish((job) => job.done(answer)));
    });
    started.on('error', (error) => {
      whileOurs(() => lose(new PdfError('worker-ended', error.name)));
    });
    started.on('exit', (code) => {
      whileOurs(() => lose(new PdfError('worker-ended', `exit ${code}`)));
    });
    return started;
  }

  function finish(tell: (job: Job) => void) {
    const job = current;
    current = undefined;
    if (job !== undefined) tell(job);
    next();
  }

  function lose(reason: unknown) {
    thread = undefined;
    finish((job) => job.fail(reason));
  }

  function next() {
    if (current !== undefined) return;
    current = waiting.shift();
    if (current === undefined) {
      thread?.unref();
      return;
    }
    thread ??= startThread();
    thread.ref();
    try {
      thread.postMessage(current.document, []);
    } catch {
      // What is not plain data does not cross; the documents behind it still do.
      finish((job) => job.fail(new PdfError('layout', 'DataCloneError')));
    }
  }

  function cancel(job: Job, reason: unknown) {
    if (job === current) {
      // pdfmake never yields: the only way to stop it is to end its thread.
      void thread?.terminate();
      lose(reason);
      return;
    }
    const place = waiting.indexOf(job);
    if (place >= 0) waiting.splice(place, 1);
    job.fail(reason);
  }

  return {
    renderPdf: async (document, signal) => {
      signal?.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<PdfAnswer>();
      const job: Job = { document, done: resolve, fail: reject };
      const abort = () => cancel(job, signal?.reason);
      signal?.addEventListener('abort', abort, { once: true });
      waiting.push(job);
      next();
      try {
        const answer = await promise;
        if ('failed' in answer) throw new PdfError('layout', answer.failed);
        return answer.pdf;
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    },
    close: async () => {
      const ended = thread;
      for (const job of waiting.splice(0)) job.fail(new PdfError('worker-ended', 'closed'));
      lose(new PdfError('worker-ended', 'closed'));
      await ended?.terminate();
    },
  };
}
