import type { IsoDate } from '#domain/calendar/iso-date';
import type { Role } from '#domain/people/roles';
import { all, rows, select, type ReadableDb } from '../statement';
import { LESSON_HOLDS } from './lessons';

/** Pages as a list: one statement serves a person's own pages and the whole school's. */
type OfPages = { readonly pages: string };
type Span = { readonly from: IsoDate; readonly to: IsoDate };
const ids = (list: Iterable<number>) => JSON.stringify([...list]);
const ofPages = 'page_id IN (SELECT value FROM json_each(@pages))';

export type DutyPersonRow = {
  readonly staffId: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  /** Null where the person has no account that opens. */
  readonly role: Role | null;
};
const people = select<{ day: IsoDate }, DutyPersonRow>(
  `SELECT staff.id AS staffId, staff.last_name AS lastName, staff.first_name AS firstName,
          staff.middle_name AS middleName, account_role.role
   FROM staff_member AS staff
   LEFT JOIN account ON account.staff_id = staff.id AND account.blocked_at IS NULL
   LEFT JOIN account_role ON account_role.account_id = account.id
   WHERE staff.dismissed_on IS NULL OR staff.dismissed_on >= @day`,
);
/** Everybody who works here, with a row for each role. */
export const findDutyPeople = (db: ReadableDb, day: IsoDate) => all(db, people, { day });

export type LackingLesson = readonly [
  id: number,
  pageId: number,
  date: IsoDate,
  number: number,
  topic: 0 | 1,
  holds: 0 | 1,
  homework: 0 | 1,
  homeworkPlanned: 0 | 1,
];
const hasHomework = `(lesson.homework <> '' OR EXISTS (
  SELECT 1 FROM homework WHERE homework.lesson_id = lesson.id))`;
const planNamesHomework = `EXISTS (
  SELECT 1 FROM lesson_plan_row AS link JOIN plan_row ON plan_row.id = link.plan_row_id
  WHERE link.lesson_id = lesson.id AND plan_row.homework <> '')`;
const lackingLessons = select<OfPages & Span, [...LackingLesson]>(
  `SELECT id, page_id, date, lesson_number, topic <> '', (${LESSON_HOLDS}), ${hasHomework},
          ${planNamesHomework}
   FROM lesson
   WHERE ${ofPages} AND date BETWEEN @from AND @to AND cancelled = 0
     AND (topic = '' OR (homework = '' AND NOT ${hasHomework} AND ${planNamesHomework}))
   ORDER BY date, lesson_number, page_id`,
);
/** The held lessons of some pages that have no topic or not the homework their plan names. */
export const findLackingLessons = (db: ReadableDb, pages: Iterable<number>, span: Span) =>
  rows(db, lackingLessons, { pages: ids(pages), ...span });

const markedPupils = select<
  { periodId: number; subjects: string },
  [pupilId: number, subjectId: number]
>(
  `SELECT pupil_id, subject_id FROM period_mark
   WHERE period_id = @periodId AND value <> ''
     AND subject_id IN (SELECT value FROM json_each(@subjects))`,
);
/** Whose marks for a period are set in some subjects. */
export const findMarkedPupils = (db: ReadableDb, periodId: number, subjects: Iterable<number>) =>
  rows(db, markedPupils, { periodId, subjects: ids(subjects) });

const heldInstead = select<Span & { readonly staffId: number }, { pageId: number }>(
  `SELECT DISTINCT lesson.page_id AS pageId
   FROM day_change JOIN lesson ON lesson.id = day_change.lesson_id
   WHERE day_change.substitute_id = @staffId AND day_change.kind = 'substitution'
     AND day_change.revoked_at IS NULL AND lesson.cancelled = 0
     AND lesson.date BETWEEN @from AND @to`,
);
/** The pages of which a person holds some lesson of these days instead of its teacher. */
export const findPagesHeldInstead = (db: ReadableDb, staffId: number, span: Span) =>
  all(db, heldInstead, { staffId, ...span });

