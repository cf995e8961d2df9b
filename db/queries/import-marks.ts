import type { Attendance } from '#domain/attendance/attendance';
import type { IsoDate } from '#domain/calendar/iso-date';
import { all, rows, select, type ReadableDb } from '../statement';

export type LessonOfClass = {
  readonly id: number;
  readonly subjectId: number;
  readonly groupId: number;
  /** '' is the whole class. */
  readonly groupName: string;
  readonly date: IsoDate;
  readonly number: number;
  readonly cancelled: number;
};
export type MemberOfClass = {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
};

const ofClass = `FROM study_group JOIN journal_page AS page ON page.group_id = study_group.id
  JOIN lesson ON lesson.page_id = page.id`;
const lessons = select<[number], LessonOfClass>(
  `SELECT lesson.id, page.subject_id AS subjectId, study_group.id AS groupId,
          study_group.name AS groupName, lesson.date,
          lesson.lesson_number AS number, lesson.cancelled ${ofClass} WHERE study_group.class_id = ?`,
);
const works = select<[number], [number, number]>(
  `SELECT work.lesson_id, work.position ${ofClass}
   JOIN lesson_work AS work ON work.lesson_id = lesson.id
   WHERE study_group.class_id = ? ORDER BY work.position`,
);
const cells = select<[number], [number, number, number, Attendance | null, number | null, string]>(
  `SELECT cell.lesson_id, cell.pupil_id, cell.version, cell.attendance, cell.late_minutes, cell.remark
   ${ofClass} JOIN journal_cell AS cell ON cell.lesson_id = lesson.id
   WHERE study_group.class_id = ?`,
);
const marks = select<[number], [number, number, number, string]>(
  `SELECT mark.lesson_id, mark.pupil_id, mark.work_position, mark.value
   ${ofClass} JOIN mark ON mark.lesson_id = lesson.id
   WHERE study_group.class_id = ?
   ORDER BY mark.lesson_id, mark.pupil_id, mark.position`,
);
const periodMarks = select<[number], [number, number, number, number, string, string]>(
  `SELECT mark.period_id, mark.subject_id, mark.pupil_id, mark.version, mark.value, mark.note
   FROM period JOIN period_mark AS mark ON mark.period_id = period.id WHERE period.year_id = ?`,
);
const members = select<[number], MemberOfClass>(
  `SELECT DISTINCT pupil.id, pupil.last_name AS lastName, pupil.first_name AS firstName,
          pupil.middle_name AS middleName
   FROM class_membership AS member JOIN pupil ON pupil.id = member.pupil_id
   WHERE member.class_id = ?`,
);
const everybody = select<[], MemberOfClass>(
  `SELECT id, last_name AS lastName, first_name AS firstName, middle_name AS middleName FROM pupil`,
);
const partMembers = select<[number], { groupId: number; pupilId: number }>(
  `SELECT DISTINCT member.group_id AS groupId, member.pupil_id AS pupilId
   FROM study_group JOIN study_group_membership AS member ON member.group_id = study_group.id
   WHERE study_group.class_id = ? AND study_group.name <> ''`,
);
const inYear = select<[number], { pupilId: number }>(
  `SELECT DISTINCT member.pupil_id AS pupilId FROM class_membership AS member
   JOIN school_class AS class ON class.id = member.class_id WHERE class.year_id = ?`,
);

/** Every lesson of a class, on pages of the whole class and of its subgroups; cancelled ones too. */
export const findLessonsOfClass = (db: ReadableDb, classId: number) => all(db, lessons, [classId]);
/** What stands on the pages of a class, as tuples. */
export const findClassContent = (db: ReadableDb, classId: number) => ({
  works: rows(db, works, [classId]),
  cells: rows(db, cells, [classId]),
  marks: rows(db, marks, [classId]),
});
export const findPeriodMarksOfYear = (db: ReadableDb, yearId: number) =>
  rows(db, periodMarks, [yearId]);
/** Who ever belonged to the class. */
export const findMembersOfClass = (db: ReadableDb, classId: number) => all(db, members, [classId]);
export const findEveryPupil = (db: ReadableDb) => all(db, everybody, []);
/** Who is or was in which part of the class. */
export const findPartMembers = (db: ReadableDb, classId: number) => all(db, partMembers, [classId]);
/** Who is or was in some class of the year. */
export const findPupilsOfYear = (db: ReadableDb, yearId: number): ReadonlySet<number> =>
  new Set(all(db, inYear, [yearId]).map(({ pupilId }) => pupilId));
