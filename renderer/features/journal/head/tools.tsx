import {
  IconArrowDown,
  IconArrowRight,
  IconCalendarMonth,
  IconCalendarWeek,
  IconColumns,
  IconPointFilled,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { journalTexts } from '../../../text/journal';
import { keepMove, MOVES, storedMove } from '../desk/settings';
import type { ColumnsBy } from '../grid/key-command';
import classes from './head.module.css';

/** A small button with a picture. */
export const Tool = (props: {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) => (
  <button
    type="button"
    className={classes['tool']}
    aria-label={props.label}
    title={props.label}
    onClick={props.onClick}
  >
    {props.children}
  </button>
);

/** Where the cursor goes after a mark: a click takes the next of the three ways. */
export function AfterMark() {
  const [move, setMove] = useState(storedMove);
  const Icon = { down: IconArrowDown, right: IconArrowRight, stay: IconPointFilled }[move];
  return (
    <Tool
      label={journalTexts.afterMark[move]}
      onClick={() => {
        const next = MOVES[(MOVES.indexOf(move) + 1) % MOVES.length] ?? 'down';
        keepMove(next);
        setMove(next);
      }}
    >
      <Icon size={16} stroke={1.6} />
    </Tool>
  );
}

const WAYS = ['lesson', 'week', 'month'] as const;

/** Columns by lesson, by week or by month: a click takes the next. */
export function ColumnsTool(props: {
  readonly by: ColumnsBy;
  readonly onChange: (by: ColumnsBy) => void;
}) {
  const { by } = props;
  const Icon = { lesson: IconColumns, week: IconCalendarWeek, month: IconCalendarMonth }[by];
  return (
    <Tool
      label={journalTexts.columns.tool[by]}
      onClick={() => props.onChange(WAYS[(WAYS.indexOf(by) + 1) % WAYS.length] ?? 'lesson')}
    >
      <Icon size={16} stroke={1.6} />
    </Tool>
  );
}
