import type { PupilNote } from '#contract/pupil-notes';
import { isYearClosed } from '#db/queries/calendar';
import { findMembers, findTeachersOfPage } from '#db/queries/journal-page';
import { classesOfPupil } from '#db/queries/pupil-card';
import {
  deleteNote,
  findNote,
  findNotes,
  insertNote,
  updateNote,
  type NoteRow,
  type ShownNoteRow,
} from '#db/queries/pupil-notes';
import { findYear, findYears } from '#db/queries/school';
import type { IsoDate } from '#domain/calendar/iso-date';
import { teachesPage } from '#domain/journal/page-rights';
import { listName, shortName } from '#domain/people/name';
import { hasRole } from '#domain/people/roles';
import { canChangeNote, canWriteNote, type NoteKind } from '#domain/pupils/pupil-note';
import { checkPupilOnPage, pageToSee } from '../journal/page-access';
import { classToSee } from '../pupils/class-access';
import { refuse } from '../refuse';
import type { Reading, Writing } from '../unit-of-work';

const noteOf =
  ({ actor }: Reading) =>
  (row: ShownNoteRow): PupilNote => ({
    id: row.id,
    key: row.id === null ? `cell:${row.lessonId}:${row.pupilId}` : `note:${row.id}`,
    version: row.version,
    pupilId: row.pupilId,
    pupil: listName({
      lastName: row.pupilLast,
      firstName: row.pupilFirst,
      middleName: row.pupilMiddle,
    }),
    kind: row.kind,
    date: row.date,
    text: row.text,
    subjectName: row.subjectName,
    author:
      row.authorLast === null
        ? ''
        : shortName({
            lastName: row.authorLast,
            firstName: row.authorFirst ?? '',
            middleName: row.authorMiddle ?? '',
          }),
    mayChange: row.id !== null && canChangeNote(actor, row, 'change'),
    mayRemove: row.id !== null && canChangeNote(actor, row, 'remove'),
  });

const newestFirst = (a: ShownNoteRow, b: ShownNoteRow): number =>
  b.date.localeCompare(a.date) || (b.id ?? 0) - (a.id ?? 0);

type ClassOrder = { readonly classId: number; readonly from: IsoDate; readonly to: IsoDate };

/** What was written of the pupils of a class between two days, the newest first (J8). */
export function notesOfClass(reading: Reading, { classId, from, to }: ClassOrder) {
  if (to < from) refuse('INVALID', { why: 'dates' });
  classToSee(reading, classId);
  return findNotes(reading.db, { classId, from, to, pupilId: null })
    .toSorted(newestFirst)
    .map(noteOf(reading));
}

/** The class teacher of the pupil on a day; null where there is none. */
const homeroomOf = ({ db }: Pick<Reading, 'db'>, pupilId: number, day: IsoDate): number | null =>
  classesOfPupil(db, pupilId).find(
    ({ fromDate, toDate }) => fromDate <= day && (toDate === null || toDate >= day),
  )?.homeroomTeacherId ?? null;

/** What was written of a pupil in the school year of today, the newest first. */
export function notesOfPupil(
  reading: Reading,
  { pupilId }: { readonly pupilId: number },
): readonly PupilNote[] {
  const { db, actor, today } = reading;
  const year = findYear(db, today) ?? findYears(db).at(-1);
  if (year === undefined) return [];
  const rows = findNotes(db, { classId: null, from: year.startsOn, to: year.endsOn, pupilId });
  const seesAll =
    hasRole(actor, 'administrator', 'director', 'deputy') ||
    (hasRole(actor, 'classTeacher') && homeroomOf(reading, pupilId, today) === actor.staffId);
  const own = new Map<number, boolean>();
  const onOwnPage = (pageId: number | null): boolean => {
    if (pageId === null) return false;
    let mine = own.get(pageId);
    if (mine === undefined) {
      own.set(pageId, (mine = pageTaught(reading, pageId)));
    }
    return mine;
  };
  return rows
    .filter((row) => seesAll || row.staffId === actor.staffId || onOwnPage(row.pageId))
    .toSorted(newestFirst)
    .map(noteOf(reading));
}

/** Whether the page is one that the person teaches today. */
const pageTaught = ({ db, actor, today }: Reading, pageId: number): boolean =>
  teachesPage(actor, { homeroomTeacherIds: [], teachers: findTeachersOfPage(db, pageId) }, today);

type Entry = {
  readonly id: number | null;
  readonly version: number;
  readonly pupilId: number;
  readonly pageId: number | null;
  readonly kind: NoteKind;
  readonly date: IsoDate;
  readonly text: string;
};

/** What parents read of a closed year stays as it was. */
function checkYearOpen({ db }: Writing, date: IsoDate): void {
  const year = findYear(db, date);
  if (year === undefined || date < year.startsOn) refuse('INVALID', { why: 'dates' });
  if (isYearClosed(db, year.id)) refuse('INVALID', { why: 'yearClosed' });
}

function checkMayWrite(writing: Writing, { pupilId, pageId, date }: Entry): void {
  const { db, actor, today } = writing;
  if (classesOfPupil(db, pupilId).length === 0) refuse('NOT_FOUND', { what: 'pupil' });
  if (date > today) refuse('INVALID', { why: 'dates' });
  checkYearOpen(writing, date);
  let ofPage = false;
  if (pageId !== null) {
    const { page, staff } = pageToSee(writing, pageId);
    checkPupilOnPage(new Set(findMembers(db, page, date, date).map(([id]) => id)), pupilId);
    ofPage = teachesPage(actor, staff, today);
  }
  const homeroomTeacherId = homeroomOf(writing, pupilId, date);
  if (!canWriteNote(actor, { homeroomTeacherId, teachesPage: ofPage })) {
    refuse('FORBIDDEN', { why: 'notYourClass' });
  }
}

const stored = ({ id: _id, ...row }: NoteRow) => row;

/** Writes a note to a pupil's parents, or changes one's own. */
export function saveNote(writing: Writing, input: Entry): { id: number; version: number } {
  const { db, actor, record } = writing;
  const { kind, date, text } = input;
  if (input.id === null) {
    checkMayWrite(writing, input);
    const row = { pupilId: input.pupilId, pageId: input.pageId, kind, date, text };
    const id = insertNote(db, { ...row, staffId: actor.staffId });
    record('pupilNote', String(id), null, row);
    return { id, version: 1 };
  }
  const before = findNote(db, input.id) ?? refuse('NOT_FOUND', { what: 'note' });
  if (!canChangeNote(actor, before, 'change')) refuse('FORBIDDEN', { why: 'notYourNote' });
  if (before.version !== input.version) refuse('CONFLICT', { current: stored(before) });
  checkYearOpen(writing, before.date);
  checkMayWrite(writing, { ...input, pupilId: before.pupilId, pageId: before.pageId });
  const after = { ...before, kind, date, text, version: before.version + 1 };
  updateNote(db, after);
  record('pupilNote', String(before.id), stored(before), stored(after));
  return { id: before.id, version: after.version };
}

/** Takes a note out. */
export function removeNote(
  writing: Writing,
  { id, version }: { readonly id: number; readonly version: number },
): void {
  const { db, actor, record } = writing;
  const before = findNote(db, id) ?? refuse('NOT_FOUND', { what: 'note' });
  if (!canChangeNote(actor, before, 'remove')) refuse('FORBIDDEN', { why: 'notYourNote' });
  if (before.version !== version) refuse('CONFLICT', { current: stored(before) });
  checkYearOpen(writing, before.date);
  deleteNote(db, id);
  record('pupilNote', String(id), stored(before), null);
}
