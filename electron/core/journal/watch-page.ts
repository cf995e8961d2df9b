import type { PageChange } from '#contract/journal';
import { lockWhenIdle } from '../access';
import type { CallContext, Connection } from '../context';
import { signedIn } from '../unit-of-work';
import { pageToSee } from './page-access';

/** A window shows one page; some more for those that are just being left. */
const MOST_WATCHES = 8;
const watches = new WeakMap<Connection, readonly AbortController[]>();

/** A watch of this window; the oldest ends where there are too many. */
function newWatch(connection: Connection): AbortController {
  const own = new AbortController();
  const all = [...(watches.get(connection) ?? []), own];
  for (const oldest of all.slice(0, -MOST_WATCHES)) oldest.abort();
  watches.set(connection, all.slice(-MOST_WATCHES));
  return own;
}

/**
 * What others do on a page from now on, as it happens; ends when the window stops listening, is
 * locked (also for having been idle) or is no longer the same person's.
 */
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
  const own = newWatch(connection);
  const ending = signal === undefined ? own.signal : AbortSignal.any([own.signal, signal]);
  // Subscribed at once, not at the first pull: nothing between the two may be missed.
  const changes = core.pageEvents.subscribe(input.pageId, ending);
  return whileSignedIn();

  async function* whileSignedIn() {
    try {
      for await (const { change, from } of changes) {
        lockWhenIdle(core, connection);
        if (connection.session !== session || connection.locked) return;
        // What it wrote itself it knows by the answer: an echo before it would only delay it.
        if (from !== connection) yield change;
      }
    } catch (error) {
      if (!own.signal.aborted) throw error;
    }
  }
}
