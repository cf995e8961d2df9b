import { IconArrowDown, IconArrowRight, IconPointFilled } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { journalTexts } from '../../../text/journal';
import { keepMove, MOVES, storedMove } from '../desk/settings';
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