export type WrittenWorkRow = {
  readonly lessonId: number;
  readonly pageId: number;
  readonly date: IsoDate;
  readonly number: number;
  readonly position: number;
  readonly kindId: number;
  readonly kindName: string;
  readonly title: string;
  readonly dueOn: IsoDate | null;
};
const markOfWork = `FROM mark WHERE mark.lesson_id = work.lesson_id
  AND mark.work_position = work.position`;
const openWorks = select<OfPages & Span & { readonly controls: string }, WrittenWorkRow>(
  `SELECT work.lesson_id AS lessonId, lesson.page_id AS pageId, lesson.date,
          lesson.lesson_number AS number, work.position, kind.id AS kindId, kind.name AS kindName,
          work.title, work.due_on AS dueOn
   FROM lesson CROSS JOIN lesson_work AS work ON work.lesson_id = lesson.id
   CROSS JOIN work_kind AS kind ON kind.id = work.kind_id
   LEFT JOIN json_each(@controls) AS control ON control.value = work.kind_id
   WHERE lesson.${ofPages} AND lesson.date BETWEEN @from AND @to AND lesson.cancelled = 0
     AND coalesce(work.written, kind.written) = 1
     AND (control.value IS NOT NULL
          OR (work.weight > 1 OR work.title <> '' OR work.due_on IS NOT NULL)
             AND NOT EXISTS (SELECT 1 ${markOfWork}))
   ORDER BY lesson.date, lesson.lesson_number, lesson.page_id, work.position`,
);
/**
 * The written works of held lessons that may lack marks: every control work, and of those others that
 * were assigned as a work (named, weighty or with a day) the ones without any mark.
 */
export const findOpenWorks = (
  db: ReadableDb,
  pages: Iterable<number>,
  span: Span,
  controls: Iterable<number>,
) => all(db, openWorks, { pages: ids(pages), controls: ids(controls), ...span });

const settledPupils = select<
  { lessons: string },
  [lessonId: number, workPosition: number, pupilId: number]
>(
  `SELECT mark.lesson_id, mark.work_position, mark.pupil_id FROM mark
   WHERE mark.lesson_id IN (SELECT value FROM json_each(@lessons))
   UNION ALL
   SELECT cell.lesson_id, 0, cell.pupil_id FROM journal_cell AS cell
   WHERE cell.lesson_id IN (SELECT value FROM json_each(@lessons))
     AND cell.attendance IN ('absent', 'ill', 'excused')`,
);
/** Who has a mark for which work of some lessons; under work 0 who was not there. */
export const findSettledPupils = (db: ReadableDb, lessons: Iterable<number>) =>
  rows(db, settledPupils, { lessons: ids(lessons) });

const dueDots = select<
  OfPages & { readonly day: IsoDate },
  {
    lessonId: number;
    pageId: number;
    date: IsoDate;
    number: number;
    dueOn: IsoDate;
    pupilId: number;
    written: number;
  }
>(
  `SELECT work.lesson_id AS lessonId, lesson.page_id AS pageId, lesson.date,
          lesson.lesson_number AS number, work.due_on AS dueOn, mark.pupil_id AS pupilId,
          coalesce(work.written, kind.written) AS written
   FROM lesson_work AS work CROSS JOIN lesson ON lesson.id = work.lesson_id
   CROSS JOIN work_kind AS kind ON kind.id = work.kind_id
   CROSS JOIN mark ON mark.lesson_id = work.lesson_id AND mark.work_position = work.position
   WHERE lesson.${ofPages} AND lesson.cancelled = 0 AND work.due_on <= @day AND mark.value = '.'
   ORDER BY work.due_on, lesson.date, lesson.id`,
);
/** Dots of works that were to be handed in by a day. */
export const findDueDots = (db: ReadableDb, pages: Iterable<number>, day: IsoDate) =>
  all(db, dueDots, { pages: ids(pages), day });

