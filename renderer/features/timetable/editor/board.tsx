import { memo, useLayoutEffect, useRef, type DragEvent, type KeyboardEvent } from 'react';
import { assertNever } from '#domain/assert-never';
import { placementKey, type Placement } from '#domain/timetable/ground';
import { editorTexts } from '../../../text/timetable-editor';
import { cellKey, slotOf, type Board, type Cursor, type Mode } from './board-model';
import classes from './board.module.css';
import type { Names } from './names';
import type { PlaceHint } from './use-placing';

const cellId = (row: number, col: number) => `place-${row}-${col}`;

function wordsOf(place: Placement, mode: Mode, names: Names): readonly [string, string] {
  const page = names.pages.get(place.pageId);
  if (page === undefined) return ['', ''];
  const week = place.week === 0 ? '' : editorTexts.weekSign[place.week];
  const join = (...parts: readonly string[]) => parts.filter(Boolean).join(' · ');
  const room = names.room(place.roomId);
  switch (mode) {
    case 'teacher':
      return [join(names.classNames(page), page.groupName), join(names.subject(page), room, week)];
    case 'room':
      return [names.classNames(page), join(names.subject(page), names.teachersOf(page), week)];
    case 'school':
      return [names.short(page), join(names.roomName(place.roomId), page.groupName, week)];
    case 'class':
      return [join(names.subject(page), page.groupName), join(names.teachersOf(page), room, week)];
    default:
      return assertNever(mode);
  }
}

type CellProps = {
  readonly row: number;
  readonly col: number;
  readonly cards: readonly Placement[];
  readonly mode: Mode;
  readonly names: Names;
  readonly label: string;
  readonly level: PlaceHint['level'] | undefined;
  readonly reason: string;
  readonly cursor: boolean;
  /** Which of several is meant; -1: all of them. */
  readonly active: number;
  readonly lifted: string;
  readonly busy: 'wish' | 'strict' | undefined;
  readonly movable: boolean;
};

const sameCards = (a: readonly Placement[], b: readonly Placement[]) =>
  a.length === b.length && a.every((place, index) => place === b[index]);
const sameCell = (a: CellProps, b: CellProps) =>
  sameCards(a.cards, b.cards) &&
  (Object.keys(a) as (keyof CellProps)[]).every((key) => key === 'cards' || a[key] === b[key]);

const Cell = memo(function Cell(props: CellProps) {
  const { cards, mode, names, level, reason, cursor, active, lifted } = props;
  return (
    <td
      id={cellId(props.row, props.col)}
      role="gridcell"
      data-row={props.row}
      data-col={props.col}
      data-level={level}
      data-busy={props.busy}
      aria-selected={cursor}
      title={reason || undefined}
    >
      <span className={classes['spoken']}>{props.label}</span>
      {cards.map((place, index) => {
        const [first, second] = wordsOf(place, mode, names);
        const key = placementKey(place);
        return (
          <div
            key={key}
            className={classes['card']}
            draggable={props.movable}
            data-card={key}
            data-active={cursor && cards.length > 1 && active === index ? '' : undefined}
            data-lifted={lifted.includes(`|${key}|`) ? '' : undefined}
          >
            <span className={classes['first']}>{first}</span>
            <span className={classes['second']}>{second}</span>
          </div>
        );
      })}
      {level !== undefined && (
        <span className={classes['sign']} data-alone={cards.length === 0 ? '' : undefined}>
          <span aria-hidden>{editorTexts.signs[level]}</span>
          <span className={classes['spoken']}>{editorTexts.levels[level]}</span>
          {mode !== 'school' && cards.length === 0 && reason !== '' && (
            <span className={classes['reason']}> {reason}</span>
          )}
        </span>
      )}
    </td>
  );
}, sameCell);

