import type { PageChange } from '#contract/journal';
import type { CallContext } from '../context';
import { signedIn } from '../unit-of-work';
import { findOpenings } from '#db/queries/locks';
import { minuteHere } from '../local-time';
import { pageToSee } from './page-access';
import { watchWhileSignedIn } from './watch-while-signed-in';

/** Openings end by the minute. */
const LOOK_EVERY_MS = 20_000;

/** Tells of a page when an opening of it has ended, or the day has; what it answers ends that. */
function tellWhenOpeningsEnd(core: CallContext['core'], pageId: number): () => void {
  const active = (): string => {
    const db = core.open?.journal.db;
    if (db === undefined) return '';
    const now = minuteHere(core);
    const open = findOpenings(db, pageId).filter(
      ({ closedAt, until }) => closedAt === null && now <= until,
    );
    return [core.today(), ...open.map(({ id }) => id)].join();
  };
  let known = active();
  const timer = setInterval(() => {
    const now = active();
    if (now === known || now === '') return;
    known = now;
    core.pageEvents.publish(pageId, { kind: 'locks', by: '' });
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

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
      ending.addEventListener('abort', tellWhenOpeningsEnd(core, input.pageId));
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
