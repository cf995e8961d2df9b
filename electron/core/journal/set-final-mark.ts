import type { PeriodMarkState } from '#contract/journal';
import { findScale } from '#db/queries/assessment';
import { findFinalMark, findYearMark, saveFinalMark } from '#db/queries/final-marks';
import { findPeriods } from '#db/queries/school';
import { marksForbidden } from '#domain/journal/marks-allowed';
import { fits, ofPeriods } from '#domain/marks/assessment';
import { isMarkValue, type MarkValue, type PeriodMarkValue } from '#domain/marks/mark-value';
import { finalKindsOf, proposeFinalMark, type FinalKind } from '#domain/periods/finals';
import { notesDemanded } from '#domain/regulation/period-rules';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { rulesOfPage } from './note-demanded';
import { checkPupilOnPage, pageToFill, pupilsOnPage } from './page-access';
import { checkOpen, locksOfPage } from './page-locks';

const markOf = (text: string): MarkValue | '' => (isMarkValue(text) ? text : '');

/** The mark of a pupil for the examination, or the final one (J6); an empty value takes it away. */
export function setFinalMark(
  writing: Writing,
  input: {
    readonly pageId: number;
    readonly pupilId: number;
    readonly kind: FinalKind;
    readonly version: number;
    readonly value: PeriodMarkValue;
    readonly note: string;
  },
): { version: number } {
  const { db, actor, core, record } = writing;
  const { page } = pageToFill(writing, input.pageId);
  const { pupilId, kind, value } = input;
  const { yearId, subjectId, grade } = page;
  if (!finalKindsOf(page.finals).includes(kind)) refuse('INVALID', { why: 'noSuchFinal' });
  const year =
    findPeriods(db, yearId).find(
      (one) => one.kind === 'year' && one.gradeFrom <= grade && grade <= one.gradeTo,
    ) ?? refuse('NOT_FOUND', { what: 'period' });
  // Nothing has been learnt yet that a mark could be for.
  if (year.startsOn > writing.today) refuse('INVALID', { why: 'dates' });
  checkPupilOnPage(pupilsOnPage(db, page, year.startsOn, year.endsOn), pupilId);
  const locks = locksOfPage(writing, page);
  const forbidden = marksForbidden(page, locks.regulationOn(year.endsOn));
  if (forbidden !== undefined) refuse('INVALID', { why: forbidden });
  const assessment = { grading: page.grading, ...findScale(db, page.scaleId) };
  if (value !== '' && !fits(value, ofPeriods(assessment))) {
    refuse('INVALID', { why: 'markOfOtherScale' });
  }
  const key = { yearId, subjectId, pupilId, kind };
  const before: PeriodMarkState = findFinalMark(db, key) ?? { version: 0, value: '', note: '' };
  if (before.version !== input.version) refuse('CONFLICT', { current: before });
  checkOpen(locks.ofFinalMark(year, pupilId));
  if (input.note === '' && kind === 'final') {
    const exam = findFinalMark(db, { ...key, kind: 'exam' })?.value ?? '';
    const marks = { year: markOf(findYearMark(db, { ...key, grade })), exam: markOf(exam) };
    const proposal = proposeFinalMark(marks, page.finals, assessment);
    const proposed = proposal.kind === 'proposed' ? proposal.mark : undefined;
    const rules = rulesOfPage(db, page, 'year', writing.today);
    const [reason] = notesDemanded(rules, { mark: value, proposed, marks: 0 });
    if (reason !== undefined) refuse('INVALID', { why: reason });
  }
  const after = { version: before.version + 1, value, note: input.note };
  saveFinalMark(db, key, after);
  const entityId = `${pupilId}:${subjectId}:${yearId}:${kind}`;
  record('finalMark', entityId, before.version === 0 ? null : before, after);
  writing.afterCommit(() =>
    core.pageEvents.publish(page.id, {
      kind: 'finalMark',
      pupilId,
      final: kind,
      state: after,
      by: actor.name,
    }),
  );
  return { version: after.version };
}
