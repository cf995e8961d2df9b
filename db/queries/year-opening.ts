import type { IsoDate } from '#domain/calendar/iso-date';
import type { ClassDraft, OldClass } from '#domain/year-opening/next-classes';
import type {
  CurriculumItem,
  GroupRow,
  LoadDraft,
  PageRow,
} from '#domain/year-opening/copy-structure';
import { all, change, rows, run, select, type ReadableDb, type WritableDb } from '../statement';

export type OpeningRow = {
  readonly yearId: number;
  readonly fromYearId: number;
  readonly done: string;
  readonly finishedAt: string | null;
};
export type YearClassRow = OldClass & { readonly continuesId: number | null };
export type YearEndPupilRow = {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly classId: number;
  /** The class of the new year the pupil is in already. */
  readonly newClassId: number | null;
};

const openings = select<[], OpeningRow>(
  `SELECT year_id AS yearId, from_year_id AS fromYearId, done, finished_at AS finishedAt
   FROM year_opening ORDER BY year_id`,
);
const saveOpeningRow = change<[number, number, string, string | null]>(
  `INSERT INTO year_opening (year_id, from_year_id, done, finished_at) VALUES (?, ?, ?, ?)
   ON CONFLICT (year_id) DO UPDATE SET done = excluded.done, finished_at = excluded.finished_at`,
);
const classes = select<[number], YearClassRow>(
  `SELECT id, grade, letter, homeroom_teacher_id AS homeroomTeacherId, shift,
          study_days AS studyDays, profile, room_id AS roomId, continues_id AS continuesId
   FROM school_class WHERE year_id = ? ORDER BY grade, letter`,
);
const insertClassRow = change<
  [number, number, string, number | null, number, number, string, number | null, number | null]
