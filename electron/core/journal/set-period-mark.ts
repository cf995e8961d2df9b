import type { PeriodMarkState } from '#contract/journal';
import { findScale } from '#db/queries/assessment';
import { findPeriodMark, savePeriodMark } from '#db/queries/journal-cell';
import { findPeriod } from '#db/queries/school';
import { fits, ofPeriods } from '#domain/marks/assessment';
import type { PeriodMarkValue } from '#domain/marks/mark-value';
import { marksForbidden } from '#domain/journal/marks-allowed';
import { regulationOn } from '../regulation/versions';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { noteReasons } from './note-demanded';
import { checkPupilOnPage, pageToFill, pupilsOnPage } from './page-access';
import { noteClosings } from './page-closing';
import { checkOpen, locksOfPage } from './page-locks';

/** The mark of a pupil for a period or the year (J6); an empty value takes it away. */
export function setPeriodMark(
  writing: Writing,
  input: {
    readonly pageId: number;
    readonly pupilId: number;
    readonly periodId: number;
    readonly version: number;
    readonly value: PeriodMarkValue;
    readonly note: string;
  },
): { version: number } {
  const { db, actor, core, today } = writing;
  const { page } = pageToFill(writing, input.pageId);
  const period = findPeriod(db, input.periodId);
  if (
    period === undefined ||
    period.yearId !== page.yearId ||
    page.grade < period.gradeFrom ||
    page.grade > period.gradeTo
  ) {
    refuse('NOT_FOUND', { what: 'period' });
  }
  // Nothing has been learnt yet that a mark could be for.
  if (period.startsOn > today) refuse('INVALID', { why: 'dates' });
  checkPupilOnPage(pupilsOnPage(db, page, period.startsOn, period.endsOn), input.pupilId);
  const forbidden = marksForbidden(page, regulationOn(db, period.endsOn));
  if (forbidden !== undefined) refuse('INVALID', { why: forbidden });
  const assessment = { grading: page.grading, ...findScale(db, page.scaleId) };
  if (input.value !== '' && !fits(input.value, ofPeriods(assessment))) {
    refuse('INVALID', { why: 'markOfOtherScale' });
  }
  const key = { periodId: period.id, subjectId: page.subjectId, pupilId: input.pupilId };
  const before: PeriodMarkState = findPeriodMark(db, key) ?? { version: 0, value: '', note: '' };
  if (before.version !== input.version) refuse('CONFLICT', { current: before });
  checkOpen(locksOfPage(writing, page).ofPeriodMark(period, input.pupilId));
  if (input.note === '') {
    const { pupilId, value: mark } = input;
    const [reason] = noteReasons(db, { page, period, pupilId, assessment, mark }, today);
    if (reason !== undefined) refuse('INVALID', { why: reason });
  }
  // Nothing stands there and nothing is to: no row tells of a mark that never was.
  if (before.version === 0 && input.value === '') return { version: 0 };
  const { pupilId } = input;
  const { subjectId, yearId } = page;
  noteClosings(writing, { subjectId, yearId, pupilId }, period);
  const after = { version: before.version + 1, value: input.value, note: input.note };
  savePeriodMark(db, key, after);
  writing.record(
    'periodMark',
    `${input.pupilId}:${page.subjectId}:${period.id}`,
    before.version === 0 ? null : before,
    after,
  );
  noteClosings(writing, { subjectId, yearId, pupilId }, period);
  writing.afterCommit(() =>
    core.pageEvents.publish(page.id, {
      kind: 'periodMark',
      pupilId: input.pupilId,
      periodId: period.id,
      state: after,
      by: actor.name,
    }),
  );
  return { version: after.version };
}
