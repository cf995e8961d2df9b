/** Who wants to know of what, by name: one change tells only those whose cell it is. */
export type Topics = {
  readonly subscribe: (topic: string, listener: () => void) => () => void;
  readonly tell: (topic: string) => void;
};

export function createTopics(): Topics {
  const listeners = new Map<string, Set<() => void>>();
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
    tell(topic) {
      for (const listener of listeners.get(topic) ?? []) listener();
    },
  };
}
