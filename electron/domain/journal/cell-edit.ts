import type { Attendance } from '../attendance/attendance';
import type { MarkValue } from '../marks/mark-value';
import { MAX_MARKS, MAX_WORKS, type CellContent, type CellMark } from './cell-content';
import type { CellEntry } from './cell-text';

const byWork = (a: CellMark, b: CellMark) => a.work - b.work;

/** The mark in place of those of this work; attendance and other works stay. */
export function withMark(cell: CellContent, work: number, value: MarkValue): CellContent {
  const others = cell.marks.filter((mark) => mark.work !== work);
  return { ...cell, marks: [...others, { work, value }].sort(byWork) };
}

/** One more mark: under this work where it has none yet, otherwise under the next one. */
export function withOneMoreMark(cell: CellContent, work: number, value: MarkValue): CellContent {
  if (cell.marks.every((mark) => mark.work !== work)) return withMark(cell, work, value);
  const next = Math.max(...cell.marks.map((mark) => mark.work)) + 1;
  if (next > MAX_WORKS || cell.marks.length >= MAX_MARKS) return cell;
  return { ...cell, marks: [...cell.marks, { work: next, value }] };
}

/** The attendance in place of what was there; marks stay, for both often stand together. */
export function withAttendance(cell: CellContent, attendance: Attendance | null): CellContent {
  const lateMinutes = attendance === 'late' ? cell.lateMinutes : null;
  return { ...cell, attendance, lateMinutes };
}

/** Н where nobody was noted absent, nothing where Н stood. */
export const withAbsenceToggled = (cell: CellContent): CellContent =>
  withAttendance(cell, cell.attendance === 'absent' ? null : 'absent');

/** Marks and attendance of a text in place of the cell's own; the remark stays. */
export const withEntry = (cell: CellContent, entry: CellEntry): CellContent => ({
  ...cell,
  attendance: entry.attendance,
  lateMinutes: entry.lateMinutes,
  marks: entry.marks,
});

/** No marks and no attendance; the remark, which the cell does not show, stays. */
export const cleared = (cell: CellContent): CellContent =>
  withEntry(cell, { attendance: null, lateMinutes: null, marks: [] });
