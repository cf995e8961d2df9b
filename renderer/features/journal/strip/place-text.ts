import { assertNever } from '#domain/assert-never';
import { formatDate } from '#domain/calendar/iso-date';
import type { LockReason } from '#domain/regulation/locks';
import { journalTexts, periodTitle, shortDay } from '../../../text/journal';
import { lockTexts } from '../../../text/locks';
import type { Place } from '../../../ui/sheet-grid/range';
import { assessmentAt, closedAt, type EditProblem } from '../desk/edits';
import type { PageModel } from '../store/page-model';
import type { PageStore } from '../store/page-store';

/** Why the cell under the cursor takes nothing; undefined where it is open. */
export function closedText(store: PageStore, { row, col }: Place): string | undefined {
  const why = closedAt(store, row, col);
  const pupil = store.model.pupils[row];
  if (pupil === undefined) return undefined;
  const lock = lockText(store.model, { row, col });
  if (why === undefined || why === 'locked') return lock;
  const teachers = store.model.page.teachers.join(', ');
  const to = pupil.to === null ? '' : formatDate(pupil.to);
  const column = store.model.columns[col];
  const day = column?.kind === 'lesson' ? column.lesson.date : (column?.period.startsOn ?? '');
  const [from, until] = pupil.away.find(([first, last]) => first <= day && day <= last) ?? [];
  const away = from && until ? journalTexts.awayDays(formatDate(from), formatDate(until)) : '';
  const text = journalTexts.closed[why](teachers, formatDate(pupil.from), to, away);
  return (why === 'notYours' || why === 'future') && lock !== undefined ? `${text}. ${lock}` : text;
}

/** «1–5»: the marks of a column, as they are spoken of. */
export function pointsAt(store: PageStore, { col }: Pick<Place, 'col'>): string {
  const { lowest, highest } = assessmentAt(store, col).scale;
  return `${lowest}–${highest}`;
}

/** What of the place the regulation has closed, by which clause, and who may open it. */
function lockText(
  { pupils, columns, locks, lockAt, periodLockAt, aheadLock }: PageModel,
  { row, col }: Place,
): string | undefined {
  const [pupil, column] = [pupils[row], columns[col]];
  if (pupil === undefined || column === undefined) return undefined;
  const said = (reason: LockReason, what: Parameters<typeof lockTexts.said>[0]) =>
    lockTexts.said(what, reason, locks.now().clauses[reason] ?? [], locks.now().mayOpen);
  if (column.kind === 'period') {
    const reason = periodLockAt(column.period, pupil.id);
    return reason && said(reason, 'periodMark');
  }
  const ahead = aheadLock(column.lesson);
  if (ahead !== undefined) return said(ahead, 'ahead');
  const { marks, records } = lockAt(column.lesson, pupil.id);
  if (marks !== undefined) return said(marks, records === undefined ? 'marks' : 'all');
  return records && said(records, 'records');
}

export function problemText(store: PageStore, problem: EditProblem, place: Place): string {
  const texts = journalTexts.problem;
  const points = pointsAt(store, place);
  switch (problem.kind) {
    case 'closed':
      return closedText(store, place) ?? '';
    case 'noMarks':
      return texts[problem.why];
    case 'text':
      return texts.text[problem.problem.problem](
        'part' in problem.problem ? problem.problem.part : '',
        points,
      );
    case 'noteNeeded':
      return journalTexts.periodMark.whyNeeded(problem.value, problem.reasons);
    case 'creditOnly':
      return texts.creditOnly;
    case 'marksOnly':
    case 'notForPeriods':
      return texts[problem.kind](points);
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
