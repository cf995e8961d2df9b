import { memo, useCallback } from 'react';
import { notInList } from '#domain/journal/cell-closed';
import { closedAt } from '../desk/edits';
import { periodMarkKey, periodTypingKey } from '../store/keys';
import { useDesk, useTopic } from '../hooks';
import { journalTexts } from '../../../text/journal';
import { cellId } from './mark-cell';
import classes from './cell.module.css';
import type { MarkedPeriod } from '../store/page-model';

/** The mark of a period: what was set and, lighter, what the averages ask for. */
export const PeriodCell = memo(function PeriodCell(props: {
  readonly row: number;
  readonly col: number;
  readonly pupilId: number;
  readonly period: MarkedPeriod;
  readonly left?: number;
  readonly width?: number;
}) {
  const desk = useDesk();
  const { store } = desk;
  const { row, col, pupilId, period } = props;
  const key = periodMarkKey(pupilId, period.id);
  const topic = `pupil:${pupilId}`;
  const slot = useTopic(
    store.topics,
    topic,
    useCallback(() => store.periodMarks.get(key), [store, key]),
  );
  const averages = useTopic(
    store.topics,
    topic,
    useCallback(() => store.averages.of(pupilId, period), [store, pupilId, period]),
  );
  const taken = useTopic(
    store.topics,
    'cursor',
    useCallback(() => {
      const at = desk.cursor();
      if (at.row === row && at.col === col) return 'cursor';
      const { top, bottom, left, right } = desk.range();
      return top <= row && row <= bottom && left <= col && col <= right ? 'range' : undefined;
    }, [desk, row, col]),
  );
  const typingKey = periodTypingKey(pupilId, period.id);
  const typing = useTopic(
    store.topics,
    `cell:${typingKey}`,
    useCallback(() => store.typingAt(typingKey), [store, typingKey]),
  );
  const { value } = slot.shown;
  const { proposed } = averages;
  const differs = value !== '' && proposed !== '' && value !== proposed;
  const { left, width } = props;
  const brought = value === '' ? store.model.brought.periodMark(pupilId, period.id) : '';
  const locked = store.model.periodLockAt(period, pupilId) !== undefined;
  const hatched =
    locked || (brought === '' && value === '' && notInList(closedAt(store, row, col)));
  return (
    <div
      role="gridcell"
      id={cellId(row, col)}
      aria-colindex={left === undefined ? col + (store.model.due === null ? 4 : 5) : col + 2}
      aria-selected={taken === 'cursor'}
      aria-label={
        brought !== ''
          ? journalTexts.brought.spoken(brought)
          : proposed === ''
            ? value
            : `${value} ${journalTexts.periodMark.proposed(proposed)}`
      }
      className={`${classes['periodMark']} ${classes['cell']}${hatched ? ` ${classes['closed']}` : ''}${
        typing === undefined ? '' : ` ${classes['typing']}`
      }`}
      style={left === undefined ? { position: 'relative' } : { position: 'absolute', left, width }}
      data-row={row}
      data-col={col}
      data-taken={taken}
      data-sign={slot.sign === 'saved' ? undefined : slot.sign}
    >
      <span className={classes['set']}>{typing ?? value}</span>
      {typing === undefined && brought !== '' && (
        <span className={classes['broughtMark']}>
          {brought} <small>{journalTexts.brought.short}</small>
        </span>
      )}
      {typing === undefined && brought === '' && proposed !== '' && value !== proposed && (
        <span className={`${classes['proposed']}${differs ? ` ${classes['differs']}` : ''}`}>
          {value === '' ? `(${proposed})` : ` (${proposed})`}
        </span>
      )}
    </div>
  );
});
