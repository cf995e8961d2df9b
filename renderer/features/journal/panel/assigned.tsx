import type { IsoDate } from '#domain/calendar/iso-date';
import { datesFit, isWritten } from '#domain/journal/assigned-work';
import { journalTexts, shortDay } from '../../../text/journal';
import { dateText, maskDate, parseDateText } from '../../../ui/date-field/date-text';
import { notifyPlainly } from '../../../ui/notify';
import { useDesk } from '../hooks';
import type { Lesson } from '../store/page-model';
import type { Work } from '../store/page-commands';
import type { PageStore } from '../store/page-store';
import classes from './panel.module.css';

const words = journalTexts.assigned;

/** «письменно, сдать до 30.11»: how a work is assigned, in short. */
export function assignedWords(store: PageStore, work: Work): string {
  const kind = store.kindOf(work);
  return [
    kind === undefined ? '' : isWritten(work, kind) ? words.written : words.oral,
    work.givenOn === null ? '' : words.givenShort(shortDay(work.givenOn)),
    work.dueOn === null ? '' : words.dueShort(shortDay(work.dueOn)),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** A day typed as ДД.ММ.ГГГГ, saved on leaving; empty takes it away, no day brings back what was. */
function DayInput(props: {
  readonly label: string;
  readonly value: IsoDate | null;
  /** Stands in the empty field: the day that is meant then. */
  readonly instead: string;
  readonly onSave: (day: IsoDate | null) => boolean;
}) {
  const { value } = props;
  return (
    <label>
      {props.label}
      <input
        key={value}
        className={classes['line']}
        style={{ width: '5.75rem' }}
        defaultValue={dateText(value)}
        placeholder={props.instead}
        inputMode="numeric"
        maxLength={10}
        onChange={({ currentTarget }) => {
          currentTarget.value = maskDate(currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
        onBlur={({ currentTarget }) => {
          const text = currentTarget.value.trim();
          const day = text === '' ? null : parseDateText(text);
          const taken = day !== undefined && (day === value || props.onSave(day));
          if (!taken) currentTarget.value = dateText(value);
        }}
      />
    </label>
  );
}

/** The form of a work and its days: given and due (J2, КИА 4.4.4). */
export function Assigned(props: {
  readonly lesson: Lesson;
  readonly work: Work;
  readonly onEdit: (change: Partial<Work>) => void;
}) {
  const { work, lesson, onEdit } = props;
  const { store } = useDesk();
  const kind = store.kindOf(work);
  const usual = kind?.written === true ? words.forms.written : words.forms.oral;
  const setDays = (change: Pick<Partial<Work>, 'givenOn' | 'dueOn'>) => {
    if (!datesFit({ ...work, ...change }, lesson.date)) {
      notifyPlainly(words.wrongDates);
      return false;
    }
    onEdit(change);
    return true;
  };
  return (
    <div className={classes['assigned']}>
      <label>
        {words.form}
        <select
          className={classes['line']}
          value={work.written === null ? '' : work.written ? '1' : '0'}
          onChange={({ currentTarget: { value } }) =>
            onEdit({ written: value === '' ? null : value === '1' })
          }
        >
          <option value="">{`${words.forms.kind}: ${usual}`}</option>
          <option value="1">{words.forms.written}</option>
          <option value="0">{words.forms.oral}</option>
        </select>
      </label>
      <DayInput
        label={words.given}
        value={work.givenOn}
        instead={dateText(lesson.date)}
        onSave={(givenOn) => setDays({ givenOn })}
      />
      <DayInput
        label={words.due}
        value={work.dueOn}
        instead="—"
        onSave={(dueOn) => setDays({ dueOn })}
      />
    </div>
  );
}
