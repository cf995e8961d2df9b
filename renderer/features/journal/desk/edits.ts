import type { Attendance } from '#domain/attendance/attendance';
import { cellClosed, type CellClosed } from '#domain/journal/cell-closed';
import type { CellContent } from '#domain/journal/cell-content';
import { sameCell } from '#domain/journal/cell-content';
import {
  cleared,
  withAbsenceToggled,
  withAttendance,
  withEntry,
  withMark,
  withOneMoreMark,
} from '#domain/journal/cell-edit';
import { formatCell, parseCellText, type CellTextProblem } from '#domain/journal/cell-text';
import type { NoMarks } from '#domain/journal/marks-allowed';
import { fits, ofPeriods, type Assessment } from '#domain/marks/assessment';
import { parseMark, type MarkValue } from '#domain/marks/mark-value';
import type { NoteReason } from '#domain/regulation/period-rules';
import { cellKey, periodMarkKey, samePeriodMark } from '../store/keys';
import type { MarkedPeriod, LessonLock } from '../store/page-model';
import type { PageStore } from '../store/page-store';
import type { PeriodMarkContent } from '../store/page-commands';
import { editWithUndo, type Change } from '../store/undo';

/** What is done to a cell. */
export type CellEdit =
  | { readonly kind: 'mark' | 'more'; readonly value: MarkValue }
  | { readonly kind: 'attendance'; readonly attendance: Attendance }
  | { readonly kind: 'toggleAbsent' | 'clear' }
  | { readonly kind: 'text'; readonly text: string };

/** Why an edit was not made. */
export type EditProblem =
  | { readonly kind: 'closed'; readonly why: CellClosed }
  | { readonly kind: 'noMarks'; readonly why: NoMarks }
  | { readonly kind: 'text'; readonly problem: CellTextProblem }
  | { readonly kind: 'creditOnly' | 'marksOnly' | 'notForPeriods' }
  /** The mark waits for a note: why it is not the proposed one, or stands on too few marks. */
  | {
      readonly kind: 'noteNeeded';
      readonly value: MarkValue;
      readonly reasons: readonly NoteReason[];
    };

export type EditOutcome = {
  readonly change?: Change | undefined;
  readonly problem?: EditProblem | undefined;
};

/** Why the cell under the row and column takes nothing; undefined where it is open. */
export function closedAt(store: PageStore, row: number, col: number): CellClosed | undefined {
  const { page, pupils, columns, today, mayFill, lockAt, periodLockAt } = store.model;
  const [pupil, column] = [pupils[row], columns[col]];
  if (pupil === undefined || column === undefined) return 'notYours';
  if (column.kind === 'lesson') {
    const { id, date } = column.lesson;
    return cellClosed({
      canEdit: mayFill(id),
      today,
      pupilFrom: pupil.from,
      pupilTo: pupil.to,
      pupilAway: pupil.away,
      lessonDate: date,
      locked: wholly(lockAt(column.lesson, pupil.id)),
    });
  }
  // A period takes a mark of whoever was in the list on any of its days.
  const { startsOn, endsOn } = column.period;
  return cellClosed({
    canEdit: page.canEdit,
    today,
    pupilFrom: pupil.from > endsOn ? pupil.from : startsOn,
    pupilTo: pupil.to !== null && pupil.to < startsOn ? pupil.to : null,
    pupilAway: pupil.away.filter(([from, to]) => from <= startsOn && endsOn <= to),
    lessonDate: startsOn,
    locked: periodLockAt(column.period, pupil.id) !== undefined,
  });
}

const wholly = ({ marks, records }: LessonLock) => marks !== undefined && records !== undefined;

/** A change of just what the regulation has closed of a cell: its marks, or its attendance. */
function lockProblem(
  { marks, records }: LessonLock,
  before: CellContent,
  after: CellContent,
): EditProblem | undefined {
  const marked = !sameCell({ ...before, marks: after.marks }, before);
  const recorded =
    before.attendance !== after.attendance || before.lateMinutes !== after.lateMinutes;
  return (marks !== undefined && marked) || (records !== undefined && recorded)
    ? { kind: 'closed', why: 'locked' }
    : undefined;
}

/** How marks are set in a column: those of periods may be of another scale than those of lessons. */
export const assessmentAt = ({ model }: PageStore, col: number): Assessment =>
  model.columns[col]?.kind === 'period' ? ofPeriods(model.page) : model.page;

/** Whether this mark may stand on the page at all. */
function markProblem(
  { model: { page } }: PageStore,
  value: MarkValue,
  assessment: Assessment = page,
): EditProblem | undefined {
  if (page.noMarks !== null) return { kind: 'noMarks', why: page.noMarks };
  if (fits(value, assessment)) return undefined;
  return { kind: page.grading === 'credit' ? 'creditOnly' : 'marksOnly' };
}

type Edited<C> = { readonly content: C } | { readonly problem: EditProblem };