const markCounts = select<OfPages & Span, [pageId: number, pupilId: number, marks: number]>(
  `SELECT lesson.page_id, mark.pupil_id, count(*)
   FROM lesson JOIN mark ON mark.lesson_id = lesson.id
   WHERE lesson.${ofPages} AND lesson.date BETWEEN @from AND @to AND lesson.cancelled = 0
     AND mark.value NOT IN ('.', 'н/а', 'осв')
   GROUP BY lesson.page_id, mark.pupil_id`,
);
/** How many marks that count each pupil of some pages has between two days. */
export const findMarkCounts = (db: ReadableDb, pages: Iterable<number>, span: Span) =>
  rows(db, markCounts, { pages: ids(pages), ...span });

const broughtPeriodMarks = select<{ periodId: number }, [pupilId: number, subjectId: number]>(
  `SELECT pupil_id, subject_id FROM brought_mark
   WHERE period_id = @periodId AND kind = 'period' AND value <> ''`,
);
/** Whose marks for a period stand already in the papers of another school. */
export const findBroughtPeriodMarks = (db: ReadableDb, periodId: number) =>
  rows(db, broughtPeriodMarks, { periodId });

const broughtCounts = select<
  { periodId: number },
  [subjectId: number, pupilId: number, marks: number]
>(
  `SELECT subject_id, pupil_id, count(*) FROM brought_mark
   WHERE period_id = @periodId AND kind = 'current' AND value NOT IN ('.', 'н/а', 'осв')
   GROUP BY subject_id, pupil_id`,
);
/** The same of marks brought from another school. */
export const findBroughtCounts = (db: ReadableDb, periodId: number) =>
  rows(db, broughtCounts, { periodId });

const curriculumHours = select<[yearId: number], [pageId: number, hours: number]>(
  `SELECT page.id, item.hours_per_week
   FROM school_class AS class JOIN study_group ON study_group.class_id = class.id
   JOIN journal_page AS page ON page.group_id = study_group.id
   JOIN curriculum_item AS item ON item.class_id = class.id AND item.subject_id = page.subject_id
   WHERE class.year_id = ? AND study_group.kind <> 'individual'`,
);
const teacherHours = select<{ yearId: number; day: IsoDate }, [pageId: number, hours: number]>(
  `SELECT teacher.page_id, teacher.hours_per_week
   FROM school_class AS class JOIN study_group ON study_group.class_id = class.id
   JOIN journal_page AS page ON page.group_id = study_group.id
   JOIN page_teacher AS teacher ON teacher.page_id = page.id
   WHERE class.year_id = @yearId AND teacher.from_date <= @day
     AND (teacher.to_date IS NULL OR teacher.to_date >= @day)`,
);
/** The hours a week of every page of a year: by the curriculum, and those of its teachers on a day. */
export const findHoursOfPages = (db: ReadableDb, yearId: number, day: IsoDate) => ({
  ofCurriculum: rows(db, curriculumHours, [yearId]),
  ofTeachers: rows(db, teacherHours, { yearId, day }),
});

const uncovered = select<
  Span & { readonly yearId: number; readonly today: IsoDate },
  {
    lessonId: number;
    pageId: number;
    date: IsoDate;
    number: number;
    absentId: number | null;
  }
