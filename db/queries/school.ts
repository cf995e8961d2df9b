import type { IsoDate } from '#domain/calendar/iso-date';
import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type SchoolRow = {
  readonly name: string;
  readonly city: string;
  readonly journalId: string;
  readonly demo: number;
};
export type YearRow = {
  readonly id: number;
  readonly name: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
};
export type PeriodRow = {
  readonly id: number;
  readonly kind: 'quarter' | 'trimester' | 'half' | 'year';
  readonly number: number;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly gradeFrom: number;
  readonly gradeTo: number;
};
export type HolidayRow = {
  readonly name: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly gradeFrom: number;
  readonly gradeTo: number;
};
export type WorkKindRow = {
  readonly id: number;
  readonly name: string;
  readonly shortName: string;
  readonly weight: number;
  readonly written: number;
  readonly archived: number;
};
export type ClassRow = {
  readonly id: number;
  readonly grade: number;
  readonly letter: string;
  readonly pupils: number;
  readonly homeroomTeacherId: number | null;
  readonly lastName: string | null;
  readonly firstName: string | null;
  readonly middleName: string | null;
};

const school = select<[], SchoolRow>(
  'SELECT name, city, journal_id AS journalId, demo FROM school WHERE id = 1',
);
const insertSchoolRow = change<[string, string, string, number]>(
  'INSERT INTO school (id, name, city, journal_id, demo) VALUES (1, ?, ?, ?, ?)',
);
const yearOn = select<{ day: IsoDate }, YearRow>(
  `SELECT id, name, starts_on AS startsOn, ends_on AS endsOn FROM school_year
   ORDER BY starts_on <= @day DESC, CASE WHEN starts_on <= @day THEN starts_on END DESC, starts_on
   LIMIT 1`,
);
const years = select<[], YearRow>(
  'SELECT id, name, starts_on AS startsOn, ends_on AS endsOn FROM school_year ORDER BY starts_on',
);
const insertYearRow = change<[string, string, string]>(
  'INSERT INTO school_year (name, starts_on, ends_on) VALUES (?, ?, ?)',
);
const periodColumns = `id, kind, number, starts_on AS startsOn, ends_on AS endsOn,
  grade_from AS gradeFrom, grade_to AS gradeTo`;
const periods = select<[number], PeriodRow>(
  `SELECT ${periodColumns} FROM period WHERE year_id = ?
   ORDER BY grade_from, kind = 'year', starts_on`,
);
const periodById = select<[number], PeriodRow & { yearId: number }>(
  `SELECT ${periodColumns}, year_id AS yearId FROM period WHERE id = ?`,
);
const insertPeriodRow = change<[number, string, number, string, string, number, number]>(
  `INSERT INTO period (year_id, kind, number, starts_on, ends_on, grade_from, grade_to)
   VALUES (?, ?, ?, ?, ?, ?, ?)`,
);
const holidays = select<[number], HolidayRow>(
  `SELECT name, starts_on AS startsOn, ends_on AS endsOn, grade_from AS gradeFrom, grade_to AS gradeTo
   FROM holiday WHERE year_id = ? ORDER BY starts_on, grade_from`,
);
const insertHolidayRow = change<[number, string, string, string, number, number]>(
  `INSERT INTO holiday (year_id, name, starts_on, ends_on, grade_from, grade_to)
   VALUES (?, ?, ?, ?, ?, ?)`,
);
const workKinds = select<[], WorkKindRow>(
  `SELECT id, name, short_name AS shortName, weight, written, archived FROM work_kind ORDER BY position, name`,
);
const insertWorkKindRow = change<[string, string, number, number, number]>(
  'INSERT INTO work_kind (name, short_name, weight, written, position) VALUES (?, ?, ?, ?, ?)',
);
const classes = select<{ yearId: number; day: IsoDate }, ClassRow>(
  `SELECT class.id, class.grade, class.letter, class.homeroom_teacher_id AS homeroomTeacherId,
          staff.last_name AS lastName, staff.first_name AS firstName, staff.middle_name AS middleName,
          (SELECT count(*) FROM class_membership AS member
           WHERE member.class_id = class.id AND member.from_date <= @day
             AND (member.to_date IS NULL OR member.to_date >= @day)) AS pupils
   FROM school_class AS class LEFT JOIN staff_member AS staff ON staff.id = class.homeroom_teacher_id
   WHERE class.year_id = @yearId ORDER BY class.grade, class.letter`,
);
const counts = select<
  { yearId: number; day: IsoDate },
  { classes: number; pupils: number; staff: number; pages: number; timetables: number }
