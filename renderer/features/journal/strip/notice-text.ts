import { assertNever } from '#domain/assert-never';
import { formatCell } from '#domain/journal/cell-text';
import type { CellContent } from '#domain/journal/cell-content';
import { formatDate } from '#domain/calendar/iso-date';
import { errorText } from '../../../api/error-text';
import { journalTexts, periodTitle, shortDay } from '../../../text/journal';
import type { Notice } from '../desk/notice';
import type { Skipped } from '../desk/clipboard';
import { closedAt, type EditProblem } from '../desk/edits';
import type { PageModel } from '../store/page-model';
import type { PageStore } from '../store/page-store';
import type { PeriodMarkContent } from '../store/page-commands';
import type { Problem } from '../store/saving-state';
import type { Place } from '../store/undo';

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

/** How many places were left alone, and of one of them where it is and why. */
function skippedText(
  store: PageStore,
  { skipped, why }: { readonly skipped: number; readonly why?: Skipped | undefined },
): string {
  if (skipped === 0) return '';
  if (why === undefined) return journalTexts.done.skipped(skipped);
  const reason = problemText(store, why.problem, why);
  return journalTexts.done.skippedWhy(skipped, placeOf(store.model, why), reason);
}

/** What the strip says; a question about pasting has a place of its own. */
export function noticeText(
  store: PageStore,
  notice: Exclude<Notice, { kind: 'askPaste' }>,
  place: Place,
): string {
  switch (notice.kind) {
    case 'problem':
      return problemText(store, notice.problem, place);
    case 'filled':
    case 'cleared':
    case 'pasted':
      return journalTexts.done[notice.kind](notice.count) + skippedText(store, notice);
    case 'unknownKey':
      return journalTexts.problem.unknownKey(notice.key.toUpperCase());
    case 'topic':
      return journalTexts.plan.problem[notice.problem];
    case 'digit':
    case 'nothingToUndo':
    case 'nothingToRedo':
    case 'changedByOthers':
      return journalTexts.problem[notice.kind];
    default:
      return assertNever(notice);
  }
}

/** «Абрамов Илья, 19.11»: what a key of the store stands for. */
function placeText(model: PageModel, topic: string): string {
  const [kind, first, second] = topic.split(':');
  const pupil = model.pupils.find(({ id }) => String(id) === (kind === 'cell' ? second : first));
  const lesson = model.lessons.find(({ id }) => String(id) === first);
  const period = model.periods.find(({ id }) => String(id) === second);
  const day = lesson === undefined ? '' : shortDay(lesson.date);
  if (kind === 'cell') return `${pupil?.name ?? ''}, ${day}`;
  if (kind !== 'periodMark') return day;
  return `${pupil?.name ?? ''}, ${period === undefined ? '' : periodTitle(period)}`;
}

/** «Абрамов Илья, 19.11» by row and column. */
export function placeOf(model: PageModel, { row, col }: Place): string {
  const [pupil, column] = [model.pupils[row], model.columns[col]];
  if (pupil === undefined || column === undefined) return '';
  const where =
    column.kind === 'lesson' ? shortDay(column.lesson.date) : periodTitle(column.period);
  return `${pupil.name}, ${where}`;
}

/** What the person entered and the core did not take, as text. */
function mineText({ topic, slot }: Problem): string {
  if (slot.mine === undefined || slot.mine === null) return '';
  if (topic.startsWith('cell:')) return formatCell(slot.mine as CellContent);
  return topic.startsWith('periodMark:') ? (slot.mine as PeriodMarkContent).value : '';
}

/** A conflict or a refusal in words. */
export function savingProblemText(model: PageModel, problem: Problem): string {
  const where = placeText(model, problem.topic);
  if (problem.slot.sign === 'conflict') {
    return problem.topic.startsWith('lesson:')
      ? journalTexts.conflict.lesson(where)
      : journalTexts.conflict.cell(where, mineText(problem));
  }
  const { title } = errorText(problem.slot.error);
  return `${journalTexts.refused(where, mineText(problem))} ${title}`;
}
