import type { CellContent } from './cell-content';
import { ATTENDANCES, type Attendance } from '../attendance/attendance';
import { averageOf, formatAverage } from '../marks/average';
import type { PointScale } from '../marks/point-scale';

/** What the status line says of selected cells, as a spreadsheet does. */
export type SelectionSummary = {
  readonly cells: number;
  /** Cells in which something is seen. */
  readonly filled: number;
  readonly marks: number;
  /** «4,11» of the marks that have a number; empty where there are none. */
  readonly average: string;
  readonly attendance: Readonly<Record<Attendance, number>>;
};

/**
 * Counts the cells, their marks and absences, and the plain average of the marks (J1); no average
 * without a scale that all of them are of.
 */
export function summarize(
  cells: readonly Pick<CellContent, 'attendance' | 'marks'>[],
  scale: PointScale | undefined,
): SelectionSummary {
  const attendance = Object.fromEntries(ATTENDANCES.map((one) => [one, 0])) as Record<
    Attendance,
    number
  >;
  const values = cells.flatMap(({ marks }) => marks.map(({ value }) => value));
  let filled = 0;
  for (const cell of cells) {
    if (cell.attendance !== null) attendance[cell.attendance] += 1;
    if (cell.attendance !== null || cell.marks.length > 0) filled += 1;
  }
  const average = scale && averageOf(values, scale);
  return {
    cells: cells.length,
    filled,
    marks: values.length,
    average: average === undefined ? '' : formatAverage(average),
    attendance,
  };
}
