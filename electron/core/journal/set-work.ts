import type { WorkRow } from '#contract/journal-page';
import { deleteWork, findWorks, saveWork, workHasMarks } from '#db/queries/journal-cell';
import { findWorkKinds } from '#db/queries/school';
import { datesFit, type Assignment } from '#domain/journal/assigned-work';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { lessonToFill } from './page-access';
import { checkOpen, locksOfPage, type PageLocks, withCause } from './page-locks';

function checkWorkOpen(
  locks: PageLocks,
  lesson: Parameters<PageLocks['of']>[1],
  work: Parameters<PageLocks['writtenWork']>[0],
): void {
  checkOpen(locks.of(locks.writtenWork(work) ? 'writtenMark' : 'oralMark', lesson));
}

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
  const kind =
    findWorkKinds(db).find(({ id }) => id === input.kindId) ??
    refuse('NOT_FOUND', { what: 'workKind' });
  if (!datesFit(input, lesson.date)) refuse('INVALID', { why: 'dates' });
  const { position, kindId, weight, title, givenOn, dueOn } = input;
  const written = input.written === null ? null : Number(input.written);
  const before = findWorks(db, lesson.id).find((one) => one.position === position) ?? null;
  // What is put away stays at the works it was given to.
  if (kind.archived === 1 && before?.kindId !== kindId) refuse('INVALID', { why: 'archivedKind' });
  const work = { position, kindId, weight, title, written, givenOn, dueOn };
  // Marks that are closed are not opened again by calling their work a written one.
  const locks = locksOfPage(writing, page);
  checkWorkOpen(locks, lesson, work);
  if (before !== null && workHasMarks(db, lesson.id, position)) {
    checkWorkOpen(locks, lesson, before);
  }
  saveWork(db, lesson.id, work);
  writing.record('work', `${lesson.id}:${position}`, before, withCause(locks, lesson, work));
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
  checkWorkOpen(locksOfPage(writing, page), lesson, before);
  if (workHasMarks(db, lesson.id, position)) refuse('INVALID', { why: 'workInUse' });
  deleteWork(db, lesson.id, position);
  writing.record('work', `${lesson.id}:${position}`, before, null);
  writing.afterCommit(() =>
    core.pageEvents.publish(page.id, { kind: 'noWork', lessonId, position, by: actor.name }),
  );
}