>(
  `SELECT (SELECT count(*) FROM school_class WHERE year_id = @yearId) AS classes,
          (SELECT count(DISTINCT pupil_id) FROM class_membership JOIN school_class
             ON school_class.id = class_membership.class_id
             WHERE school_class.year_id = @yearId AND class_membership.from_date <= @day
               AND (class_membership.to_date IS NULL OR class_membership.to_date >= @day)) AS pupils,
          (SELECT count(*) FROM staff_member WHERE dismissed_on IS NULL) AS staff,
          (SELECT count(*) FROM journal_page
             JOIN study_group ON study_group.id = journal_page.group_id
             JOIN school_class ON school_class.id = study_group.class_id
             WHERE school_class.year_id = @yearId) AS pages,
          (SELECT count(*) FROM timetable_version WHERE year_id = @yearId) AS timetables`,
);

export const findSchool = (db: ReadableDb) => get(db, school, []);
export const insertSchool = (
  db: WritableDb,
  row: {
    readonly name: string;
    readonly city: string;
    readonly journalId: string;
    readonly demo: boolean;
  },
) => run(db, insertSchoolRow, [row.name, row.city, row.journalId, row.demo ? 1 : 0]);

/** The school year of this day: the one begun last, or the first to come. */
export const findYear = (db: ReadableDb, day: IsoDate) => get(db, yearOn, { day });
const yearById = select<[number], YearRow>(
  'SELECT id, name, starts_on AS startsOn, ends_on AS endsOn FROM school_year WHERE id = ?',
);
/** The named year, or where none is named that of the day. */
export const findYearOr = (db: ReadableDb, yearId: number | undefined, day: IsoDate) =>
  yearId === undefined ? findYear(db, day) : get(db, yearById, [yearId]);
/** Every school year of the journal, the oldest first. */
export const findYears = (db: ReadableDb) => all(db, years, []);
export const insertYear = (db: WritableDb, row: Omit<YearRow, 'id'>): number =>
  run(db, insertYearRow, [row.name, row.startsOn, row.endsOn]).id;

export const findPeriods = (db: ReadableDb, yearId: number) => all(db, periods, [yearId]);
export const findPeriod = (db: ReadableDb, id: number) => get(db, periodById, [id]);
export const insertPeriod = (db: WritableDb, yearId: number, row: Omit<PeriodRow, 'id'>): number =>
  run(db, insertPeriodRow, [
    yearId,
    row.kind,
    row.number,
    row.startsOn,
    row.endsOn,
    row.gradeFrom,
    row.gradeTo,
  ]).id;

export const findHolidays = (db: ReadableDb, yearId: number) => all(db, holidays, [yearId]);
export const insertHoliday = (
  db: WritableDb,
  yearId: number,
  {
    name,
    startsOn,
    endsOn,
    gradeFrom = 1,
    gradeTo = 12,
  }: Partial<HolidayRow> & Pick<HolidayRow, 'name' | 'startsOn' | 'endsOn'>,
) => run(db, insertHolidayRow, [yearId, name, startsOn, endsOn, gradeFrom, gradeTo]);

export const findWorkKinds = (db: ReadableDb) => all(db, workKinds, []);
export const insertWorkKind = (
  db: WritableDb,
  row: Omit<WorkKindRow, 'id' | 'written' | 'archived'> & {
    readonly written: boolean;
    readonly position: number;
  },
) =>
  run(db, insertWorkKindRow, [
    row.name,
    row.shortName,
    row.weight,
    row.written ? 1 : 0,
    row.position,
  ]);

/** The classes of a year with how many pupils each has on this day. */
export const findClasses = (db: ReadableDb, yearId: number, day: IsoDate) =>
  all(db, classes, { yearId, day });
/** How much of the year stands in the journal; pupils are those of this day. */
export const countSchool = (db: ReadableDb, yearId: number, day: IsoDate) =>
  get(db, counts, { yearId, day }) ?? {
    classes: 0,
    pupils: 0,
    staff: 0,
    pages: 0,
    timetables: 0,
  };
