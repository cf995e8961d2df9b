import type { ReasonsOutcome } from '#contract/attendance';
import { findDocumentsInForce } from '#db/queries/attendance';
import { isYearClosed } from '#db/queries/calendar';
import { findLesson } from '#db/queries/journal-cell';
import { findPage, type PageRow } from '#db/queries/journal-page';
import { underDocuments } from '#domain/attendance/absence-documents';
import { cellState } from '../journal/cell-state';
import { checkPupilOnPage, pupilsOnPage } from '../journal/page-access';
import { locksOfPage, type PageLocks } from '../journal/page-locks';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { changeAttendance, tellPages, type Changes } from './apply-documents';
import { attendanceToChange } from './class-access';
import { pupilsOfClassOn } from './pupils-of-class';

type Reason = 'absent' | 'ill' | 'excused';
const isReason = (attendance: string | null): attendance is Reason =>
  attendance === 'absent' || attendance === 'ill' || attendance === 'excused';

/**
 * Says of many absences at once why they were (J7, КИА 4.3.11): only what a teacher noted as absent is
 * changed, all in one step; a cell somebody was faster with is left alone and told.
 */
export function setReasons(
  writing: Writing,
  input: {
    readonly classId: number;
    readonly reason: Reason;
    readonly cells: readonly {
      readonly lessonId: number;
      readonly pupilId: number;
      readonly version: number;
    }[];
  },
): ReasonsOutcome {
  const { db } = writing;
  attendanceToChange(writing, input.classId);
  const known = new Map<number, PageLocks>();
  const locks = (page: PageRow): PageLocks => {
    const found = known.get(page.id) ?? locksOfPage(writing, page);
    known.set(page.id, found);
    return found;
  };
  const inClass = pupilsOfClassOn(db, input.classId);
  const changes: Changes = new Map();
  const changed: ReasonsOutcome['changed'][number][] = [];
  let [stale, underDocument, closed] = [0, 0, 0];
  for (const { lessonId, pupilId, version } of input.cells) {
    const lesson = findLesson(db, lessonId) ?? refuse('NOT_FOUND', { what: 'lesson' });
    const page = findPage(db, lesson.pageId) ?? refuse('NOT_FOUND', { what: 'page' });
    if (!inClass(lesson.date).has(pupilId)) refuse('FORBIDDEN', { why: 'notYourClass' });
    checkPupilOnPage(pupilsOnPage(db, page, lesson.date, lesson.date), pupilId);
    const before = cellState(db, lessonId, pupilId);
    const { attendance } = before.content;
    if (before.version !== version || !isReason(attendance)) {
      stale += 1;
      continue;
    }
    if (attendance === input.reason) continue;
    if (isYearClosed(db, page.yearId)) refuse('INVALID', { why: 'yearClosed' });
    const documents = findDocumentsInForce(db, pupilId);
    const told = underDocuments({ attendance: 'absent', turnedBy: null }, lesson.date, documents);
    // What the document says anyway is the document's: it goes with it.
    const documented = input.reason === 'absent' || told.attendance === input.reason;
    const next = documented ? told : { attendance: input.reason, turnedBy: null };
    if (next.attendance === attendance) {
      if (next.attendance !== input.reason) underDocument += 1;
      continue;
    }
    if (!locks(page).ofReason(lesson, pupilId).open) {
      closed += 1;
      continue;
    }
    const where = { lessonId, pupilId, pageId: page.id };
    if (next.attendance !== input.reason) underDocument += 1;
    const now = changeAttendance(writing, where, next, changes);
    changed.push({ lessonId, pupilId, version: now, before: attendance });
  }
  tellPages(writing, changes);
  return { changed, stale, underDocument, closed };
}
