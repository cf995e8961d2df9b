import { addDays, type IsoDate } from '../calendar/iso-date';

/** A stretch of days, both ends included; `to` null: it still goes on. */
export type Stretch = { readonly from: IsoDate; readonly to: IsoDate | null };

/** A pupil's stay in a class or a group. */
export type Membership = Stretch & {
  readonly of: 'class' | 'group';
  /** The class or the group. */
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

/** Whether the stay holds this day. */
export const holds = ({ from, to }: Stretch, day: IsoDate): boolean =>
  from <= day && (to === null || day <= to);

/** Whether two stretches have a day in common. */
export const overlap = (one: Stretch, other: Stretch): boolean =>
  (other.to === null || one.from <= other.to) && (one.to === null || other.from <= one.to);

/** What is left of a stay when the days of `cut` are taken out: none, one or two stays. */
export function without<Row extends Stretch>(row: Row, cut: Stretch): readonly Row[] {
  if (!overlap(row, cut)) return [row];
  const left: Row[] = [];
  if (row.from < cut.from) left.push({ ...row, to: addDays(cut.from, -1) });
  if (cut.to !== null && (row.to === null || row.to > cut.to)) {
    left.push({ ...row, from: addDays(cut.to, 1) });
  }
  return left;
}

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
