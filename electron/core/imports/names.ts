import type { ImportedName, NameCandidate } from '#contract/import-timetable';
import { decideNames, type DecidedName, type Decision } from '#domain/import/matching/decide-names';
import type { MatchedName } from '#domain/import/matching/name-match';

/** The names of one kind in a file, decided, with what ours are called. */
export type NamesOfKind = {
  readonly names: readonly DecidedName[];
  readonly ours: readonly NameCandidate[];
};

/** Matches the names of a file and decides them by what is remembered and chosen. */
export function namesOf<Ours extends { readonly id: number }>(input: {
  readonly names: readonly string[];
  readonly ours: readonly Ours[];
  readonly labelOf: (one: Ours) => string;
  readonly match: (names: readonly string[], ours: readonly Ours[]) => MatchedName<number>[];
  readonly remembered: ReadonlyMap<string, number>;
  readonly chosen: Readonly<Record<string, Decision>>;
}): NamesOfKind {
  const { names, ours, labelOf, match, remembered, chosen } = input;
  const known = new Set(ours.map(({ id }) => id));
  return {
    names: decideNames(match(names, ours), known, remembered, chosen),
    ours: ours.map((one) => ({ id: one.id, label: labelOf(one) })),
  };
}

/** The names as the screen shows them; `uses` counts how often each occurs in the file. */
export function importedNames(
  { names, ours }: NamesOfKind,
  uses: ReadonlyMap<string, number>,
): ImportedName[] {
  const byId = new Map(ours.map((one) => [one.id, one]));
  // What waits for the person comes first and stays there when it is decided.
  const isOpen = ({ certainty }: DecidedName) => certainty === 'likely' || certainty === 'none';
  const inOrder = [...names.filter(isOpen), ...names.filter((one) => !isOpen(one))];
  return inOrder.map(({ name, certainty, candidates, decided }) => ({
    name,
    uses: uses.get(name) ?? 0,
    certainty,
    candidates: candidates.flatMap((id) => byId.get(id) ?? []),
    decided,
  }));
}

/** How often each name occurs. */
export function countNames(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/**
 * The ids behind decided names; those to be made get ids below zero. Names with one key (two ways to
 * write a class) are one, and one that we have already is not made again. Undefined while a name is
 * undecided.
 */
export function idsOfNames(
  { names, ours }: NamesOfKind,
  keyOf: (name: string) => string = (name) => name,
): DecidedIds | undefined {
  const ids = new Map<string, number>();
  const made = new Map<number, string>();
  const byKey = new Map(ours.map(({ id, label }) => [keyOf(label), id]));
  for (const { name, decided } of names) {
    if (decided === null) return undefined;
    if (typeof decided === 'object') ids.set(name, decided.use);
    if (decided === 'create') {
      const key = keyOf(name);
      const known = byKey.get(key);
      const id = known ?? -1_000_000 - made.size;
      if (known === undefined) {
        made.set(id, name);
        byKey.set(key, id);
      }
      ids.set(name, id);
    }
  }
  return { ids, made };
}

export type DecidedIds = {
  readonly ids: ReadonlyMap<string, number>;
  readonly made: ReadonlyMap<number, string>;
};
