import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { flushSync } from 'react-dom';
import { plansTexts } from '../../../text/plans';
import { COLUMNS, rangeOf, type BookRow, type PlanBook } from './plan-book';
import { cellText, PlanRow, type RowActions, type Typing } from './plan-row';
import { tableOfClipboard } from '../../../ui/sheet-grid/read-clipboard';
import classes from './plan-grid.module.css';

const words = plansTexts.editor;
const WIDTHS = ['11rem', 'auto', '4rem', '8.25rem', '13rem', '8rem'] as const;
const PAGE_ROWS = 15;
const LAST_COL = COLUMNS.length - 1;

const placeAt = (target: EventTarget | null) => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell === null
    ? undefined
    : { row: Number(cell.dataset['row']), col: Number(cell.dataset['col']) };
};

/** How the cursor goes on after a cell. */
function movesOf(book: PlanBook, readOnly: boolean) {
  const step = (down: number, aside: number, extend = false) => {
    const { cursor: at } = book.state();
    book.moveTo({ row: at.row + down, col: at.col + aside }, extend);
  };
  /** Past the end of a line to the beginning of the next. */
  const sideways = (by: 1 | -1) => {
    const { cursor: at, rows: lines } = book.state();
    const col = at.col + by;
    if (col >= 0 && col <= LAST_COL) book.moveTo({ row: at.row, col });
    else if (at.row + by >= 0 && at.row + by < lines.length) {
      book.moveTo({ row: at.row + by, col: by === 1 ? 0 : LAST_COL });
    }
  };
  /** Enter at the last line begins a new one. */
  const down = () => {
    const { cursor: at, rows: lines } = book.state();
    const last = at.row === lines.length - 1 && lines[at.row]?.topic !== '' && !readOnly;
    if (last) book.insert('below');
    else step(1, 0);
  };
  return { step, sideways, down };
}

/** «34», «35–36»: the hours of the plan each line takes. */
function numbersOf(rows: readonly BookRow[]): readonly string[] {
  let next = 1;
  return rows.map(({ hours }) => {
    const first = next;
    next += hours;
    return hours > 1 ? `${first}–${next - 1}` : String(first);
  });
}

