import type { Sign, Slot } from './slots';

export type Problem = { readonly topic: string; readonly slot: Slot<unknown> };
export type SavingState = {
  readonly unsent: number;
  readonly problems: readonly Problem[];
};

/** What of a page is not as it should be; `tell` hears when that changes. */
export function createSavingState(tell: () => void) {
  const signs = new Map<string, Problem>();
  let state: SavingState = { unsent: 0, problems: [] };
  return {
    /** Whether something entered is not yet in the journal. */
    unfinished: () => signs.size > 0,
    state: () => state,
    note: (topic: string, slot: Slot<unknown>): void => {
      const before = signs.get(topic)?.slot.sign;
      if (slot.sign === 'saved') signs.delete(topic);
      else signs.set(topic, { topic, slot });
      const quiet = (sign: Sign = 'saved') => sign === 'saved' || sign === 'saving';
      if (quiet(before) && quiet(slot.sign)) return;
      const all = [...signs.values()];
      state = {
        unsent: all.filter(({ slot }) => slot.sign === 'unsent').length,
        problems: all.filter(({ slot }) => slot.sign === 'conflict' || slot.sign === 'refused'),
      };
      tell();
    },
  };
}
