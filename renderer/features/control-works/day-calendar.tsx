import { useRef, useState, type KeyboardEvent } from 'react';
import type { OfferedDay } from '#contract/control-works';
import { weekdayOf, type IsoDate } from '#domain/calendar/iso-date';
import { mondayOf } from '#domain/control-works/limits';
import { controlTexts as words } from '../../text/control-works';
import { dayNumber, shortDay } from '../../text/journal';
import classes from './panel.module.css';

/** The lessons of the page on the day that are held. */
export const heldLessons = ({ lessons }: OfferedDay) => lessons.filter((one) => !one.cancelled);

/** Whole weeks from Monday; days outside the span are empty. Sunday only where something is then. */
function weeksOf(days: readonly OfferedDay[]) {
  const columns = days.some(({ date, dayOff }) => weekdayOf(date) === 7 && !dayOff) ? 7 : 6;
  const weeks = Map.groupBy(days, ({ date }) => mondayOf(date));
  return {
    columns,
    weeks: [...weeks].map(([monday, own]) => ({
      monday,
      load: own[0]?.load.week,
      days: Array.from({ length: columns }, (_, index) =>
        own.find(({ date }) => weekdayOf(date) === index + 1),
      ),
    })),
  };
}

/**
 * The days of a class with what it writes already, to choose one for a work: arrows walk, Enter
 * chooses. What stands on the day under the cursor is said below.
 */
export function DayCalendar(props: {
  readonly days: readonly OfferedDay[];
  readonly chosen: IsoDate | null;
  readonly today: IsoDate;
  readonly onChoose: (day: OfferedDay) => void;
}) {
  const { days, chosen } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState<IsoDate | null>(chosen);
  const { weeks, columns } = weeksOf(days);
  const known = (date: IsoDate | null) => days.find((day) => day.date === date);
  const start =
    known(at) ?? known(chosen) ?? days.find(({ date }) => date >= props.today) ?? days[0];
  const told = known(at) ?? known(chosen);
  function onKeyDown(event: KeyboardEvent, day: OfferedDay) {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: columns,
      ArrowUp: -columns,
    };
    const step = steps[event.key];
    if (step !== undefined && !event.altKey) {
      const shown = weeks.flatMap((week) => week.days);
      let to = shown.indexOf(day) + step;
      while (to >= 0 && to < shown.length && shown[to] === undefined) to += Math.sign(step);
      const next = shown[to];
      if (next !== undefined) {
        setAt(next.date);
        body.current?.querySelector<HTMLElement>(`[data-date="${next.date}"]`)?.focus();
      }
    } else if (event.key === 'Enter' || event.key === ' ') props.onChoose(day);
    else return;
    event.preventDefault();
  }
  return (
    <div>
      <table className={classes['calendar']} role="grid" aria-label={words.calendar}>
        <thead>
          <tr>
            {words.weekdays.slice(0, columns).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{words.week.toLowerCase()}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {weeks.map(({ monday, load, days: own }) => (
            <tr key={monday}>
              {own.map((day, index) =>
                day === undefined ? (
                  <td key={index} role="gridcell" />
                ) : (
                  <td
                    key={day.date}
                    role="gridcell"
                    tabIndex={day === start ? 0 : -1}
                    data-date={day.date}
                    data-none={heldLessons(day).length === 0 || undefined}
                    data-works={day.works.length > 0 || undefined}
                    data-over={(heldLessons(day).length > 0 && day.over.length > 0) || undefined}
                    data-today={day.date === props.today || undefined}
                    aria-selected={day.date === chosen}
                    onFocus={() => setAt(day.date)}
                    onMouseEnter={() => setAt(day.date)}
                    onKeyDown={(event) => onKeyDown(event, day)}
                    onClick={() => props.onChoose(day)}
                  >
                    <span className={classes['heard']}>{words.day(day)}</span>
                    <b aria-hidden>
                      {dayNumber(day.date) === '1' ? shortDay(day.date) : dayNumber(day.date)}
                    </b>
                    <small aria-hidden>
                      {day.works.length === 0 ? '' : '•'.repeat(Math.min(4, day.works.length))}
                    </small>
                  </td>
                ),
              )}
              <td className={classes['weekLoad']}>
                {load === undefined ? '' : words.load({ ...load, works: load.works - 1 })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes['told']} aria-live="polite">
        {told === undefined ? words.form.chooseDay : words.day(told)}
      </p>
    </div>
  );
}
