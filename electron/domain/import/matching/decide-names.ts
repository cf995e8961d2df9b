import type { MatchedName } from './name-match';

/** What the person said about a name, or what is taken where they said nothing. */
export type Decision = { readonly use: number } | 'create' | 'skip';

/** A name of a file with what it is taken for; null where a person has to say. */
export interface DecidedName {
  readonly name: string;
  readonly certainty: 'remembered' | 'exact' | 'likely' | 'none';
  /** Best first. */
  readonly candidates: readonly number[];
  readonly decided: Decision | null;
}

/**
 * The names with those open again that mean one and the same of ours: two pupils of a report are two
 * people.
 */
export function openDoubles(names: readonly DecidedName[]): DecidedName[] {
  const uses = new Map<number, number>();
  for (const { decided } of names) {
    if (decided !== null && typeof decided === 'object') {
      uses.set(decided.use, (uses.get(decided.use) ?? 0) + 1);
    }
  }
  return names.map((one) => {
    const { decided } = one;
    const doubled =
      decided !== null && typeof decided === 'object' && (uses.get(decided.use) ?? 0) > 1;
    return doubled ? { ...one, certainty: 'likely', decided: null } : one;
  });
}

/** Remembered in place of one of ours: the name is not taken. */
export const SKIPPED = 0;

/**
 * Decides each name: what the person chose, else what an earlier import was told (`remembered`, of
 * those that are still ours), else the one exact match. Likely ones wait for the person.
 */
export function decideNames(
  matched: readonly MatchedName<number>[],
  known: ReadonlySet<number>,
  remembered: ReadonlyMap<string, number>,
  chosen: Readonly<Record<string, Decision>>,
): DecidedName[] {
  return matched.map(({ name, match }) => {
    const earlier = remembered.get(name);
    const own = Object.hasOwn(chosen, name) ? chosen[name] : undefined;
    const valid = typeof own === 'object' && !known.has(own.use) ? undefined : own;
    const candidates =
      match.kind === 'exact'
        ? [match.id]
        : match.kind === 'likely'
          ? match.candidates.map(({ id }) => id)
          : [];
    if (earlier !== undefined && (earlier === SKIPPED || known.has(earlier))) {
      const decision = earlier === SKIPPED ? 'skip' : { use: earlier };
      return { name, certainty: 'remembered', candidates, decided: valid ?? decision };
    }
    const decided = valid ?? (match.kind === 'exact' ? { use: match.id } : null);
    return { name, certainty: match.kind, candidates, decided };
  });
}
