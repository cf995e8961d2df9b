/** Who wants to know of what, by name: one change tells only those whose cell it is. */
export type Topics = {
  readonly subscribe: (topic: string, listener: () => void) => () => void;
  readonly tell: (topic: string) => void;
  /** From now on what changes is not told but kept, each topic once. */
  readonly hold: () => void;
  /** Tells what was kept, and from now on at once again. */
  readonly tellHeld: () => void;
};

export function createTopics(): Topics {
  const listeners = new Map<string, Set<() => void>>();
  let held: Set<string> | undefined;

  function tell(topic: string): void {
    if (held !== undefined) held.add(topic);
    else for (const listener of listeners.get(topic) ?? []) listener();
  }
  return {
    subscribe(topic, listener) {
      let own = listeners.get(topic);
      if (own === undefined) listeners.set(topic, (own = new Set()));
      own.add(listener);
      return () => {
        own.delete(listener);
        if (own.size === 0 && listeners.get(topic) === own) listeners.delete(topic);
      };
    },
    tell,
    hold: () => {
      held ??= new Set();
    },
    tellHeld: () => {
      const topics = held ?? [];
      held = undefined;
      for (const topic of topics) tell(topic);
    },
  };
}
