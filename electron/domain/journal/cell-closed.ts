import type { IsoDate } from '../calendar/iso-date';

/** Why nothing can be entered into a cell. */
export type CellClosed =
  | 'notYours'
  | 'future'
  | 'notYetHere'
  | 'alreadyGone'
  | 'awayThen'
  | 'locked';

/** Whether the pupil was not in the list then, whoever looks. */
export const notInList = (why: CellClosed | undefined): boolean =>
  why === 'notYetHere' || why === 'alreadyGone' || why === 'awayThen';

/**
 * Why a pupil's cell at a lesson takes nothing, or undefined where it is open: the page is somebody
 * else's, the pupil was not in the list that day, the lesson is still to come (topic and homework may be
 * written ahead, marks may not), or the regulation has closed it (J4).
 */
export function cellClosed(cell: {
  readonly canEdit: boolean;
  readonly lessonDate: IsoDate;
  readonly today: IsoDate;
  readonly pupilFrom: IsoDate;
  readonly pupilTo: IsoDate | null;
  /** Days between a leaving and a return. */
  readonly pupilAway?: readonly (readonly [from: IsoDate, to: IsoDate])[];
  readonly locked?: boolean;
}): CellClosed | undefined {
  if (cell.lessonDate < cell.pupilFrom) return 'notYetHere';
  if (cell.pupilTo !== null && cell.lessonDate > cell.pupilTo) return 'alreadyGone';
  const away = cell.pupilAway?.some(
    ([from, to]) => from <= cell.lessonDate && cell.lessonDate <= to,
  );
  if (away === true) return 'awayThen';
  if (!cell.canEdit) return 'notYours';
  if (cell.lessonDate > cell.today) return 'future';
  return cell.locked === true ? 'locked' : undefined;
}
