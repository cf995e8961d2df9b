import { findHomework, saveHomework } from '#db/queries/homework';
import { findYearOr } from '#db/queries/school';
import { homeworkProblem, type LessonHomework } from '#domain/homework/homework';
import { homeworkInGrade } from '#domain/regulation/deadlines';
import { checkPupilOnPage, lessonToFill, pupilsOnPage } from '../journal/page-access';
import { checkOpen, locksOfPage, withCause } from '../journal/page-locks';
import { refuse } from '../refuse';
import { regulationOn } from '../regulation/versions';
import type { Writing } from '../unit-of-work';
import { groupsOfPage } from './groups-of-page';

/**
 * What is set at a lesson beside the text for all, whole (J3, КИА 4.4.6): when it is due, how it is
 * done, how long it takes, and tasks of their own for a group or some pupils. Also ahead (ТИП 2.9).
 */
export function setHomework(
  writing: Writing,
  input: LessonHomework & { readonly lessonId: number; readonly version: number },
): { version: number } {
  const { db, actor, core, today } = writing;
  const { page, lesson } = lessonToFill(writing, input.lessonId);
  const before = findHomework(db, lesson.id);
  if (before.version !== input.version) refuse('CONFLICT', { current: before });
  const year = findYearOr(db, page.yearId, today) ?? refuse('NOT_FOUND', { what: 'year' });
  const { forAll, tasks } = input;
  const why = homeworkProblem(
    { forAll, tasks },
    {
      homeworkAllowed: homeworkInGrade(regulationOn(db, lesson.date), page.grade),
      date: lesson.date,
      yearEndsOn: year.endsOn,
    },
  );
  if (why !== undefined) refuse('INVALID', { why });
  const pupils = pupilsOnPage(db, page, lesson.date, lesson.date);
  const groups = new Set(groupsOfPage(db, page, lesson.date).map(([id]) => id));
  const known = new Set(before.tasks.flatMap(({ groupId }) => groupId ?? []));
  for (const { groupId, pupilIds } of tasks) {
    if ((groupId === null) === (pupilIds.length === 0)) refuse('INVALID', { why: 'taskForNobody' });
    if (groupId !== null && !groups.has(groupId) && !known.has(groupId)) {
      refuse('NOT_FOUND', { what: 'group' });
    }
    for (const pupilId of pupilIds) checkPupilOnPage(pupils, pupilId);
  }
  const locks = locksOfPage(writing, page);
  checkOpen(locks.of('homework', lesson));
  const state = { version: before.version + 1, forAll, tasks };
  saveHomework(db, lesson.id, state);
  writing.record('homework', String(lesson.id), before, withCause(locks, lesson, state));
  writing.afterCommit(() =>
    core.pageEvents.publish(page.id, {
      kind: 'homework',
      lessonId: lesson.id,
      state,
      by: actor.name,
    }),
  );
  return { version: state.version };
}