>(
  `INSERT INTO school_class
     (year_id, grade, letter, homeroom_teacher_id, shift, study_days, profile, room_id, continues_id)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
const continueClassRow = change<[number, number]>(
  'UPDATE school_class SET continues_id = ? WHERE id = ? AND continues_id IS NULL',
);
const workingStaff = select<
  [],
  { id: number; lastName: string; firstName: string; middleName: string; position: string }
>(
  `SELECT id, last_name AS lastName, first_name AS firstName, middle_name AS middleName, position
   FROM staff_member WHERE dismissed_on IS NULL`,
);
const curriculum = select<[number], CurriculumItem>(
  `SELECT item.class_id AS classId, item.subject_id AS subjectId,
          item.hours_per_week AS hoursPerWeek, item.hours_per_year AS hoursPerYear, item.part,
          item.grading, item.scale_id AS scaleId
   FROM curriculum_item AS item JOIN school_class AS class ON class.id = item.class_id
   JOIN subject ON subject.id = item.subject_id
   WHERE class.year_id = ? AND subject.archived = 0 ORDER BY item.class_id, subject.position, subject.id`,
);
const insertCurriculumRow = change<
  [number, number, number, number | null, string, string | null, number | null]
>(
  `INSERT INTO curriculum_item
     (class_id, subject_id, hours_per_week, hours_per_year, part, grading, scale_id)
   VALUES (?, ?, ?, ?, ?, ?, ?)`,
);
const groups = select<[number], Omit<GroupRow, 'otherClassIds'> & { archived: number }>(
  `SELECT study_group.id, study_group.class_id AS classId, study_group.name, study_group.kind,
          study_group.division, study_group.archived
   FROM study_group JOIN school_class AS class ON class.id = study_group.class_id
   WHERE class.year_id = ? ORDER BY study_group.class_id, study_group.id`,
);
const streamClasses = select<[number], [groupId: number, classId: number]>(
  `SELECT stream_class.group_id, stream_class.class_id
   FROM stream_class JOIN school_class AS class ON class.id = stream_class.class_id
   WHERE class.year_id = ? ORDER BY stream_class.class_id`,
);
const insertGroupRow = change<[number, string, string, string]>(
  'INSERT INTO study_group (class_id, name, kind, division) VALUES (?, ?, ?, ?)',
);
const insertStreamClassRow = change<[number, number]>(
  'INSERT INTO stream_class (group_id, class_id) VALUES (?, ?)',
);
const pages = select<[number], Omit<PageRow, 'teachers'> & { id: number }>(
  `SELECT page.id, page.group_id AS groupId, study_group.class_id AS classId,
          study_group.name AS groupName, page.subject_id AS subjectId
   FROM journal_page AS page JOIN study_group ON study_group.id = page.group_id
   JOIN school_class AS class ON class.id = study_group.class_id
   JOIN subject ON subject.id = page.subject_id
   WHERE class.year_id = ? AND subject.archived = 0 AND study_group.archived = 0
   ORDER BY study_group.class_id, subject.position, subject.id, page.id`,
);
const lastTeachers = select<[number], [pageId: number, staffId: number, hours: number]>(
  `SELECT teacher.page_id, teacher.staff_id, teacher.hours_per_week
   FROM page_teacher AS teacher JOIN journal_page AS page ON page.id = teacher.page_id
   JOIN study_group ON study_group.id = page.group_id
   JOIN school_class AS class ON class.id = study_group.class_id
   JOIN school_year AS year ON year.id = class.year_id
   WHERE class.year_id = ? AND (teacher.to_date IS NULL OR teacher.to_date >= year.ends_on)
   ORDER BY teacher.page_id, teacher.from_date DESC, teacher.staff_id`,
);
const insertPageRow = change<[number, number]>(
  'INSERT INTO journal_page (group_id, subject_id) VALUES (?, ?)',
);
const insertTeacherRow = change<[number, number, number, IsoDate]>(
  'INSERT INTO page_teacher (page_id, staff_id, hours_per_week, from_date) VALUES (?, ?, ?, ?)',
);
/** Who is still in a class of the year when it ends: not left, not finished, not expelled in summer. */
const yearEndPupils = select<{ yearId: number; newYearId: number }, YearEndPupilRow>(
  `SELECT pupil.id, pupil.last_name AS lastName, pupil.first_name AS firstName,
          pupil.middle_name AS middleName, class.id AS classId,
          (SELECT new_class.id FROM class_membership AS new_member
             JOIN school_class AS new_class ON new_class.id = new_member.class_id
           WHERE new_member.pupil_id = pupil.id AND new_class.year_id = @newYearId
             AND new_member.to_date IS NULL LIMIT 1) AS newClassId
   FROM school_class AS class JOIN school_year AS year ON year.id = class.year_id
   JOIN class_membership AS member ON member.class_id = class.id
   JOIN pupil ON pupil.id = member.pupil_id
   WHERE class.year_id = @yearId AND (member.to_date IS NULL OR member.to_date >= year.ends_on)
     AND NOT EXISTS (
       SELECT 1 FROM movement WHERE movement.pupil_id = pupil.id AND movement.revoked_at IS NULL
         AND movement.from_class_id = class.id AND movement.kind IN ('leaving', 'graduation')
         AND movement.effective_on = member.to_date)`,
);
const yearMarks = select<[number], [pupilId: number, subjectId: number, value: string]>(
  `SELECT mark.pupil_id, mark.subject_id, mark.value
   FROM period JOIN period_mark AS mark ON mark.period_id = period.id
   WHERE period.year_id = ? AND period.kind = 'year' AND mark.value <> ''`,
);
const bellSchedules = select<[number], { id: number; name: string }>(
  'SELECT id, name FROM bell_schedule WHERE year_id = ? ORDER BY id',
);
const insertBellSchedule = change<[number, string]>(
  'INSERT INTO bell_schedule (year_id, name) VALUES (?, ?)',
);
const copyBells = change<[number, number]>(
  `INSERT INTO bell (schedule_id, lesson_number, starts_at, ends_at)
   SELECT ?, lesson_number, starts_at, ends_at FROM bell WHERE schedule_id = ?`,
);
/** A use on one day is that year's own. */
const copyBellUses = change<[number, number]>(
  `INSERT INTO bell_use (schedule_id, shift, weekday, grade_from, grade_to)
   SELECT ?, shift, weekday, grade_from, grade_to FROM bell_use
   WHERE schedule_id = ? AND date IS NULL ORDER BY id`,
);

/** Every opening that was begun, the oldest year first. */
export const findOpenings = (db: ReadableDb) => all(db, openings, []);
export const saveOpening = (db: WritableDb, row: OpeningRow) =>
  run(db, saveOpeningRow, [row.yearId, row.fromYearId, row.done, row.finishedAt]);
export const findYearClasses = (db: ReadableDb, yearId: number) => all(db, classes, [yearId]);
export const insertYearClass = (db: WritableDb, yearId: number, one: ClassDraft): number =>
  run(db, insertClassRow, [
    yearId,
    one.grade,
    one.letter,
    one.homeroomTeacherId,
    one.shift,
    one.studyDays,
    one.profile,
    one.roomId,
    one.continuesId,
  ]).id;
/** Says of a class made by hand which one it continues; one that is said already stays. */
export const continueClass = (db: WritableDb, classId: number, continuesId: number) =>
  run(db, continueClassRow, [continuesId, classId]);
export const findWorkingStaff = (db: ReadableDb) => all(db, workingStaff, []);
export const findCurriculumOfYear = (db: ReadableDb, yearId: number) =>
  all(db, curriculum, [yearId]);
export const insertCurriculumItem = (db: WritableDb, item: CurriculumItem) =>
  run(db, insertCurriculumRow, [
    item.classId,
    item.subjectId,
    item.hoursPerWeek,
    item.hoursPerYear,
    item.part,
    item.grading,
    item.scaleId,
  ]);

/** Every group of a year; those out of use only where they are asked for. */
export function findGroupsOfYear(
  db: ReadableDb,
  yearId: number,
  withArchived: boolean,
): readonly GroupRow[] {
  const others = Map.groupBy(rows(db, streamClasses, [yearId]), ([groupId]) => groupId);
  return all(db, groups, [yearId])
    .filter(({ archived }) => withArchived || archived === 0)
    .map(({ id, classId, name, kind, division }) => ({
      id,
      classId,
      name,
      kind,
      division,
      otherClassIds: (others.get(id) ?? []).map(([, other]) => other),
    }));
}
export function insertGroupOfYear(db: WritableDb, group: Omit<GroupRow, 'id'>): number {
  const { id } = run(db, insertGroupRow, [group.classId, group.name, group.kind, group.division]);
  for (const classId of group.otherClassIds) run(db, insertStreamClassRow, [id, classId]);
  return id;
}

/** The pages of a year with who teaches them when it ends. */
export function findPagesWithTeachers(
  db: ReadableDb,
  yearId: number,
): readonly (PageRow & { readonly id: number })[] {
  const teachers = Map.groupBy(rows(db, lastTeachers, [yearId]), ([pageId]) => pageId);
  return all(db, pages, [yearId]).map((page) => ({
    ...page,
    teachers: (teachers.get(page.id) ?? []).map(([, staffId, hours]) => ({ staffId, hours })),
  }));
}
export function insertLoad(db: WritableDb, load: LoadDraft, from: IsoDate): number {
  const { id } = run(db, insertPageRow, [load.groupId, load.subjectId]);
  if (load.staffId !== null) run(db, insertTeacherRow, [id, load.staffId, load.hours, from]);
  return id;
}

export const findYearEndPupils = (db: ReadableDb, yearId: number, newYearId: number) =>
  all(db, yearEndPupils, { yearId, newYearId });
/** The marks of the year, by pupil and subject. */
export const findYearMarks = (db: ReadableDb, yearId: number) => rows(db, yearMarks, [yearId]);

export const findBellSchedules = (db: ReadableDb, yearId: number) =>
  all(db, bellSchedules, [yearId]);
/** Copies the bell schedules of one year to another that has none by that name; how many. */
export function copyBellSchedules(db: WritableDb, fromYearId: number, toYearId: number): number {
  const known = new Set(findBellSchedules(db, toYearId).map(({ name }) => name));
  const missing = findBellSchedules(db, fromYearId).filter(({ name }) => !known.has(name));
  for (const schedule of missing) {
    const { id } = run(db, insertBellSchedule, [toYearId, schedule.name]);
    run(db, copyBells, [id, schedule.id]);
    run(db, copyBellUses, [id, schedule.id]);
  }
  return missing.length;
}
