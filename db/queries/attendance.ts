import type { AbsenceDocument, DocumentKind } from '#domain/attendance/absence-documents';
import type { Attendance } from '#domain/attendance/attendance';
import type { IsoDate } from '#domain/calendar/iso-date';
import {
  all,
  change,
  get,
  rows,
  run,
  select,
  type ReadableDb,
  type WritableDb,
} from '../statement';
import { LESSON_HOLDS } from './lessons';

type OfClass = { readonly classId: number; readonly from: IsoDate; readonly to: IsoDate };

export type ClassLessonRow = {
  readonly id: number;
  readonly pageId: number;
  readonly date: IsoDate;
  readonly number: number;
  readonly subjectName: string;
  readonly groupName: string;
  /** Something is entered in it: it was held and looked at. */
  readonly holds: number;
};
export type ClassPupilRow = {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
};
export type DocumentRow = AbsenceDocument & {
  readonly pupilId: number;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly note: string;
  readonly enteredBy: string;
  readonly enteredAt: string;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: string | null;
};
/** A cell that documents may change, and the one that did. */
export type ExcusableCellRow = {
  readonly lessonId: number;
  readonly pageId: number;
  readonly date: IsoDate;
  readonly number: number;
  readonly turnedBy: number | null;
};

/** Lessons of the class's own groups and of the streams its pupils learn in. */
const lessonsOfClass = select<OfClass, ClassLessonRow>(
  `SELECT lesson.id, page.id AS pageId, lesson.date, lesson.lesson_number AS number,
          subject.name AS subjectName, study_group.name AS groupName, (${LESSON_HOLDS}) AS holds
   FROM study_group JOIN journal_page AS page ON page.group_id = study_group.id
   JOIN subject ON subject.id = page.subject_id
   JOIN lesson ON lesson.page_id = page.id
   WHERE study_group.id IN (SELECT id FROM study_group WHERE class_id = @classId
       UNION SELECT group_id FROM stream_class WHERE class_id = @classId)
     AND lesson.date BETWEEN @from AND @to AND lesson.cancelled = 0
   ORDER BY lesson.date, lesson.lesson_number, subject.name, study_group.name, lesson.id`,
);
const pupilsOfClass = select<OfClass, ClassPupilRow>(
  `SELECT pupil.id, pupil.last_name AS lastName, pupil.first_name AS firstName,
          pupil.middle_name AS middleName, min(member.from_date) AS "from",
          CASE WHEN max(member.to_date IS NULL) THEN NULL ELSE max(member.to_date) END AS "to"
   FROM class_membership AS member JOIN pupil ON pupil.id = member.pupil_id
   WHERE member.class_id = @classId AND member.from_date <= @to
     AND (member.to_date IS NULL OR member.to_date >= @from)
   GROUP BY pupil.id`,
);
const pagesOfClass = select<{ classId: number }, { id: number }>(
  `SELECT id FROM journal_page
   WHERE group_id IN (SELECT id FROM study_group WHERE class_id = @classId
     UNION SELECT group_id FROM stream_class WHERE class_id = @classId)`,
);
const cellsOfClass = select<
  OfClass,
  [
    lessonId: number,
    pupilId: number,
    version: number,
    attendance: Attendance,
    lateMinutes: number | null,
    turnedBy: number | null,
  ]
>(
  `SELECT cell.lesson_id, cell.pupil_id, cell.version, cell.attendance, cell.late_minutes,
          excused_cell.document_id
   FROM study_group JOIN journal_page AS page ON page.group_id = study_group.id
   JOIN lesson ON lesson.page_id = page.id
   JOIN journal_cell AS cell ON cell.lesson_id = lesson.id
   LEFT JOIN excused_cell ON excused_cell.lesson_id = cell.lesson_id
     AND excused_cell.pupil_id = cell.pupil_id
   WHERE study_group.id IN (SELECT id FROM study_group WHERE class_id = @classId
       UNION SELECT group_id FROM stream_class WHERE class_id = @classId)
     AND lesson.date BETWEEN @from AND @to AND lesson.cancelled = 0
     AND cell.attendance IS NOT NULL`,
);
const document = `SELECT id, pupil_id AS pupilId, kind, number, reason, from_date AS "from",
    to_date AS "to", note, entered_by AS enteredBy, entered_at AS enteredAt,
    withdrawn_by AS withdrawnBy, withdrawn_at AS withdrawnAt
  FROM absence_document`;
