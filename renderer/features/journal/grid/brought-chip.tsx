import { useDesk } from '../hooks';
import { broughtMarksText } from '../store/brought';
import type { Pupil } from '../store/page-model';
import { journalTexts } from '../../../text/journal';
import type { ColumnBox } from './layout';
import classes from './cell.module.css';

/** The widest run of columns in which the pupil was not in the list before coming (or coming back). */
function spaceBefore({ from, away }: Pupil, boxes: readonly ColumnBox[]) {
  let best = { left: 0, width: 0 };
  let run: typeof best | undefined;
  for (const { column, left, width } of boxes) {
    const date = column.kind === 'lesson' ? column.lesson.date : undefined;
    const elsewhere =
      date !== undefined &&
      (date < from || away.some(([first, last]) => first <= date && date <= last));
    if (!elsewhere) {
      run = undefined;
      continue;
    }
    run = { left: run?.left ?? left, width: left + width - (run?.left ?? left) };
    if (run.width > best.width) best = run;
  }
  return best;
}

/** The marks from another school over the hatched days before the pupil came. */
export function BroughtChip(props: {
  readonly pupil: Pupil;
  readonly boxes: readonly ColumnBox[];
}) {
  const { model } = useDesk().store;
  const { pupil, boxes } = props;
  const marks = broughtMarksText(model, pupil);
  if (marks === '' || model.period.kind === 'year') return null;
  const { left, width } = spaceBefore(pupil, boxes);
  if (width === 0) return null;
  return (
    <div aria-hidden className={classes['brought']} style={{ left: left + width, maxWidth: width }}>
      {`${journalTexts.brought.short} ${marks}`}
    </div>
  );
}
