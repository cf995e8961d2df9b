import type { IsoDate } from '../calendar/iso-date';
import { endedFrom, isOn, overlap } from '../groups/membership';

/** Who teaches a page with how many hours a week, from which day to which; no last day: still. */
export type PageTeacher = {
  readonly staffId: number;
  readonly hours: number;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
};

/** A change of a page's teachers from a day on. */
export type TeacherChange = {
  readonly from: IsoDate;
  /** Whose place is taken; absent: one more teacher beside the others. */
  readonly instead?: number | undefined;
  /** Absent: nobody comes in the place of `instead`. */
  readonly staffId?: number | undefined;
  readonly hours: number;
};

const byTime = (one: PageTeacher, other: PageTeacher) =>
  one.from < other.from ? -1 : one.from > other.from ? 1 : one.staffId - other.staffId;

/**
 * The teachers of a page after a change: days before it stay as they were, so that history, and who
 * may look back at the page, are kept. The same teacher with the same hours goes on undivided.
 */
export function reassigned(rows: readonly PageTeacher[], change: TeacherChange): PageTeacher[] {
  const { from, instead, staffId, hours } = change;
  const same = rows.find(
    (row) => row.staffId === staffId && row.hours === hours && row.from < from && isOn(row, from),
  );
  const kept = rows.flatMap((row): readonly PageTeacher[] => {
    if (row === same) return [{ ...row, to: null }];
    return row.staffId === instead || row.staffId === staffId ? endedFrom([row], from) : [row];
  });
  if (staffId === undefined || same !== undefined) return kept.toSorted(byTime);
  return [...kept, { staffId, hours, from, to: null }].toSorted(byTime);
}

/** Whether the rows can stand together: each ends after it begins, nobody teaches twice at once. */
export const areSound = (rows: readonly PageTeacher[]): boolean =>
  rows.every(
    (row, index) =>
      (row.to === null || row.from <= row.to) &&
      rows.slice(index + 1).every((other) => other.staffId !== row.staffId || !overlap(row, other)),
  );

/** Who teaches on this day. */
export const teachersOn = (rows: readonly PageTeacher[], day: IsoDate): PageTeacher[] =>
  rows.filter((row) => isOn(row, day));

/** The hours a page is taught in a week on this day. */
export const hoursOn = (rows: readonly PageTeacher[], day: IsoDate): number =>
  teachersOn(rows, day).reduce((sum, { hours }) => sum + hours, 0);
