import { memo, useCallback, useDeferredValue } from 'react';
import { journalOutlook } from '../../../text/journal-outlook';
import { shortDay } from '../../../text/journal';
import { useDesk, useTopic } from '../hooks';
import type { PupilAverages } from '../store/averages';
import type { Pupil } from '../store/page-model';
import classes from './panel.module.css';

const Lines = memo(function Lines(props: {
  readonly pupil: Pupil;
  readonly averages: PupilAverages;
  readonly explained: boolean;
}) {
  const { store } = useDesk();
  const { period, due, today } = store.model;
  const { soFar, weighted, proposed } = props.averages;
  // Nothing can change the mark of a period that is over.
  const found = period.endsOn < today ? undefined : store.averages.forecast(props.pupil.id, period);
  const texts = journalOutlook;
  return (
    <section className={classes['outlook']} aria-label={texts.title}>
      {!(props.explained && proposed !== '') && (
        <div className={classes['dim']}>{texts.now(weighted, proposed)}</div>
      )}
      {soFar !== undefined && due !== null && (
        <div data-late={soFar.late ? '' : undefined}>
          {texts.soFar(soFar, due.marks, shortDay(due.by))}
        </div>
      )}
      {found?.up.map(({ to, ways }) => (
        <div key={to}>{texts.up(to, ways)}</div>
      ))}
      {found !== undefined && <div>{texts.fall(found.fall)}</div>}
    </section>
  );
});

/**
 * What the pupil's mark of the page's period needs and what would change it (J5, КИА 2.7, 5.2). It
 * follows the marks when there is time for it: no key waits for it.
 */
export function Outlook(props: {
  readonly pupil: Pupil;
  /** The average and the mark it gives stand beside it already. */
  readonly explained?: boolean;
}) {
  const { pupil, explained = false } = props;
  const { store } = useDesk();
  const { period, due } = store.model;
  const averages = useTopic(
    store.topics,
    `pupil:${pupil.id}`,
    useCallback(() => store.averages.of(pupil.id, period), [store, pupil.id, period]),
  );
  const shown = useDeferredValue(averages);
  return due === null ? null : <Lines {...{ pupil, explained }} averages={shown} />;
}
