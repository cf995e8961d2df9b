import type { IsoDate } from '#domain/calendar/iso-date';
import type { Attendance } from '#domain/attendance/attendance';
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

export type LessonDetails = {
  readonly id: number;
  readonly pageId: number;
  readonly date: IsoDate;
  readonly number: number;
  readonly topic: string;
  readonly homework: string;
  readonly version: number;
  readonly cancelled: number;
};
export type CellDetails = {
  readonly version: number;
  readonly attendance: Attendance | null;
  readonly lateMinutes: number | null;
  readonly remark: string;
};
export type WorkDetails = {
  readonly position: number;
  readonly kindId: number;
  readonly weight: number;
  readonly title: string;
  readonly written: number | null;
  readonly givenOn: IsoDate | null;
  readonly dueOn: IsoDate | null;
};

const lessonById = select<[number], LessonDetails>(
  `SELECT id, page_id AS pageId, date, lesson_number AS number, topic, homework, version,
          cancelled
   FROM lesson WHERE id = ?`,
);
const updateLesson = change<[string, string, number, number]>(
  'UPDATE lesson SET topic = ?, homework = ?, version = ? WHERE id = ?',
);
const cellOf = select<[number, number], CellDetails>(
  `SELECT version, attendance, late_minutes AS lateMinutes, remark
   FROM journal_cell WHERE lesson_id = ? AND pupil_id = ?`,
);
const marksOf = select<[number, number], [number, string]>(
  `SELECT work_position, value FROM mark WHERE lesson_id = ? AND pupil_id = ? ORDER BY position`,
);
const upsertCell = change<[number, number, string | null, number | null, string, number]>(
  `INSERT INTO journal_cell (lesson_id, pupil_id, attendance, late_minutes, remark, version)
   VALUES (?, ?, ?, ?, ?, ?)
   ON CONFLICT (lesson_id, pupil_id) DO UPDATE SET
     attendance = excluded.attendance, late_minutes = excluded.late_minutes,
     remark = excluded.remark, version = excluded.version`,
);
const deleteMarks = change<[number, number]>(
  'DELETE FROM mark WHERE lesson_id = ? AND pupil_id = ?',
);
const insertMark = change<[number, number, number, number, string]>(
  `INSERT INTO mark (lesson_id, pupil_id, position, work_position, value) VALUES (?, ?, ?, ?, ?)`,
);
const worksOf = select<[number], WorkDetails>(
  `SELECT position, kind_id AS kindId, weight, title, written, given_on AS givenOn, due_on AS dueOn
   FROM lesson_work
   WHERE lesson_id = ? ORDER BY position`,
);
const upsertWork = change<
  [number, number, number, number, string, number | null, IsoDate | null, IsoDate | null]
>(
  `INSERT INTO lesson_work (lesson_id, position, kind_id, weight, title, written, given_on, due_on)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)
   ON CONFLICT (lesson_id, position) DO UPDATE SET
     kind_id = excluded.kind_id, weight = excluded.weight, title = excluded.title,
     written = excluded.written, given_on = excluded.given_on, due_on = excluded.due_on`,
);
const anyMarkOf = select<[number, number], { n: number }>(
  'SELECT count(*) AS n FROM mark WHERE lesson_id = ? AND work_position = ?',
);
const deleteWorkRow = change<[number, number]>(
  'DELETE FROM lesson_work WHERE lesson_id = ? AND position = ?',
);
const periodMarkOf = select<
  [number, number, number],
  { version: number; value: string; note: string }
>(
  `SELECT version, value, note FROM period_mark
   WHERE period_id = ? AND subject_id = ? AND pupil_id = ?`,
);
const upsertPeriodMark = change<[number, number, number, string, string, number]>(
  `INSERT INTO period_mark (period_id, subject_id, pupil_id, value, note, version)
   VALUES (?, ?, ?, ?, ?, ?)
   ON CONFLICT (period_id, subject_id, pupil_id) DO UPDATE SET
     value = excluded.value, note = excluded.note, version = excluded.version`,
);

export const findLesson = (db: ReadableDb, id: number) => get(db, lessonById, [id]);
export const saveLesson = (
  db: WritableDb,
  id: number,
  lesson: { readonly topic: string; readonly homework: string; readonly version: number },
) => run(db, updateLesson, [lesson.topic, lesson.homework, lesson.version, id]);

export const findCell = (db: ReadableDb, lessonId: number, pupilId: number) =>
  get(db, cellOf, [lessonId, pupilId]);
/** The marks of a cell in their order: the work's position and the value. */
export const findMarks = (db: ReadableDb, lessonId: number, pupilId: number) =>
  rows(db, marksOf, [lessonId, pupilId]);

/** Puts the cell and all its marks in place of what was there. */
export function saveCell(
  db: WritableDb,
  lessonId: number,
  pupilId: number,
  cell: CellDetails & {
    readonly marks: readonly { readonly work: number; readonly value: string }[];
  },
): void {
  run(db, upsertCell, [
    lessonId,
    pupilId,
    cell.attendance,
    cell.lateMinutes,
    cell.remark,
    cell.version,
  ]);
  run(db, deleteMarks, [lessonId, pupilId]);
  for (const [index, { work, value }] of cell.marks.entries()) {
    run(db, insertMark, [lessonId, pupilId, index + 1, work, value]);
  }
}

export const findWorks = (db: ReadableDb, lessonId: number) => all(db, worksOf, [lessonId]);
/** A work of which nothing more is said has the form of its kind and no dates of its own. */
export const saveWork = (
  db: WritableDb,
  lessonId: number,
  work: Pick<WorkDetails, 'position' | 'kindId' | 'weight' | 'title'> & Partial<WorkDetails>,
) =>
  run(db, upsertWork, [
    lessonId,
    work.position,
    work.kindId,
    work.weight,
    work.title,
    work.written ?? null,
    work.givenOn ?? null,
    work.dueOn ?? null,
  ]);

export const workHasMarks = (db: ReadableDb, lessonId: number, position: number): boolean =>
  get(db, anyMarkOf, [lessonId, position])?.n !== 0;
export const deleteWork = (db: WritableDb, lessonId: number, position: number) =>
  run(db, deleteWorkRow, [lessonId, position]);

export const findPeriodMark = (
  db: ReadableDb,
  key: { readonly periodId: number; readonly subjectId: number; readonly pupilId: number },
) => get(db, periodMarkOf, [key.periodId, key.subjectId, key.pupilId]);
export const savePeriodMark = (
  db: WritableDb,
  key: { readonly periodId: number; readonly subjectId: number; readonly pupilId: number },
  mark: { readonly value: string; readonly note: string; readonly version: number },
) =>
  run(db, upsertPeriodMark, [
    key.periodId,
    key.subjectId,
    key.pupilId,
    mark.value,
    mark.note,
    mark.version,
  ]);
