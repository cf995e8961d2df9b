import { memo, useCallback, type ReactNode } from 'react';
import { notInList } from '#domain/journal/cell-closed';
import type { CellView } from '../store/page-store';
import { cellKey } from '../store/keys';
import { closedAt } from '../desk/edits';
import { useDesk, useTopic } from '../hooks';
import { journalTexts } from '../../../text/journal';
import classes from './cell.module.css';

/** The id by which the grid names the cell under the cursor to a screen reader. */
export const cellId = (row: number, col: number): string => `journal-cell-${row}-${col}`;

const flashClass = (flash: number) =>
  flash === 0 ? '' : flash % 2 === 0 ? ` ${classes['flash']}` : ` ${classes['flashAgain']}`;

function spoken({ words, sign, remark }: CellView): string | undefined {
  const signs = [
    ...(sign === 'saved' ? [] : [journalTexts.signs[sign]]),
    ...(remark ? [journalTexts.signs.remark] : []),
    ...(words.some((word) => word.some(({ tone }) => tone === 'debt'))
      ? [journalTexts.signs.debt]
      : []),
  ];
  if (signs.length === 0) return undefined;
  const text = words.map((word) => word.map(({ text }) => text).join('')).join(' ');
  return [text, ...signs].join(', ');
}

function wordsOf({ words }: CellView): ReactNode {
  const [only] = words;
  if (only === undefined) return null;
  if (words.length === 1 && only.length === 1 && only[0]?.tone === 'mark') return only[0].text;
  return words.map((word, index) => (
    <span key={index}>
      {index > 0 && ' '}
      {word.map(({ text, tone }, at) => (
        <span key={at} className={classes[tone]}>
          {text}
        </span>
      ))}
    </span>
  ));
}

/** One cell of a lesson: plain elements, drawn again only when its own content changes. */
export const MarkCell = memo(function MarkCell(props: {
  readonly row: number;
  readonly col: number;
  readonly pupilId: number;
  readonly lessonId: number;
  readonly left: number;
  readonly width: number;
}) {
  const { store } = useDesk();
  const { row, col } = props;
  const key = cellKey(props.lessonId, props.pupilId);
  const view = useTopic(
    store.topics,
    `cell:${key}`,
    useCallback(() => store.cellView(key), [store, key]),
  );
  const closed = closedAt(store, row, col);
  const column = store.model.columns[col];
  const locked =
    column?.kind === 'lesson' &&
    store.model.lockAt(column.lesson, props.pupilId).marks !== undefined;
  const hatched = notInList(closed) || locked;
  const className = `${classes['cell']}${hatched ? ` ${classes['closed']}` : ''}${
    view.remark ? ` ${classes['remark']}` : ''
  }${view.typing === undefined ? flashClass(view.flash) : ` ${classes['typing']}`}`;
  return (
    <div
      role="gridcell"
      id={cellId(row, col)}
      aria-colindex={col + 2}
      aria-label={spoken(view)}
      className={className}
      style={{ left: props.left, width: props.width }}
      data-row={row}
      data-col={col}
      data-sign={view.sign === 'saved' ? undefined : view.sign}
    >
      {view.typing ?? wordsOf(view)}
    </div>
  );
});
