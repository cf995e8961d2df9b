import { useCallback } from 'react';
import type { Period } from '#contract/school';
import { journalTexts, periodTab } from '../../../text/journal';
import { closedAt } from '../desk/edits';
import { useDesk, useTopic } from '../hooks';
import type { Pupil } from '../store/page-model';
import { periodMarkKey, samePeriodMark } from '../store/keys';
import { editWithUndo } from '../store/undo';
import { AutoText } from './auto-text';
import { Pad } from './pad';
import { fieldId } from './panel-field';
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
  const readOnly = closedAt(store, props.row, props.col) !== undefined;
  const parts = store.model.periods
    .filter(({ kind }) => kind !== 'year')
    .map(
      (part) =>
        [part, store.periodMarks.get(periodMarkKey(pupil.id, part.id)).shown.value] as const,
    )
    .filter(([, value]) => value !== '')
    .map(([part, value]) => `${periodTab(part)} — ${value}`)
    .join(', ');
  return (
    <div className={classes['section']}>
      <h2 className={classes['title']}>
        {pupil.name}
        <span className="sj-numbers">{shown.value}</span>
      </h2>
      {!readOnly && <Pad column="period" proposed={shown.value === '' ? averages.proposed : ''} />}
      <div className={classes['dim']}>
        {averages.proposed === ''
          ? texts.none
          : period.kind === 'year'
            ? texts.ofYear(averages.proposed, parts)
            : texts.proposed(averages.proposed)}
        {period.kind !== 'year' &&
          averages.weighted !== '' &&
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
          readOnly={readOnly}
          rows={1}
          fieldId={fieldId('details')}
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
