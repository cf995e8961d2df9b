import { saveLesson } from '#db/queries/journal-cell';
import { findPlanOfPage, findPlanRows } from '#db/queries/plans';
import { findLinksOfLesson, saveLinks } from '#db/queries/plan-progress';
import type { ReadableDb } from '#db/statement';
import { homeworkInGrade } from '#domain/regulation/deadlines';
import { refuse } from '../refuse';
import { regulationOn } from '../regulation/versions';
import type { Writing } from '../unit-of-work';
import { lessonToFill } from './page-access';
import { checkOpen, locksOfPage, withCause } from './page-locks';

/** The lines must be of the plan the page works by, or those the lesson is held by already. */
function checkPlanRows(
  db: ReadableDb,
  pageId: number,
  rowIds: readonly number[],
  before: readonly number[],
): void {
  const others = rowIds.filter((id) => !before.includes(id));
  if (others.length === 0) return;
  const planId = findPlanOfPage(db, pageId);
  const known = planId === undefined ? [] : findPlanRows(db, planId).map(([id]) => id);
  if (!others.every((id) => known.includes(id))) refuse('INVALID', { why: 'topicOfOtherPlan' });
}

/**
 * The topic and the homework of a lesson (J3), and the lines of the plan it is held by (K3): absent
 * they stay, and without a topic there are none. Homework only in grades that have it (R7).
 */
export function setLesson(
  writing: Writing,
  input: {
    readonly lessonId: number;
    readonly version: number;
    readonly topic: string;
    readonly homework: string;
    readonly planRows?: readonly number[] | undefined;
  },
): { version: number } {
  const { db, actor, core } = writing;
  const { page, lesson } = lessonToFill(writing, input.lessonId);
  const rowsBefore = findLinksOfLesson(db, lesson.id);
  const { version: was, topic, homework } = lesson;
  const before = { version: was, topic, homework, planRows: rowsBefore };
  if (was !== input.version) refuse('CONFLICT', { current: before });
  const sets = input.homework !== homework && input.homework !== '';
  if (sets && !homeworkInGrade(regulationOn(db, lesson.date), page.grade)) {
    refuse('INVALID', { why: 'noHomeworkInThisGrade' });
  }
  const planRows = input.topic === '' ? [] : [...new Set(input.planRows ?? rowsBefore)];
  const relinked = planRows.join() !== rowsBefore.join();
  const locks = locksOfPage(writing, page);
  if (topic !== input.topic || relinked) checkOpen(locks.of('topic', lesson));
  if (homework !== input.homework) checkOpen(locks.of('homework', lesson));
  const version = was + 1;
  checkPlanRows(db, page.id, planRows, rowsBefore);
  const after = { topic: input.topic, homework: input.homework, planRows };
  saveLesson(db, lesson.id, { ...after, version });
  if (relinked) saveLinks(db, lesson.id, planRows);
  const told = withCause(locks, lesson, { ...after, version });
  writing.record('lesson', String(lesson.id), before, told);
  writing.afterCommit(() =>
    core.pageEvents.publish(page.id, {
      kind: 'lesson',
      lessonId: lesson.id,
      state: { ...after, version },
      by: actor.name,
    }),
  );
  return { version };
}
