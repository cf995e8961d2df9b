import type { PageChange } from '#contract/journal';
import type { CallContext } from '../context';
import { signedIn } from '../unit-of-work';
import { pageToSee } from './page-access';
import { watchWhileSignedIn } from './watch-while-signed-in';

/** What others do on a page from now on, as it happens. */
export function watchPage({
  context,
  input,
  signal,
}: {
  readonly context: CallContext;
  readonly input: { readonly pageId: number };
  readonly signal?: AbortSignal | undefined;
}): AsyncGenerator<PageChange> {
  const { session, open } = signedIn(context);
  const { core } = context;
  pageToSee({ db: open.journal.db, actor: session, today: core.today() }, input.pageId);
  return watchWhileSignedIn(
    context,
    signal,
    (ending) => core.pageEvents.subscribe(input.pageId, ending),
    // What it wrote itself it knows by the answer: an echo before it would only delay it.
    ({ change, from }) => (from === context.connection ? undefined : change),
  );
}