const documentById = select<[number], DocumentRow>(`${document} WHERE id = ?`);
/** Of a pupil who went to another class only what is about days in this one. */
const documentsOfClass = select<OfClass, DocumentRow>(
  `${document} WHERE from_date <= @to AND to_date >= @from
     AND EXISTS (SELECT 1 FROM class_membership AS member
       WHERE member.class_id = @classId AND member.pupil_id = absence_document.pupil_id
         AND member.from_date <= min(@to, absence_document.to_date)
         AND (member.to_date IS NULL
           OR member.to_date >= max(@from, absence_document.from_date)))
   ORDER BY from_date DESC, id DESC`,
);
const inForceOfPupil = select<[number], DocumentRow>(
  `${document} WHERE pupil_id = ? AND withdrawn_at IS NULL ORDER BY id`,
);
const excusable = select<{ pupilId: number; from: IsoDate; to: IsoDate }, ExcusableCellRow>(
  `SELECT cell.lesson_id AS lessonId, lesson.page_id AS pageId, lesson.date,
          lesson.lesson_number AS number, excused_cell.document_id AS turnedBy
   FROM journal_cell AS cell JOIN lesson ON lesson.id = cell.lesson_id
   LEFT JOIN excused_cell ON excused_cell.lesson_id = cell.lesson_id
     AND excused_cell.pupil_id = cell.pupil_id
   WHERE cell.pupil_id = @pupilId AND lesson.date BETWEEN @from AND @to
     AND (cell.attendance = 'absent' OR excused_cell.document_id IS NOT NULL)
   ORDER BY lesson.date, lesson.lesson_number`,
);
const turnedBy = select<[number, number], { documentId: number }>(
  'SELECT document_id AS documentId FROM excused_cell WHERE lesson_id = ? AND pupil_id = ?',
);
const notedAbsences = select<
  { from: IsoDate; to: IsoDate },
  { pupilId: number; date: IsoDate; reason: 'ill' | 'excused' }
>(
  `SELECT cell.pupil_id AS pupilId, lesson.date, min(cell.attendance) AS reason
   FROM lesson JOIN journal_cell AS cell ON cell.lesson_id = lesson.id
   WHERE lesson.date BETWEEN @from AND @to AND cell.attendance IN ('ill', 'excused')
   GROUP BY cell.pupil_id, lesson.date ORDER BY cell.pupil_id, lesson.date`,
);
const turnInsideDocument = change<[number]>(
  `INSERT INTO excused_cell (lesson_id, pupil_id, document_id)
   SELECT cell.lesson_id, cell.pupil_id, document.id
   FROM absence_document AS document JOIN journal_cell AS cell ON cell.pupil_id = document.pupil_id
   JOIN lesson ON lesson.id = cell.lesson_id
   WHERE document.id = ? AND lesson.date BETWEEN document.from_date AND document.to_date
     AND cell.attendance = document.reason`,
);
const insertDocumentRow = change<
  [number, string, string, string, IsoDate, IsoDate, string, string, string]