/** The lines of a plan, worked by the keyboard like a spreadsheet. */
export function PlanGrid(props: { readonly book: PlanBook; readonly readOnly: boolean }) {
  const { book, readOnly } = props;
  const { rows, cursor, anchor } = useSyncExternalStore(book.subscribe, book.state);
  const [typing, setTyping] = useState<Typing>();
  const [drag, setDrag] = useState<{ readonly from: number; readonly over: number }>();
  const frame = useRef<HTMLDivElement>(null);
  const mouse = useRef(false);
  const base = useId();
  const chosen = rangeOf({ cursor, anchor });

  useEffect(() => {
    const stop = () => {
      mouse.current = false;
    };
    window.addEventListener('mouseup', stop);
    return () => window.removeEventListener('mouseup', stop);
  }, []);
  useEffect(() => {
    const cell = document.getElementById(`${base}-${cursor.row}-${cursor.col}`);
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [base, cursor]);

  // At once: the next letter must find the field, however fast it comes.
  const edit = (next: Typing) => {
    if (!readOnly) flushSync(() => setTyping(next));
  };
  const { step, sideways, down } = useMemo(() => movesOf(book, readOnly), [book, readOnly]);

  const actions = useMemo((): RowActions => {
    const back = () => {
      setTyping(undefined);
      frame.current?.focus({ preventScroll: true });
    };
    return {
      typed(text, then) {
        const { cursor: at } = book.state();
        const taken = book.setCell(at.row, at.col, text);
        if (then === 'stay') {
          setTyping(undefined);
          return;
        }
        back();
        if (!taken) return;
        if (then === 'down') down();
        else if (then === 'up') step(-1, 0);
        else sideways(then === 'right' ? 1 : -1);
      },
      leave: back,
      dragStart: (index) => setDrag({ from: index, over: index }),
      dragOver: (index) => setDrag((now) => now && { ...now, over: index }),
      drop: () =>
        setDrag((now) => {
          if (now !== undefined) book.drag(now.from, now.over > now.from ? now.over + 1 : now.over);
          return undefined;
        }),
    };
  }, [book, step, sideways, down]);

  function withControl({ key, code, shiftKey }: KeyboardEvent): boolean {
    const { rows: lines, cursor: at } = book.state();
    const edges: Readonly<Record<string, { row: number; col: number }>> = {
      ArrowUp: { ...at, row: 0 },
      ArrowDown: { ...at, row: lines.length - 1 },
      ArrowLeft: { ...at, col: 0 },
      ArrowRight: { ...at, col: LAST_COL },
      Home: { row: 0, col: at.col },
      End: { row: lines.length - 1, col: at.col },
    };
    const edge = edges[key];
    if (edge !== undefined) book.moveTo(edge, shiftKey);
    else if (code === 'KeyA') {
      book.moveTo({ row: 0, col: 0 });
      book.moveTo({ row: lines.length - 1, col: LAST_COL }, true);
    } else if (readOnly) return false;
    else if (key === 'Enter') book.insert(shiftKey ? 'above' : 'below');
    else if (key === 'Delete' || key === '-') book.remove();
    else if (code === 'KeyZ') (shiftKey ? book.redo : book.undo)();
    else if (code === 'KeyY') book.redo();
    else if (code === 'KeyD') book.fillDown();
    else return false;
    return true;
  }
  function plain(event: KeyboardEvent): boolean {
    const { key, shiftKey } = event;
    const { rows: lines, cursor: at } = book.state();
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-PAGE_ROWS, 0],
      PageDown: [PAGE_ROWS, 0],
    };
    const move = moves[key];
    const row = lines[at.row];
    if (move !== undefined) step(...move, shiftKey);
    else if (key === 'Home') book.moveTo({ ...at, col: 0 }, shiftKey);
    else if (key === 'End') book.moveTo({ ...at, col: LAST_COL }, shiftKey);
    else if (key === 'Enter') {
      if (shiftKey) step(-1, 0);
      else down();
    } else if (key === 'Tab') sideways(shiftKey ? -1 : 1);
    else if (key === 'Escape') book.moveTo(at);
    else if (readOnly) return false;
    else if (key === 'F2')
      edit({ text: row === undefined ? '' : cellText(row, at.col), quick: false });
    else if (key === 'Insert') book.insert('below');
    else if (key === 'Delete' || key === 'Backspace') book.clear();
    else if (key.length === 1) {
      // The kind is chosen by its first letter, without opening anything.
      if (COLUMNS[at.col] === 'kind') book.setCell(at.row, at.col, key === ' ' ? '' : key);
      else if (key !== ' ') edit({ text: key, quick: true });
    } else return false;
    return true;
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const { key, ctrlKey, metaKey, altKey } = event;
    let done = false;
    if (altKey) {
      done = !readOnly && (key === 'ArrowUp' || key === 'ArrowDown');
      if (done) book.shift(key === 'ArrowUp' ? -1 : 1);
    } else done = ctrlKey || metaKey ? withControl(event) : plain(event);
    if (done) event.preventDefault();
  };

  const copy = (event: ClipboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const lines = rows.slice(chosen.top, chosen.bottom + 1).map((row) =>
      COLUMNS.slice(chosen.left, chosen.right + 1)
        .map((_, index) => cellText(row, chosen.left + index))
        .join('\t'),
    );
    event.clipboardData.setData('text/plain', lines.join('\n'));
    event.preventDefault();
    if (event.type === 'cut' && !readOnly) book.clear();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.target !== event.currentTarget || readOnly) return;
    event.preventDefault();
    book.paste(tableOfClipboard(event.clipboardData));
  };
  const onMouseDown = (event: MouseEvent) => {
    const place = placeAt(event.target);
    if (place === undefined || event.button !== 0 || event.target instanceof HTMLTextAreaElement) {
      return;
    }
    mouse.current = true;
    book.moveTo(place, event.shiftKey);
  };
  const onMouseOver = (event: MouseEvent) => {
    const place = mouse.current ? placeAt(event.target) : undefined;
    if (place !== undefined) book.moveTo(place, true);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const place = placeAt(event.target);
    const row = place && rows[place.row];
    if (row !== undefined && place !== undefined) {
      edit({ text: cellText(row, place.col), quick: false });
    }
  };

  const numbers = numbersOf(rows);
  return (
    <div
      ref={frame}
      className={classes['frame']}
      role="grid"
      aria-label={words.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMNS.length + 1}
      aria-readonly={readOnly}
      aria-multiselectable
      aria-activedescendant={`${base}-${cursor.row}-${cursor.col}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onCopy={copy}
      onCut={copy}
      onPaste={onPaste}
      onMouseDown={onMouseDown}
      onMouseOver={onMouseOver}
      onDoubleClick={onDoubleClick}
      onDragEnd={() => setDrag(undefined)}
    >
      <table className={classes['table']} role="presentation">
        <colgroup>
          <col style={{ width: '3.75rem' }} />
          {COLUMNS.map((key, index) => (
            <col key={key} style={{ width: WIDTHS[index] }} />
          ))}
        </colgroup>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">{words.number}</th>
            {COLUMNS.map((key) => (
              <th key={key} role="columnheader">
                {words.columns[key]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => {
            const inRange = index >= chosen.top && index <= chosen.bottom;
            const several = chosen.top !== chosen.bottom || chosen.left !== chosen.right;
            return (
              <PlanRow
                key={row.key}
                row={row}
                index={index}
                number={numbers[index] ?? ''}
                repeated={index > 0 && row.section === rows[index - 1]?.section}
                cursor={index === cursor.row ? cursor.col : -1}
                left={inRange && several ? chosen.left : -1}
                right={inRange && several ? chosen.right : -1}
                typing={index === cursor.row ? typing : undefined}
                dropHere={drag !== undefined && drag.over === index && drag.from !== index}
                readOnly={readOnly}
                base={base}
                actions={actions}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
