import { kindOfTopic, parseKind } from '#domain/plans/kind-of-topic';
import {
  MOST_PLAN_HOURS,
  MOST_PLAN_ROWS,
  samePlanRow,
  type PlanRowContent,
} from '#domain/plans/plan-row';

/** The columns a person fills; the number of the lesson is counted. */
export const COLUMNS = ['section', 'topic', 'hours', 'kind', 'homework', 'resources'] as const;
export type ColumnKey = (typeof COLUMNS)[number];

/** A line on the screen; `key` stays through saving and undoing. `used`: it cannot be taken out. */
export type BookRow = PlanRowContent & { readonly key: number; readonly used: boolean };

export type Place = { readonly row: number; readonly col: number };
type Range = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

/** Why a change was not made. */
export type BookProblem = 'hours' | 'kind' | 'used' | 'tooMany' | 'nothingToUndo' | 'nothingToRedo';

export type BookState = {
  readonly rows: readonly BookRow[];
  readonly cursor: Place;
  readonly anchor: Place;
  readonly problem: BookProblem | null;
};

type Step = { readonly rows: readonly BookRow[]; readonly cursor: Place };

/** The plan as a sheet: changes with a way back; knows nothing of screens and saving. */
export type PlanBook = {
  readonly state: () => BookState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Called after each change of the lines. */
  readonly onChange: (listener: () => void) => void;
  readonly moveTo: (place: Place, extend?: boolean) => void;
  /** False where the column takes no such text. */
  readonly setCell: (row: number, col: number, text: string) => boolean;
  readonly clear: () => void;
  /** An empty line above or below the cursor. */
  readonly insert: (where: 'above' | 'below') => void;
  readonly remove: () => void;
  /** The chosen lines one up or down. */
  readonly shift: (by: 1 | -1) => void;
  /** A line dragged before another. */
  readonly drag: (from: number, before: number) => void;
  readonly paste: (table: readonly (readonly string[])[]) => void;
  readonly fillDown: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly say: (problem: BookProblem | null) => void;
};

const DEPTH = 300;
const EMPTY: PlanRowContent = {
  section: '',
  topic: '',
  hours: 1,
  kind: 'lesson',
  homework: '',
  resources: '',
};
const LIMITS = { section: 300, topic: 1000, homework: 2000, resources: 2000 } as const;

export const rangeOf = ({ cursor, anchor }: Pick<BookState, 'cursor' | 'anchor'>): Range => ({
  top: Math.min(cursor.row, anchor.row),
  bottom: Math.max(cursor.row, anchor.row),
  left: Math.min(cursor.col, anchor.col),
  right: Math.max(cursor.col, anchor.col),
});

/** The line with this text in the column, or why it takes no such text. */
function withText(row: BookRow, key: ColumnKey, text: string): BookRow | BookProblem {
  const value = text.trim().replaceAll(/\s*\n\s*/gu, ' ');
  if (key === 'hours') {
    const hours = Number(value === '' ? 1 : value.replace(',', '.'));
    const fits = Number.isInteger(hours) && hours >= 1 && hours <= MOST_PLAN_HOURS;
    return fits ? { ...row, hours } : 'hours';
  }
  if (key === 'kind') {
    const kind = parseKind(value);
    return kind === undefined ? 'kind' : { ...row, kind };
  }
  return { ...row, [key]: value.slice(0, LIMITS[key]) };
}

/** A first column that only counts the lines: «1, 2, 3…», pasted with the table around it. */
const countsRows = (table: readonly (readonly string[])[]) =>
  table.length > 1 &&
  table.every((row) => /^\d{1,3}\.?$|^$/u.test((row[0] ?? '').trim())) &&
  table.some((row) => (row[0] ?? '').trim() !== '') &&
  table.some((row) => (row[1] ?? '').trim() !== '');