>(
  `INSERT INTO absence_document
     (pupil_id, kind, number, reason, from_date, to_date, note, entered_by, entered_at)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
const withdrawRow = change<[string, string, number]>(
  'UPDATE absence_document SET withdrawn_by = ?, withdrawn_at = ? WHERE id = ?',
);
const setAttendanceRow = change<[string | null, number, number, number]>(
  `UPDATE journal_cell SET attendance = ?, late_minutes = NULL, version = ?
   WHERE lesson_id = ? AND pupil_id = ?`,
);
const upsertTurned = change<[number, number, number]>(
  `INSERT INTO excused_cell (lesson_id, pupil_id, document_id) VALUES (?, ?, ?)
   ON CONFLICT (lesson_id, pupil_id) DO UPDATE SET document_id = excluded.document_id`,
);
const deleteTurned = change<[number, number]>(
  'DELETE FROM excused_cell WHERE lesson_id = ? AND pupil_id = ?',
);

/** Every lesson that pupils of the class have between two days. */
export const findLessonsOfClass = (db: ReadableDb, span: OfClass) => all(db, lessonsOfClass, span);
/** Who is in the class on some of these days. */
export const findPupilsInSpan = (db: ReadableDb, span: OfClass) => all(db, pupilsOfClass, span);
/** The pages of the class's own groups and of its streams. */
export const findPagesOfClass = (db: ReadableDb, classId: number): ReadonlySet<number> =>
  new Set(all(db, pagesOfClass, { classId }).map(({ id }) => id));
/** What is noted of attendance in those lessons; of streams other classes' pupils too. */
export const findAttendanceOfClass = (db: ReadableDb, span: OfClass) =>
  rows(db, cellsOfClass, span);
export const findDocument = (db: ReadableDb, id: number) => get(db, documentById, [id]);
/** The documents about these days, withdrawn ones too, the latest first. */
export const findDocumentsOfClass = (db: ReadableDb, span: OfClass) =>
  all(db, documentsOfClass, span);
/** The pupil's documents in force, in the order they were entered. */
export const findDocumentsInForce = (db: ReadableDb, pupilId: number) =>
  all(db, inForceOfPupil, [pupilId]);
export const findExcusableCells = (
  db: ReadableDb,
  of: { readonly pupilId: number; readonly from: IsoDate; readonly to: IsoDate },
) => all(db, excusable, of);
/** The document that turned the cell from «Н»; null where none did. */
export const findTurnedBy = (db: ReadableDb, lessonId: number, pupilId: number) =>
  get(db, turnedBy, [lessonId, pupilId])?.documentId ?? null;
export const insertDocument = (
  db: WritableDb,
  row: Omit<DocumentRow, 'id' | 'withdrawnBy' | 'withdrawnAt'>,
): number =>
  run(db, insertDocumentRow, [
    row.pupilId,
    row.kind,
    row.number,
    row.reason,
    row.from,
    row.to,
    row.note,
    row.enteredBy,
    row.enteredAt,
  ]).id;
export const withdrawDocument = (db: WritableDb, id: number, by: string, at: string) =>
  run(db, withdrawRow, [by, at, id]);
/** Puts another attendance into a cell; its marks and remark stay. */
export function setAttendance(
  db: WritableDb,
  cell: { readonly lessonId: number; readonly pupilId: number },
  to: {
    readonly attendance: Attendance | null;
    readonly turnedBy: number | null;
    readonly version: number;
  },
): void {
  const { lessonId, pupilId } = cell;
  run(db, setAttendanceRow, [to.attendance, to.version, lessonId, pupilId]);
  setTurnedBy(db, lessonId, pupilId, to.turnedBy);
}
export function setTurnedBy(
  db: WritableDb,
  lessonId: number,
  pupilId: number,
  documentId: number | null,
): void {
  if (documentId === null) run(db, deleteTurned, [lessonId, pupilId]);
  else run(db, upsertTurned, [lessonId, pupilId, documentId]);
}

/** The days on which pupils are noted as ill or excused, by pupil. */
export const findNotedAbsences = (
  db: ReadableDb,
  span: { readonly from: IsoDate; readonly to: IsoDate },
) => all(db, notedAbsences, span);
/** Says of every such cell inside a document's dates that it was the document that turned it. */
export const turnInside = (db: WritableDb, documentId: number) =>
  run(db, turnInsideDocument, [documentId]);
