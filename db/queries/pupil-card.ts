import type { IsoDate } from '#domain/calendar/iso-date';
import type { EducationForm, PupilData } from '#domain/pupils/pupil-data';
import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type PupilCardRow = PupilData & { readonly id: number; readonly version: number };
export type ClassOfPupilRow = {
  readonly classId: number;
  readonly yearId: number;
  readonly yearName: string;
  readonly grade: number;
  readonly letter: string;
  readonly homeroomTeacherId: number | null;
  readonly teacherLast: string | null;
  readonly teacherFirst: string | null;
  readonly teacherMiddle: string | null;
  readonly fromDate: IsoDate;
  readonly toDate: IsoDate | null;
};
export type MovementOfPupilRow = {
  readonly id: number;
  readonly kind:
    | 'arrival'
    | 'leaving'
    | 'transfer'
    | 'promotion'
    | 'conditionalPromotion'
    | 'repeat'
    | 'graduation';
  readonly effectiveOn: IsoDate;
  readonly order: string;
  readonly orderDate: IsoDate;
  readonly fromGrade: number | null;
  readonly fromLetter: string | null;
  readonly toGrade: number | null;
  readonly toLetter: string | null;
  readonly place: string;
  readonly reason: string;
  readonly revokedAt: string | null;
};
export type GroupOfPupilRow = {
  readonly name: string;
  readonly subjects: string | null;
  readonly fromDate: IsoDate;
  readonly toDate: IsoDate | null;
};

/** The columns of a `PupilCardRow`, of the table `pupil`. */
export const pupilCardColumns = `pupil.id, pupil.last_name AS lastName,
  pupil.first_name AS firstName, pupil.middle_name AS middleName, pupil.sex,
  pupil.birth_date AS birthDate, pupil.personal_file AS personalFile, pupil.snils, pupil.phone,
  pupil.email, pupil.address, pupil.registered_address AS registeredAddress, pupil.citizenship,
  pupil.previous_school AS previousSchool, pupil.education_form AS educationForm, pupil.note,
  pupil.version`;
const byId = select<[number], PupilCardRow>(`SELECT ${pupilCardColumns} FROM pupil WHERE id = ?`);
const classes = select<[number], ClassOfPupilRow>(
  `SELECT class.id AS classId, year.id AS yearId, year.name AS yearName, class.grade, class.letter,
          class.homeroom_teacher_id AS homeroomTeacherId, staff.last_name AS teacherLast,
          staff.first_name AS teacherFirst, staff.middle_name AS teacherMiddle,
          member.from_date AS fromDate, member.to_date AS toDate
   FROM class_membership AS member
   JOIN school_class AS class ON class.id = member.class_id
   JOIN school_year AS year ON year.id = class.year_id
   LEFT JOIN staff_member AS staff ON staff.id = class.homeroom_teacher_id
   WHERE member.pupil_id = ?
   ORDER BY member.from_date DESC, member.id DESC`,
);
const movements = select<[number], MovementOfPupilRow>(
  `SELECT movement.id, movement.kind, movement.effective_on AS effectiveOn,
          movement_order.number AS "order", movement_order.date AS orderDate,
          old.grade AS fromGrade, old.letter AS fromLetter, new.grade AS toGrade,
          new.letter AS toLetter, movement.place, movement.reason, movement.revoked_at AS revokedAt
   FROM movement JOIN movement_order ON movement_order.id = movement.order_id
   LEFT JOIN school_class AS old ON old.id = movement.from_class_id
   LEFT JOIN school_class AS new ON new.id = movement.to_class_id
   WHERE movement.pupil_id = ? ORDER BY movement.effective_on DESC, movement.id DESC`,
);
const groups = select<{ pupilId: number; yearId: number }, GroupOfPupilRow>(
  `SELECT study_group.name, member.from_date AS fromDate, member.to_date AS toDate,
          (SELECT group_concat(subject.name, ', ') FROM journal_page
           JOIN subject ON subject.id = journal_page.subject_id
           WHERE journal_page.group_id = study_group.id) AS subjects
   FROM study_group_membership AS member
   JOIN study_group ON study_group.id = member.group_id
   JOIN school_class ON school_class.id = study_group.class_id
   WHERE member.pupil_id = @pupilId AND school_class.year_id = @yearId
   ORDER BY member.from_date DESC, study_group.name`,
);
const update = change<
  [
    string,
    string,
    string,
    string | null,
    string | null,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    EducationForm,
    string,
    number,
    number,
  ]
>(
  `UPDATE pupil SET last_name = ?, first_name = ?, middle_name = ?, sex = ?, birth_date = ?,
     personal_file = ?, snils = ?, phone = ?, email = ?, address = ?, registered_address = ?,
     citizenship = ?, previous_school = ?, education_form = ?, note = ?, version = ?
   WHERE id = ?`,
);
const photo = select<[number], { jpeg: Buffer }>('SELECT jpeg FROM pupil_photo WHERE pupil_id = ?');
const hasPhotoRow = select<[number], { n: number }>(
  'SELECT count(*) AS n FROM pupil_photo WHERE pupil_id = ?',
);
const putPhoto = change<[number, Buffer]>(
  `INSERT INTO pupil_photo (pupil_id, jpeg) VALUES (?, ?)
   ON CONFLICT DO UPDATE SET jpeg = excluded.jpeg`,
);
const dropPhoto = change<[number]>('DELETE FROM pupil_photo WHERE pupil_id = ?');

export const findPupilCard = (db: ReadableDb, id: number) => get(db, byId, [id]);
/** Every class the pupil was, is or will be in, the latest first. */
export const classesOfPupil = (db: ReadableDb, id: number) => all(db, classes, [id]);
/** The orders about the pupil, the latest first. */
export const movementsOfPupil = (db: ReadableDb, id: number) => all(db, movements, [id]);
/** The subgroups of a year. */
export const groupsOfPupil = (db: ReadableDb, pupilId: number, yearId: number) =>
  all(db, groups, { pupilId, yearId });

export const savePupilCard = (db: WritableDb, id: number, data: PupilData, version: number) =>
  run(db, update, [
    data.lastName,
    data.firstName,
    data.middleName,
    data.sex,
    data.birthDate,
    data.personalFile,
    data.snils,
    data.phone,
    data.email,
    data.address,
    data.registeredAddress,
    data.citizenship,
    data.previousSchool,
    data.educationForm,
    data.note,
    version,
    id,
  ]);

export const findPhoto = (db: ReadableDb, pupilId: number) => get(db, photo, [pupilId])?.jpeg;
export const hasPhoto = (db: ReadableDb, pupilId: number): boolean =>
  get(db, hasPhotoRow, [pupilId])?.n === 1;
export const savePhoto = (db: WritableDb, pupilId: number, jpeg: Buffer | null) =>
  jpeg === null ? run(db, dropPhoto, [pupilId]) : run(db, putPhoto, [pupilId, jpeg]);
