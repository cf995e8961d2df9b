import type { IsoDate } from '#domain/calendar/iso-date';
import { all, change, run, select, type ReadableDb, type WritableDb } from '../statement';

export type GroupOfYear = {
  readonly id: number;
  readonly classId: number;
  readonly name: string;
  readonly kind: 'subgroup' | 'stream' | 'individual';
};
export type PageOfYear = {
  readonly id: number;
  readonly groupId: number;
  readonly subjectId: number;
  readonly classId: number;
};
export type TeacherOfYear = {
  readonly id: number;
  readonly pageId: number;
  readonly staffId: number;
  readonly hoursPerWeek: number;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
};
export type MemberOfYear = {
  readonly classId: number;
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly sex: 'male' | 'female' | null;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
};

const ofYear = `JOIN school_class AS class ON class.id = study_group.class_id
  WHERE class.year_id = ?`;
const groups = select<[number], GroupOfYear>(
  `SELECT study_group.id, class.id AS classId, study_group.name, study_group.kind
   FROM study_group ${ofYear}`,
);
const emptyGroups = select<[number], { id: number }>(
  `SELECT study_group.id FROM study_group ${ofYear} AND study_group.name <> ''
     AND NOT EXISTS (SELECT 1 FROM study_group_membership AS member
                     WHERE member.group_id = study_group.id)`,
);
const pages = select<[number], PageOfYear>(
  `SELECT page.id, page.group_id AS groupId, page.subject_id AS subjectId, class.id AS classId
   FROM journal_page AS page JOIN study_group ON study_group.id = page.group_id ${ofYear}`,
);
const teachers = select<[number], TeacherOfYear>(
  `SELECT teacher.id, teacher.page_id AS pageId, teacher.staff_id AS staffId,
          teacher.hours_per_week AS hoursPerWeek, teacher.from_date AS "from", teacher.to_date AS "to"
   FROM page_teacher AS teacher JOIN journal_page AS page ON page.id = teacher.page_id
   JOIN study_group ON study_group.id = page.group_id ${ofYear}`,
);
const members = select<{ yearId: number; day: IsoDate }, MemberOfYear>(
  `SELECT member.class_id AS classId, pupil.id, pupil.last_name AS lastName,
          pupil.first_name AS firstName, pupil.middle_name AS middleName, pupil.sex,
          max(member.from_date) AS "from", member.to_date AS "to"
   FROM class_membership AS member
   JOIN school_class AS class ON class.id = member.class_id
   JOIN pupil ON pupil.id = member.pupil_id
   WHERE class.year_id = @yearId AND (member.to_date IS NULL OR member.to_date >= @day)
   GROUP BY member.class_id, pupil.id`,
);
const insertGroupRow = change<[number, string, string]>(
  'INSERT INTO study_group (class_id, name, division) VALUES (?, ?, ?)',
);
const archivedOfVersion = select<[number], { readonly id: number }>(
  `SELECT DISTINCT study_group.id FROM timetable_entry AS entry
   JOIN journal_page AS page ON page.id = entry.page_id
   JOIN study_group ON study_group.id = page.group_id
   WHERE entry.version_id = ? AND study_group.archived = 1`,
);
const unarchiveGroupRow = change<[number]>('UPDATE study_group SET archived = 0 WHERE id = ?');
const insertMemberRow = change<[number, number, IsoDate, IsoDate | null]>(
  'INSERT INTO study_group_membership (group_id, pupil_id, from_date, to_date) VALUES (?, ?, ?, ?)',
);
const insertPageRow = change<[number, number]>(
  'INSERT INTO journal_page (group_id, subject_id) VALUES (?, ?)',
);
const insertTeacherRow = change<[number, number, number, IsoDate]>(
  'INSERT INTO page_teacher (page_id, staff_id, hours_per_week, from_date) VALUES (?, ?, ?, ?)',
);
const updateHours = change<[number, number]>(
  'UPDATE page_teacher SET hours_per_week = ? WHERE id = ?',
);
const updateTo = change<[IsoDate, number]>('UPDATE page_teacher SET to_date = ? WHERE id = ?');
const deleteTeacherRow = change<[number]>('DELETE FROM page_teacher WHERE id = ?');
const insertVersionRow = change<[number, string, IsoDate, string, IsoDate | null, number]>(
  `INSERT INTO timetable_version (year_id, name, valid_from, source, cycle_from, draft)
   VALUES (?, ?, ?, ?, ?, ?)`,
);
const insertEntryRow = change<[number, number, number, number, number, number | null]>(
  `INSERT INTO timetable_entry (version_id, weekday, lesson_number, week, page_id, room_id)
   VALUES (?, ?, ?, ?, ?, ?)`,
);
const insertLessonRow = change<[number, IsoDate, number]>(
  'INSERT INTO lesson (page_id, date, lesson_number) VALUES (?, ?, ?)',
);
const deleteLessonRow = change<[number]>('DELETE FROM lesson WHERE id = ?');

