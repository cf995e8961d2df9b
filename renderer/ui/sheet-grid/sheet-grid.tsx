import {
  useEffect,
  useId,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import {
  pasted,
  placesOf,
  rangeOf,
  rangeText,
  stepOf,
  type Entry,
  type Place,
  type Range,
} from './range';
import {
  SheetBodyRow,
  SheetFoot,
  SheetHead,
  type FootRow,
  type SheetColumn,
  type SheetRow,
} from './sheet-parts';
import sheetTable from '../sheet-table.module.css';
import classes from './sheet-grid.module.css';

/**
 * A sheet of short texts worked like a spreadsheet: arrows, typing, Enter, F2, Delete, Shift selects,
 * Ctrl+C and Ctrl+V with other programs, Ctrl+Z. What is entered goes to `onEnter` all at once.
 */
export function SheetGrid(props: {
  readonly label: string;
  readonly corner: ReactNode;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  readonly foot?: readonly FootRow[];
  readonly readOnly: boolean;
  /** Narrow columns: of single letters. */
  readonly dense?: boolean;
  readonly onEnter: (entries: readonly Entry[]) => void;
  readonly onUndo?: () => void;
  readonly onRedo?: () => void;
  readonly onRange?: (range: Range) => void;
  /** A key that means something of its own here; true where it did something. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
}) {
  const { rows, columns, readOnly, onEnter } = props;
  const id = useId();
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Place>({ row: 0, col: 0 });
  const [anchor, setAnchor] = useState<Place>(at);
  const [editing, showEditing] = useState<string | null>(null);
  // What is typed is entered once, though leaving the field comes with Enter as well.
  const typing = useRef<string | null>(null);
  const setEditing = (text: string | null) => {
    typing.current = text;
    showEditing(text);
  };
  const size = { rows: rows.length, cols: columns.length };
  const cursor = {
    row: Math.min(at.row, Math.max(0, size.rows - 1)),
    col: Math.min(at.col, Math.max(0, size.cols - 1)),
  };
  const range = rangeOf(cursor, {
    row: Math.min(anchor.row, Math.max(0, size.rows - 1)),
    col: Math.min(anchor.col, Math.max(0, size.cols - 1)),
  });
  const textAt = ({ row, col }: Place) => rows[row]?.cells[col]?.text ?? '';

  const { onRange } = props;
  const { top, bottom, left, right } = range;
  useEffect(() => onRange?.({ top, bottom, left, right }), [onRange, top, bottom, left, right]);

  const moveTo = (place: Place, extend = false) => {
    setAt(place);
    if (!extend) setAnchor(place);
    document
      .getElementById(`${id}-${place.row}-${place.col}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const finish = (step?: Place) => {
    const typed = typing.current;
    setEditing(null);
    grid.current?.focus();
    if (typed !== null && typed !== textAt(cursor)) onEnter([{ ...cursor, text: typed }]);
    if (step !== undefined) moveTo(step);
  };
  const clear = () => onEnter(placesOf(range).map((place) => ({ ...place, text: '' })));

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey } = event;
    const control = event.ctrlKey || event.metaKey;
    if (event.altKey) return;
    const done = () => event.preventDefault();
    if (key === 'Enter' || key === 'Tab') {
      const by = shiftKey ? -1 : 1;
      const aside = cursor.col + by;
      if (key === 'Tab' && (aside < 0 || aside >= size.cols)) return finish();
      const step =
        key === 'Tab'
          ? { ...cursor, col: aside }
          : stepOf(by > 0 ? 'ArrowDown' : 'ArrowUp', false, cursor, size);
      done();
      return finish(step);
    }
    if (editing !== null) {
      if (key === 'Escape') {
        done();
        setEditing(null);
        grid.current?.focus();
      } else if (key === 'ArrowDown' || key === 'ArrowUp') {
        done();
        finish(stepOf(key, false, cursor, size));
      }
      return;
    }
    const step = stepOf(key, control, cursor, size);
    if (step !== undefined) {
      done();
      return moveTo(step, shiftKey);
    }
    if (control && event.code === 'KeyA') {
      done();
      setAnchor({ row: 0, col: 0 });
      return setAt({ row: size.rows - 1, col: size.cols - 1 });
    }
    if (props.onKey?.(event) === true) return done();
    if (readOnly) return;
    if (control && (event.code === 'KeyZ' || event.code === 'KeyY')) {
      done();
      return event.code === 'KeyY' || shiftKey ? props.onRedo?.() : props.onUndo?.();
    }
    if (control) return;
    if (key === 'Delete' || key === 'Backspace') {
      done();
      clear();
    } else if (key === 'F2') {
      done();
      setEditing(textAt(cursor));
    } else if (key.length === 1 && key !== ' ') {
      done();
      setEditing(key);
    }
  };
  const onCopy = (event: ClipboardEvent) => {
    if (editing !== null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', rangeText(range, textAt));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (editing !== null || readOnly) return;
    event.preventDefault();
    const entries = pasted(event.clipboardData.getData('text/plain'), range, size);
    if (entries.length > 0) onEnter(entries);
  };
  const placeOf = (target: EventTarget): Place | undefined => {
    const cell = target instanceof HTMLElement ? target.closest('td') : null;
    if (cell?.dataset['row'] === undefined) return undefined;
    return { row: Number(cell.dataset['row']), col: Number(cell.dataset['col']) };
  };

  return (
    <div className={sheetTable['scroller']}>
      <table
        ref={grid}
        role="grid"
        className={classes['grid']}
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable
        aria-readonly={readOnly}
        data-dense={props.dense || undefined}
        aria-activedescendant={`${id}-${cursor.row}-${cursor.col}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={onPaste}
        onMouseDown={(event) => {
          const place = placeOf(event.target);
          if (place === undefined || (editing !== null && event.target instanceof HTMLInputElement))
            return;
          event.preventDefault();
          if (editing !== null) finish();
          grid.current?.focus();
          moveTo(place, event.shiftKey);
        }}
        onMouseOver={(event) => {
          const place = event.buttons === 1 ? placeOf(event.target) : undefined;
          if (place !== undefined && editing === null) setAt(place);
        }}
        onDoubleClick={() => !readOnly && setEditing(textAt(cursor))}
      >
        <SheetHead corner={props.corner} columns={columns} current={cursor.col} />
        <tbody>
          {rows.map((row, index) => (
            <SheetBodyRow
              key={row.key}
              id={id}
              row={row}
              index={index}
              cursor={index === cursor.row ? cursor.col : -1}
              left={top <= index && index <= bottom ? left : 0}
              right={top <= index && index <= bottom ? right : -1}
              editing={index === cursor.row ? editing : null}
              onEdit={setEditing}
              onLeave={() => finish()}
            />
          ))}
        </tbody>
        {props.foot !== undefined && (
          <SheetFoot foot={props.foot} columns={columns} rows={rows.length} />
        )}
      </table>
    </div>
  );
}
