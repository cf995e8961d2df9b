import {
  memo,
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
import sheetTable from '../sheet-table.module.css';
import classes from './sheet-grid.module.css';

export type SheetCell = {
  readonly text: string;
  /** A letter beside the text that says what the tint says. */
  readonly sign?: string;
  /** `off`: nothing can stand here. */
  readonly tone?: 'soft' | 'other' | 'wrong' | 'off';
  readonly title?: string;
  /** A group of columns begins here: a day of a week. */
  readonly starts?: boolean;
};
export type SheetRow = {
  readonly key: string | number;
  readonly name: string;
  readonly cells: readonly SheetCell[];
};
export type SheetColumn = {
  readonly key: string | number;
  /** In two lines where there is a line break in it. */
  readonly name: string;
  readonly title?: string;
  /** The least width, where the texts are longer than a number: «9rem». */
  readonly width?: string;
  readonly starts?: boolean;
  /** What stands over it and its neighbours of the same word: a day over its lessons. */
  readonly over?: string;
};
type FootCell = { readonly text: string; readonly bad?: boolean; readonly title?: string };
export type FootRow = { readonly name: string; readonly cells: readonly FootCell[] };

type RowProps = {
  readonly id: string;
  readonly row: SheetRow;
  readonly index: number;
  /** The cursor's column where it is in this row, otherwise -1. */
  readonly cursor: number;
  readonly left: number;
  readonly right: number;
  readonly editing: string | null;
  readonly onEdit: (text: string) => void;
  readonly onLeave: () => void;
};

const Row = memo(function Row(props: RowProps) {
  const { row, index, cursor, left, right, editing } = props;
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row" role="rowheader" title={row.name} data-current={cursor >= 0 || undefined}>
        {row.name}
      </th>
      {row.cells.map((cell, col) => (
        <td
          key={col}
          role="gridcell"
          id={`${props.id}-${index}-${col}`}
          data-row={index}
          data-col={col}
          data-cursor={col === cursor || undefined}
          data-chosen={(left <= col && col <= right) || undefined}
          data-tone={cell.tone}
          data-starts={cell.starts || undefined}
          aria-selected={left <= col && col <= right}
          title={cell.title}
        >
          {col === cursor && editing !== null ? (
            <input
              className={classes['editor']}
              aria-label={row.name}
              value={editing}
              autoFocus
              onChange={(event) => props.onEdit(event.currentTarget.value)}
              onBlur={props.onLeave}
            />
          ) : (
            <>
              {cell.text}
              {cell.sign !== undefined && <span className={classes['sign']}>{cell.sign}</span>}
            </>
          )}
        </td>
      ))}
    </tr>
  );
});

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

  const grouped = columns.some(({ over }) => over !== undefined);
  const head = (column: SheetColumn, col: number) => (
    <th
      key={column.key}
      scope="col"
      rowSpan={column.over === undefined && grouped ? 2 : 1}
      title={column.title}
      data-starts={column.starts || undefined}
      data-lines={column.name.includes('\n') || undefined}
      style={{ minWidth: column.width }}
      data-current={col === cursor.col || undefined}
    >
      {column.name}
    </th>
  );
  const heads = columns.flatMap((column, col) =>
    column.over === undefined ? [] : head(column, col),
  );

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
        <thead>
          <tr>
            <th scope="col" rowSpan={heads.length > 0 ? 2 : 1}>
              {props.corner}
            </th>
            {columns.map((column, col) =>
              column.over === undefined ? (
                head(column, col)
              ) : column.over === columns[col - 1]?.over ? null : (
                <th
                  key={column.over}
                  scope="colgroup"
                  colSpan={columns.filter(({ over }) => over === column.over).length}
                  data-starts={column.starts || undefined}
                >
                  {column.over}
                </th>
              ),
            )}
          </tr>
          {heads.length > 0 && <tr>{heads}</tr>}
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row
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
          <tfoot>
            {props.foot.map((foot, index) => (
              <tr key={foot.name} aria-rowindex={rows.length + 2 + index}>
                <th scope="row" role="rowheader">
                  {foot.name}
                </th>
                {foot.cells.map((cell, col) => (
                  <td
                    key={columns[col]?.key ?? col}
                    role="gridcell"
                    title={cell.title}
                    data-bad={cell.bad || undefined}
                  >
                    {cell.text}
                  </td>
                ))}
              </tr>
            ))}
          </tfoot>
        )}
      </table>
    </div>
  );
}
