import { placementKey, type Placement } from './ground';

/** How a page's week differs between two versions. */
export interface PageDifference {
  readonly pageId: number;
  readonly moved: readonly { readonly from: Placement; readonly to: Placement }[];
  readonly added: readonly Placement[];
  readonly removed: readonly Placement[];
  /** The same hour in another room. */
  readonly rooms: readonly { readonly from: Placement; readonly to: Placement }[];
}

const inOrder = (a: Placement, b: Placement) =>
  a.weekday - b.weekday || a.lessonNumber - b.lessonNumber || a.week - b.week;

/** The pages whose hours differ between two versions; an hour gone and one come is an hour moved. */
export function compareTimetables(
  before: readonly Placement[],
  after: readonly Placement[],
): readonly PageDifference[] {
  const pages = [...new Set([...before, ...after].map(({ pageId }) => pageId))];
  const byPage = (some: readonly Placement[]) => Map.groupBy(some, ({ pageId }) => pageId);
  const [old, fresh] = [byPage(before), byPage(after)];
  return pages.flatMap((pageId) => {
    const was = new Map((old.get(pageId) ?? []).map((one) => [placementKey(one), one]));
    const is = new Map((fresh.get(pageId) ?? []).map((one) => [placementKey(one), one]));
    const gone = [...was.values()].filter((one) => !is.has(placementKey(one))).sort(inOrder);
    const come = [...is.values()].filter((one) => !was.has(placementKey(one))).sort(inOrder);
    const both = Math.min(gone.length, come.length);
    const moved = gone.slice(0, both).flatMap((from, index) => {
      const to = come[index];
      return to === undefined ? [] : [{ from, to }];
    });
    const rooms = [...is].flatMap(([key, to]) => {
      const from = was.get(key);
      return from === undefined || from.roomId === to.roomId ? [] : [{ from, to }];
    });
    const difference = {
      pageId,
      moved,
      added: come.slice(both),
      removed: gone.slice(both),
      rooms,
    };
    return gone.length + come.length + rooms.length > 0 ? [difference] : [];
  });
}
