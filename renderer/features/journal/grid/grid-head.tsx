import { IconBolt } from '@tabler/icons-react';
import { memo, useCallback } from 'react';
import type { Lesson } from '../store/page-model';
import { useDesk, useTopic } from '../hooks';
import {
  dayAndMonth,
  dayNumber,
  journalTexts,
  monthName,
  periodColumn,
} from '../../../text/journal';
import { assignedWords } from '../panel/assigned';
import { journalOutlook } from '../../../text/journal-outlook';
import type { ColumnBox, Layout } from './layout';
import cell from './cell.module.css';
import classes from './grid-head.module.css';

/** The date of a lesson and, under it, the kinds of its works; a click chooses them. */
const LessonHead = memo(function LessonHead(props: {
  readonly lesson: Lesson;
  readonly col: number;
  /** There is another lesson of that day: the hour tells them apart. */
  readonly paired: boolean;
  readonly left: number;
  readonly width: number;
}) {
  const desk = useDesk();
  const { store } = desk;
  const { lesson } = props;
  const { today, mayFill, outageOf } = store.model;
  const outage = outageOf(lesson.id)?.cause ?? '';
  const editable = mayFill(lesson.id);
  const held = lesson.heldBy === undefined ? '' : journalTexts.heldBy(lesson.heldBy);
  const planned = lesson.controls
    .map((one) => {
      const kind = store.model.workKinds.find(({ id }) => id === one.kindId);
      return kind === undefined ? '' : journalTexts.control.planned(kind.name, one);
    })
    .join('; ');
  const works = useTopic(
    store.topics,
    `works:${lesson.id}`,
    useCallback(() => store.worksOf(lesson.id), [store, lesson.id]),
  );
  const names = store.headOf(lesson.id);
  const full = works
    .map(([, work]) =>
      [
        store.kindOf(work)?.name ?? '',
        assignedWords(store, work),
        `${journalTexts.weightShort} ${work.weight}`,
      ]
        .filter((part) => part !== '')
        .join(', '),
    )
    .join('; ');
  const when = journalTexts.lesson(dayAndMonth(lesson.date), lesson.number);
  return (
    <div
      role="columnheader"
      aria-colindex={props.col + 2}
      aria-label={[when, held, outage, planned, full].filter((part) => part !== '').join(': ')}
      className={classes['columnHead']}
      style={{ left: props.left, width: props.width }}
      title={[when, held, outage, planned, full, editable ? journalTexts.head.howToChoose : '']
        .filter((line) => line !== '')
        .join('\n')}
      data-today={lesson.date === today ? '' : undefined}
      data-future={lesson.date > today ? '' : undefined}
      data-col={props.col}
      data-control={lesson.controls.length > 0 ? '' : undefined}
      data-substitute={lesson.heldBy === undefined ? undefined : ''}
    >
      <div className={classes['date']}>
        {dayNumber(lesson.date)}
        {outage !== '' && <IconBolt size={11} aria-hidden />}
        {props.paired && <small className={classes['hour']}>·{lesson.number}</small>}
      </div>
      <button
        type="button"
        tabIndex={-1}
        className={classes['kinds']}
        disabled={!editable}
        aria-label={`${names === '' ? '' : `${names}: `}${journalTexts.head.chooseKind}, ${when}`}
        onClick={() => {
          desk.moveTo({ row: desk.cursor().row, col: props.col });
          desk.openKindMenu({ lessonId: lesson.id, position: desk.activeWork(lesson.id) });
        }}
      >
        {names}
      </button>
    </div>
  );
});

const dayOf = (box: ColumnBox | undefined) =>
  box?.column.kind === 'lesson' ? box.column.lesson.date : undefined;
/** Whether the page has another lesson on the day of this one. */
function isPaired(boxes: readonly ColumnBox[], col: number): boolean {
  const day = dayOf(boxes[col]);
  return [col - 1, col + 1].some((other) => day !== undefined && dayOf(boxes[other]) === day);
}

/** Months, dates and kinds of work over the columns; stays in sight. */
export const GridHead = memo(function GridHead(props: {
  readonly layout: Layout;
  readonly first: number;
  readonly last: number;
}) {
  const { store } = useDesk();
  const { columns, scrolled, due } = store.model;
  const last = columns[scrolled];
  const shift = due === null ? 1 : 2;
  const { layout, first } = props;
  return (
    <div role="row" aria-rowindex={1} className={classes['head']}>
      <div role="columnheader" aria-colindex={1} className={classes['headNames']}>
        {journalTexts.head.pupil}
      </div>
      <div className={classes['headLane']} role="presentation" style={{ width: layout.width }}>
        {layout.months.map(({ date, left, width }) => (
          <div key={date} aria-hidden className={classes['month']} style={{ left, width }}>
            <span>{monthName(date)}</span>
          </div>
        ))}
        {layout.boxes.slice(first, props.last + 1).map(({ column, left, width }, index) =>
          column.kind === 'lesson' ? (
            <LessonHead
              key={column.lesson.id}
              lesson={column.lesson}
              col={first + index}
              paired={isPaired(layout.boxes, first + index)}
              left={left}
              width={width}
            />
          ) : (
            <div
              key={column.period.id}
              role="columnheader"
              aria-colindex={first + index + 2}
              className={classes['columnHead']}
              style={{ left, width }}
              data-col={first + index}
              data-period=""
            >
              <div className={classes['date']}>{periodColumn(column.period)}</div>
            </div>
          ),
        )}
      </div>
      {columns.length > scrolled && (
        <div className={classes['headEnd']} role="presentation">
          {due !== null && (
            <div
              role="columnheader"
              aria-colindex={columns.length + 1}
              aria-label={journalOutlook.columnFull}
              title={journalOutlook.columnFull}
              className={cell['count']}
            >
              {journalOutlook.column}
            </div>
          )}
          <div
            role="columnheader"
            aria-colindex={columns.length + shift}
            aria-label={journalTexts.head.plainFull}
            title={journalTexts.head.plainFull}
            className={cell['average']}
          >
            {journalTexts.head.plain}
          </div>
          <div
            role="columnheader"
            aria-colindex={columns.length + shift + 1}
            aria-label={journalTexts.head.weightedFull}
            title={journalTexts.head.weightedFull}
            className={cell['average']}
          >
            {journalTexts.head.weighted}
          </div>
          <div
            role="columnheader"
            aria-colindex={columns.length + shift + 2}
            data-col={scrolled}
            className={`${cell['periodMark']} ${classes['periodHead']}`}
          >
            {last?.kind === 'period' && periodColumn(last.period)}
          </div>
        </div>
      )}
    </div>
  );
});
