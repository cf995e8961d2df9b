import type { IsoDate } from '#domain/calendar/iso-date';
import type { Attendance } from '#domain/attendance/attendance';
import { all, get, rows, select, type ReadableDb } from '../statement';

/** What lies under a page: its class, group and subject. */
export type PageRow = {
  readonly id: number;
  readonly classId: number;
  readonly yearId: number;
  readonly grade: number;
  readonly letter: string;
  readonly homeroomTeacherId: number | null;
  readonly groupId: number;
  readonly groupName: string;
  readonly subjectId: number;
  readonly subjectName: string;
  readonly grading: 'marks' | 'credit' | 'none';
};

export type PageTeacherRow = {
  readonly pageId: number;
  readonly staffId: number;
  readonly fromDate: IsoDate;
  readonly toDate: IsoDate | null;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
};

const page = `
  SELECT page.id, class.id AS classId, class.year_id AS yearId, class.grade, class.letter,
         class.homeroom_teacher_id AS homeroomTeacherId,
         study_group.id AS groupId, study_group.name AS groupName,
         subject.id AS subjectId, subject.name AS subjectName, subject.grading
  FROM journal_page AS page
  JOIN study_group ON study_group.id = page.group_id
  JOIN school_class AS class ON class.id = study_group.class_id
  JOIN subject ON subject.id = page.subject_id`;
const pageTeacher = `
  SELECT page_teacher.page_id AS pageId, page_teacher.staff_id AS staffId,
         page_teacher.from_date AS fromDate, page_teacher.to_date AS toDate,
         staff_member.last_name AS lastName, staff_member.first_name AS firstName,
         staff_member.middle_name AS middleName
  FROM page_teacher JOIN staff_member ON staff_member.id = page_teacher.staff_id`;

const pageById = select<[number], PageRow>(`${page} WHERE page.id = ?`);
const pagesOfYear = select<[number], PageRow>(
  `${page} WHERE class.year_id = ?
   ORDER BY class.grade, class.letter, subject.position, subject.name, study_group.name`,
);
const teachersOfPage = select<[number], PageTeacherRow>(
  `${pageTeacher} WHERE page_teacher.page_id = ? ORDER BY page_teacher.from_date`,
);
const teachersOfYear = select<[number], PageTeacherRow>(
  `${pageTeacher}
   JOIN journal_page ON journal_page.id = page_teacher.page_id
   JOIN study_group ON study_group.id = journal_page.group_id
   JOIN school_class ON school_class.id = study_group.class_id
   WHERE school_class.year_id = ? ORDER BY page_teacher.from_date`,
);

type Span = { readonly pageId: number; readonly from: IsoDate; readonly to: IsoDate };
type PupilTuple = [number, string, string, string, IsoDate, IsoDate | null];

const membersOf = (table: string, owner: string) => `
  SELECT pupil.id, pupil.last_name, pupil.first_name, pupil.middle_name,
         min(member.from_date), CASE WHEN max(member.to_date IS NULL) THEN NULL ELSE max(member.to_date) END
  FROM ${table} AS member JOIN pupil ON pupil.id = member.pupil_id
  WHERE member.${owner} = @owner AND member.from_date <= @to
    AND (member.to_date IS NULL OR member.to_date >= @from)
  GROUP BY pupil.id`;
type MemberSpan = { readonly owner: number; readonly from: IsoDate; readonly to: IsoDate };
const classMembers = select<MemberSpan, PupilTuple>(membersOf('class_membership', 'class_id'));
const groupMembers = select<MemberSpan, PupilTuple>(
  membersOf('study_group_membership', 'group_id'),
);

const inSpan = 'lesson.page_id = @pageId AND lesson.date BETWEEN @from AND @to';
const lessons = select<Span, [number, IsoDate, number, string, string, number]>(
  `SELECT id, date, lesson_number, topic, homework, version FROM lesson
   WHERE ${inSpan} ORDER BY date, lesson_number`,
);
const works = select<Span, [number, number, number, number, string]>(
  `SELECT work.lesson_id, work.position, work.kind_id, work.weight, work.title
   FROM lesson JOIN lesson_work AS work ON work.lesson_id = lesson.id WHERE ${inSpan}`,
);
const cells = select<Span, [number, number, number, Attendance | null, number | null, string]>(
  `SELECT cell.lesson_id, cell.pupil_id, cell.version, cell.attendance, cell.late_minutes, cell.remark
   FROM lesson JOIN journal_cell AS cell ON cell.lesson_id = lesson.id WHERE ${inSpan}`,
);
const marks = select<Span, [number, number, number, number, string]>(
  `SELECT mark.lesson_id, mark.pupil_id, mark.position, mark.work_position, mark.value
   FROM lesson JOIN mark ON mark.lesson_id = lesson.id WHERE ${inSpan}`,
);
const periodMarks = select<
  {
    readonly subjectId: number;
    readonly yearId: number;
    readonly grade: number;
    readonly classId: number;
  },
  [number, number, string, string, number]
>(
  `SELECT period_mark.pupil_id, period_mark.period_id, period_mark.value, period_mark.note,
          period_mark.version
   FROM period CROSS JOIN period_mark
     ON period_mark.period_id = period.id AND period_mark.subject_id = @subjectId
   WHERE period.year_id = @yearId AND @grade BETWEEN period.grade_from AND period.grade_to
     AND period_mark.pupil_id IN (SELECT pupil_id FROM class_membership WHERE class_id = @classId)`,
);

export const findPage = (db: ReadableDb, pageId: number) => get(db, pageById, [pageId]);
export const findPagesOfYear = (db: ReadableDb, yearId: number) => all(db, pagesOfYear, [yearId]);
export const findTeachersOfPage = (db: ReadableDb, pageId: number) =>
  all(db, teachersOfPage, [pageId]);
export const findTeachersOfYear = (db: ReadableDb, yearId: number) =>
  all(db, teachersOfYear, [yearId]);

/** Who belongs to the page's class or subgroup on at least one of these days. */
export function findMembers(
  db: ReadableDb,
  group: Pick<PageRow, 'classId' | 'groupId' | 'groupName'>,
  from: IsoDate,
  to: IsoDate,
): PupilTuple[] {
  return group.groupName === ''
    ? rows(db, classMembers, { owner: group.classId, from, to })
    : rows(db, groupMembers, { owner: group.groupId, from, to });
}

/** Everything between two days of a page, as tuples in the order of the contract. */
export const findPageContent = (db: ReadableDb, span: Span) => ({
  lessons: rows(db, lessons, span),
  works: rows(db, works, span),
  cells: rows(db, cells, span),
  marks: rows(db, marks, span),
});

export const findPeriodMarks = (
  db: ReadableDb,
  page: Pick<PageRow, 'subjectId' | 'yearId' | 'grade' | 'classId'>,
) =>
  rows(db, periodMarks, {
    subjectId: page.subjectId,
    yearId: page.yearId,
    grade: page.grade,
    classId: page.classId,
  });
