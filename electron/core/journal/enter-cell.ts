import type { CellContent } from '#contract/journal';
import { findScale } from '#db/queries/assessment';
import { findWorks, saveCell, saveWork } from '#db/queries/journal-cell';
import type { PageRow } from '#db/queries/journal-page';
import { findWorkKinds } from '#db/queries/school';
import { fits } from '#domain/marks/assessment';
import { marksForbidden } from '#domain/journal/marks-allowed';
import { afterEntry } from '../attendance/apply-documents';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { cellState } from './cell-state';
import { checkOpen, locksOfPage, type PageLocks, withCause } from './page-locks';
import { checkPupilOnPage, lessonToFill, pupilsOnPage } from './page-access';

/** Every mark stands under a work with its kind (J2, КИА 4.4.4): those not chosen get the first kind. */
function addMissingWorks(writing: Writing, lessonId: number, pageId: number, content: CellContent) {
  const { db, actor, core } = writing;
  const existing = new Set(findWorks(db, lessonId).map(({ position }) => position));
  const kind = findWorkKinds(db).find(({ archived }) => archived === 0);
  for (const position of new Set(content.marks.map(({ work }) => work))) {
    if (existing.has(position) || kind === undefined) continue;
    const work = { position, kindId: kind.id, weight: kind.weight, title: '' };
    saveWork(db, lessonId, work);
    writing.record('work', `${lessonId}:${position}`, null, work);
    writing.afterCommit(() =>
      core.pageEvents.publish(pageId, {
        kind: 'work',
        work: [lessonId, position, kind.id, kind.weight, '', null, null, null],
        by: actor.name,
      }),
    );
  }
}

export type CellEntry = {
  readonly lessonId: number;
  readonly pupilId: number;
  readonly version: number;
  readonly content: CellContent;
};

/**
 * Puts whole contents of cells in place of what was there, one after the other in one unit of work.
 * Each is judged before anything of it is written; a stale version changes nothing.
 */
export function cellsEntering(writing: Writing) {
  const { db } = writing;
  const lessons = new Map<number, ReturnType<typeof lessonOf>>();
  const pupils = new Map<string, ReadonlySet<number>>();
  const closed = new Map<number, PageLocks>();

  function locksOf(page: PageRow): PageLocks {
    const known = closed.get(page.id) ?? locksOfPage(writing, page);
    closed.set(page.id, known);
    return known;
  }

  function lessonOf(lessonId: number) {
    const found = lessonToFill(writing, lessonId);
    const { grading, scaleId } = found.page;
    return { ...found, assessment: { grading, ...findScale(db, scaleId) } };
  }
  function knownLesson(lessonId: number): ReturnType<typeof lessonOf> {
    const known = lessons.get(lessonId) ?? lessonOf(lessonId);
    lessons.set(lessonId, known);
    return known;
  }
  function pupilsOf({ page, lesson }: ReturnType<typeof lessonToFill>): ReadonlySet<number> {
    const key = `${page.id}:${lesson.date}`;
    const known = pupils.get(key) ?? pupilsOnPage(db, page, lesson.date, lesson.date);
    pupils.set(key, known);
    return known;
  }
  /** Only what the entry changes has to be open: marks by the kind of their work, the rest as one. */
  function checkChangesOpen(
    { page, lesson }: ReturnType<typeof lessonToFill>,
    pupilId: number,
    before: CellContent,
    after: CellContent,
  ): void {
    const locks = locksOf(page);
    const said = ({ attendance, lateMinutes, remark }: CellContent) =>
      JSON.stringify([attendance, lateMinutes, remark]);
    if (said(before) !== said(after)) {
      checkOpen(locks.of('attendance', lesson, pupilId));
    }
    const marksOf = ({ marks }: CellContent, work: number) =>
      marks.flatMap((mark) => (mark.work === work ? [mark.value] : [])).join();
    const touched = new Set([...before.marks, ...after.marks].map(({ work }) => work));
    for (const work of touched) {
      if (marksOf(before, work) === marksOf(after, work)) continue;
      const found = findWorks(db, lesson.id).find(({ position }) => position === work);
      const written = found !== undefined && locks.writtenWork(found);
      checkOpen(locks.of(written ? 'writtenMark' : 'oralMark', lesson, pupilId));
    }
  }
  return ({ lessonId, pupilId, version: seen, content }: CellEntry) => {
    const found = knownLesson(lessonId);
    const { page, assessment } = found;
    checkPupilOnPage(pupilsOf(found), pupilId);
    // Topics and homework are written ahead, marks and attendance are not (ТИП 2.9, 2.12).
    if (found.lesson.date > writing.today) refuse('INVALID', { why: 'lessonToCome' });
    const forbidden = marksForbidden(page, locksOf(page).regulationOn(found.lesson.date));
    if (content.marks.length > 0 && forbidden !== undefined) refuse('INVALID', { why: forbidden });
    const before = cellState(db, lessonId, pupilId);
    if (before.version !== seen) refuse('CONFLICT', { current: before });
    // What came from another system may be of another scale: it stays, nothing new of that kind comes.
    const had = new Set(before.content.marks.map(({ value }) => value));
    const foreign = content.marks.some(({ value }) => !had.has(value) && !fits(value, assessment));
    if (foreign) refuse('INVALID', { why: 'markOfOtherScale' });
    checkChangesOpen(found, pupilId, before.content, content);
    addMissingWorks(writing, lessonId, page.id, content);
    const version = before.version + 1;
    const lateMinutes = content.attendance === 'late' ? content.lateMinutes : null;
    const after = { ...content, lateMinutes };
    saveCell(db, lessonId, pupilId, { ...after, version });
    writing.record(
      'cell',
      `${lessonId}:${pupilId}`,
      before.version === 0 ? null : before.content,
      withCause(locksOf(page), found.lesson, after),
    );
    afterEntry(writing, {
      lessonId,
      pupilId,
      pageId: page.id,
      date: found.lesson.date,
      before: before.content.attendance,
      after: after.attendance,
    });
    return { pageId: page.id, change: { lessonId, pupilId, state: { version, content: after } } };
  };
}

/** Puts a cell's whole content in place of what was there. */
export function enterCell(writing: Writing, entry: CellEntry): { version: number } {
  const { actor, core, connection } = writing;
  const { pageId, change } = cellsEntering(writing)(entry);
  writing.afterCommit(() =>
    core.pageEvents.publish(pageId, { kind: 'cell', ...change, by: actor.name }, connection),
  );
  return { version: change.state.version };
}
