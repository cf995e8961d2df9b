import type { IsoDate } from '#domain/calendar/iso-date';
import type { PageTeacher } from '#domain/load/page-teachers';
import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type LoadPageRow = {
  readonly id: number;
  readonly groupId: number;
  readonly subjectId: number;
};
export type LoadTeacherRow = PageTeacher & { readonly pageId: number };
export type LoadStaffRow = {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly position: string;
  readonly dismissedOn: IsoDate | null;
};

const teacher = `teacher.staff_id AS staffId, teacher.hours_per_week AS hours,
  teacher.from_date AS "from", teacher.to_date AS "to"`;
const ofYear = `JOIN study_group ON study_group.id = page.group_id
  JOIN school_class AS class ON class.id = study_group.class_id WHERE class.year_id = ?`;
const pages = select<[number], LoadPageRow>(
  `SELECT page.id, page.group_id AS groupId, page.subject_id AS subjectId
   FROM journal_page AS page ${ofYear}`,
);
const teachers = select<[number], LoadTeacherRow>(
  `SELECT teacher.page_id AS pageId, ${teacher} FROM page_teacher AS teacher
   JOIN journal_page AS page ON page.id = teacher.page_id ${ofYear}
   ORDER BY teacher.from_date, teacher.id`,
);
const teachersOfPage = select<[number], PageTeacher>(
  `SELECT ${teacher} FROM page_teacher AS teacher WHERE teacher.page_id = ?
   ORDER BY teacher.from_date, teacher.id`,
);
const pageOf = select<[number, number], { id: number }>(
  'SELECT id FROM journal_page WHERE group_id = ? AND subject_id = ?',
);
const staff = select<[], LoadStaffRow>(
  `SELECT id, last_name AS lastName, first_name AS firstName, middle_name AS middleName, position,
          dismissed_on AS dismissedOn FROM staff_member`,
);
const links = select<[], { staffId: number; subjectId: number }>(
  'SELECT staff_id AS staffId, subject_id AS subjectId FROM teacher_subject',
);
const deleteTeachers = change<[number]>('DELETE FROM page_teacher WHERE page_id = ?');
const insertTeacher = change<[number, number, number, IsoDate, IsoDate | null]>(
  `INSERT INTO page_teacher (page_id, staff_id, hours_per_week, from_date, to_date)
   VALUES (?, ?, ?, ?, ?)`,
);
/** A page to which nothing leads and on which nothing stands. */
const deleteEmptyPage = change<{ id: number }>(
  `DELETE FROM journal_page WHERE id = @id
     AND NOT EXISTS (SELECT 1 FROM page_teacher WHERE page_id = @id)
     AND NOT EXISTS (SELECT 1 FROM lesson WHERE page_id = @id)
     AND NOT EXISTS (SELECT 1 FROM timetable_entry WHERE page_id = @id)
     AND NOT EXISTS (SELECT 1 FROM control_work WHERE page_id = @id)
     AND NOT EXISTS (SELECT 1 FROM plan_page WHERE page_id = @id)
     AND NOT EXISTS (SELECT 1 FROM plan_correction WHERE page_id = @id)`,
);
const deleteLinks = change<[number]>('DELETE FROM teacher_subject WHERE staff_id = ?');
const insertLink = change<[number, number]>(
  'INSERT INTO teacher_subject (staff_id, subject_id) VALUES (?, ?)',
);

export const findLoadPages = (db: ReadableDb, yearId: number) => all(db, pages, [yearId]);
export const findLoadTeachers = (db: ReadableDb, yearId: number) => all(db, teachers, [yearId]);
export const findPageTeachersOf = (db: ReadableDb, pageId: number) =>
  all(db, teachersOfPage, [pageId]);
export const findPageOf = (db: ReadableDb, groupId: number, subjectId: number) =>
  get(db, pageOf, [groupId, subjectId])?.id;
/** Everybody who works or worked here: history names them too. */
export const findAllStaff = (db: ReadableDb) => all(db, staff, []);
/** Who teaches which subjects (S3). */
export const findTeacherSubjects = (db: ReadableDb) => all(db, links, []);

/** Puts these in place of a page's teachers. */
export function replacePageTeachers(
  db: WritableDb,
  pageId: number,
  rows: readonly PageTeacher[],
): void {
  run(db, deleteTeachers, [pageId]);
  for (const { staffId, hours, from, to } of rows) {
    run(db, insertTeacher, [pageId, staffId, hours, from, to]);
  }
}
/** Removes the page where nobody teaches it and nothing stands on it; whether it went. */
export const removeEmptyPage = (db: WritableDb, id: number): boolean =>
  run(db, deleteEmptyPage, { id }).changes > 0;
export function replaceTeacherSubjects(
  db: WritableDb,
  staffId: number,
  subjectIds: readonly number[],
): void {
  run(db, deleteLinks, [staffId]);
  for (const subjectId of new Set(subjectIds)) run(db, insertLink, [staffId, subjectId]);
}
