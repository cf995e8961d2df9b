import { useCallback } from 'react';
import { isFinal } from '#domain/periods/finals';
import { isMarkValue } from '#domain/marks/mark-value';
import { journalTexts, periodTab } from '../../../text/journal';
import { closedAt } from '../desk/edits';
import { useDesk, useTopic } from '../hooks';
import type { MarkedPeriod, Pupil } from '../store/page-model';
import { periodMarkKey, samePeriodMark } from '../store/keys';
import { editWithUndo } from '../store/undo';
import { AutoText } from './auto-text';
import { BroughtLines } from './brought-lines';
import { Explanation } from './explanation';
import { Outlook } from './outlook';
import { Pad } from './pad';
import { fieldId } from './panel-field';
import classes from './panel.module.css';

/** The mark of a period under the cursor: what was proposed and why another one was set. */
export function PeriodDetails(props: {
  readonly row: number;
  readonly col: number;
  readonly pupil: Pupil;
  readonly period: MarkedPeriod;
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
  const texts = journalTexts.periodMark;
  const brought = store.model.brought.periodMark(pupil.id, period.id);
  const { due, period: ofStore } = store.model;
  /** Of the period the page shows with its lessons more can be said. */
  const ofPage = due !== null && period.id === ofStore.id;
  const readOnly = closedAt(store, props.row, props.col) !== undefined;
  const final = isFinal(period.kind);
  const grounds: readonly MarkedPeriod[] = final
    ? [store.model.period, ...store.model.finals.filter(({ kind }) => kind === 'exam')]
    : store.model.periods.filter(({ kind }) => kind !== 'year');
  const parts = grounds
    .map(
      (part) =>
        [
          part,
          store.periodMarks.get(periodMarkKey(pupil.id, part.id)).shown.value,
          store.model.brought.periodMark(pupil.id, part.id),
        ] as const,
    )
    .flatMap(([part, value, brought]) => {
      if (value === '' && brought === '') return [];
      const said = value === '' ? journalTexts.brought.ofParts(brought) : value;
      return [`${periodTab(part)} — ${said}`];
    })
    .join(', ');
  const proposedWords = () => {
    if (period.kind === 'exam') return texts.exam;
    if (period.kind === 'final') {
      return averages.proposed === ''
        ? texts.noFinal(store.model.page.finals)
        : texts.ofFinal(averages.proposed, parts);
    }
    if (averages.proposed === '') return texts.none;
    return period.kind === 'year'
      ? texts.ofYear(averages.proposed, parts)
      : texts.proposed(averages.proposed);
  };
  return (
    <div className={classes['section']}>
      <h2 className={classes['title']}>
        {pupil.name}
        <span className="sj-numbers">{shown.value}</span>
      </h2>
      {!readOnly && <Pad column="period" proposed={shown.value === '' ? averages.proposed : ''} />}
      <Explanation pupil={pupil} period={period} />
      {brought !== '' && (
        <div className={classes['dim']}>
          {journalTexts.brought.period(brought, store.model.brought.school(pupil.id) ?? '')}.
        </div>
      )}
      {period.id === store.model.period.id && <BroughtLines pupil={pupil} />}
      {ofPage ? (
        <Outlook pupil={pupil} explained />
      ) : (
        <div className={classes['dim']}>
          {proposedWords()}
          {period.kind !== 'year' &&
            !final &&
            averages.weighted !== '' &&
            `, ${journalTexts.head.weighted} ${averages.weighted}, ${texts.marks(averages.count)}`}
        </div>
      )}
      {!readOnly && period.kind !== 'exam' && (
        <button
          type="button"
          className={classes['link']}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => desk.act({ do: 'allProposed' })}
        >
          {texts.all.button}
        </button>
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
          onSave={(note) => {
            const reasons = store.averages.reasons(pupil.id, period, shown.value);
            const { value } = shown;
            if (note === '' && reasons.length > 0 && isMarkValue(value)) {
              const problem = { kind: 'noteNeeded', value, reasons } as const;
              return desk.say({ kind: 'problem', problem });
            }
            desk.record(
              editWithUndo(store.periodMarks, samePeriodMark, key, {
                ...store.periodMarks.get(key).shown,
                note,
              }),
            );
          }}
          onLeave={props.onLeave}
        />
      )}
    </div>
  );
}
