import type { Attendance } from '../attendance/attendance';
import type { MarkValue } from '../marks/mark-value';

/** A mark under the work of the lesson it was given for (1 is the column's own work). */
export type CellMark = { readonly work: number; readonly value: MarkValue };

/** All that a cell of the page holds (J2). */
export type CellContent = {
  readonly attendance: Attendance | null;
  /** Minutes of being late; only with the attendance `late`. */
  readonly lateMinutes: number | null;
  readonly remark: string;
  /** In the order of works, and under one work in the order they were given. */
  readonly marks: readonly CellMark[];
};

export const MAX_WORKS = 9;
export const MAX_MARKS = 9;
/** So many cells are entered at once: more than a page of a quarter holds. */
export const MOST_CELLS = 2500;
export const MAX_LATE_MINUTES = 240;

export const EMPTY_CELL: CellContent = {
  attendance: null,
  lateMinutes: null,
  remark: '',
  marks: [],
};

/** Whether nothing is seen in the cell; a remark alone does not fill it. */
export const isBlank = ({ attendance, marks }: CellContent): boolean =>
  attendance === null && marks.length === 0;

/** Whether two contents say the same. */
export function sameCell(a: CellContent, b: CellContent): boolean {
  return (
    a.attendance === b.attendance &&
    a.lateMinutes === b.lateMinutes &&
    a.remark === b.remark &&
    a.marks.length === b.marks.length &&
    a.marks.every(
      ({ work, value }, index) => work === b.marks[index]?.work && value === b.marks[index].value,
    )
  );
}
