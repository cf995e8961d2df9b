import type { WorkRow } from '#contract/journal';
import { deleteWork, findWorks, saveWork, workHasMarks } from '#db/queries/journal-cell';
import { findWorkKinds } from '#db/queries/school';
import { datesFit, type Assignment } from '#domain/journal/assigned-work';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { lessonToFill } from './page-access';
import { checkOpen, locksOfPage } from './page-locks';

/** Assigns a work of a lesson: kind, weight, title, form, dates; its marks stay (J2, КИА 4.4.4). */
export function setWork(
  writing: Writing,
  input: {
    readonly lessonId: number;
    readonly position: number;
    readonly kindId: number;
    readonly weight: number;
    readonly title: string;
  } & Assignment,
): WorkRow {
  const { db, actor, core } = writing;
  const { page, lesson } = lessonToFill(writing, input.lessonId);
  if (!findWorkKinds(db).some(({ id }) => id === input.kindId)) {
    refuse('NOT_FOUND', { what: 'lesson' });
  }
  if (!datesFit(input, lesson.date)) refuse('INVALID', { why: 'dates' });
  const { position, kindId, weight, title, givenOn, dueOn } = input;
  const written = input.written === null ? null : Number(input.written);
  const locks = locksOfPage(writing, page);
  checkOpen(
    locks.of((input.written ?? locks.isWritten(kindId)) ? 'writtenMark' : 'oralMark', lesson),
  );
  const before = findWorks(db, lesson.id).find((work) => work.position === position) ?? null;
  const work = { position, kindId, weight, title, written, givenOn, dueOn };
  saveWork(db, lesson.id, work);
  writing.record('work', `${lesson.id}:${position}`, before, work);
  const row: WorkRow = [lesson.id, position, kindId, weight, title, written, givenOn, dueOn];
  writing.afterCommit(() =>
    core.pageEvents.publish(page.id, { kind: 'work', work: row, by: actor.name }),
  );
  return row;
}

/** Takes a work of a lesson away; INVALID `workInUse` where it has marks. */
export function removeWork(
  writing: Writing,
  { lessonId, position }: { readonly lessonId: number; readonly position: number },
): void {
  const { db, actor, core } = writing;
  const { page, lesson } = lessonToFill(writing, lessonId);
  const before = findWorks(db, lesson.id).find((work) => work.position === position);
  if (before === undefined) return;
  const locks = locksOfPage(writing, page);
  checkOpen(locks.of(locks.isWritten(before.kindId) ? 'writtenMark' : 'oralMark', lesson));
  if (workHasMarks(db, lesson.id, position)) refuse('INVALID', { why: 'workInUse' });
  deleteWork(db, lesson.id, position);
  writing.record('work', `${lesson.id}:${position}`, before, null);
  writing.afterCommit(() =>
    core.pageEvents.publish(page.id, { kind: 'noWork', lessonId, position, by: actor.name }),
  );
}
