import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import type { ControlWork } from '#contract/control-works';
import { weekdayOf, type IsoDate } from '#domain/calendar/iso-date';
import { controlTexts as words } from '../../text/control-works';
import { dayNumber, monthName } from '../../text/journal';
import { longDay } from '../../text/long-day';
import classes from './schedule-grid.module.css';
import { needsAttention, type DayColumn, type Shown } from './schedule-model';

type Place = { readonly row: number; readonly column: number };
const PAGE = 5;

/** Months over their days. */
function monthsOf(days: readonly DayColumn[]) {
  const months: { name: string; first: IsoDate; days: number }[] = [];
  for (const { date } of days) {
    const last = months.at(-1);
    if (last?.first.slice(0, 7) === date.slice(0, 7)) last.days += 1;
    else months.push({ name: monthName(date), first: date, days: 1 });
  }
  return months;
}

function WorkMark(props: { readonly work: ControlWork; readonly asked: boolean }) {
  const { work, asked } = props;
  return (
    <span
      // The cell says it all.
      aria-hidden
      className={classes['work']}
      title={words.heard(work)}
      data-fixed={work.fixed || undefined}
      data-faint={!asked || undefined}
      data-attention={needsAttention(work) || undefined}
      data-over={work.over.length > 0 || undefined}
      draggable={work.mayChange}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', String(work.id));
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      {work.page.subjectShort}
    </span>
  );
}

/**
 * Classes down, days across (сводный график). Arrows walk, Enter opens a cell, Alt+←/→ moves its work
 * to the neighbouring lesson, Delete takes it away; a work is also drawn to another day by the mouse.
 */
export function ScheduleGrid(props: {
  readonly shown: Shown;
  readonly today: IsoDate;
  readonly open: { readonly classId: number; readonly date: IsoDate } | null;
  readonly onOpen: (classId: number, date: IsoDate) => void;
  readonly onShift: (work: ControlWork, by: 1 | -1) => void;
  readonly onDrop: (work: ControlWork, date: IsoDate) => void;
  readonly onRemove: (work: ControlWork) => void;
}) {
  const { days, rows, works, at, isAsked } = props.shown;
  const table = useRef<HTMLTableElement>(null);
  const start = Math.max(
    0,
    days.findIndex(({ date }) => date >= props.today),
  );
  const [cursor, setCursor] = useState<Place>({ row: 0, column: start });
  const row = Math.min(cursor.row, rows.length - 1);
  const column = Math.min(cursor.column, days.length - 1);
  // Today stands in sight when the period opens.
  useEffect(() => {
    const cell = table.current?.querySelector('th[data-today], th[data-next]');
    cell?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);

  const go = (to: Place) => {
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, to.row)),
      column: Math.max(0, Math.min(days.length - 1, to.column)),
    };
    setCursor(next);
    table.current?.tBodies[0]?.rows[next.row]?.cells[next.column + 1]?.focus();
  };
  function onKeyDown(event: KeyboardEvent, place: Place) {
    const classId = rows[place.row]?.id;
    const date = days[place.column]?.date;
    if (classId === undefined || date === undefined) return;
    const [work] = at(classId, date).filter((one) => one.mayChange && isAsked(one));
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      PageDown: [0, PAGE],
      PageUp: [0, -PAGE],
    };
    const step = steps[event.key];
    if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      if (work !== undefined) props.onShift(work, event.key === 'ArrowLeft' ? -1 : 1);
    } else if (event.ctrlKey || event.altKey || event.metaKey) return;
    else if (step !== undefined) go({ row: place.row + step[0], column: place.column + step[1] });
    else if (event.key === 'Home') go({ ...place, column: 0 });
    else if (event.key === 'End') go({ ...place, column: days.length - 1 });
    else if (event.key === 'Enter' || event.key === 'F2' || event.key === ' ') {
      props.onOpen(classId, date);
    } else if (event.key === 'Delete') {
      if (work !== undefined) props.onRemove(work);
    } else return;
    event.preventDefault();
  }
  function dropped(event: DragEvent, classId: number, date: IsoDate) {
    const id = Number(event.dataTransfer.getData('text/plain'));
    const work = works.find((one) => one.id === id);
    if (work === undefined || !work.page.classes.some((one) => one.id === classId)) return;
    event.preventDefault();
    if (work.date !== date) props.onDrop(work, date);
  }

  return (
    <div className={classes['scroller']}>
      <table className={classes['table']} role="grid" aria-label={words.grid} ref={table}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={classes['corner']}>
              {words.class}
            </th>
            {monthsOf(days).map(({ name, first: date, days: count }) => (
              <th key={date} colSpan={count} scope="colgroup" className={classes['month']}>
                <span>{name}</span>
              </th>
            ))}
          </tr>
          <tr>
            {days.map(({ date, opensWeek }, index) => (
              <th
                key={date}
                scope="col"
                title={longDay(date)}
                data-today={date === props.today || undefined}
                data-next={index === start || undefined}
                data-week={opensWeek || undefined}
              >
                <b>{dayNumber(date)}</b>
                <small>{words.weekdays[weekdayOf(date) - 1]}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, days: own }, rowAt) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {days.map(({ date, opensWeek }, columnAt) => {
                const place = { row: rowAt, column: columnAt };
                const here = at(id, date);
                const current = rowAt === row && columnAt === column;
                const state = here.length > 0 ? here.map(words.heard).join('. ') : '';
                return (
                  <td
                    key={date}
                    role="gridcell"
                    tabIndex={current ? 0 : -1}
                    aria-selected={props.open?.classId === id && props.open.date === date}
                    data-off={!own.has(date) || undefined}
                    data-today={date === props.today || undefined}
                    data-week={opensWeek || undefined}
                    onFocus={() => setCursor(place)}
                    onKeyDown={(event) => onKeyDown(event, place)}
                    onClick={() => props.onOpen(id, date)}
                    onDragOver={(event) => event.preventDefault()}
                    onDrop={(event) => dropped(event, id, date)}
                  >
                    <span className={classes['heard']}>
                      {[words.place(name, date), own.has(date) ? '' : words.dayOff, state]
                        .filter((part) => part !== '')
                        .join(': ')}
                    </span>
                    {here.map((work) => (
                      <WorkMark key={work.id} work={work} asked={isAsked(work)} />
                    ))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
