import type { IsoDate } from '#domain/calendar/iso-date';
import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type StaffData = {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly position: string;
  readonly phone: string;
  readonly email: string;
  readonly hiredOn: IsoDate | null;
};
export type StaffDetails = StaffData & {
  readonly id: number;
  readonly dismissedOn: IsoDate | null;
};
export type PageHeld = {
  readonly rowId: number;
  readonly pageId: number;
  readonly fromDate: IsoDate;
  readonly grade: number;
  readonly letter: string;
  readonly subjectName: string;
};

const columns = `id, last_name AS lastName, first_name AS firstName, middle_name AS middleName, position,
  phone, email, hired_on AS hiredOn, dismissed_on AS dismissedOn`;
const everybody = select<
  { yearId: number; day: IsoDate },
  StaffDetails & { hours: number; accounts: number }
>(
  `SELECT ${columns},
          (SELECT coalesce(sum(teacher.hours_per_week), 0) FROM page_teacher AS teacher
           JOIN journal_page AS page ON page.id = teacher.page_id
           JOIN study_group ON study_group.id = page.group_id
           JOIN school_class AS class ON class.id = study_group.class_id
           WHERE teacher.staff_id = staff_member.id AND class.year_id = @yearId
             AND teacher.from_date <= @day AND (teacher.to_date IS NULL OR teacher.to_date >= @day)
          ) AS hours,
          (SELECT count(*) FROM account WHERE account.staff_id = staff_member.id
             AND account.blocked_at IS NULL) AS accounts
   FROM staff_member`,
);
const byId = select<[number], StaffDetails>(`SELECT ${columns} FROM staff_member WHERE id = ?`);
const insert = change<[string, string, string, string, string, string, IsoDate | null]>(
  `INSERT INTO staff_member (last_name, first_name, middle_name, position, phone, email, hired_on)
   VALUES (?, ?, ?, ?, ?, ?, ?)`,
);
const update = change<[string, string, string, string, string, string, IsoDate | null, number]>(
  `UPDATE staff_member SET last_name = ?, first_name = ?, middle_name = ?, position = ?, phone = ?,
     email = ?, hired_on = ? WHERE id = ?`,
);
const setDismissed = change<[IsoDate | null, number]>(
  'UPDATE staff_member SET dismissed_on = ? WHERE id = ?',
);
/** Pages that go on after a day. */
const heldAfter = select<{ staffId: number; day: IsoDate }, PageHeld>(
  `SELECT teacher.id AS rowId, teacher.page_id AS pageId, teacher.from_date AS fromDate, class.grade,
          class.letter, subject.name AS subjectName
   FROM page_teacher AS teacher
   JOIN journal_page AS page ON page.id = teacher.page_id
   JOIN subject ON subject.id = page.subject_id
   JOIN study_group ON study_group.id = page.group_id
   JOIN school_class AS class ON class.id = study_group.class_id
   WHERE teacher.staff_id = @staffId AND (teacher.to_date IS NULL OR teacher.to_date > @day)
   ORDER BY class.grade, class.letter, subject.position`,
);
const homerooms = select<
  { staffId: number; day: IsoDate },
  { id: number; grade: number; letter: string }
>(
  `SELECT class.id, class.grade, class.letter FROM school_class AS class
   JOIN school_year AS year ON year.id = class.year_id
   WHERE class.homeroom_teacher_id = @staffId AND year.ends_on > @day`,
);
const leaveHomeroom = change<[number]>(
  'UPDATE school_class SET homeroom_teacher_id = NULL WHERE id = ?',
);

/** Everybody who works or worked here, in no order; hours are those of a year on a day. */
export const findStaffDetails = (db: ReadableDb, yearId: number, day: IsoDate) =>
  all(db, everybody, { yearId, day });
export const findStaffMember = (db: ReadableDb, id: number) => get(db, byId, [id]);

const values = (row: StaffData) =>
  [
    row.lastName,
    row.firstName,
    row.middleName,
    row.position,
    row.phone,
    row.email,
    row.hiredOn,
  ] as const;
export const insertStaffDetails = (db: WritableDb, row: StaffData): number =>
  run(db, insert, [...values(row)]).id;
export const updateStaffMember = (db: WritableDb, id: number, row: StaffData) =>
  run(db, update, [...values(row), id]);
export const setDismissedOn = (db: WritableDb, id: number, day: IsoDate | null) =>
  run(db, setDismissed, [day, id]);
/** The pages the person teaches after this day. */
export const findPagesHeldAfter = (db: ReadableDb, staffId: number, day: IsoDate) =>
  all(db, heldAfter, { staffId, day });
/** The classes the person leads in a year that is not over by this day. */
export const findHomerooms = (db: ReadableDb, staffId: number, day: IsoDate) =>
  all(db, homerooms, { staffId, day });
export const clearHomeroom = (db: WritableDb, classId: number) => run(db, leaveHomeroom, [classId]);
