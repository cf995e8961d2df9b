/** What the core has: a content and its version. */
export type Stored<C> = { readonly version: number; readonly content: C };

/** How it stands with what a person entered. */
export type Sign = 'saved' | 'saving' | 'unsent' | 'conflict' | 'refused';

/** One thing on the page that is saved for itself: a cell, a lesson's texts, a work, a period mark. */
export type Slot<C> = {
  readonly stored: Stored<C>;
  /** What the screen shows: what was entered last, or what the core has. */
  readonly shown: C;
  readonly sign: Sign;
  /** What the person entered and the core did not take: nothing typed is thrown away. */
  readonly mine: C | undefined;
  readonly error: unknown;
  /** Grows when somebody else changes it, so that the screen can show that it moved. */
  readonly flash: number;
};

/** What an error of saving means for what was entered. */
export type Failure<C> =
  | { readonly kind: 'conflict'; readonly current: Stored<C> }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unsent' };

export type Slots<C> = {
  readonly get: (key: string) => Slot<C>;
  readonly keys: () => Iterable<string>;
  /** What the core has now; leaves alone what is being saved. */
  readonly load: (key: string, stored: Stored<C>) => void;
  readonly edit: (key: string, content: C) => void;
  /** Somebody changed it; the echo of an own change is known by its version. */
  readonly receive: (key: string, stored: Stored<C>) => void;
  /** After a conflict or a refusal: puts in what was entered once more. */
  readonly keepMine: (key: string) => void;
  /** After a conflict or a refusal: lets what was entered go. */
  readonly letGo: (key: string) => void;
  /** Sends what could not be sent. */
  readonly retry: () => void;
};

type Flight<C> = { readonly content: C; readonly requestId: string };

/**
 * Saving of many small things at once: each shows a change immediately and has one request under
 * way; later changes wait and only the newest goes, with the new version. A change whose answer was
 * lost is repeated under the same `requestId`, so it is never done twice.
 */
export function createSlots<C>(options: {
  readonly empty: C;
  readonly same: (a: C, b: C) => boolean;
  readonly send: (key: string, next: Stored<C>, requestId: string) => Promise<number>;
  readonly failureOf: (error: unknown) => Failure<C>;
  /** Called at every change; `seen` where the screen shows another content than before. */
  readonly changed: (key: string, seen: boolean) => void;
  readonly newId: () => string;
}): Slots<C> {
  const { same, changed } = options;
  const none: Slot<C> = {
    stored: { version: 0, content: options.empty },
    shown: options.empty,
    sign: 'saved',
    mine: undefined,
    error: undefined,
    flash: 0,
  };
  const slots = new Map<string, Slot<C>>();
  const flights = new Map<string, Flight<C>>();
  /** Sent before, the answer never came: to be repeated as it was. */
  const unanswered = new Map<string, Flight<C>>();
  /** What others did while an own request was under way. */
  const heard = new Map<string, Stored<C>>();

  const get = (key: string) => slots.get(key) ?? none;
  const put = (key: string, change: Partial<Slot<C>>) => {
    const before = get(key);
    const after = { ...before, ...change };
    slots.set(key, after);
    changed(key, !same(before.shown, after.shown));
  };
  const settled = { sign: 'saved', mine: undefined, error: undefined } as const;

  function answered(key: string, flight: Flight<C>, version: number): void {
    flights.delete(key);
    const stored = { version, content: flight.content };
    const later = heard.get(key);
    heard.delete(key);
    if (same(get(key).shown, flight.content)) {
      put(key, { stored, ...settled });
      if (later !== undefined) receive(key, later);
    } else {
      put(key, { stored });
      start(key);
    }
  }

  function failed(key: string, flight: Flight<C>, error: unknown): void {
    flights.delete(key);
    heard.delete(key);
    const { shown, stored } = get(key);
    const failure = options.failureOf(error);
    if (failure.kind === 'unsent') {
      unanswered.set(key, flight);
      put(key, { sign: 'unsent', error });
    } else if (failure.kind === 'refused') {
      put(key, { shown: stored.content, sign: 'refused', mine: shown, error });
    } else if (same(failure.current.content, shown)) {
      put(key, { stored: failure.current, ...settled });
    } else {
      const { content } = failure.current;
      put(key, { stored: failure.current, shown: content, sign: 'conflict', mine: shown, error });
    }
  }

  function start(key: string): void {
    if (flights.has(key)) return;
    const { shown, stored } = get(key);
    const flight = unanswered.get(key) ?? { content: shown, requestId: options.newId() };
    unanswered.delete(key);
    flights.set(key, flight);
    put(key, { sign: 'saving', mine: undefined, error: undefined });
    options.send(key, { version: stored.version, content: flight.content }, flight.requestId).then(
      (version) => answered(key, flight, version),
      (error: unknown) => failed(key, flight, error),
    );
  }

  function edit(key: string, content: C): void {
    const slot = get(key);
    if (same(slot.shown, content) && slot.sign !== 'conflict' && slot.sign !== 'refused') return;
    put(key, { shown: content, mine: undefined });
    if (flights.has(key)) return;
    if (unanswered.has(key) || !same(slot.stored.content, content)) start(key);
    else put(key, settled);
  }

  function receive(key: string, stored: Stored<C>): void {
    const slot = get(key);
    const flight = flights.get(key);
    if (stored.version <= slot.stored.version) return;
    if (flight !== undefined) {
      const ownEcho = same(flight.content, stored.content);
      if (!ownEcho) heard.set(key, stored);
      return;
    }
    // What waits to be sent again will be answered with the conflict, if there is one.
    if (unanswered.has(key)) return;
    put(key, { stored, shown: stored.content, flash: slot.flash + 1 });
  }

  return {
    get,
    keys: () => slots.keys(),
    load(key, stored) {
      if (flights.has(key) || unanswered.has(key)) return;
      const { sign, shown } = get(key);
      if (sign === 'saved' && same(shown, stored.content)) slots.set(key, { ...get(key), stored });
      else if (sign === 'saved') put(key, { stored, shown: stored.content });
    },
    edit,
    receive,
    keepMine(key) {
      const { mine } = get(key);
      if (mine !== undefined) edit(key, mine);
    },
    letGo: (key) => put(key, settled),
    retry() {
      for (const key of unanswered.keys()) start(key);
    },
  };
}
