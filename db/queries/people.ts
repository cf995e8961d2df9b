import type { IsoDate } from '#domain/calendar/iso-date';
import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type PupilRow = {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly sex: 'male' | 'female' | null;
  readonly birthDate: IsoDate | null;
  readonly personalFile: string;
  readonly classId: number;
  readonly grade: number;
  readonly letter: string;
  readonly homeroomTeacherId: number | null;
  /** The last day in the class; null: it goes on. */
  readonly toDate: IsoDate | null;
};
export type StaffRow = {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly position: string;
  readonly homeroomGrade: number | null;
  readonly homeroomLetter: string | null;
  readonly accountId: number | null;
  readonly login: string | null;
  readonly mustChangePassword: number | null;
  readonly blockedAt: string | null;
};

const pupilColumns = `pupil.id, pupil.last_name AS lastName, pupil.first_name AS firstName,
  pupil.middle_name AS middleName, pupil.sex, pupil.birth_date AS birthDate,
  pupil.personal_file AS personalFile, class.id AS classId, class.grade, class.letter,
  class.homeroom_teacher_id AS homeroomTeacherId, member.to_date AS toDate`;
const pupilsOn = select<{ yearId: number; day: IsoDate }, PupilRow>(
  `SELECT ${pupilColumns}
   FROM school_class AS class
   JOIN class_membership AS member ON member.class_id = class.id
   JOIN pupil ON pupil.id = member.pupil_id
   WHERE class.year_id = @yearId AND member.from_date <= @day
     AND (member.to_date IS NULL OR member.to_date >= @day)`,
);
const leftPupils = select<{ day: IsoDate }, PupilRow>(
  `SELECT ${pupilColumns}
   FROM pupil
   JOIN class_membership AS member ON member.id =
     (SELECT last.id FROM class_membership AS last WHERE last.pupil_id = pupil.id
      ORDER BY last.from_date DESC, last.id DESC LIMIT 1)
   JOIN school_class AS class ON class.id = member.class_id
   WHERE member.to_date < @day`,
);
const staff = select<{ yearId: number }, StaffRow>(
  `SELECT staff.id, staff.last_name AS lastName, staff.first_name AS firstName,
          staff.middle_name AS middleName, staff.position,
          class.grade AS homeroomGrade, class.letter AS homeroomLetter,
          account.id AS accountId, account.login, account.must_change_password AS mustChangePassword,
          account.blocked_at AS blockedAt
   FROM staff_member AS staff
   LEFT JOIN account ON account.staff_id = staff.id
   LEFT JOIN school_class AS class
     ON class.homeroom_teacher_id = staff.id AND class.year_id = @yearId
   WHERE staff.dismissed_on IS NULL
   GROUP BY staff.id`,
);
const insertStaffRow = change<[string, string, string, string]>(
  'INSERT INTO staff_member (last_name, first_name, middle_name, position) VALUES (?, ?, ?, ?)',
);

/** Who learns in the school on this day, in no order. */
export const findPupilsOn = (db: ReadableDb, yearId: number, day: IsoDate) =>
  all(db, pupilsOn, { yearId, day });
/** Who was in a class before this day and is in none since, with the last class; in no order. */
export const findLeftPupils = (db: ReadableDb, day: IsoDate) => all(db, leftPupils, { day });
/** Everybody who works in the school, with the account and the own class if any; in no order. */
export const findStaff = (db: ReadableDb, yearId: number) => all(db, staff, { yearId });

export const insertStaffMember = (
  db: WritableDb,
  row: {
    readonly lastName: string;
    readonly firstName: string;
    readonly middleName: string;
    readonly position: string;
  },
): number =>
  run(db, insertStaffRow, [row.lastName, row.firstName, row.middleName, row.position]).id;

const staffById = select<[number], { id: number }>(
  'SELECT id FROM staff_member WHERE id = ? AND dismissed_on IS NULL',
);

/** Whether this person works in the school. */
export const staffExists = (db: ReadableDb, id: number): boolean =>
  get(db, staffById, [id]) !== undefined;
