import type { IsoDate } from '#domain/calendar/iso-date';
import { without } from '#domain/groups/membership';
import type { Role } from '#domain/people/roles';
import type { Finals } from '#domain/periods/finals';
import { all, get, rows, select, type ReadableDb } from '../statement';
import {
  gradingOf,
  scaleColumns,
  scaleIdOf,
  withScale,
  type SubjectAssessment,
} from './assessment';
import { findAway } from './memberships';

export type ClassDetails = {
  readonly id: number;
  readonly yearId: number;
  readonly yearName: string;
  readonly grade: number;
  readonly letter: string;
  readonly homeroomTeacherId: number | null;
  readonly lastName: string | null;
  readonly firstName: string | null;
  readonly middleName: string | null;
};
export type PupilName = {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
};

const classById = select<[number], ClassDetails>(
  `SELECT class.id, class.year_id AS yearId, school_year.name AS yearName, class.grade, class.letter,
          class.homeroom_teacher_id AS homeroomTeacherId, staff.last_name AS lastName,
          staff.first_name AS firstName, staff.middle_name AS middleName
   FROM school_class AS class JOIN school_year ON school_year.id = class.year_id
   LEFT JOIN staff_member AS staff ON staff.id = class.homeroom_teacher_id
   WHERE class.id = ?`,
);
/** The groups the class's pupils learn in: its own and the streams another class leads. */
const groupsOfClass = `(SELECT id FROM study_group WHERE class_id = @classId
  UNION SELECT group_id FROM stream_class WHERE class_id = @classId)`;
/** A group of one pupil makes no subject of the class. */
const subjectsOfClass = select<
  { classId: number },
  Parameters<typeof withScale>[0] & Omit<SubjectAssessment, 'scale'> & { readonly finals: Finals }
>(
  `SELECT DISTINCT subject.id, subject.name, ${gradingOf} AS grading, ${scaleColumns},
          coalesce(item.finals, 'none') AS finals
   FROM study_group JOIN journal_page ON journal_page.group_id = study_group.id
   JOIN subject ON subject.id = journal_page.subject_id
   LEFT JOIN curriculum_item AS item ON item.class_id = @classId AND item.subject_id = subject.id
   JOIN point_scale AS scale ON scale.id = ${scaleIdOf}
   WHERE study_group.id IN ${groupsOfClass}
     AND ${gradingOf} <> 'none'
   ORDER BY subject.position, subject.name`,
);
const pupilsOn = select<{ classId: number; day: IsoDate }, PupilName>(
  `SELECT DISTINCT pupil.id, pupil.last_name AS lastName, pupil.first_name AS firstName,
          pupil.middle_name AS middleName
   FROM class_membership AS member JOIN pupil ON pupil.id = member.pupil_id
   WHERE member.class_id = @classId AND member.from_date <= @day
     AND (member.to_date IS NULL OR member.to_date >= @day)`,
);
const marksOfClass = select<
  { classId: number; periodId: number },
  [pupilId: number, subjectId: number, value: string]
>(
  `SELECT period_mark.pupil_id, period_mark.subject_id, period_mark.value FROM period_mark
   WHERE period_mark.period_id = @periodId AND period_mark.value <> ''
     AND period_mark.pupil_id IN (SELECT pupil_id FROM class_membership WHERE class_id = @classId)`,
);
const subjectsByGroup = select<
  { classId: number; from: IsoDate; to: IsoDate },
  [subjectId: number, pupilId: number]
>(
  `SELECT DISTINCT journal_page.subject_id, member.pupil_id
   FROM study_group JOIN journal_page ON journal_page.group_id = study_group.id
   JOIN study_group_membership AS member ON member.group_id = study_group.id
   WHERE study_group.id IN ${groupsOfClass} AND study_group.name <> ''
     AND member.from_date <= @to AND (member.to_date IS NULL OR member.to_date >= @from)`,
);
const subjectsOfWholeClass = select<[number], { subjectId: number }>(
  `SELECT DISTINCT journal_page.subject_id AS subjectId
   FROM study_group JOIN journal_page ON journal_page.group_id = study_group.id
   WHERE study_group.class_id = ? AND study_group.name = ''`,
);
const personOfRole = select<[Role], Omit<PupilName, 'id'>>(
  `SELECT staff.last_name AS lastName, staff.first_name AS firstName, staff.middle_name AS middleName
   FROM account_role JOIN account ON account.id = account_role.account_id
   JOIN staff_member AS staff ON staff.id = account.staff_id
   WHERE account_role.role = ? AND account.blocked_at IS NULL AND staff.dismissed_on IS NULL
   ORDER BY account.id LIMIT 1`,
);

export const findClass = (db: ReadableDb, id: number) => get(db, classById, [id]);
/** What the class learns for marks or credits, in the order of the curriculum. */
export const findSubjectsOfClass = (db: ReadableDb, classId: number) =>
  all(db, subjectsOfClass, { classId }).map(withScale);
/** Who is in the class on this day, in no order. */
export const findPupilsOfClass = (db: ReadableDb, classId: number, day: IsoDate) =>
  all(db, pupilsOn, { classId, day });
export const findMarksOfClass = (db: ReadableDb, classId: number, periodId: number) =>
  rows(db, marksOfClass, { classId, periodId });

/**
 * Whether a pupil learns a subject in these days: with the whole class, in a subgroup or a stream, or
 * by an individual plan. One exempt from it through all of them does not (S5).
 */
export function studiesOfClass(
  db: ReadableDb,
  { id: classId, yearId }: Pick<ClassDetails, 'id' | 'yearId'>,
  from: IsoDate,
  to: IsoDate,
): (pupilId: number, subjectId: number) => boolean {
  const whole = new Set(all(db, subjectsOfWholeClass, [classId]).map(({ subjectId }) => subjectId));
  const key = (pupilId: number, subjectId: number) => `${pupilId}:${subjectId}`;
  const inGroups = new Set(
    rows(db, subjectsByGroup, { classId, from, to }).map(([subject, pupil]) => key(pupil, subject)),
  );
  const exempt = new Set(
    findAway(db, yearId)
      .filter((away) => away.mode === 'exempt' && without({ from, to }, [away]).length === 0)
      .map(({ pupilId, subjectId }) => key(pupilId, subjectId)),
  );
  return (pupilId, subjectId) =>
    !exempt.has(key(pupilId, subjectId)) &&
    (whole.has(subjectId) || inGroups.has(key(pupilId, subjectId)));
}

/** The name of the first working person who holds the role. */
export const findPersonOfRole = (db: ReadableDb, role: Role) => get(db, personOfRole, [role]);
