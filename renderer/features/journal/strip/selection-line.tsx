import { ATTENDANCE_LETTERS, ATTENDANCES } from '#domain/attendance/attendance';
import { journalTexts } from '../../../text/journal';
import { useDesk, useTopic } from '../hooks';
import classes from './strip.module.css';

/** How many cells are selected and what they hold, as at the foot of a spreadsheet. */
export function SelectionLine() {
  const desk = useDesk();
  const summary = useTopic(desk.store.topics, 'selection', desk.summary);
  if (summary === undefined) return null;
  const texts = journalTexts.selection;
  const { cells, marks, average, attendance } = summary;
  const letters = ATTENDANCES.filter((one) => attendance[one] > 0).map(
    (one) => `${ATTENDANCE_LETTERS[one]} ${attendance[one]}`,
  );
  return (
    <span className={classes['selection']} role="status">
      {[
        texts.cells(cells),
        marks > 0 ? texts.marks(marks) : '',
        average === '' ? '' : texts.average(average),
        ...letters,
      ]
        .filter((part) => part !== '')
        .join(' · ')}
    </span>
  );
}
