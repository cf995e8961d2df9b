import type { IsoDate } from '#domain/calendar/iso-date';
import { all, get, select, type ReadableDb } from '../statement';

export type ClassHeadRow = {
  readonly id: number;
  readonly yearId: number;
  readonly grade: number;
  readonly letter: string;
  readonly homeroomTeacherId: number | null;
  readonly teacherLast: string | null;
  readonly teacherFirst: string | null;
  readonly teacherMiddle: string | null;
};
export type ClassMemberRow = {
  readonly pupilId: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
};

const classById = select<[number], ClassHeadRow>(
  `SELECT class.id, class.year_id AS yearId, class.grade, class.letter,
          class.homeroom_teacher_id AS homeroomTeacherId, staff.last_name AS teacherLast,
          staff.first_name AS teacherFirst, staff.middle_name AS teacherMiddle
   FROM school_class AS class
   LEFT JOIN staff_member AS staff ON staff.id = class.homeroom_teacher_id
   WHERE class.id = ?`,
);
const membersOn = select<{ classId: number; day: IsoDate }, ClassMemberRow>(
  `SELECT DISTINCT pupil.id AS pupilId, pupil.last_name AS lastName,
          pupil.first_name AS firstName, pupil.middle_name AS middleName
   FROM class_membership AS member JOIN pupil ON pupil.id = member.pupil_id
   WHERE member.class_id = @classId AND member.from_date <= @day
     AND (member.to_date IS NULL OR member.to_date >= @day)`,
);

export const findClassHead = (db: ReadableDb, id: number) => get(db, classById, [id]);
/** Who is in the class on this day, in no order. */
export const classMembersOn = (db: ReadableDb, classId: number, day: IsoDate) =>
  all(db, membersOn, { classId, day });
