import { useCallback } from 'react';
import type { Period } from '#contract/school';
import { journalTexts } from '../../../text/journal';
import { closedAt } from '../desk/edits';
import { useDesk, useTopic } from '../hooks';
import type { Pupil } from '../store/page-model';
import { periodMarkKey, samePeriodMark } from '../store/page-store';
import { editWithUndo } from '../store/undo';
import { AutoText } from './auto-text';
import { DETAILS_FIELD } from './cell-details';
import classes from './panel.module.css';

/** The mark of a period under the cursor: what was proposed and why another one was set. */
export function PeriodDetails(props: {
  readonly row: number;
  readonly col: number;
  readonly pupil: Pupil;
  readonly period: Period;
  readonly onLeave: () => void;
}) {
  const desk = useDesk();
  const { store } = desk;
  const { pupil, period } = props;
  const key = periodMarkKey(pupil.id, period.id);
  const topic = `pupil:${pupil.id}`;
  const { shown } = useTopic(
    store.topics,
    topic,
    useCallback(() => store.periodMarks.get(key), [store, key]),
  );
  const averages = useTopic(
    store.topics,
    topic,
    useCallback(() => store.averages.of(pupil.id, period), [store, pupil.id, period]),
  );
  const forecast = store.averages.forecast(pupil.id, period);
  const texts = journalTexts.periodMark;
  return (
    <div className={classes['section']}>
      <h2 className={classes['title']}>
        {pupil.name}
        <span className="sj-numbers">{shown.value}</span>
      </h2>
      <div className={classes['dim']}>
        {averages.proposed === '' ? texts.none : texts.proposed(averages.proposed)}
        {averages.weighted !== '' &&
          `, ${journalTexts.head.weighted} ${averages.weighted}, ${texts.marks(averages.count)}`}
      </div>
      {forecast.length > 0 && (
        <div className={classes['forecast']}>
          <span className={classes['dim']}>{texts.forecast}</span>
          {forecast.map(({ mark, average, proposed }) => (
            <span key={mark}>
              {mark} → {average} ({proposed})
            </span>
          ))}
        </div>
      )}
      {shown.value !== '' && (
        <AutoText
          label={texts.note}
          value={shown.note}
          placeholder={texts.noteHint}
          maxLength={500}
          readOnly={closedAt(store, props.row, props.col) !== undefined}
          rows={1}
          fieldId={DETAILS_FIELD}
          onSave={(note) =>
            desk.record(
              editWithUndo(store.periodMarks, samePeriodMark, key, {
                ...store.periodMarks.get(key).shown,
                note,
              }),
            )
          }
          onLeave={props.onLeave}
        />
      )}
    </div>
  );
}
