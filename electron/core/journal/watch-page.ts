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
  const viewer = { connection: context.connection, session };
  let names: readonly string[] = [];
  return watchWhileSignedIn(
    context,
    signal,
    (ending) => {
      const events = core.pageEvents.subscribe(input.pageId, ending);
      // Told to all who are here, this window among them: so each learns of the others.
      ending.addEventListener('abort', core.pageEvents.look(input.pageId, viewer));
      return events;
    },
    (event): PageChange | undefined => {
      // What it wrote itself it knows by the answer: an echo before it would only delay it.
      if (event !== 'people') return event.from === context.connection ? undefined : event.change;
      const now = core.pageEvents.others(input.pageId, viewer);
      if (now.join() === names.join()) return undefined;
      names = now;
      return { kind: 'people', names };
    },
  );
}
