import type { Place, Range } from '../../../ui/sheet-grid/range';
import type { IsoDate } from '#domain/calendar/iso-date';
import { notInList } from '#domain/journal/cell-closed';
import type { Direction } from '../grid/key-command';
import type { Lesson } from '../store/page-model';
import type { PageStore } from '../store/page-store';
import { closedAt } from './edits';

/** What a selection is made of: cells, or whole rows, columns, or all. */
export type Span = 'cells' | 'rows' | 'columns' | 'all';

/** Where the person is: the cell of the cursor and what is selected from it. */
export type Cursor = {
  readonly at: () => Place;
  readonly range: () => Range;
  readonly lastRow: number;
  readonly lastCol: number;
  /** Moves; `extend` keeps the other end of the selection, `span` takes whole rows or columns. */
  readonly move: (place: Place, extend?: boolean, span?: Span) => void;
  readonly select: (range: Range) => void;
  /** The column of a lesson; undefined where it is not on the page. */
  readonly columnOf: (at: At) => number | undefined;
  readonly beside: (to: Direction) => Place;
  readonly edge: (to: Direction) => Place;
  /** The next cell down, past those who were not in the list that day. */
  readonly nextDown: () => Place;
  /** Today's lesson, or the last one before; in the year's view the last column. */
  readonly todayColumn: () => number;
};

const STEPS: Readonly<Record<Direction, readonly [row: number, col: number]>> = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
};

/** A lesson by its day and number; without the number the first from that day on. */
export type At = { readonly date: IsoDate; readonly number?: number | undefined };

/** Where a page is opened: at a lesson or at the period's mark, perhaps at a pupil. */
export type Opened = {
  readonly at?: At | undefined;
  readonly mark?: boolean | undefined;
  readonly pupilId?: number | undefined;
};

/** The column of a lesson; undefined where the page has none from that day on. */
function columnOf(store: PageStore, at: At | undefined): number | undefined {
  if (at === undefined) return undefined;
  const index = (fits: (lesson: Lesson) => boolean) =>
    store.model.columns.findIndex((column) => column.kind === 'lesson' && fits(column.lesson));
  const found = index(({ date, number }) => date === at.date && number === (at.number ?? number));
  const col = found < 0 ? index(({ date }) => date >= at.date) : found;
  return col < 0 ? undefined : col;
}

export function createCursor(store: PageStore, opened: Opened = {}): Cursor {
  const { model, topics } = store;
  const lastRow = Math.max(0, model.pupils.length - 1);
  const lastCol = Math.max(0, model.columns.length - 1);
  const todayColumn = () => {
    const found = model.columns.findLastIndex(
      (column) => column.kind === 'lesson' && column.lesson.date <= model.today,
    );
    if (found >= 0) return found;
    const ofYear = model.columns.findIndex(
      (column) => column.kind === 'period' && column.period.kind === 'year',
    );
    return Math.max(0, ofYear);
  };
  const ofPupil = model.pupils.findIndex(({ id }) => id === opened.pupilId);
  const ofMark = model.columns.findIndex(
    (column) => column.kind === 'period' && column.period.id === model.period.id,
  );
  let at: Place = {
    row: Math.max(0, ofPupil),
    col:
      opened.mark === true && ofMark >= 0 ? ofMark : (columnOf(store, opened.at) ?? todayColumn()),
  };
  let anchor: Place = at;
  let span: Span = 'cells';
  // Rows are selected without the period's mark: what is done to all lessons must not take it along.
  const lastLesson = Math.max(0, model.scrolled - 1);

  const clamp = ({ row, col }: Place): Place => ({
    row: Math.min(lastRow, Math.max(0, row)),
    col: Math.min(lastCol, Math.max(0, col)),
  });
  return {
    at: () => at,
    range() {
      const [rows, columns] = [
        span === 'rows' || span === 'all',
        span === 'columns' || span === 'all',
      ];
      return {
        top: columns ? 0 : Math.min(at.row, anchor.row),
        bottom: columns ? lastRow : Math.max(at.row, anchor.row),
        left: rows ? 0 : Math.min(at.col, anchor.col),
        right: rows ? lastLesson : Math.max(at.col, anchor.col),
      };
    },
    lastRow,
    lastCol,
    move(place, extend = false, taken = extend ? span : 'cells') {
      const next = clamp(place);
      if (next.row === at.row && next.col === at.col && extend && taken === span) return;
      at = next;
      span = taken;
      if (!extend) anchor = at;
      topics.tell('cursor');
    },
    select({ top, bottom, left, right }) {
      anchor = { row: top, col: left };
      at = { row: bottom, col: right };
      span = 'cells';
      topics.tell('cursor');
    },
    columnOf: (lesson) => columnOf(store, lesson),
    beside(to) {
      const [down, aside] = STEPS[to];
      return { row: at.row + down, col: at.col + aside };
    },
    edge(to) {
      const last = {
        up: { row: 0 },
        down: { row: lastRow },
        left: { col: 0 },
        right: { col: lastCol },
      };
      return { ...at, ...last[to] };
    },
    nextDown() {
      let row = at.row + 1;
      const absent = () => row < lastRow && notInList(closedAt(store, row, at.col));
      while (absent()) row += 1;
      return { row, col: at.col };
    },
    todayColumn,
  };
}
