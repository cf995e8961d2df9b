import type { IsoDate } from '../calendar/iso-date';

/** Why nothing can be entered into a cell. */
export type CellClosed = 'notYours' | 'future' | 'notYetHere' | 'alreadyGone';

/**
 * Why a pupil's cell at a lesson takes nothing, or undefined where it is open: the page is somebody
 * else's, the pupil was not in the list that day, or the lesson is still to come (topic and homework
 * may be written ahead, marks may not).
 */
export function cellClosed(cell: {
  readonly canEdit: boolean;
  readonly lessonDate: IsoDate;
  readonly today: IsoDate;
  readonly pupilFrom: IsoDate;
  readonly pupilTo: IsoDate | null;
}): CellClosed | undefined {
  if (cell.lessonDate < cell.pupilFrom) return 'notYetHere';
  if (cell.pupilTo !== null && cell.lessonDate > cell.pupilTo) return 'alreadyGone';
  if (!cell.canEdit) return 'notYours';
  return cell.lessonDate > cell.today ? 'future' : undefined;
}
