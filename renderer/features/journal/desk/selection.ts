import { EMPTY_CELL } from '#domain/journal/cell-content';
import { summarize, type SelectionSummary } from '#domain/journal/selection-summary';
import { isMarkValue } from '#domain/marks/mark-value';
import { placesOf, type Place, type Range } from '../../../ui/sheet-grid/range';
import { cellKey, periodMarkKey } from '../store/keys';
import type { PageStore } from '../store/page-store';
import { assessmentAt } from './edits';
import { rangeSize } from './range';

function cellAt({ model, cells, periodMarks }: PageStore, { row, col }: Place) {
  const [pupil, column] = [model.pupils[row], model.columns[col]];
  if (pupil === undefined || column === undefined) return EMPTY_CELL;
  if (column.kind === 'lesson') return cells.get(cellKey(column.lesson.id, pupil.id)).shown;
  const { value } = periodMarks.get(periodMarkKey(pupil.id, column.period.id)).shown;
  return { attendance: null, marks: isMarkValue(value) ? [{ work: 1, value }] : [] };
}

/** The scale of all the columns; undefined where lessons and periods are marked by two. */
function scaleOf(store: PageStore, { left, right }: Range) {
  const first = assessmentAt(store, left).scale;
  const same = (col: number) => assessmentAt(store, col).scale === first;
  for (let col = left + 1; col <= right; col += 1) if (!same(col)) return undefined;
  return first;
}

/**
 * What the status line says of more than one selected cell; undefined of one. Counted when it is
 * asked for and only where something of it may have changed: typing with no selection counts nothing.
 */
export function createSelection(store: PageStore, range: () => Range) {
  let shown: SelectionSummary | undefined;
  let stale = true;
  const follow = () => {
    if (shown === undefined && rangeSize(range()) === 1) return;
    stale = true;
    store.topics.tell('selection');
  };
  for (const topic of ['cursor', 'cells']) store.topics.subscribe(topic, follow);
  return {
    summary: (): SelectionSummary | undefined => {
      if (!stale) return shown;
      stale = false;
      const selected = range();
      shown =
        rangeSize(selected) === 1
          ? undefined
          : summarize(
              placesOf(selected).map((place) => cellAt(store, place)),
              scaleOf(store, selected),
            );
      return shown;
    },
  };
}
