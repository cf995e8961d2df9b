import type { PlanRowInput } from '#contract/plans';
import type { BookRow, PlanBook } from './plan-book';

/** How it stands with what was typed. */
export type SavingSign = 'saved' | 'saving' | 'unsent' | 'conflict' | 'refused';
export type SaverState = {
  readonly sign: SavingSign;
  readonly title: string;
  readonly error: unknown;
};

/** What an error of saving means. */
export type SaveFailure =
  | { readonly kind: 'conflict'; readonly version: number }
  | { readonly kind: 'refused' | 'unsent' };

export type SavePlan = (
  plan: { readonly version: number; readonly title: string; readonly rows: PlanRowInput[] },
  requestId: string,
) => Promise<{ readonly version: number; readonly ids: readonly number[] }>;

const PAUSE_MS = 500;

/** Saves a book by itself: after a pause of typing, one request at a time, the newest state last. */
export type PlanSaver = {
  readonly state: () => SaverState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly setTitle: (title: string) => void;
  /** Does not wait for the pause: the screen is left. */
  readonly flush: () => void;
  /** Sends again what could not be sent. */
  readonly retry: () => void;
  /** After a conflict: what stands on the screen is put over the other's. */
  readonly keepMine: () => void;
};

export function createPlanSaver(
  book: PlanBook,
  start: { readonly version: number; readonly title: string; readonly ids: readonly number[] },
  options: {
    readonly send: SavePlan;
    readonly failureOf: (error: unknown) => SaveFailure;
    readonly newId: () => string;
  },
): PlanSaver {
  let { version } = start;
  let state: SaverState = { sign: 'saved', title: start.title, error: undefined };
  let conflicting: number | undefined;
  const listeners = new Set<() => void>();
  const ids = new Map(book.state().rows.map(({ key }, index) => [key, start.ids[index]]));
  /** The topic a line was saved with: a cell emptied to be typed anew does not lose the line. */
  const topics = new Map(book.state().rows.map(({ key, topic }) => [key, topic]));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flying = false;
  let dirty = false;
  /** Sent, but the answer never came: to be repeated as it was. */
  let unanswered: Flight | undefined;
  type Flight = {
    readonly rows: readonly BookRow[];
    readonly title: string;
    readonly requestId: string;
  };

  const put = (next: Partial<SaverState>) => {
    state = { ...state, ...next };
    for (const tell of listeners) tell();
  };
  const topicOf = (row: BookRow) => (row.topic === '' ? (topics.get(row.key) ?? '') : row.topic);
  const inputOf = (row: BookRow): PlanRowInput => {
    const id = ids.get(row.key);
    const { section, hours, kind, homework, resources } = row;
    const content = { section, topic: topicOf(row), hours, kind, homework, resources };
    return id === undefined ? content : { id, ...content };
  };

  async function save(): Promise<void> {
    if (flying) return;
    flying = true;
    const again = unanswered;
    if (again === undefined) dirty = false;
    const flight: Flight = again ?? {
      rows: book.state().rows.filter((row) => topicOf(row) !== ''),
      title: state.title.trim() === '' ? start.title : state.title.trim(),
      requestId: options.newId(),
    };
    put({ sign: 'saving', error: undefined });
    try {
      const { rows, title, requestId } = flight;
      const saved = await options.send({ version, title, rows: rows.map(inputOf) }, requestId);
      unanswered = undefined;
      version = saved.version;
      for (const [index, row] of rows.entries()) {
        ids.set(row.key, saved.ids[index]);
        topics.set(row.key, topicOf(row));
      }
      flying = false;
      if (dirty) void save();
      else put({ sign: 'saved' });
    } catch (error) {
      flying = false;
      const failure = options.failureOf(error);
      unanswered = failure.kind === 'unsent' ? flight : undefined;
      if (failure.kind === 'conflict') conflicting = failure.version;
      put({ sign: failure.kind, error });
    }
  }
  function schedule(): void {
    dirty = true;
    if (state.sign === 'conflict') return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      void save();
    }, PAUSE_MS);
    if (state.sign !== 'saving') put({ sign: 'saving' });
  }
  book.onChange(schedule);

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setTitle(title) {
      if (title === state.title) return;
      put({ title });
      schedule();
    },
    flush() {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      void save();
    },
    retry: () => void save(),
    keepMine() {
      if (conflicting === undefined) return;
      version = conflicting;
      conflicting = undefined;
      void save();
    },
  };
}
