import type { CellChange } from '#contract/journal';
import {
  findDocumentsInForce,
  findExcusableCells,
  findTurnedBy,
  setAttendance,
  setTurnedBy,
} from '#db/queries/attendance';
import { findPage } from '#db/queries/journal-page';
import { underDocuments, type Excused } from '#domain/attendance/absence-documents';
import type { Attendance } from '#domain/attendance/attendance';
import type { IsoDate } from '#domain/calendar/iso-date';
import { cellState } from '../journal/cell-state';
import { locksOfPage } from '../journal/page-locks';
import { oncePer } from '../once';
import type { Writing } from '../unit-of-work';

type Where = { readonly lessonId: number; readonly pupilId: number; readonly pageId: number };
export type Changes = Map<number, CellChange[]>;

/**
 * Puts an attendance into a cell that is not the teacher's own entry: audited as any entry, with a new
 * version, kept for those who look at the page.
 */
export function changeAttendance(
  { db, record }: Pick<Writing, 'db' | 'record'>,
  { lessonId, pupilId, pageId }: Where,
  next: Excused,
  changes: Changes,
): number {
  const before = cellState(db, lessonId, pupilId);
  const version = before.version + 1;
  setAttendance(db, { lessonId, pupilId }, { ...next, version });
  const content = { ...before.content, attendance: next.attendance, lateMinutes: null };
  record('cell', `${lessonId}:${pupilId}`, before.content, content);
  const told = changes.get(pageId) ?? [];
  changes.set(pageId, [...told, { lessonId, pupilId, state: { version, content } }]);
  return version;
}

/** Tells everybody who looks at the pages, the one who entered too: it is not what was typed. */
export function tellPages(
  { core, actor, afterCommit }: Pick<Writing, 'core' | 'actor' | 'afterCommit'>,
  changes: Changes,
): void {
  if (changes.size === 0) return;
  afterCommit(() => {
    for (const [pageId, cells] of changes) {
      core.pageEvents.publish(pageId, { kind: 'cells', cells, by: actor.name });
    }
  });
}

/**
 * Brings a pupil's cells of some days to what the documents in force say (J7): «Н» becomes «Б» or «У»
 * everywhere at once, and again «Н» where a document is gone. What the regulation has closed by its
 * terms stays as it is and is counted.
 */
export function applyDocuments(
  writing: Writing,
  of: { readonly pupilId: number; readonly from: IsoDate; readonly to: IsoDate },
): { readonly turned: number; readonly closed: number } {
  const { db } = writing;
  const { pupilId } = of;
  const documents = findDocumentsInForce(db, pupilId);
  const changes: Changes = new Map();
  const locks = oncePer((pageId: number) => {
    const page = findPage(db, pageId);
    return page && locksOfPage(writing, page);
  });
  let [turned, closed] = [0, 0];
  for (const { lessonId, pageId, date, number, turnedBy } of findExcusableCells(db, of)) {
    const { attendance } = cellState(db, lessonId, pupilId).content;
    const next = underDocuments({ attendance, turnedBy }, date, documents);
    if (next.attendance === attendance) {
      // The same letter by another document.
      if (next.turnedBy !== turnedBy) setTurnedBy(db, lessonId, pupilId, next.turnedBy);
      continue;
    }
    if (locks(pageId)?.ofReason({ date, number }, pupilId).open !== true) {
      closed += 1;
      continue;
    }
    changeAttendance(writing, { lessonId, pupilId, pageId }, next, changes);
    turned += 1;
  }
  tellPages(writing, changes);
  return { turned, closed };
}

/**
 * After a teacher's entry: a cell that a document had turned is the teacher's again, and «Н» inside a
 * document's dates is turned at once.
 */
export function afterEntry(
  writing: Writing,
  {
    date,
    before,
    after,
    ...where
  }: Where & {
    readonly date: IsoDate;
    readonly before: Attendance | null;
    readonly after: Attendance | null;
  },
): void {
  const { db } = writing;
  const { lessonId, pupilId } = where;
  if (before === after && after !== 'absent') return;
  if (findTurnedBy(db, lessonId, pupilId) !== null) setTurnedBy(db, lessonId, pupilId, null);
  if (after !== 'absent') return;
  const documents = findDocumentsInForce(db, pupilId);
  const next = underDocuments({ attendance: after, turnedBy: null }, date, documents);
  if (next.turnedBy === null) return;
  const changes: Changes = new Map();
  changeAttendance(writing, where, next, changes);
  tellPages(writing, changes);
}
