import { assertNever } from '#domain/assert-never';
import { formatDate } from '#domain/calendar/iso-date';
import { journalTexts, periodTitle, shortDay } from '../../../text/journal';
import type { Place } from '../../../ui/sheet-grid/range';
import { closedAt, type EditProblem } from '../desk/edits';
import type { PageModel } from '../store/page-model';
import type { PageStore } from '../store/page-store';

/** Why the cell under the cursor takes nothing; undefined where it is open. */
export function closedText(store: PageStore, { row, col }: Place): string | undefined {
  const why = closedAt(store, row, col);
  const pupil = store.model.pupils[row];
  if (why === undefined || pupil === undefined) return undefined;
  const teachers = store.model.page.teachers.join(', ');
  const to = pupil.to === null ? '' : formatDate(pupil.to);
  return journalTexts.closed[why](teachers, formatDate(pupil.from), to);
}

export function problemText(store: PageStore, problem: EditProblem, place: Place): string {
  const texts = journalTexts.problem;
  switch (problem.kind) {
    case 'closed':
      return closedText(store, place) ?? '';
    case 'noMarks':
      return texts[problem.why];
    case 'text':
      return texts.text[problem.problem.problem](
        'part' in problem.problem ? problem.problem.part : '',
      );
    case 'creditOnly':
    case 'marksOnly':
    case 'notForPeriods':
      return texts[problem.kind];
    default:
      return assertNever(problem);
  }
}

/** «Абрамов Илья, 19.11» by row and column. */
export function placeOf(model: PageModel, { row, col }: Place): string {
  const [pupil, column] = [model.pupils[row], model.columns[col]];
  if (pupil === undefined || column === undefined) return '';
  const where =
    column.kind === 'lesson' ? shortDay(column.lesson.date) : periodTitle(column.period);
  return `${pupil.name}, ${where}`;
}