function editedCell(
  store: PageStore,
  cell: CellContent,
  edit: CellEdit,
  work: number,
): Edited<CellContent> {
  switch (edit.kind) {
    case 'mark':
    case 'more': {
      const problem = markProblem(store, edit.value);
      if (problem !== undefined) return { problem };
      const put = edit.kind === 'mark' ? withMark : withOneMoreMark;
      return { content: put(cell, work, edit.value) };
    }
    case 'attendance':
      return { content: withAttendance(cell, edit.attendance) };
    case 'toggleAbsent':
      return { content: withAbsenceToggled(cell) };
    case 'clear':
      return { content: cleared(cell) };
    case 'text': {
      const parsed = parseCellText(edit.text, store.model.page.scale);
      if ('problem' in parsed) return { problem: { kind: 'text', problem: parsed } };
      for (const { value } of parsed.entry.marks) {
        const problem = markProblem(store, value);
        if (problem !== undefined) return { problem };
      }
      return { content: withEntry(cell, parsed.entry) };
    }
    default:
      return edit satisfies never;
  }
}

/** On a period's column the letters mean «н/а» (н) and «осв» (о). */
function periodValue(edit: CellEdit): MarkValue | '' | undefined {
  switch (edit.kind) {
    case 'mark':
    case 'more':
      return edit.value === '.' ? undefined : edit.value;
    case 'attendance':
      if (edit.attendance === 'absent') return 'н/а';
      return edit.attendance === 'late' ? 'осв' : undefined;
    case 'clear':
      return '';
    case 'toggleAbsent':
      return undefined;
    case 'text': {
      if (edit.text.trim() === '') return '';
      const value = parseMark(edit.text);
      return value === '.' ? undefined : value;
    }
    default:
      return edit satisfies never;
  }
}

function editedPeriodMark(
  store: PageStore,
  mark: PeriodMarkContent,
  edit: CellEdit,
  at: { readonly pupilId: number; readonly period: MarkedPeriod },
): Edited<PeriodMarkContent> {
  const value = periodValue(edit);
  if (value === undefined) return { problem: { kind: 'notForPeriods' } };
  const problem = value === '' ? undefined : markProblem(store, value, ofPeriods(store.model.page));
  if (problem !== undefined) return { problem };
  if (value === '') return { content: { value, note: '' } };
  const reasons = mark.note === '' ? store.averages.reasons(at.pupilId, at.period, value) : [];
  if (reasons.length > 0) return { problem: { kind: 'noteNeeded', value, reasons } };
  return { content: { value, note: mark.note } };
}

/** Does the edit at a row and column, and answers how to take it back or why it was not made. */
export function editAt(
  store: PageStore,
  row: number,
  col: number,
  edit: CellEdit,
  work = 1,
): EditOutcome {
  const [pupil, column] = [store.model.pupils[row], store.model.columns[col]];
  if (pupil === undefined || column === undefined) return {};
  const why = closedAt(store, row, col);
  if (why !== undefined) return { problem: { kind: 'closed', why } };
  if (column.kind === 'lesson') {
    const key = cellKey(column.lesson.id, pupil.id);
    const { shown } = store.cells.get(key);
    const edited = editedCell(store, shown, edit, work);
    if ('problem' in edited) return edited;
    const lock = store.model.lockAt(column.lesson, pupil.id);
    const problem = lockProblem(lock, shown, edited.content);
    if (problem !== undefined) return { problem };
    return { change: editWithUndo(store.cells, sameCell, key, edited.content) };
  }
  const key = periodMarkKey(pupil.id, column.period.id);
  const at = { pupilId: pupil.id, period: column.period };
  const edited = editedPeriodMark(store, store.periodMarks.get(key).shown, edit, at);
  if ('problem' in edited) return edited;
  return { change: editWithUndo(store.periodMarks, samePeriodMark, key, edited.content) };
}

/** What a text would make of a row and column, as it would then be read there; or why it cannot. */
export function judgeText(
  store: PageStore,
  row: number,
  col: number,
  text: string,
): { readonly text: string } | { readonly problem: EditProblem } {
  const [pupil, column] = [store.model.pupils[row], store.model.columns[col]];
  const why = closedAt(store, row, col);
  if (pupil === undefined || column === undefined || why !== undefined) {
    return { problem: { kind: 'closed', why: why ?? 'notYours' } };
  }
  const edit = { kind: 'text', text } as const;
  if (column.kind === 'lesson') {
    const { shown } = store.cells.get(cellKey(column.lesson.id, pupil.id));
    const edited = editedCell(store, shown, edit, 1);
    if ('problem' in edited) return edited;
    const lock = store.model.lockAt(column.lesson, pupil.id);
    const problem = lockProblem(lock, shown, edited.content);
    return problem === undefined ? { text: formatCell(edited.content) } : { problem };
  }
  const { shown } = store.periodMarks.get(periodMarkKey(pupil.id, column.period.id));
  const at = { pupilId: pupil.id, period: column.period };
  const edited = editedPeriodMark(store, shown, edit, at);
  return 'problem' in edited ? edited : { text: edited.content.value };
}

/** The text of what stands at a row and column, as it is copied. */
export function textAt({ model, cells, periodMarks }: PageStore, row: number, col: number): string {
  const [pupil, column] = [model.pupils[row], model.columns[col]];
  if (pupil === undefined || column === undefined) return '';
  return column.kind === 'lesson'
    ? formatCell(cells.get(cellKey(column.lesson.id, pupil.id)).shown)
    : periodMarks.get(periodMarkKey(pupil.id, column.period.id)).shown.value;
}
