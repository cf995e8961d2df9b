import type { MovementItem, OutsideEntries } from '#contract/movement';
import { findFilledCells } from '#db/queries/movements';
import { findMembershipsOfPupil, findSchoolOfMovements } from '#db/queries/pupil-memberships';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { cellsLeftOutside } from '#domain/movement/marks-outside';
import { effectsBetween, type Effect, type Membership } from '#domain/movement/memberships';
import { planMovement, type MovementProblem, type School } from '#domain/movement/plan-movement';
import { formatClassName } from '#domain/people/class-name';

export type PlannedItem =
  | { readonly problem: MovementProblem }
  | {
      readonly fromClassId: number | null;
      readonly dropped: readonly Membership[];
      readonly effects: readonly Effect[];
      readonly outside: readonly OutsideEntries[];
    };

/** Entries of a pupil that are within the rows before and not within those after, page by page. */
export function entriesOutside(
  db: ReadableDb,
  school: School,
  pupilId: number,
  before: readonly Membership[],
  after: readonly Membership[],
): readonly OutsideEntries[] {
  const effects = effectsBetween(before, after);
  const [first] = effects.map(({ from }) => from).toSorted();
  if (first === undefined) return [];
  const cells = findFilledCells(db, pupilId, first).map((cell) => ({
    ...cell,
    classIds: school.classesOfGroup.get(cell.groupId) ?? [cell.classId],
    groupId: cell.groupName === '' ? null : cell.groupId,
  }));
  const outside = cellsLeftOutside(cells, before, after);
  return [...Map.groupBy(outside, ({ pageId }) => pageId)].map(([pageId, own]) => {
    const [head] = own;
    const days = own.map(({ date }) => date).toSorted();
    const group = head === undefined || head.groupName === '' ? '' : ` (${head.groupName})`;
    return {
      pageId,
      page: head === undefined ? '' : `${formatClassName(head)}, ${head.subjectName}${group}`,
      from: days[0] as IsoDate,
      to: days.at(-1) as IsoDate,
      cells: own.length,
      marks: own.reduce((sum, { marks }) => sum + marks, 0),
    };
  });
}

/**
 * What each line of an order does, one after another: a pupil named twice is planned from where the
 * first line leaves them. A new pupil has no stays yet.
 */
export function planOrder(
  db: ReadableDb,
  items: readonly MovementItem[],
  withOutside: boolean,
): readonly PlannedItem[] {
  const school = findSchoolOfMovements(db);
  const states = new Map<number, readonly Membership[]>();
  return items.map((item) => {
    const { pupilId, kind, on, toClassId, groupIds } = item;
    const rows =
      pupilId === undefined ? [] : (states.get(pupilId) ?? findMembershipsOfPupil(db, pupilId));
    const planned = planMovement(rows, { kind, on, toClassId, groupIds }, school);
    if ('problem' in planned) return planned;
    if (pupilId !== undefined) states.set(pupilId, planned.rows);
    return {
      fromClassId: planned.fromClassId,
      dropped: planned.dropped,
      effects: effectsBetween(rows, planned.rows),
      outside:
        withOutside && pupilId !== undefined
          ? entriesOutside(db, school, pupilId, rows, planned.rows)
          : [],
    };
  });
}

/** All entries that lie outside after the plan. */
export const countOutside = (
  planned: readonly { readonly outside: readonly OutsideEntries[] }[],
): number => planned.flatMap(({ outside }) => outside).reduce((sum, { cells }) => sum + cells, 0);
