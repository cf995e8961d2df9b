import { forecast, type MarksToGet } from '#domain/marks/forecast';
import type { ProposalRule } from '#domain/marks/propose';
import type { WeightedMark } from '#domain/marks/average';
import type { MarkValue } from '#domain/marks/mark-value';
import type { WorkKind } from '#contract/school';
import type { Work } from './page-commands';
import type { PageModel } from './page-model';

/** So many marks for a kind of work. */
export type Way = Pick<MarksToGet, 'count' | 'value'> & { readonly kind: string };

/** What the panel says of a pupil's period mark to come. */
export type PupilForecast = {
  readonly up: readonly { readonly to: MarkValue; readonly ways: readonly Way[] }[];
  /** What the failing mark named does where it does most. */
  readonly fall:
    | { readonly value: MarkValue; readonly kind: string; readonly to: MarkValue }
    | undefined;
};

/** The panel is narrow: the nearest better marks, the shortest ways to each. */
const MOST_TARGETS = 2;
const MOST_WAYS = 2;

/** For every weight of the page's works the kind most used with it, heavy ones too. */
function kindsByWeight(
  works: readonly Work[],
  kindOf: (work: Work) => WorkKind | undefined,
): ReadonlyMap<number, string> {
  const kinds = new Map<number, string>();
  for (const [weight, own] of Map.groupBy(works, (work) => work.weight)) {
    const counts = Map.groupBy(own, ({ kindId }) => kindId);
    const [most] = [...counts.values()].toSorted((a, b) => b.length - a.length);
    const kind = most?.[0] && kindOf(most[0]);
    if (kind !== undefined) kinds.set(weight, kind.shortName);
  }
  return kinds;
}

/** The forecast of one pupil, from the marks and the works of the page (J5, КИА 2.7). */
export function pupilForecast(
  { page }: PageModel,
  marks: readonly WeightedMark[],
  works: readonly Work[],
  kindOf: (work: Work) => WorkKind | undefined,
  rule: ProposalRule,
): PupilForecast | undefined {
  const kinds = kindsByWeight(works, kindOf);
  const found = forecast(marks, [...kinds.keys()], page, rule);
  if (found === undefined) return undefined;
  const kind = (weight: number) => kinds.get(weight) ?? '';
  const [fall] = found.falls;
  return {
    up: found.up.slice(0, MOST_TARGETS).map(({ to, ways }) => ({
      to,
      ways: ways
        .toSorted((a, b) => a.count - b.count)
        .slice(0, MOST_WAYS)
        .map(({ count, value, weight }) => ({ count, value, kind: kind(weight) })),
    })),
    fall: fall && { value: fall.value, kind: kind(fall.weight), to: fall.to },
  };
}
