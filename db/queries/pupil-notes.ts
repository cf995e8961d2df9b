import type { IsoDate } from '#domain/calendar/iso-date';
import type { NoteKind } from '#domain/pupils/pupil-note';
import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type NoteRow = {
  readonly id: number;
  readonly pupilId: number;
  readonly pageId: number | null;
  readonly kind: NoteKind;
  readonly date: IsoDate;
  readonly text: string;
  readonly staffId: number;
  readonly version: number;
};
/** A note, or the remark of a cell, with who is meant and who wrote it. */
export type ShownNoteRow = Omit<NoteRow, 'id'> & {
  /** Null of a remark that stands in a cell. */
  readonly id: number | null;
  readonly lessonId: number | null;
  readonly pupilLast: string;
  readonly pupilFirst: string;
  readonly pupilMiddle: string;
  readonly subjectName: string | null;
  readonly authorLast: string | null;
  readonly authorFirst: string | null;
  readonly authorMiddle: string | null;
};
type Wanted = {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly pupilId: number | null;
  readonly classId: number | null;
};

const WHO = `pupil.last_name AS pupilLast, pupil.first_name AS pupilFirst,
  pupil.middle_name AS pupilMiddle`;
const OF_CLASS = `(@classId IS NULL OR EXISTS (
  SELECT 1 FROM class_membership AS member WHERE member.pupil_id = pupil.id
    AND member.class_id = @classId AND member.from_date <= DAY
    AND (member.to_date IS NULL OR member.to_date >= DAY)))`;
const notes = select<Wanted, ShownNoteRow>(
  `SELECT note.id, note.pupil_id AS pupilId, note.page_id AS pageId, note.kind, note.date,
          note.text, note.staff_id AS staffId, note.version, NULL AS lessonId, ${WHO},
          subject.name AS subjectName, author.last_name AS authorLast,
          author.first_name AS authorFirst, author.middle_name AS authorMiddle
   FROM pupil_note AS note JOIN pupil ON pupil.id = note.pupil_id
   JOIN staff_member AS author ON author.id = note.staff_id
   LEFT JOIN journal_page AS page ON page.id = note.page_id
   LEFT JOIN subject ON subject.id = page.subject_id
   WHERE note.date BETWEEN @from AND @to AND (@pupilId IS NULL OR pupil.id = @pupilId)
     AND ${OF_CLASS.replaceAll('DAY', 'note.date')}`,
);
/** What teachers wrote in cells goes to parents as well (J2). */
const remarks = select<Wanted, ShownNoteRow>(
  `SELECT NULL AS id, cell.pupil_id AS pupilId, lesson.page_id AS pageId, 'remark' AS kind,
          lesson.date, cell.remark AS text, teacher.staff_id AS staffId, cell.version,
          lesson.id AS lessonId, ${WHO}, subject.name AS subjectName,
          author.last_name AS authorLast, author.first_name AS authorFirst,
          author.middle_name AS authorMiddle
   FROM journal_cell AS cell JOIN lesson ON lesson.id = cell.lesson_id
   JOIN pupil ON pupil.id = cell.pupil_id
   JOIN journal_page AS page ON page.id = lesson.page_id
   JOIN subject ON subject.id = page.subject_id
   LEFT JOIN page_teacher AS teacher ON teacher.id = (
     SELECT one.id FROM page_teacher AS one WHERE one.page_id = page.id
       AND one.from_date <= lesson.date AND (one.to_date IS NULL OR one.to_date >= lesson.date)
     ORDER BY one.id LIMIT 1)
   LEFT JOIN staff_member AS author ON author.id = teacher.staff_id
   WHERE cell.remark <> '' AND lesson.date BETWEEN @from AND @to
     AND (@pupilId IS NULL OR pupil.id = @pupilId)
     AND ${OF_CLASS.replaceAll('DAY', 'lesson.date')}`,
);
const byId = select<[number], NoteRow>(
  `SELECT id, pupil_id AS pupilId, page_id AS pageId, kind, date, text, staff_id AS staffId, version
   FROM pupil_note WHERE id = ?`,
);
const insert = change<[number, number | null, NoteKind, IsoDate, string, number]>(
  `INSERT INTO pupil_note (pupil_id, page_id, kind, date, text, staff_id)
   VALUES (?, ?, ?, ?, ?, ?)`,
);
const update = change<[NoteKind, IsoDate, string, number, number]>(
  'UPDATE pupil_note SET kind = ?, date = ?, text = ?, version = ? WHERE id = ?',
);
const remove = change<[number]>('DELETE FROM pupil_note WHERE id = ?');

/** Notes and remarks of cells between two days, of a pupil or of who was in a class on their day. */
export const findNotes = (db: ReadableDb, wanted: Wanted): readonly ShownNoteRow[] => [
  ...all(db, notes, wanted),
  ...all(db, remarks, wanted),
];
export const findNote = (db: ReadableDb, id: number) => get(db, byId, [id]);
export const insertNote = (db: WritableDb, row: Omit<NoteRow, 'id' | 'version'>): number =>
  run(db, insert, [row.pupilId, row.pageId, row.kind, row.date, row.text, row.staffId]).id;
export const updateNote = (db: WritableDb, row: NoteRow) =>
  run(db, update, [row.kind, row.date, row.text, row.version, row.id]);
export const deleteNote = (db: WritableDb, id: number) => run(db, remove, [id]);
