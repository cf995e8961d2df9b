import type { CallContext } from '../context';
import { watchWhileSignedIn } from '../journal/watch-while-signed-in';

/** Tells that something on some page changed, not what: the lists of duties are read anew. */
export const watchDuties = ({
  context,
  signal,
}: {
  readonly context: CallContext;
  readonly signal?: AbortSignal | undefined;
}): AsyncGenerator<'changed'> =>
  watchWhileSignedIn(
    context,
    signal,
    (ending) => context.core.pageEvents.subscribeAll(ending),
    () => 'changed' as const,
  );
