import { useCallback, useDeferredValue, useEffect, useRef } from 'react';
import { dayAndMonth, journalTexts, periodTitle } from '../../../text/journal';
import { lockTexts } from '../../../text/locks';
import { useDesk, useTopic } from '../hooks';
import type { Lesson } from '../store/page-model';
import { sameLesson } from '../store/keys';
import type { LessonTexts } from '../store/page-commands';
import { editWithUndo } from '../store/undo';
import { AutoText } from './auto-text';
import { CellDetails } from './cell-details';
import { ControlOffer } from './control-offer';
import { Debts } from './debts';
import { Homework } from './homework';
import { fieldId, type PanelField } from './panel-field';
import { PeriodDetails } from './period-details';
import { topicAside, TopicFromPlan } from './topic-from-plan';
import { Works } from './works';
import classes from './panel.module.css';

/** Topic, homework and works of the lesson. */
function LessonPart(props: {
  readonly lesson: Lesson;
  readonly pupilId: number;
  readonly onLeave: () => void;
}) {
  const desk = useDesk();
  const { store } = desk;
  const { model } = store;
  const { lesson } = props;
  const key = String(lesson.id);
  const { shown } = useTopic(
    store.topics,
    `lesson:${key}`,
    useCallback(() => store.lessons.get(key), [store, key]),
  );
  const save = (change: Partial<LessonTexts>) =>
    desk.record(
      editWithUndo(store.lessons, sameLesson, key, { ...store.lessons.get(key).shown, ...change }),
    );
  useTopic(
    store.topics,
    'plan',
    useCallback(() => desk.plan.get(), [desk]),
  );
  const readOnly = !model.mayWrite(lesson.id);
  const locks = model.locks.now();
  const ahead = model.aheadLock(lesson);
  return (
    <>
      <h2 className={classes['title']}>
        {journalTexts.lesson(dayAndMonth(lesson.date), lesson.number)}
        {lesson.date === model.today && <small>{journalTexts.today}</small>}
      </h2>
      {lesson.heldBy !== undefined && (
        <p className={classes['held']}>{journalTexts.heldBy(lesson.heldBy)}</p>
      )}
      {ahead !== undefined && (
        <p className={classes['held']}>
          {lockTexts.said('ahead', ahead, locks.clauses[ahead] ?? [], locks.mayOpen)}
        </p>
      )}
      <AutoText
        label={journalTexts.topic}
        aside={topicAside(desk, lesson.id)}
        value={shown.topic}
        placeholder={journalTexts.topicHint}
        maxLength={1000}
        readOnly={readOnly}
        rows={1}
        fieldId={fieldId('topic')}
        onSave={(topic) => save(topic === '' ? { topic, planRows: [] } : { topic })}
        onLeave={props.onLeave}
        onKeyDown={(event) => {
          if (!event.ctrlKey || event.code !== 'KeyT') return;
          event.preventDefault();
          desk.act({ do: 'planTopic' });
        }}
      />
      <TopicFromPlan lessonId={lesson.id} />
      <Homework
        lesson={lesson}
        pupilId={props.pupilId}
        readOnly={readOnly}
        onLeave={props.onLeave}
      />
      <ControlOffer lesson={lesson} />
      <Works lesson={lesson} />
    </>
  );
}

/** What belongs to the cursor's column and cell. It follows the cursor when there is time for it. */
export function LessonPanel(props: {
  /** A field that was asked for: it takes the focus once it is that of the cursor's cell. */
  readonly asked: { readonly field: PanelField } | undefined;
  readonly onLeave: () => void;
}) {
  const desk = useDesk();
  const { model, topics } = desk.store;
  const cursor = useTopic(
    topics,
    'cursor',
    useCallback(() => desk.cursor(), [desk]),
  );
  const shown = useDeferredValue(cursor);
  const { row, col } = shown;
  const { asked } = props;
  const given = useRef(asked);
  useEffect(() => {
    if (asked === undefined || asked === given.current || shown !== cursor) return;
    given.current = asked;
    document.getElementById(fieldId(asked.field))?.focus();
  }, [asked, shown, cursor]);
  const [pupil, column] = [model.pupils[row], model.columns[col]];
  if (pupil === undefined || column === undefined) return null;
  return (
    <aside className={classes['panel']} aria-label={journalTexts.panel}>
      {column.kind === 'lesson' ? (
        <>
          <LessonPart
            key={column.lesson.id}
            lesson={column.lesson}
            pupilId={pupil.id}
            onLeave={props.onLeave}
          />
          <CellDetails
            key={`${column.lesson.id}:${pupil.id}`}
            row={row}
            col={col}
            pupil={pupil}
            lesson={column.lesson}
            onLeave={props.onLeave}
          />
        </>
      ) : (
        <>
          <h2 className={classes['title']}>{periodTitle(column.period)}</h2>
          <PeriodDetails
            key={`${column.period.id}:${pupil.id}`}
            row={row}
            col={col}
            pupil={pupil}
            period={column.period}
            onLeave={props.onLeave}
          />
        </>
      )}
      <Debts pupilId={pupil.id} />
    </aside>
  );
}
