import { IconUserExclamation } from '@tabler/icons-react';
import { useCallback } from 'react';
import { journalOutlook } from '../../../text/journal-outlook';
import type { Desk } from '../desk/desk-type';
import { useTopic } from '../hooks';
import { lackingCount } from '../lacking';
import classes from './head.module.css';

/** «Кому не хватает отметок»: how many pupils, and a click shows only them (КИА 5.2). */
export function LackingTool(props: {
  /** The desk over all pupils. */
  readonly full: Desk;
  readonly on: boolean;
  readonly onToggle: () => void;
}) {
  const { store } = props.full;
  const count = useTopic(
    store.topics,
    'cells',
    useCallback(() => lackingCount(store), [store]),
  );
  if (store.model.due === null || (count === 0 && !props.on)) return null;
  const label = journalOutlook.filter(count);
  return (
    <button
      type="button"
      className={`${classes['tool']} ${classes['counted']}`}
      aria-pressed={props.on}
      aria-label={label}
      title={props.on ? journalOutlook.everybody : label}
      onClick={props.onToggle}
    >
      <IconUserExclamation size={16} />
      {count}
    </button>
  );
}
