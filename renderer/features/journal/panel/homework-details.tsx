import { useState, type KeyboardEvent } from 'react';
import { isIsoDate } from '#domain/calendar/iso-date';
import { MANNERS, MOST_MINUTES, type TaskDetails } from '#domain/homework/homework';
import { homeworkTexts as words } from '../../../text/homework';
import { shortDay } from '../../../text/journal';
import { DateField } from '../../../ui/date-field/date-field';
import type { Lesson } from '../store/page-model';
import { useDesk } from '../hooks';
import { AutoText } from './auto-text';
import classes from './homework.module.css';
import panel from './panel.module.css';

const OTHER = 'other';
/** Lessons one can set homework for from the list; a later day is written. */
const LESSONS_AHEAD = 8;

/** Minutes as typed: nothing is no estimate; undefined where it is no time homework takes. */
function minutesOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const minutes = Number(text);
  const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES;
  return fits ? minutes : undefined;
}

/** For which lesson, how, how long, with what: of the text for all or of a task of its own. */
export function HomeworkDetails(props: {
  readonly lesson: Lesson;
  readonly details: TaskDetails;
  readonly readOnly: boolean;
  readonly onChange: (change: Partial<TaskDetails>) => void;
  readonly onLeave: () => void;
}) {
  const { model } = useDesk().store;
  const { lesson, details, readOnly, onChange, onLeave } = props;
  const [other, setOther] = useState(false);
  const [withMaterials, setWithMaterials] = useState(false);
  const later = [
    ...new Set(model.lessons.map(({ date }) => date).filter((date) => date > lesson.date)),
  ];
  const [next, ...ahead] = later.slice(0, LESSONS_AHEAD);
  const { dueOn } = details;
  const days = [...new Set([...ahead, ...(dueOn === null ? [] : [dueOn])])].sort();
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onLeave();
  };
  return (
    <>
      <div className={classes['details']}>
        <select
          className={classes['choice']}
          aria-label={words.due}
          title={words.due}
          disabled={readOnly}
          value={other ? OTHER : (dueOn ?? '')}
          onKeyDown={leave}
          onChange={({ currentTarget: { value } }) => {
            setOther(value === OTHER);
            if (value !== OTHER) onChange({ dueOn: isIsoDate(value) ? value : null });
          }}
        >
          <option value="">{words.dueNext(next && shortDay(next))}</option>
          {days.map((date) => (
            <option key={date} value={date}>
              {words.dueLesson(shortDay(date))}
            </option>
          ))}
          <option value={OTHER}>{words.dueOther}</option>
        </select>
        {(!readOnly || details.minutes !== null) && (
          <label className={classes['minutes']}>
            <input
              key={details.minutes ?? ''}
              aria-label={words.minutes}
              title={words.minutes}
              defaultValue={details.minutes ?? ''}
              inputMode="numeric"
              maxLength={3}
              readOnly={readOnly}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.currentTarget.blur();
                leave(event);
              }}
              onBlur={({ currentTarget }) => {
                const minutes = minutesOf(currentTarget.value);
                if (minutes === undefined) currentTarget.value = String(details.minutes ?? '');
                else onChange({ minutes });
              }}
            />
            {words.minutesUnit}
          </label>
        )}
        {other && (
          <div className={classes['day']}>
            <DateField
              label={words.dueDay}
              hideLabel
              value={dueOn}
              onChange={(day) => day !== null && day > lesson.date && onChange({ dueOn: day })}
            />
          </div>
        )}
        {(!readOnly || details.manner !== '') && (
          <select
            className={classes['choice']}
            aria-label={words.manner}
            title={words.manner}
            disabled={readOnly}
            value={details.manner}
            onKeyDown={leave}
            onChange={({ currentTarget: { value } }) =>
              onChange({ manner: MANNERS.find((one) => one === value) ?? '' })
            }
          >
            {(['', ...MANNERS] as const).map((manner) => (
              <option key={manner} value={manner}>
                {words.manners[manner]}
              </option>
            ))}
          </select>
        )}
      </div>
      {details.materials !== '' || withMaterials ? (
        <AutoText
          label={words.materials}
          value={details.materials}
          placeholder={words.materialsHint}
          maxLength={1000}
          readOnly={readOnly}
          rows={1}
          onSave={(materials) => onChange({ materials })}
          onLeave={onLeave}
        />
      ) : (
        !readOnly && (
          <button type="button" className={panel['link']} onClick={() => setWithMaterials(true)}>
            {words.addMaterials}
          </button>
        )
      )}
    </>
  );
}
