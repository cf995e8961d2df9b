import type { PageChange } from '#contract/journal';
import type { CallContext } from '../context';
import { signedIn } from '../unit-of-work';
import { pageToSee } from './page-access';

/** What others do on a page from now on, as it happens; ends when the window stops listening. */
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
  const { core, connection } = context;
  pageToSee({ db: open.journal.db, actor: session, today: core.today() }, input.pageId);
  // Subscribed at once, not at the first pull: nothing between the two may be missed.
  const changes = core.pageEvents.subscribe(input.pageId, signal);
  return whileSignedIn();

  async function* whileSignedIn() {
    for await (const change of changes) {
      if (connection.session !== session || connection.locked) return;
      yield change;
    }
  }
}
