import { memo, useLayoutEffect, useRef, type DragEvent, type KeyboardEvent } from 'react';
import { PLAN_KINDS } from '#domain/plans/plan-row';
import { KIND_NAMES, plansTexts } from '../../../text/plans';
import { COLUMNS, type BookRow } from './plan-book';
import classes from './plan-grid.module.css';

const words = plansTexts.editor;

/** What is being typed into the cursor's cell. */
export type Typing = { readonly text: string; readonly quick: boolean };

export type RowActions = {
  readonly typed: (text: string, then: 'down' | 'up' | 'right' | 'left' | 'stay') => void;
  readonly leave: () => void;
  readonly dragStart: (index: number) => void;
  readonly dragOver: (index: number) => void;
  readonly drop: () => void;
};

/** The text of a cell as it stands and is copied. */
export function cellText(row: BookRow, col: number): string {
  const key = COLUMNS[col];
  if (key === undefined) return '';
  if (key === 'kind') return KIND_NAMES[row.kind];
  return String(row[key]);
}

function CellInput(props: {
  readonly label: string;
  readonly col: number;
  readonly typing: Typing;
  readonly actions: RowActions;
}) {
  const { typing, actions, label } = props;
  const key = COLUMNS[props.col];
  const field = useRef<HTMLTextAreaElement & HTMLSelectElement>(null);
  const done = useRef(false);
  useLayoutEffect(() => {
    const element = field.current;
    element?.focus();
    if (element instanceof HTMLTextAreaElement) {
      element.setSelectionRange(element.value.length, element.value.length);
    }
  }, []);
  const finish = (then: Parameters<RowActions['typed']>[1]) => {
    if (done.current) return;
    done.current = true;
    actions.typed(field.current?.value ?? '', then);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key: pressed, shiftKey } = event;
    const arrows = { ArrowDown: 'down', ArrowUp: 'up' } as const;
    const arrow = pressed === 'ArrowDown' || pressed === 'ArrowUp' ? arrows[pressed] : undefined;
    if (pressed === 'Escape') {
      done.current = true;
      actions.leave();
    } else if (pressed === 'Enter') finish(shiftKey ? 'up' : 'down');
    else if (pressed === 'Tab') finish(shiftKey ? 'left' : 'right');
    // Typed at once, as in a spreadsheet, arrows go on to the next cell; after F2 they edit.
    else if (arrow !== undefined && typing.quick && key !== 'kind') finish(arrow);
    else {
      event.stopPropagation();
      return;
    }
    event.stopPropagation();
    event.preventDefault();
  };
  const common = {
    ref: field,
    className: classes['cell'],
    'aria-label': label,
    onKeyDown,
    onBlur: () => finish('stay'),
  };
  if (key === 'kind') {
    return (
      <select {...common} defaultValue={typing.text}>
        {PLAN_KINDS.map((kind) => (
          <option key={kind} value={KIND_NAMES[kind]}>
            {KIND_NAMES[kind]}
          </option>
        ))}
      </select>
    );
  }
  return (
    <textarea
      {...common}
      defaultValue={typing.text}
      maxLength={key === 'section' ? 300 : key === 'topic' ? 1000 : 2000}
      rows={1}
    />
  );
}

/** One line of the plan. Drawn anew only when something of it changed. */
export const PlanRow = memo(function PlanRow(props: {
  readonly row: BookRow;
  readonly index: number;
  readonly number: string;
  readonly repeated: boolean;
  /** The cursor's column, -1 where it is in another line. */
  readonly cursor: number;
  /** The chosen columns, where the line is among the chosen. */
  readonly left: number;
  readonly right: number;
  readonly typing: Typing | undefined;
  readonly dropHere: boolean;
  readonly readOnly: boolean;
  readonly base: string;
  readonly actions: RowActions;
}) {
  const { row, index, cursor, left, right, typing, actions, base, readOnly } = props;
  const drag = readOnly
    ? {}
    : {
        draggable: true,
        onDragStart: (event: DragEvent) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', cellText(row, 1));
          actions.dragStart(index);
        },
      };
  return (
    <tr
      role="row"
      aria-rowindex={index + 2}
      data-drop={props.dropHere ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        actions.dragOver(index);
      }}
      onDrop={(event) => {
        event.preventDefault();
        actions.drop();
      }}
    >
      <th
        role="rowheader"
        scope="row"
        data-used={row.used ? '' : undefined}
        title={readOnly ? undefined : words.dragHint}
        {...drag}
      >
        {props.number}
      </th>
      {COLUMNS.map((key, col) => (
        <td
          key={key}
          id={`${base}-${index}-${col}`}
          role="gridcell"
          data-row={index}
          data-col={col}
          data-cursor={col === cursor ? '' : undefined}
          data-chosen={col >= left && col <= right ? '' : undefined}
          data-repeated={key === 'section' && props.repeated ? '' : undefined}
          data-kind={key === 'kind' ? row.kind : undefined}
          aria-selected={col >= left && col <= right}
          className={key === 'hours' ? classes['number'] : undefined}
        >
          {col === cursor && typing !== undefined ? (
            <CellInput label={words.columns[key]} col={col} typing={typing} actions={actions} />
          ) : key === 'topic' && row.topic === '' && !readOnly ? (
            <span style={{ color: 'var(--mantine-color-placeholder)' }}>{words.noTopic}</span>
          ) : key === 'kind' && row.kind === 'lesson' ? (
            <span style={{ color: 'var(--mantine-color-dimmed)' }}>{cellText(row, col)}</span>
          ) : (
            cellText(row, col)
          )}
        </td>
      ))}
    </tr>
  );
});