/** A book of these lines; one empty line where there are none. */
export function createPlanBook(
  contents: readonly (PlanRowContent & { readonly used: boolean })[],
): PlanBook {
  let nextKey = 1;
  const keyed = (content: PlanRowContent, used: boolean): BookRow => {
    const key = nextKey;
    nextKey += 1;
    return { ...content, key, used };
  };
  const blank = (section = '') => keyed({ ...EMPTY, section }, false);
  const first = contents.map((content) => keyed(content, content.used));
  let state: BookState = {
    rows: first.length === 0 ? [blank()] : first,
    cursor: { row: 0, col: 1 },
    anchor: { row: 0, col: 1 },
    problem: null,
  };
  const past: Step[] = [];
  const future: Step[] = [];
  const listeners = new Set<() => void>();
  const changed = new Set<() => void>();

  const put = (next: Partial<BookState>) => {
    state = { ...state, problem: null, ...next };
    for (const tell of listeners) tell();
  };
  const clamp = ({ row, col }: Place, rows = state.rows): Place => ({
    row: Math.max(0, Math.min(rows.length - 1, row)),
    col: Math.max(0, Math.min(COLUMNS.length - 1, col)),
  });
  function become(rows: readonly BookRow[], cursor: Place, anchor = cursor): void {
    past.push({ rows: state.rows, cursor: state.cursor });
    if (past.length > DEPTH) past.shift();
    future.length = 0;
    const kept = rows.length === 0 ? [blank()] : rows;
    put({ rows: kept, cursor: clamp(cursor, kept), anchor: clamp(anchor, kept) });
    for (const tell of changed) tell();
  }
  function turn(from: Step[], to: Step[], nothing: BookProblem): void {
    const step = from.pop();
    if (step === undefined) {
      put({ problem: nothing });
      return;
    }
    to.push({ rows: state.rows, cursor: state.cursor });
    const cursor = clamp(step.cursor, step.rows);
    put({ rows: step.rows, cursor, anchor: cursor });
    for (const tell of changed) tell();
  }
  function reorder(rows: readonly BookRow[], cursor: Place, anchor: Place): void {
    if (rows.some((row, index) => row !== state.rows[index])) become(rows, cursor, anchor);
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onChange: (listener) => void changed.add(listener),
    moveTo(place, extend = false) {
      const cursor = clamp(place);
      put({ cursor, anchor: extend ? state.anchor : cursor });
    },
    setCell(at, col, text) {
      const [row, key] = [state.rows[at], COLUMNS[col]];
      if (row === undefined || key === undefined) return false;
      const next = withText(row, key, text);
      if (typeof next === 'string') {
        put({ problem: next });
        return false;
      }
      // A new topic says by its words what it is; what was chosen by hand stays.
      const told = key === 'topic' && row.topic === '' && row.kind === 'lesson';
      const made = told ? { ...next, kind: kindOfTopic(next.topic) } : next;
      if (samePlanRow(row, made)) put({});
      else {
        const rows = state.rows.map((one, index) => (index === at ? made : one));
        become(rows, state.cursor);
      }
      return true;
    },
    clear() {
      const { top, bottom, left, right } = rangeOf(state);
      const rows = state.rows.map((row, index) => {
        if (index < top || index > bottom) return row;
        return COLUMNS.slice(left, right + 1).reduce((now, key) => {
          const next = withText(now, key, '');
          return typeof next === 'string' ? now : next;
        }, row);
      });
      become(rows, state.cursor, state.anchor);
    },
    insert(where) {
      if (state.rows.length >= MOST_PLAN_ROWS) {
        put({ problem: 'tooMany' });
        return;
      }
      const { top, bottom } = rangeOf(state);
      const at = where === 'above' ? top : bottom + 1;
      const near = state.rows[where === 'above' ? top : bottom];
      become(state.rows.toSpliced(at, 0, blank(near?.section)), { row: at, col: 1 });
    },
    remove() {
      const { top, bottom } = rangeOf(state);
      const chosen = state.rows.slice(top, bottom + 1);
      if (chosen.some(({ used }) => used)) put({ problem: 'used' });
      else become(state.rows.toSpliced(top, chosen.length), { row: top, col: state.cursor.col });
    },
    shift(by) {
      const { top, bottom } = rangeOf(state);
      const to = top + by;
      if (to < 0 || bottom + by >= state.rows.length) return;
      const chosen = state.rows.slice(top, bottom + 1);
      const rows = state.rows.toSpliced(top, chosen.length).toSpliced(to, 0, ...chosen);
      const moved = (place: Place) => ({ ...place, row: place.row + by });
      reorder(rows, moved(state.cursor), moved(state.anchor));
    },
    drag(from, before) {
      const row = state.rows[from];
      if (row === undefined) return;
      const at = before > from ? before - 1 : before;
      const cursor = { row: at, col: state.cursor.col };
      reorder(state.rows.toSpliced(from, 1).toSpliced(at, 0, row), cursor, cursor);
    },
    paste(given) {
      const { cursor } = state;
      const numbered = cursor.col === 1 && countsRows(given);
      const table = numbered ? given.map((row) => row.slice(1)) : given;
      if (Math.max(state.rows.length, cursor.row + table.length) > MOST_PLAN_ROWS) {
        put({ problem: 'tooMany' });
        return;
      }
      const width = Math.max(1, ...table.map((row) => row.length));
      const saysKind = COLUMNS.slice(cursor.col, cursor.col + width).includes('kind');
      let wrong: BookProblem | null = null;
      const rows = [...state.rows];
      for (const [offset, texts] of table.entries()) {
        const at = cursor.row + offset;
        let row = rows[at] ?? blank(rows[at - 1]?.section);
        const isNew = row.topic === '';
        for (const [index, text] of texts.entries()) {
          const key = COLUMNS[cursor.col + index];
          if (key === undefined) continue;
          const next = withText(row, key, text);
          if (typeof next === 'string') wrong = next;
          else row = next;
        }
        rows[at] = isNew && !saysKind ? { ...row, kind: kindOfTopic(row.topic) } : row;
      }
      become(
        rows,
        { row: cursor.row + table.length - 1, col: cursor.col + width - 1 },
        { row: cursor.row, col: cursor.col },
      );
      if (wrong !== null) put({ problem: wrong });
    },
    fillDown() {
      const { top, bottom, left, right } = rangeOf(state);
      const source = state.rows[top];
      if (source === undefined || bottom === top) return;
      const filled: Partial<PlanRowContent> = Object.fromEntries(
        COLUMNS.slice(left, right + 1).map((key) => [key, source[key]]),
      );
      const rows = state.rows.map((row, index) =>
        index > top && index <= bottom ? { ...row, ...filled } : row,
      );
      become(rows, state.cursor, state.anchor);
    },
    undo: () => turn(past, future, 'nothingToUndo'),
    redo: () => turn(future, past, 'nothingToRedo'),
    say: (problem) => put({ problem }),
  };
}
