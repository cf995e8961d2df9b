/** One of ours that an outside name may mean; 1 is sure, 0 is nothing in common. */
export interface MatchCandidate<Id> {
  readonly id: Id;
  readonly score: number;
}

/** What an outside name means here: surely one of ours, perhaps some (best first), or nobody. */
export type NameMatch<Id> =
  | { readonly kind: 'exact'; readonly id: Id }
  | { readonly kind: 'likely'; readonly candidates: readonly MatchCandidate<Id>[] }
  | { readonly kind: 'none' };

/** A name of the file with its match. */
export interface MatchedName<Id> {
  readonly name: string;
  readonly match: NameMatch<Id>;
}

const sure = 1;
const worthShowing = 0.4;
const mostShown = 5;

/**
 * Decides from the scores of all of ours. One sure candidate is exact; several sure ones are only
 * likely: a person decides. The order in which ours are given does not matter (`label` and the id
 * break ties).
 */
function decide<Id>(
  scored: readonly (MatchCandidate<Id> & { readonly label: string })[],
): NameMatch<Id> {
  const sureOnes = scored.filter((candidate) => candidate.score >= sure);
  const [only] = sureOnes;
  if (only !== undefined && sureOnes.length === 1) return { kind: 'exact', id: only.id };
  const candidates = scored
    .filter((candidate) => candidate.score >= worthShowing)
    .toSorted(
      (one, other) =>
        other.score - one.score ||
        one.label.localeCompare(other.label, 'ru') ||
        (String(one.id) < String(other.id) ? -1 : 1),
    )
    .map(({ id, score }) => ({ id, score }))
    .slice(0, Math.max(mostShown, sureOnes.length));
  return candidates.length === 0 ? { kind: 'none' } : { kind: 'likely', candidates };
}

/** Matches one name by the score each of ours gets; other names of the file have no say. */
export function matchName<Ours extends { readonly id: unknown }>(
  name: string,
  ours: readonly Ours[],
  labelOf: (one: Ours) => string,
  scoreOf: (one: Ours) => number,
): MatchedName<Ours['id']> {
  const scored = ours.map((one) => ({ id: one.id, label: labelOf(one), score: scoreOf(one) }));
  return { name, match: decide<Ours['id']>(scored) };
}

/** Whether two words differ by one letter: missing, extra, other, or two swapped. */
export function nearlySame(one: string, other: string): boolean {
  if (one === other) return true;
  if (Math.abs(one.length - other.length) > 1 || Math.min(one.length, other.length) < 4)
    return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const restOne = one.slice(start);
  const restOther = other.slice(start);
  const swapped = restOne.slice(0, 2) === restOther.charAt(1) + restOther.charAt(0);
  return (
    restOne.slice(1) === restOther ||
    restOne === restOther.slice(1) ||
    restOne.slice(1) === restOther.slice(1) ||
    (swapped && restOne.slice(2) === restOther.slice(2))
  );
}
