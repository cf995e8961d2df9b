import { findSubjectAssessments } from '#db/queries/assessment';
import {
  findBroughtOfPupil,
  findPagesOfPupil,
  replaceBrought,
  saveBroughtDocument,
} from '#db/queries/brought-marks';
import { isYearClosed } from '#db/queries/calendar';
import { marksForbidden } from '#domain/journal/marks-allowed';
import { broughtText, formatBrought, parseBrought, type BroughtKind } from '#domain/marks/brought';
import type { MarkValue } from '#domain/marks/mark-value';
import { regulationOn } from '../regulation/versions';
import { cardToSee } from '../pupils/card-access';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { broughtYear } from './ground';

type Cell = {
  readonly subjectId: number;
  readonly periodId: number;
  readonly kind: BroughtKind;
  readonly was: string;
  readonly text: string;
};

/**
 * Writes down what a pupil brought from another school (C2): each cell is a subject's marks of a
 * period or the mark for it, in place of those that the person saw. All cells or none.
 */
export function setBrought(
  writing: Writing,
  input: { readonly pupilId: number; readonly document: string; readonly cells: readonly Cell[] },
): void {
  const { db, actor, core, today, record, afterCommit } = writing;
  const { pupilId, document } = input;
  const card = cardToSee(writing, pupilId);
  if (!card.mayBring) refuse('FORBIDDEN', { why: 'notYourClass' });
  const { ofClass, periods, stays } = broughtYear(db, pupilId, card.classes, today);
  if (ofClass === undefined) refuse('INVALID', { why: 'pupilNotInClass' });
  if (isYearClosed(db, ofClass.yearId)) refuse('INVALID', { why: 'yearClosed' });
  const before = findBroughtOfPupil(db, pupilId, ofClass.yearId);
  const stored = ({ subjectId, periodId, kind }: Cell) =>
    formatBrought(
      before
        .filter(
          (row) => row.subjectId === subjectId && row.periodId === periodId && row.kind === kind,
        )
        .map(({ value, weight, date }) => ({ value: value as MarkValue, weight, date })),
    );
  const subjects = findSubjectAssessments(db, ofClass.classId);
  const regulation = regulationOn(db, today);
  const pages = new Set<number>();
  const written = new Map<string, string>();
  for (const cell of input.cells) {
    const { subjectId, periodId, kind } = cell;
    const period = periods.find(({ id }) => id === periodId);
    if (period === undefined) refuse('NOT_FOUND', { what: 'period' });
    const subject =
      subjects.find(({ id }) => id === subjectId) ?? refuse('NOT_FOUND', { what: 'subject' });
    const key = `${subjectId}:${periodId}:${kind}`;
    const current = written.get(key) ?? stored(cell);
    if (current !== cell.was) refuse('CONFLICT', { current });
    const forbidden = marksForbidden(
      { grade: ofClass.grade, grading: subject.grading },
      regulation,
    );
    if (forbidden !== undefined && cell.text.trim() !== '') refuse('INVALID', { why: forbidden });
    const marks = parseBrought(cell.text, { kind, period, assessment: subject, stays });
    if ('problem' in marks) refuse('INVALID', { why: 'broughtMarks' });
    replaceBrought(db, { pupilId, subjectId, periodId, kind }, marks, document);
    const said = (text: string) =>
      text === '' ? null : { marks: broughtText(subject.name, period, kind, text) };
    const after = formatBrought(marks);
    written.set(key, after);
    record('broughtMarks', String(pupilId), said(current), said(after));
    for (const id of findPagesOfPupil(db, pupilId, subjectId, ofClass.yearId)) pages.add(id);
  }
  const paper = before.find((row) => row.document !== '')?.document ?? '';
  if (paper !== document) {
    saveBroughtDocument(db, pupilId, ofClass.yearId, document);
    record('broughtDocument', String(pupilId), { document: paper }, { document });
  }
  afterCommit(() => {
    for (const id of pages) {
      core.pageEvents.publish(id, { kind: 'timetable', by: actor.name });
    }
  });
}
