import type { IsoDate } from '../calendar/iso-date';
import { isOn } from '../groups/membership';
import type { Membership } from './memberships';

/** A cell with something in it, and whose page it stands on; a whole class's page has no group. */
export type FilledCell = {
  readonly date: IsoDate;
  readonly pageId: number;
  readonly classIds: readonly number[];
  readonly groupId: number | null;
};

const belongs = (rows: readonly Membership[], { date, classIds, groupId }: FilledCell): boolean =>
  rows.some(
    (row) =>
      isOn(row, date) &&
      (groupId === null
        ? row.of === 'class' && classIds.includes(row.ownerId)
        : row.of === 'group' && row.ownerId === groupId),
  );

/**
 * The entries that lay within the pupil's stays before an order and no longer do. A backdated order
 * never deletes them: it only says how many and where.
 */
export const cellsLeftOutside = <Cell extends FilledCell>(
  cells: readonly Cell[],
  before: readonly Membership[],
  after: readonly Membership[],
): readonly Cell[] => cells.filter((cell) => belongs(before, cell) && !belongs(after, cell));
