import type { CellContent, CellState } from '#contract/journal';
import { findCell, findMarks } from '#db/queries/journal-cell';
import type { ReadableDb } from '#db/statement';

/** What stands in a cell now; version 0 where nothing ever did. */
export function cellState(db: ReadableDb, lessonId: number, pupilId: number): CellState {
  const cell = findCell(db, lessonId, pupilId);
  if (cell === undefined) {
    const empty = { attendance: null, lateMinutes: null, remark: '', marks: [] };
    return { version: 0, content: empty };
  }
  const { version, ...details } = cell;
  const marks = findMarks(db, lessonId, pupilId).map(([work, value]) => ({
    work,
    value: value as CellContent['marks'][number]['value'],
  }));
  return { version, content: { ...details, marks } };
}
