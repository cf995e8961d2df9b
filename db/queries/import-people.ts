import type { IsoDate } from '#domain/calendar/iso-date';
import type { PupilContacts } from '#domain/import/people/contact-cells';
import type { Relation } from '#domain/pupils/representative';
import { pupilCardColumns, type PupilCardRow } from './pupil-card';
import { all, change, run, select, type ReadableDb, type WritableDb } from '../statement';

export type PupilOfJournal = PupilCardRow & {
  readonly grade: number | null;
  readonly letter: string | null;
};
export type TieRow = {
  readonly pupilId: number;
  readonly representativeId: number;
  readonly relation: Relation;
};

const pupils = select<{ yearId: number; day: IsoDate }, PupilOfJournal>(
  `SELECT ${pupilCardColumns}, class.grade, class.letter
   FROM pupil
   LEFT JOIN (SELECT member.pupil_id, max(member.class_id) AS class_id
              FROM class_membership AS member
              JOIN school_class ON school_class.id = member.class_id
              WHERE school_class.year_id = @yearId
                AND (member.to_date IS NULL OR member.to_date >= @day)
              GROUP BY member.pupil_id) AS now ON now.pupil_id = pupil.id
   LEFT JOIN school_class AS class ON class.id = now.class_id`,
);
const ties = select<[], TieRow>(
  `SELECT pupil_id AS pupilId, representative_id AS representativeId, relation
   FROM pupil_representative`,
);
const insertPupilRow = change<
  [string, string, string, string | null, string | null, string, ...string[]]
>(
  `INSERT INTO pupil (last_name, first_name, middle_name, sex, birth_date, personal_file,
                      snils, phone, email, address, registered_address, citizenship,
                      previous_school, education_form)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
const insertClassRow = change<[number, number, string]>(
  'INSERT INTO school_class (year_id, grade, letter) VALUES (?, ?, ?)',
);
const insertMembershipRow = change<[number, number, string, string | null]>(
  'INSERT INTO class_membership (class_id, pupil_id, from_date, to_date) VALUES (?, ?, ?, ?)',
);
const updateHomeroom = change<[number, number]>(
  'UPDATE school_class SET homeroom_teacher_id = ? WHERE id = ?',
);

/** The card of everybody who was ever a pupil, with the class of this year they belong to on this day or later. */
export const findAllPupils = (db: ReadableDb, yearId: number, day: IsoDate) =>
  all(db, pupils, { yearId, day });

/** Who stands for whom, of everybody in the journal. */
export const findAllTies = (db: ReadableDb) => all(db, ties, []);

export const insertPupil = (
  db: WritableDb,
  row: {
    readonly lastName: string;
    readonly firstName: string;
    readonly middleName: string;
    readonly sex: 'male' | 'female' | null;
    readonly birthDate: IsoDate | null;
    readonly personalFile: string;
  } & Partial<PupilContacts>,
): number =>
  run(db, insertPupilRow, [
    row.lastName,
    row.firstName,
    row.middleName,
    row.sex,
    row.birthDate,
    row.personalFile,
    row.snils ?? '',
    row.phone ?? '',
    row.email ?? '',
    row.address ?? '',
    row.registeredAddress ?? '',
    row.citizenship ?? '',
    row.previousSchool ?? '',
    row.educationForm ?? 'fullTime',
  ]).id;

export const insertClass = (
  db: WritableDb,
  yearId: number,
  name: { readonly grade: number; readonly letter: string },
): number => run(db, insertClassRow, [yearId, name.grade, name.letter]).id;

export const insertClassMembership = (
  db: WritableDb,
  member: {
    readonly classId: number;
    readonly pupilId: number;
    readonly from: IsoDate;
    readonly to: IsoDate | null;
  },
): number =>
  run(db, insertMembershipRow, [member.classId, member.pupilId, member.from, member.to]).id;

export const setHomeroomTeacher = (db: WritableDb, classId: number, staffId: number) =>
  run(db, updateHomeroom, [staffId, classId]);
