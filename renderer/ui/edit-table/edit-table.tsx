import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { editTableTexts } from '../../text/common';
import { notifyError } from '../notify';
import { CellEditor, type After } from './cell-editor';
import { cellWords, type EditColumn } from './edit-column';
import classes from './edit-table.module.css';
import { NewRow } from './new-row';

type Place = { readonly row: number; readonly column: number };
type Editing = Place & { readonly start: string; readonly typed: boolean };
type Key = string | number;
type Undo = { readonly key: Key; readonly column: string; readonly text: string };

/**
 * A short table edited in place: arrows walk, typing, Enter or F2 edits, Enter saves and goes down,
 * Tab right, Esc takes back, Space switches, Delete empties, Ctrl+Z undoes after saving too. A row
 * is added in the last line. `onSave` saves one cell; what it throws is told and the cell stays.
 */
export function EditTable<Row>(props: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly EditColumn<Row>[];
  readonly rowKey: (row: Row) => Key;
  /** Absent: the whole table is only to look at. */
  readonly onSave?: ((row: Row, column: string, text: string) => Promise<unknown>) | undefined;
  /** Adds a row of these texts by column. */
  readonly onAdd?: ((texts: Readonly<Record<string, string>>) => Promise<unknown>) | undefined;
  readonly addLabel?: string;
  /** The sign at the end of each row; what it does is said by `removeLabel`. */
  readonly onRemove?: ((row: Row) => void) | undefined;
  readonly removeLabel?: (row: Row) => string;
  /** Absent: every row may go. */
  readonly mayRemove?: (row: Row) => boolean;
  readonly empty?: ReactNode;
  /** The row the cursor has come to. */
  readonly onCursor?: (row: Row) => void;
  /** Alt+↑/↓: the row goes one place up or down. */
  readonly onMove?: ((row: Row, by: 1 | -1) => void) | undefined;
  /** Rows that stand back: what is in use no more. */
  readonly faint?: (row: Row) => boolean;
}) {
  const { rows, columns, rowKey, onSave, onAdd, onRemove } = props;
  const table = useRef<HTMLTableElement>(null);
  const undone = useRef<Undo[]>([]);
  const running = useRef(Promise.resolve());
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  }, [rows]);
  const [cursor, setCursor] = useState<Place>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<Editing | null>(null);
  /** What was saved and has not come back from the journal yet. */
  const [pending, setPending] = useState<ReadonlyMap<string, string>>(new Map());

  const mayEdit = (place: Place) =>
    onSave !== undefined && columns[place.column]?.edit !== undefined;
  const focusCell = (place: Place) => {
    setCursor(place);
    const cell = table.current?.tBodies[0]?.rows[place.row]?.cells[place.column];
    // At once: the next key is already on its way.
    cell?.focus();
  };
  const move = (down: number, right: number, from: Place = cursor) =>
    focusCell({
      row: Math.max(0, Math.min(rows.length - 1, from.row + down)),
      column: Math.max(0, Math.min(columns.length - 1, from.column + right)),
    });

  /** Saves go one after another: an undo pressed at once takes back what is still on its way. */
  function save(row: Row, column: EditColumn<Row>, text: string): void {
    const before = column.text(row);
    if (onSave === undefined || text === before) return;
    undone.current.push({ key: rowKey(row), column: column.key, text: before });
    store(rowKey(row), column, text);
  }
  function store(key: Key, column: EditColumn<Row>, text: string): void {
    const place = `${key} ${column.key}`;
    setPending((now) => new Map(now).set(place, text));
    running.current = running.current.then(async () => {
      const row = latest.current.find((one) => rowKey(one) === key);
      try {
        if (row !== undefined) await onSave?.(row, column.key, text);
      } catch (error) {
        notifyError(error);
      } finally {
        setPending((now) => new Map([...now].filter(([one]) => one !== place)));
      }
    });
  }
  function done(place: Place, text: string, after: After) {
    const row = rows[place.row];
    const column = columns[place.column];
    setEditing(null);
    if (row !== undefined && column !== undefined) save(row, column, text);
    if (after === 'down') move(1, 0, place);
    else if (after === 'right') move(0, 1, place);
    else if (after === 'left') move(0, -1, place);
    else if (after === 'stay') focusCell(place);
  }
  function undo() {
    const last = undone.current.pop();
    const column = columns.find(({ key }) => key === last?.column);
    if (last && column) store(last.key, column, last.text);
  }
  function begin(place: Place, typed?: string) {
    const row = rows[place.row];
    const column = columns[place.column];
    if (row === undefined || column?.edit === undefined || !mayEdit(place)) return;
    if (column.edit.kind === 'switch') {
      save(row, column, column.text(row) === '1' ? '0' : '1');
      return;
    }
    const isTyped = typed !== undefined && column.edit.kind === 'text';
    setEditing({ ...place, start: isTyped ? typed : column.text(row), typed: isTyped });
  }
  const onKeyDown = (event: KeyboardEvent, place: Place) => {
    if (event.target instanceof HTMLInputElement) return;
    const column = columns[place.column];
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      PageDown: [15, 0],
      PageUp: [-15, 0],
    };
    const to = moves[event.key];
    const row = rows[place.row];
    if (event.ctrlKey && event.code === 'KeyZ') undo();
    else if (event.altKey && to !== undefined && to[0] !== 0 && props.onMove && row !== undefined) {
      const by = to[0] > 0 ? 1 : -1;
      props.onMove(row, by);
      move(by, 0);
    } else if (event.ctrlKey || event.altKey || event.metaKey) return;
    else if (to !== undefined) move(...to);
    else if (event.key === 'Home') focusCell({ ...place, column: 0 });
    else if (event.key === 'End') focusCell({ ...place, column: columns.length - 1 });
    else if (event.key === 'Enter' || event.key === 'F2') begin(place);
    else if (event.key === ' ' && column?.edit?.kind !== 'text') begin(place);
    else if (event.key === 'Delete' && row !== undefined && column?.edit?.kind === 'text') {
      if (column.problem?.('', row) === undefined) save(row, column, '');
    } else if (event.key.length === 1) begin(place, event.key);
    else return;
    event.preventDefault();
  };

  if (rows.length === 0 && onAdd === undefined) return props.empty ?? null;
  return (
    <div className={classes['scroller']}>
      <table className={classes['table']} role="grid" aria-label={props.label} ref={table}>
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} style={width === undefined ? {} : { width }} />
          ))}
          {onRemove && <col style={{ width: '2.75rem' }} />}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ key, title, align }) => (
              <th key={key} scope="col" data-align={align}>
                {title}
              </th>
            ))}
            {onRemove && (
              <th scope="col">
                <span className={classes['heard']}>{editTableTexts.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={rowKey(row)} data-faint={props.faint?.(row) === true || undefined}>
              {columns.map((column, index) => {
                const place = { row: at, column: index };
                const current = cursor.row === at && cursor.column === index;
                const edited = editing?.row === at && editing.column === index ? editing : null;
                const waiting = pending.get(`${rowKey(row)} ${column.key}`);
                return (
                  <td
                    key={column.key}
                    role="gridcell"
                    tabIndex={current ? 0 : -1}
                    data-align={column.align}
                    data-edits={mayEdit(place) || undefined}
                    data-waiting={waiting === undefined ? undefined : true}
                    aria-readonly={!mayEdit(place)}
                    onFocus={() => {
                      setCursor(place);
                      props.onCursor?.(row);
                    }}
                    onKeyDown={(event) => onKeyDown(event, place)}
                    onDoubleClick={() => begin(place)}
                    onClick={() => {
                      if (current && edited === null && document.activeElement?.tagName === 'TD') {
                        begin(place);
                      }
                    }}
                  >
                    {edited === null ? (
                      <span title={cellWords(column, row)}>
                        {waiting === undefined ? cellWords(column, row) : waiting}
                      </span>
                    ) : (
                      <CellEditor
                        column={column}
                        row={row}
                        start={edited.start}
                        typed={edited.typed}
                        label={column.title}
                        onDone={(text, after) => done(place, text, after)}
                        onCancel={() => {
                          setEditing(null);
                          focusCell(place);
                        }}
                      />
                    )}
                  </td>
                );
              })}
              {onRemove && (
                <td role="gridcell" className={classes['action']}>
                  {props.mayRemove?.(row) !== false && (
                    <Tooltip label={props.removeLabel?.(row) ?? editTableTexts.remove}>
                      <ActionIcon
                        aria-label={props.removeLabel?.(row) ?? editTableTexts.remove}
                        color="gray"
                        onClick={() => onRemove(row)}
                      >
                        <IconTrash size={16} />
                      </ActionIcon>
                    </Tooltip>
                  )}
                </td>
              )}
            </tr>
          ))}
          {onAdd && (
            <NewRow
              columns={columns}
              label={props.addLabel ?? editTableTexts.add}
              withActions={onRemove !== undefined}
              onAdd={onAdd}
            />
          )}
        </tbody>
      </table>
      {rows.length === 0 && props.empty !== undefined && (
        <Text p="sm" c="dimmed" component="div">
          {props.empty}
        </Text>
      )}
    </div>
  );
}
