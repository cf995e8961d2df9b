import { MultiSelect } from '@mantine/core';
import type { OwnTask } from '#domain/homework/homework';
import { homeworkTexts as words } from '../../../text/homework';
import { useDesk } from '../hooks';
import type { Lesson } from '../store/page-model';
import { AutoText } from './auto-text';
import { HomeworkDetails } from './homework-details';
import classes from './homework.module.css';

const groupValue = (id: number) => `g${id}`;
const pupilValue = (id: number) => `p${id}`;

/** A group stands alone; pupils are named as many as one likes. What was chosen last counts. */
function whomOf(values: readonly string[]): Pick<OwnTask, 'groupId' | 'pupilIds'> {
  const last = values.at(-1);
  if (last?.startsWith('g') === true) return { groupId: Number(last.slice(1)), pupilIds: [] };
  const pupils = values.filter((value) => value.startsWith('p'));
  return { groupId: null, pupilIds: pupils.map((value) => Number(value.slice(1))) };
}

/** A task of its own: whom, what, when, how, how long (КИА 4.4.6). */
export function HomeworkTask(props: {
  readonly lesson: Lesson;
  readonly number: number;
  readonly task: OwnTask;
  readonly readOnly: boolean;
  readonly textId: string;
  readonly onChange: (change: Partial<OwnTask>) => void;
  readonly onRemove: () => void;
  readonly onLeave: () => void;
}) {
  const { model } = useDesk().store;
  const { lesson, task, readOnly, onChange, onLeave } = props;
  const here = model.pupils.filter(
    ({ from, to, away }) =>
      from <= lesson.date &&
      (to === null || lesson.date <= to) &&
      !away.some(([first, last]) => first <= lesson.date && lesson.date <= last),
  );
  const value = task.groupId === null ? task.pupilIds.map(pupilValue) : [groupValue(task.groupId)];
  return (
    <div className={classes['task']} role="group" aria-label={words.task(props.number)}>
      <div className={classes['whom']}>
        <MultiSelect
          size="xs"
          searchable
          hidePickedOptions
          styles={{ inputField: { minWidth: '2rem' } }}
          aria-label={words.whom}
          {...(value.length === 0 && { placeholder: words.chooseWhom })}
          readOnly={readOnly}
          data={[
            {
              group: words.groups,
              items: model.groups.map(([id, name]) => ({ value: groupValue(id), label: name })),
            },
            {
              group: words.pupils,
              items: here.map(({ id, name }) => ({ value: pupilValue(id), label: name })),
            },
          ]}
          value={value}
          onChange={(values) => onChange(whomOf(values))}
        />
        {!readOnly && (
          <button
            type="button"
            className={classes['remove']}
            aria-label={`${words.remove} ${props.number}`}
            title={words.remove}
            onClick={props.onRemove}
          >
            ✕
          </button>
        )}
      </div>
      <AutoText
        label={words.taskText}
        value={task.text}
        placeholder={words.hint}
        maxLength={2000}
        readOnly={readOnly}
        rows={1}
        fieldId={props.textId}
        onSave={(text) => onChange({ text })}
        onLeave={onLeave}
      />
      <HomeworkDetails {...{ lesson, readOnly, onChange, onLeave }} details={task} />
    </div>
  );
}
