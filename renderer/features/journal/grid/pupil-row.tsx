import { IconArrowBarToRight } from '@tabler/icons-react';
import { memo, useCallback } from 'react';
import { broughtSaid } from '../store/brought';
import type { Pupil } from '../store/page-model';
import { shortDay } from '../../../text/journal';
import { journalOutlook } from '../../../text/journal-outlook';
import { useDesk, useTopic } from '../hooks';
import { BroughtChip } from './brought-chip';
import type { ColumnBox } from './layout';
import { MarkCell } from './mark-cell';
import { PeriodCell } from './period-cell';
import cell from './cell.module.css';
import classes from './grid.module.css';

/** The averages of a pupil, which follow every mark of the row. */
function AverageCells({ pupilId }: { readonly pupilId: number }) {
  const { store } = useDesk();
  const { period, columns, due } = store.model;
  const averages = useTopic(
    store.topics,
    `pupil:${pupilId}`,
    useCallback(() => store.averages.of(pupilId, period), [store, pupilId, period]),
  );
  const shift = due === null ? 1 : 2;
  const { soFar } = averages;
  const lacks = soFar !== undefined && due !== null && soFar.missing > 0;
  const texts = journalOutlook;
  return (
    <>
      {due !== null && (
        <div
          role="gridcell"
          aria-colindex={columns.length + 1}
          title={soFar && texts.soFar(soFar, due.marks, shortDay(due.by))}
          className={cell['count']}
          data-late={soFar?.late === true ? '' : undefined}
        >
          {lacks ? `${soFar.has}/${due.marks}` : soFar?.has}
        </div>
      )}
      <div role="gridcell" aria-colindex={columns.length + shift} className={cell['average']}>
        {averages.plain}
      </div>
      <div role="gridcell" aria-colindex={columns.length + shift + 1} className={cell['average']}>
        {averages.weighted}
      </div>
    </>
  );
}

/** A pupil's row: the name stays at the left, averages and the period's mark at the right. */
export const PupilRow = memo(function PupilRow(props: {
  readonly row: number;
  readonly pupil: Pupil;
  readonly boxes: readonly ColumnBox[];
  /** The columns in sight. */
  readonly first: number;
  readonly last: number;
  readonly laneWidth: number;
}) {
  const { store } = useDesk();
  const { columns, scrolled, today } = store.model;
  const last = columns[scrolled];
  const { row, pupil, first } = props;
  const gone = pupil.to !== null && pupil.to < today;
  const fromHint = broughtSaid(store.model, pupil);
  return (
    <div role="row" aria-rowindex={row + 2} className={classes['row']}>
      <div
        role="rowheader"
        aria-colindex={1}
        className={`${classes['name']}${gone ? ` ${classes['gone']}` : ''}`}
        title={[pupil.name, fromHint].filter(Boolean).join('\n')}
        data-row={row}
      >
        <span className={classes['number']}>{pupil.number}</span>
        <span className={classes['pupil']}>{pupil.name}</span>
        {fromHint !== '' && (
          <IconArrowBarToRight
            size={14}
            stroke={1.8}
            role="img"
            aria-label={fromHint}
            className={classes['brought'] ?? ''}
          />
        )}
      </div>
      <div className={classes['lane']} role="presentation" style={{ width: props.laneWidth }}>
        {props.boxes
          .slice(first, props.last + 1)
          .map(({ column, left, width }, index) =>
            column.kind === 'lesson' ? (
              <MarkCell
                key={column.lesson.id}
                row={row}
                col={first + index}
                pupilId={pupil.id}
                lessonId={column.lesson.id}
                left={left}
                width={width}
              />
            ) : (
              <PeriodCell
                key={column.period.id}
                row={row}
                col={first + index}
                pupilId={pupil.id}
                period={column.period}
                left={left}
                width={width}
              />
            ),
          )}
        {fromHint !== '' && <BroughtChip pupil={pupil} boxes={props.boxes} />}
      </div>
      {last?.kind === 'period' && (
        <div className={classes['end']} role="presentation">
          <AverageCells pupilId={pupil.id} />
          <PeriodCell row={row} col={scrolled} pupilId={pupil.id} period={last.period} />
        </div>
      )}
    </div>
  );
});