export const findGroupsOfYear = (db: ReadableDb, yearId: number) => all(db, groups, [yearId]);
/** Parts of classes that nobody ever belonged to. */
export const findEmptyGroups = (db: ReadableDb, yearId: number): ReadonlySet<number> =>
  new Set(all(db, emptyGroups, [yearId]).map(({ id }) => id));
/** Which group and subject each page of the year is of. */
export const findPageKeys = (db: ReadableDb, yearId: number) => all(db, pages, [yearId]);
/** Who teaches which page of the year, with the rows' own ids. */
export const findPageTeachers = (db: ReadableDb, yearId: number) => all(db, teachers, [yearId]);
/** Who belongs to which class of the year on this day or later. */
export const findMembersFrom = (db: ReadableDb, yearId: number, day: IsoDate) =>
  all(db, members, { yearId, day });

export const insertGroup = (db: WritableDb, classId: number, name: string, division = ''): number =>
  run(db, insertGroupRow, [classId, name, division]).id;
/** Groups that are no longer used, though this version has their hours. */
export const findArchivedGroups = (db: ReadableDb, versionId: number) =>
  all(db, archivedOfVersion, [versionId]);
/** Takes a group into use again. */
export const unarchiveGroup = (db: WritableDb, id: number) => run(db, unarchiveGroupRow, [id]);
export const insertGroupMember = (
  db: WritableDb,
  groupId: number,
  member: { readonly pupilId: number; readonly from: IsoDate; readonly to: IsoDate | null },
) => run(db, insertMemberRow, [groupId, member.pupilId, member.from, member.to]);
export const insertPage = (db: WritableDb, groupId: number, subjectId: number): number =>
  run(db, insertPageRow, [groupId, subjectId]).id;
export const insertPageTeacher = (
  db: WritableDb,
  row: {
    readonly pageId: number;
    readonly staffId: number;
    readonly hoursPerWeek: number;
    readonly from: IsoDate;
  },
): number => run(db, insertTeacherRow, [row.pageId, row.staffId, row.hoursPerWeek, row.from]).id;
export const setTeacherHours = (db: WritableDb, id: number, hours: number) =>
  run(db, updateHours, [hours, id]);
export const endPageTeacher = (db: WritableDb, id: number, to: IsoDate) =>
  run(db, updateTo, [to, id]);
export const deletePageTeacher = (db: WritableDb, id: number) => run(db, deleteTeacherRow, [id]);
export const insertTimetableVersion = (
  db: WritableDb,
  yearId: number,
  version: {
    readonly name: string;
    readonly validFrom: IsoDate;
    readonly source: string;
    /** A day of a week A, where weeks alternate. */
    readonly cycleFrom?: IsoDate | null;
    readonly draft?: boolean;
  },
): number =>
  run(db, insertVersionRow, [
    yearId,
    version.name,
    version.validFrom,
    version.source,
    version.cycleFrom ?? null,
    version.draft === true ? 1 : 0,
  ]).id;
export const insertTimetableEntry = (
  db: WritableDb,
  versionId: number,
  entry: {
    readonly weekday: number;
    readonly lessonNumber: number;
    readonly week: 0 | 1 | 2;
    readonly pageId: number;
    readonly roomId: number | null;
  },
) =>
  run(db, insertEntryRow, [
    versionId,
    entry.weekday,
    entry.lessonNumber,
    entry.week,
    entry.pageId,
    entry.roomId,
  ]);
export const insertLesson = (
  db: WritableDb,
  pageId: number,
  date: IsoDate,
  lessonNumber: number,
): number => run(db, insertLessonRow, [pageId, date, lessonNumber]).id;
/** Only a lesson without works and cells can go. */
export const deleteLesson = (db: WritableDb, id: number) => run(db, deleteLessonRow, [id]);
