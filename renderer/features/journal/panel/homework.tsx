import { useCallback, useState } from 'react';
import {
  MOST_TASKS,
  NO_DETAILS,
  sameHomework,
  type LessonHomework,
  type OwnTask,
} from '#domain/homework/homework';
import { homeworkTexts as words } from '../../../text/homework';
import type { Desk } from '../desk/desk-type';
import { useDesk, useTopic } from '../hooks';
import { sameLesson } from '../store/keys';
import type { Lesson } from '../store/page-model';
import { editWithUndo } from '../store/undo';
import { AutoText } from './auto-text';
import { HomeworkDetails } from './homework-details';
import { HomeworkLoad } from './homework-load';
import { HomeworkTask } from './homework-task';
import { fieldId } from './panel-field';
import panel from './panel.module.css';

const taskField = (index: number) => `journal-homework-${index + 1}`;

/** What the plan has as homework for the lesson: of the lines it is held by, or laid for it. */
function draftOf(desk: Desk, lessonId: number): string {
  const plan = desk.plan.get();
  if (plan === undefined || plan === null) return '';
  const { planRows } = desk.store.lessons.get(String(lessonId)).shown;
  const rowIds = planRows.length > 0 ? planRows : (desk.plan.offered(lessonId)?.rowIds ?? []);
  return plan.rows
    .filter(([id]) => rowIds.includes(id))
    .flatMap(([, , , , , homework]) => homework || [])
    .join('; ');
}

/** Homework of a lesson (J3): for all, and tasks of their own for a group or some pupils. */
export function Homework(props: {
  readonly lesson: Lesson;
  /** The pupil under the cursor: whom a new task is for until somebody else is chosen. */
  readonly pupilId: number;
  readonly readOnly: boolean;
  readonly onLeave: () => void;
}) {
  const desk = useDesk();
  const { store } = desk;
  const { lesson, readOnly, onLeave } = props;
  const key = String(lesson.id);
  const texts = useTopic(
    store.topics,
    `lesson:${key}`,
    useCallback(() => store.lessons.get(key), [store, key]),
  );
  const { shown, stored } = useTopic(
    store.topics,
    `homework:${key}`,
    useCallback(() => store.homework.get(key), [store, key]),
  );
  useTopic(
    store.topics,
    'plan',
    useCallback(() => desk.plan.get(), [desk]),
  );
  const [draftTask, setDraftTask] = useState<OwnTask>();
  const [said, setSaid] = useState('');
  if (!store.model.page.withHomework) {
    return texts.shown.homework === '' ? (
      <span className={panel['dim']}>{words.notInThisGrade}</span>
    ) : (
      <p className={panel['held']}>{texts.shown.homework}</p>
    );
  }
  const saveText = (homework: string) =>
    desk.record(
      editWithUndo(store.lessons, sameLesson, key, { ...store.lessons.get(key).shown, homework }),
    );
  const edit = (change: (now: LessonHomework) => LessonHomework) =>
    desk.record(
      editWithUndo(store.homework, sameHomework, key, change(store.homework.get(key).shown)),
    );
  const changeTask = (index: number, change: Partial<OwnTask>) => {
    // A task for nobody is not saved: the field waits for a name.
    if (change.pupilIds?.length === 0 && (change.groupId ?? null) === null) return;
    edit((now) => ({
      ...now,
      tasks:
        change.text === ''
          ? now.tasks.toSpliced(index, 1)
          : now.tasks.map((task, at) => (at === index ? { ...task, ...change } : task)),
    }));
  };
  const changeDraft = (change: Partial<OwnTask>) => {
    const next = { ...(draftTask ?? newTask()), ...change };
    if (next.text === '' || (next.groupId === null && next.pupilIds.length === 0)) {
      return setDraftTask(next);
    }
    setDraftTask(undefined);
    edit((now) => ({ ...now, tasks: [...now.tasks, next] }));
  };
  const newTask = (): OwnTask => ({
    ...NO_DETAILS,
    text: '',
    groupId: null,
    pupilIds: [props.pupilId],
  });
  const draft = draftOf(desk, lesson.id);
  const offers = !readOnly && texts.shown.homework === '' && draft !== '';
  const tasks = draftTask === undefined ? shown.tasks : [...shown.tasks, draftTask];
  const set = texts.shown.homework !== '' || shown.tasks.length > 0;
  return (
    <>
      <AutoText
        label={words.title}
        aside={words.key}
        value={texts.shown.homework}
        placeholder={words.hint}
        maxLength={2000}
        readOnly={readOnly}
        rows={2}
        fieldId={fieldId('homework')}
        onSave={saveText}
        onLeave={onLeave}
        onKeyDown={(event) => {
          if (!event.ctrlKey || event.code !== 'KeyT' || readOnly) return;
          event.preventDefault();
          const field = event.currentTarget as HTMLTextAreaElement;
          if (field.value.trim() === '' && draft !== '') saveText(draft);
          else setSaid(draft === '' ? words.nothingInPlan : '');
        }}
      />
      {said !== '' && (
        <span className={panel['dim']} role="status">
          {said}
        </span>
      )}
      {offers && (
        <button
          type="button"
          className={panel['offer']}
          title={words.takeFromPlan}
          onClick={() => saveText(draft)}
        >
          <span className={panel['ordinal']}>{words.fromPlan}</span> {draft}
        </button>
      )}
      {(set || !readOnly) && (
        <HomeworkDetails
          {...{ lesson, readOnly, onLeave }}
          details={shown.forAll}
          onChange={(change) => edit((now) => ({ ...now, forAll: { ...now.forAll, ...change } }))}
        />
      )}
      {tasks.map((task, index) => {
        const saved = index < shown.tasks.length;
        return (
          <HomeworkTask
            // By its place: a new task keeps its fields, and the caret in them, when it is saved.
            key={index}
            {...{ lesson, task, readOnly, onLeave }}
            number={index + 1}
            textId={taskField(index)}
            onChange={(change) => (saved ? changeTask(index, change) : changeDraft(change))}
            onRemove={() =>
              saved
                ? edit((now) => ({ ...now, tasks: now.tasks.toSpliced(index, 1) }))
                : setDraftTask(undefined)
            }
          />
        );
      })}
      {!readOnly && draftTask === undefined && shown.tasks.length < MOST_TASKS && (
        <button
          type="button"
          className={panel['link']}
          onClick={() => {
            setDraftTask(newTask());
            const field = taskField(shown.tasks.length);
            requestAnimationFrame(() => document.getElementById(field)?.focus());
          }}
        >
          {words.addTask}
        </button>
      )}
      {set && (
        <HomeworkLoad lessonId={lesson.id} version={`${texts.stored.version} ${stored.version}`} />
      )}
    </>
  );
}
