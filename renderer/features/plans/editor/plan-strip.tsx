import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { errorText } from '../../../api/error-text';
import { plansTexts } from '../../../text/plans';
import type { PlanBook } from './plan-book';
import classes from './plan-grid.module.css';
import type { PlanSaver } from './plan-saver';

const words = plansTexts.editor;

/** What needs to be said under the sheet, and how it stands with saving. */
export function PlanStrip(props: {
  readonly book: PlanBook;
  readonly saver: PlanSaver;
  readonly onTakeOther: () => void;
}) {
  const { book, saver } = props;
  const { problem } = useSyncExternalStore(book.subscribe, book.state);
  const { sign, error } = useSyncExternalStore(saver.subscribe, saver.state);
  const bad = sign === 'unsent' || sign === 'refused' || sign === 'conflict';
  return (
    <div className={classes['strip']}>
      {problem !== null ? (
        <span role="status" className={classes['attention']}>
          {words.problem[problem]}
        </span>
      ) : sign === 'refused' ? (
        <span role="alert" className={classes['attention']}>
          {Object.values(errorText(error)).join(' ')}
        </span>
      ) : (
        words.legend.map(([key, what]) => (
          <span key={key}>
            <kbd>{key}</kbd> {what}
          </span>
        ))
      )}
      <span className={classes['state']} role={bad ? 'alert' : 'status'}>
        {words.state[sign]}
      </span>
      {sign === 'unsent' && (
        <Button size="compact-xs" onClick={saver.retry}>
          {words.retry}
        </Button>
      )}
      {sign === 'conflict' && (
        <>
          <Button size="compact-xs" onClick={saver.keepMine}>
            {words.keepMine}
          </Button>
          <Button size="compact-xs" variant="default" onClick={props.onTakeOther}>
            {words.takeOther}
          </Button>
        </>
      )}
    </div>
  );
}
