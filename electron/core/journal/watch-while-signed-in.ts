import { lockWhenIdle } from '../access';
import type { CallContext, Connection } from '../context';
import { signedIn } from '../unit-of-work';

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
 * Events told to a window as they happen, each as `told` makes it and not where that is undefined;
 * ends when the window stops listening, is locked (also for having been idle) or is no longer the same
 * person's.
 */
export function watchWhileSignedIn<Event, Told>(
  context: CallContext,
  signal: AbortSignal | undefined,
  subscribe: (ending: AbortSignal) => AsyncIterable<Event>,
  told: (event: Event) => Told | undefined,
): AsyncGenerator<Told> {
  const { session } = signedIn(context);
  const { core, connection } = context;
  const own = newWatch(connection);
  const ending = signal === undefined ? own.signal : AbortSignal.any([own.signal, signal]);
  // Subscribed at once, not at the first pull: nothing between the two may be missed.
  const events = subscribe(ending);
  return whileSignedIn();

  async function* whileSignedIn() {
    try {
      for await (const event of events) {
        lockWhenIdle(core, connection);
        if (connection.session !== session || connection.locked) return;
        const one = told(event);
        if (one !== undefined) yield one;
      }
    } catch (error) {
      if (!own.signal.aborted) throw error;
    } finally {
      own.abort();
    }
  }
}