/** The week as a grid one works in: arrows, letters, dragging. It only tells what was done. */
export function TimetableBoard(props: {
  readonly label: string;
  readonly board: Board;
  readonly mode: Mode;
  readonly names: Names;
  readonly cells: ReadonlyMap<string, readonly Placement[]>;
  readonly hintOf: (row: number, col: number) => PlaceHint | undefined;
  readonly busyOf: (row: number, col: number) => 'wish' | 'strict' | undefined;
  readonly cursor: Cursor;
  readonly active: number;
  /** Keys of the hours that are being moved. */
  readonly lifted: readonly string[];
  readonly movable: boolean;
  readonly onCursor: (cursor: Cursor, card?: number) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onLift: (place: Placement) => void;
  readonly onDrop: (cursor: Cursor) => void;
  readonly onDragEnd: () => void;
}) {
  const { board, cells, names, mode, cursor } = props;
  const grid = useRef<HTMLTableElement>(null);
  const lifted = `|${props.lifted.join('|')}|`;
  useLayoutEffect(() => {
    document
      .getElementById(cellId(cursor.row, cursor.col))
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [cursor]);
  const placeOf = (target: EventTarget): (Cursor & { card: Placement | undefined }) | undefined => {
    if (!(target instanceof HTMLElement)) return undefined;
    const cell = target.closest<HTMLElement>('[data-row]');
    if (cell === null) return undefined;
    const row = Number(cell.dataset['row']);
    const col = Number(cell.dataset['col']);
    const key = target.closest<HTMLElement>('[data-card]')?.dataset['card'];
    const column = board.columns[col];
    const cards = cells.get(cellKey(slotOf(board.rows[row], column), column?.classId)) ?? [];
    return { row, col, card: cards.find((one) => placementKey(one) === key) };
  };
  const allowDrop = (event: DragEvent) => {
    const over = placeOf(event.target);
    if (over === undefined || props.lifted.length === 0) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    if (over.row !== cursor.row || over.col !== cursor.col) props.onCursor(over);
  };
  return (
    <div className={classes['scroller']} data-mode={mode}>
      <table
        ref={grid}
        role="grid"
        aria-label={props.label}
        tabIndex={0}
        aria-activedescendant={cellId(cursor.row, cursor.col)}
        className={classes['grid']}
        onKeyDown={props.onKey}
        onMouseDown={(event) => {
          const at = placeOf(event.target);
          if (at === undefined) return;
          const column = board.columns[at.col];
          const cards = cells.get(cellKey(slotOf(board.rows[at.row], column), column?.classId));
          const index = at.card === undefined ? -1 : (cards?.indexOf(at.card) ?? -1);
          props.onCursor(at, (cards?.length ?? 0) > 1 ? index : -1);
        }}
        onDragStart={(event) => {
          const at = placeOf(event.target);
          if (at?.card === undefined) return event.preventDefault();
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', names.lesson(at.card.pageId));
          props.onLift(at.card);
        }}
        onDragOver={allowDrop}
        onDrop={(event) => {
          const at = placeOf(event.target);
          event.preventDefault();
          if (at !== undefined) props.onDrop(at);
        }}
        onDragEnd={props.onDragEnd}
      >
        <thead>
          <tr>
            <th scope="col" className={classes['corner']}>
              {editorTexts.lesson}
            </th>
            {board.columns.map((column) => (
              <th key={column.key} scope="col" title={column.full}>
                {column.title}
                {column.note !== undefined && (
                  <span className={classes['note']} data-over={column.over ? '' : undefined}>
                    {column.note}
                  </span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.rows.map((row, rowIndex) => (
            <tr key={row.key} data-opens={row.opens === undefined ? undefined : ''}>
              <th scope="row" title={row.opens}>
                {row.opens !== undefined && (
                  <span className={classes['day']}>{editorTexts.days[(row.weekday ?? 1) - 1]}</span>
                )}
                {row.lessonNumber}
              </th>
              {board.columns.map((column, colIndex) => {
                const slot = slotOf(row, column);
                const hint = props.hintOf(rowIndex, colIndex);
                const here = cursor.row === rowIndex && cursor.col === colIndex;
                return (
                  <Cell
                    key={column.key}
                    row={rowIndex}
                    col={colIndex}
                    cards={cells.get(cellKey(slot, column.classId)) ?? NONE}
                    mode={mode}
                    names={names}
                    label={`${mode === 'school' ? `${column.title}, ` : ''}${editorTexts.place(
                      editorTexts.fullDays[slot.weekday - 1] ?? '',
                      slot.lessonNumber,
                    )}`}
                    level={hint?.level}
                    reason={hint === undefined ? '' : (names.hint(hint)[0] ?? '')}
                    cursor={here}
                    active={here ? props.active : -1}
                    lifted={lifted}
                    busy={props.busyOf(rowIndex, colIndex)}
                    movable={props.movable}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const NONE: readonly Placement[] = [];
