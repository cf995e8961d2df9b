import type { IsoDate } from '../calendar/iso-date';
import { without as leftOf, type Span } from '../groups/membership';

/** A pupil's stay in a class or a group, or the time of an individual plan (ИУП). */
export type Membership = Span & {
  readonly of: 'class' | 'group' | 'plan';
  /** The class, the group, or the school year of the plan. */
  readonly ownerId: number;
};

/** What became of one row; `null` is «was not there» or «is gone». */
export type Effect = {
  readonly of: Membership['of'];
  readonly ownerId: number;
  readonly from: IsoDate;
  readonly before: { readonly to: IsoDate | null } | null;
  readonly after: { readonly to: IsoDate | null } | null;
};

/** What is left of a stay when the days of `cut` are taken out: none, one or two stays. */
export const without = <Row extends Span>(row: Row, cut: Span): readonly Row[] =>
  leftOf(row, [cut]).map((left) => ({ ...row, ...left }));

const keyOf = ({ of, ownerId, from }: Pick<Membership, 'of' | 'ownerId' | 'from'>) =>
  `${of} ${ownerId} ${from}`;

/** What changes between two states of a pupil's rows, in a stable order. */
export function effectsBetween(
  before: readonly Membership[],
  after: readonly Membership[],
): readonly Effect[] {
  const was = new Map(before.map((row) => [keyOf(row), row]));
  const is = new Map(after.map((row) => [keyOf(row), row]));
  const effects: Effect[] = [];
  for (const key of [...new Set([...was.keys(), ...is.keys()])].sort()) {
    const [old, now] = [was.get(key), is.get(key)];
    const row = old ?? now;
    if (row === undefined || (old !== undefined && now !== undefined && old.to === now.to))
      continue;
    effects.push({
      of: row.of,
      ownerId: row.ownerId,
      from: row.from,
      before: old === undefined ? null : { to: old.to },
      after: now === undefined ? null : { to: now.to },
    });
  }
  return effects;
}

/** The opposite effects, in the opposite order. */
export const reversed = (effects: readonly Effect[]): readonly Effect[] =>
  effects.map((effect) => ({ ...effect, before: effect.after, after: effect.before })).toReversed();

/**
 * The rows after the effects, or undefined where a row is not as an effect found it: somebody
 * changed it since.
 */
export function withEffects(
  rows: readonly Membership[],
  effects: readonly Effect[],
): readonly Membership[] | undefined {
  const state = new Map(rows.map((row) => [keyOf(row), row]));
  for (const { of, ownerId, from, before, after } of effects) {
    const key = keyOf({ of, ownerId, from });
    const now = state.get(key);
    if ((now === undefined) !== (before === null) || (now && before && now.to !== before.to)) {
      return undefined;
    }
    if (after === null) state.delete(key);
    else state.set(key, { of, ownerId, from, to: after.to });
  }
  return [...state.values()];
}
