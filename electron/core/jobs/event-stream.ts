/**
 * A long job as a stream of its events: what `work` emits, then its end or its error. Whoever stops
 * listening aborts the job, and the stream ends only when the job has cleaned up after itself.
 * Progress nobody has pulled yet is passed over in favour of the newest.
 */
export async function* eventStream<Event>(
  work: (emit: (event: Event) => void, signal: AbortSignal) => Promise<void>,
  outer?: AbortSignal,
): AsyncGenerator<Event> {
  const own = new AbortController();
  const signal = outer === undefined ? own.signal : AbortSignal.any([own.signal, outer]);
  const state: { latest: Event | undefined; ended: boolean } = { latest: undefined, ended: false };
  let news = Promise.withResolvers<void>();
  const job = work((event) => {
    state.latest = event;
    news.resolve();
  }, signal).finally(() => {
    state.ended = true;
    news.resolve();
  });
  job.catch(() => undefined); // told below, where it is awaited
  try {
    while (true) {
      await news.promise;
      news = Promise.withResolvers<void>();
      const { latest } = state;
      state.latest = undefined;
      if (latest !== undefined) yield latest;
      if (state.ended && state.latest === undefined) break;
      if (state.ended) news.resolve();
    }
    await job;
  } finally {
    own.abort();
    await job.catch(() => undefined);
  }
}