>(
  `SELECT lesson.id AS lessonId, lesson.page_id AS pageId, lesson.date,
          lesson.lesson_number AS number, absence.staff_id AS absentId
   FROM staff_absence AS absence
   JOIN page_teacher AS teacher ON teacher.staff_id = absence.staff_id
   JOIN lesson ON lesson.page_id = teacher.page_id AND lesson.cancelled = 0
     AND lesson.date BETWEEN absence.from_date AND absence.to_date
     AND lesson.date BETWEEN @from AND @to
     AND teacher.from_date <= lesson.date
     AND (teacher.to_date IS NULL OR teacher.to_date >= lesson.date)
   JOIN journal_page AS page ON page.id = lesson.page_id
   JOIN study_group ON study_group.id = page.group_id
   JOIN school_class AS class ON class.id = study_group.class_id
   WHERE class.year_id = @yearId AND NOT EXISTS (
     SELECT 1 FROM day_change AS change WHERE change.lesson_id = lesson.id
       AND change.kind = 'substitution' AND change.revoked_at IS NULL
       AND change.absent_id = absence.staff_id)
   UNION ALL
   SELECT lesson.id, lesson.page_id, lesson.date, lesson.lesson_number, NULL
   FROM school_class AS class JOIN study_group ON study_group.class_id = class.id
   JOIN journal_page AS page ON page.group_id = study_group.id
   JOIN lesson ON lesson.page_id = page.id AND lesson.cancelled = 0
     AND lesson.date BETWEEN @from AND @to
   WHERE class.year_id = @yearId AND NOT EXISTS (
     -- Asked once a page: most have a teacher all the time.
     SELECT 1 FROM page_teacher AS teacher WHERE teacher.page_id = page.id
       AND teacher.from_date <= @from AND teacher.to_date IS NULL)
     AND NOT EXISTS (
     SELECT 1 FROM page_teacher AS teacher WHERE teacher.page_id = page.id
       AND teacher.from_date <= lesson.date
       AND (teacher.to_date IS NULL OR teacher.to_date >= lesson.date))
     AND NOT EXISTS (
     SELECT 1 FROM day_change AS change WHERE change.lesson_id = lesson.id
       AND change.kind = 'substitution' AND change.revoked_at IS NULL)
     AND (lesson.date >= @today OR NOT (${LESSON_HOLDS}))
   ORDER BY 3, 4, 1`,
);
/**
 * Lessons of some days whose teacher is absent and nobody holds them, or that have no teacher at all
 * and were not held by anybody.
 */
export const findUncoveredLessons = (db: ReadableDb, yearId: number, today: IsoDate, span: Span) =>
  all(db, uncovered, { yearId, today, ...span });

const checkCounts = select<
  [yearId: number],
  {
    checkId: number;
    classId: number;
    startedOn: IsoDate;
    expected: number;
    done: number;
    lastDone: IsoDate | null;
  }
>(
  `SELECT data_check.id AS checkId, data_check.class_id AS classId,
          data_check.started_on AS startedOn,
          (SELECT count(DISTINCT pupil_id) FROM class_membership AS member
           WHERE member.class_id = data_check.class_id
             AND member.from_date <= data_check.started_on
             AND (member.to_date IS NULL OR member.to_date >= data_check.started_on)) AS expected,
          (SELECT count(*) FROM data_check_pupil WHERE check_id = data_check.id) AS done,
          (SELECT max(done_on) FROM data_check_pupil WHERE check_id = data_check.id) AS lastDone
   FROM data_check JOIN school_class AS class ON class.id = data_check.class_id
   WHERE class.year_id = ? ORDER BY data_check.started_on, data_check.id`,
);
/** The checks of pupils' data of a year, the oldest first, with how many sheets came back. */
export const findCheckCounts = (db: ReadableDb, yearId: number) => all(db, checkCounts, [yearId]);

const classesOfPupils = select<
  { yearId: number; day: IsoDate },
  [pupilId: number, classId: number, grade: number, letter: string, homeroomTeacherId: number]
>(
  `SELECT member.pupil_id, class.id, class.grade, class.letter, class.homeroom_teacher_id
   FROM school_class AS class JOIN class_membership AS member ON member.class_id = class.id
   WHERE class.year_id = @yearId AND class.homeroom_teacher_id IS NOT NULL
     AND member.from_date <= @day AND (member.to_date IS NULL OR member.to_date >= @day)`,
);
/** Who is in which class that has a class teacher, on a day. */
export const findClassesOfPupils = (db: ReadableDb, yearId: number, day: IsoDate) =>
  rows(db, classesOfPupils, { yearId, day });
