import { useQuery } from '@tanstack/react-query';
import type { CellContent as SentCell } from '#contract/journal';
import { formatCell } from '#domain/journal/cell-text';
import { queries } from '../../../api/queries';
import { journalTexts } from '../../../text/journal';
import { ErrorNotice } from '../../../ui/error-notice';
import classes from './panel.module.css';

const when = new Intl.DateTimeFormat('ru', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

function changeText(content: SentCell | null): string {
  if (content === null) return journalTexts.cell.emptyContent;
  const text = formatCell(content);
  const remark = content.remark === '' ? '' : `«${content.remark}»`;
  return [text, remark].filter((part) => part !== '').join(' ') || journalTexts.cell.emptyContent;
}

/** Who changed the cell, when, from what to what; asked for only when it is wanted. */
export function CellHistory(props: {
  readonly lessonId: number;
  readonly pupilId: number;
  /** In short: only so many of the last changes, without the workplace. */
  readonly most?: number;
}) {
  const { lessonId, pupilId, most } = props;
  const history = useQuery(
    queries.journal.cellHistory.queryOptions({ input: { lessonId, pupilId }, staleTime: 0 }),
  );
  if (history.error) return <ErrorNotice error={history.error} />;
  if (history.data?.length === 0) {
    return <span className={classes['dim']}>{journalTexts.cell.noHistory}</span>;
  }
  return (
    <ul className={classes['history']}>
      {history.data?.slice(0, most).map(({ at, actor, workstation, cause, before, after }) => (
        <li key={`${at}${actor}`}>
          {changeText(before)} → <b>{changeText(after)}</b>
          <div className={classes['dim']}>
            {when.format(new Date(at))},{' '}
            {most === undefined ? journalTexts.cell.by(actor, workstation) : actor}
            {cause !== '' && <div>{cause}</div>}
          </div>
        </li>
      ))}
    </ul>
  );
}
