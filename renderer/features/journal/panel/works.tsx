import { useCallback, useState } from 'react';
import { journalTexts } from '../../../text/journal';
import { useDesk, useTopic } from '../hooks';
import { cellKey, sameWork, workKey } from '../store/keys';
import type { Work } from '../store/page-commands';
import type { Lesson } from '../store/page-model';
import { editWithUndo } from '../store/undo';
import { Assigned, assignedWords } from './assigned';
import classes from './panel.module.css';

/** A weight of 0 to 100 as typed; undefined where it is none. */
function weightOf(text: string): number | undefined {
  const weight = Number(text);
  return text.trim() !== '' && Number.isInteger(weight) && weight >= 0 && weight <= 100
    ? weight
    : undefined;
}

function WorkLine(props: {
  readonly lesson: Lesson;
  readonly position: number;
  readonly work: Work;
  readonly active: boolean;
  readonly several: boolean;
}) {
  const desk = useDesk();
  const { store } = desk;
  const { lesson, position, work } = props;
  const { id: lessonId } = lesson;
  const [open, setOpen] = useState(false);
  const readOnly = !store.model.mayMark(lessonId);
  const hasMarks = store.model.pupils.some((pupil) =>
    store.cells.get(cellKey(lessonId, pupil.id)).shown.marks.some((mark) => mark.work === position),
  );
  const edit = (change: Partial<Work>) =>
    desk.record(
      editWithUndo(store.works, sameWork, workKey(lessonId, position), { ...work, ...change }),
    );
  return (
    <div className={classes['work']} data-active={props.active && props.several ? '' : undefined}>
      <button
        type="button"
        className={classes['kind']}
        disabled={readOnly}
        title={journalTexts.head.chooseKind}
        onClick={() => desk.openKindMenu({ lessonId, position })}
      >
        {store.kindOf(work)?.name ?? ''}
      </button>
      <label className={classes['weight']}>
        {journalTexts.weightShort}
        <input
          key={`weight-${work.weight}`}
          className={classes['line']}
          aria-label={journalTexts.weight}
          title={journalTexts.weight}
          defaultValue={work.weight}
          inputMode="numeric"
          maxLength={3}
          readOnly={readOnly}
          onBlur={(event) => {
            const weight = weightOf(event.currentTarget.value);
            if (weight === undefined) event.currentTarget.value = String(work.weight);
            else edit({ weight });
          }}
        />
      </label>
      {props.several && (
        <button
          type="button"
          className={classes['link']}
          aria-pressed={props.active}
          onClick={() => desk.chooseWork(lessonId, position)}
        >
          {props.active ? journalTexts.typeHere : journalTexts.enterHere}
        </button>
      )}
      <input
        key={`title-${work.title}`}
        className={classes['line']}
        aria-label={journalTexts.workTitle}
        placeholder={readOnly ? '' : journalTexts.workTitle}
        defaultValue={work.title}
        maxLength={200}
        readOnly={readOnly}
        onBlur={(event) => edit({ title: event.currentTarget.value.trim() })}
      />
      {open && !readOnly ? (
        <Assigned lesson={lesson} work={work} onEdit={edit} />
      ) : (
        <span className={classes['assigned']}>
          <span className={classes['dim']}>{assignedWords(store, work)}</span>
          {!readOnly && (
            <button
              type="button"
              className={classes['link']}
              aria-expanded={open}
              onClick={() => setOpen(true)}
            >
              {journalTexts.assigned.more}
            </button>
          )}
        </span>
      )}
      {open && !readOnly && !hasMarks && (
        <button
          type="button"
          className={classes['link']}
          onClick={() =>
            desk.record(editWithUndo(store.works, sameWork, workKey(lessonId, position), null))
          }
        >
          {journalTexts.assigned.remove}
        </button>
      )}
    </div>
  );
}

/** The works of a lesson with kind, weight and title, and which of them the digits go to. */
export function Works({ lesson }: { readonly lesson: Lesson }) {
  const { id: lessonId } = lesson;
  const desk = useDesk();
  const { store } = desk;
  const works = useTopic(
    store.topics,
    `works:${lessonId}`,
    useCallback(() => store.worksOf(lessonId), [store, lessonId]),
  );
  const active = useTopic(
    store.topics,
    `works:${lessonId}`,
    useCallback(() => desk.activeWork(lessonId), [desk, lessonId]),
  );
  const { page, mayMark } = store.model;
  const editable = mayMark(lessonId) && page.noMarks === null;
  const next = (works.at(-1)?.[0] ?? 0) + 1;
  if (works.length === 0 && !editable) return null;
  return (
    <div className={classes['section']}>
      <div className={classes['label']}>{journalTexts.works}</div>
      {works.map(([position, work]) => (
        <WorkLine
          key={position}
          lesson={lesson}
          position={position}
          work={work}
          active={position === active}
          several={works.length > 1}
        />
      ))}
      {works.length === 0 && editable && (
        <span className={classes['dim']}>{journalTexts.noWorks}</span>
      )}
      {editable && next <= 9 && (
        <button
          type="button"
          className={classes['link']}
          onClick={() => desk.openKindMenu({ lessonId, position: next })}
        >
          + {works.length === 0 ? journalTexts.chooseKind : journalTexts.addWork}
        </button>
      )}
    </div>
  );
}
