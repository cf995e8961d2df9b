import type { Finals } from '#domain/periods/finals';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { Attendance } from '#domain/attendance/attendance';
import { without, type Span as DaySpan } from '#domain/groups/membership';
import { all, get, rows, select, type ReadableDb } from '../statement';
import { gradingOf, scaleIdOf } from './assessment';
import { findAway } from './memberships';

/** A class whose pupils learn in a stream led by another. */
export type StreamClassRow = {
  readonly groupId: number;
  readonly id: number;
  readonly grade: number;
  readonly letter: string;
  readonly homeroomTeacherId: number | null;
};

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
  readonly groupKind: 'subgroup' | 'stream' | 'individual';
  readonly subjectId: number;
  readonly subjectName: string;
  /** How the class is assessed in the subject: the curriculum may say otherwise than the subject. */
  readonly grading: 'marks' | 'credit' | 'none';
  readonly scaleId: number;
  /** What stands after the year's mark. */
  readonly finals: Finals;
  /** The other classes of a stream. */
  readonly otherClasses: readonly StreamClassRow[];
};
type PlainPageRow = Omit<PageRow, 'otherClasses'>;

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
         study_group.id AS groupId, study_group.name AS groupName, study_group.kind AS groupKind,
         subject.id AS subjectId, subject.name AS subjectName,
         ${gradingOf} AS grading, ${scaleIdOf} AS scaleId,
         coalesce(item.finals, 'none') AS finals
  FROM journal_page AS page
  JOIN study_group ON study_group.id = page.group_id
  JOIN school_class AS class ON class.id = study_group.class_id
  JOIN subject ON subject.id = page.subject_id
  LEFT JOIN curriculum_item AS item ON item.class_id = class.id
    AND item.subject_id = subject.id`;
const pageTeacher = `
  SELECT page_teacher.page_id AS pageId, page_teacher.staff_id AS staffId,
         page_teacher.from_date AS fromDate, page_teacher.to_date AS toDate,
         staff_member.last_name AS lastName, staff_member.first_name AS firstName,
         staff_member.middle_name AS middleName
  FROM page_teacher JOIN staff_member ON staff_member.id = page_teacher.staff_id`;

const pageById = select<[number], PlainPageRow>(`${page} WHERE page.id = ?`);
const streamClass = `
  SELECT stream_class.group_id AS groupId, class.id, class.grade, class.letter,
         class.homeroom_teacher_id AS homeroomTeacherId
  FROM stream_class JOIN school_class AS class ON class.id = stream_class.class_id`;
const classesOfStream = select<[number], StreamClassRow>(
  `${streamClass} WHERE stream_class.group_id = ? ORDER BY class.grade, class.letter`,
);
const streamClassesOfYear = select<[number], StreamClassRow>(
  `${streamClass} WHERE class.year_id = ? ORDER BY class.grade, class.letter`,
);
const pagesOfYear = select<[number], PlainPageRow>(
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
type MemberTuple = [...PupilTuple, away: [IsoDate, IsoDate][]];

const membersOf = (table: string, owner: string) => `
  SELECT pupil.id, pupil.last_name, pupil.first_name, pupil.middle_name, member.from_date,
         member.to_date
  FROM ${table} AS member JOIN pupil ON pupil.id = member.pupil_id
  WHERE member.${owner} = @owner AND member.from_date <= @to
    AND (member.to_date IS NULL OR member.to_date >= @from)`;
type MemberSpan = { readonly owner: number; readonly from: IsoDate; readonly to: IsoDate };
const classMembers = select<MemberSpan, PupilTuple>(membersOf('class_membership', 'class_id'));
const groupMembers = select<MemberSpan, PupilTuple>(
  membersOf('study_group_membership', 'group_id'),
);

/** A cancelled lesson stays for the register, no page shows it. */
const inSpan =
  'lesson.page_id = @pageId AND lesson.date BETWEEN @from AND @to AND lesson.cancelled = 0';
const lessons = select<Span, [number, IsoDate, number, string, string, number]>(
  `SELECT id, date, lesson_number, topic, homework, version FROM lesson
   WHERE ${inSpan} ORDER BY date, lesson_number`,
);
const planLinks = select<Span, [lessonId: number, planRowId: number]>(
  `SELECT link.lesson_id, link.plan_row_id
   FROM lesson CROSS JOIN lesson_plan_row AS link ON link.lesson_id = lesson.id
   CROSS JOIN plan_row ON plan_row.id = link.plan_row_id
   WHERE ${inSpan} ORDER BY plan_row.position`,
);
const works = select<
  Span,
  [number, number, number, number, string, number | null, IsoDate | null, IsoDate | null]
>(
  `SELECT work.lesson_id, work.position, work.kind_id, work.weight, work.title, work.written,
          work.given_on, work.due_on
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
/** Dots on a page before a day; the kind is null where the work is not there. */
const olderDebts = select<
  [number, IsoDate],
  [number, number, IsoDate, number | null, IsoDate | null]
>(
  `SELECT mark.pupil_id, lesson.id, lesson.date, work.kind_id, work.due_on
   FROM lesson CROSS JOIN mark ON mark.lesson_id = lesson.id
   LEFT JOIN lesson_work AS work ON work.lesson_id = lesson.id AND work.position = mark.work_position
   WHERE lesson.page_id = ? AND lesson.date < ? AND lesson.cancelled = 0 AND mark.value = '.'
   ORDER BY lesson.date, lesson.id`,
);
const periodMarksOf = (members: string) => `
  SELECT period_mark.pupil_id, period_mark.period_id, period_mark.value, period_mark.note,
         period_mark.version
  FROM period CROSS JOIN period_mark
    ON period_mark.period_id = period.id AND period_mark.subject_id = @subjectId
  WHERE period.year_id = @yearId AND @grade BETWEEN period.grade_from AND period.grade_to
    AND period_mark.pupil_id IN (${members})`;
type PeriodMarkTuple = [number, number, string, string, number];
type MarksOfPage = {
  readonly subjectId: number;
  readonly yearId: number;
  readonly grade: number;
  readonly owner: number;
};
const periodMarksOfClass = select<MarksOfPage, PeriodMarkTuple>(
  periodMarksOf('SELECT pupil_id FROM class_membership WHERE class_id = @owner'),
);
const periodMarksOfGroup = select<MarksOfPage, PeriodMarkTuple>(
  periodMarksOf('SELECT pupil_id FROM study_group_membership WHERE group_id = @owner'),
);

const hoursOfTeachers = select<{ pageId: number; day: IsoDate }, { hours: number }>(
  `SELECT hours_per_week AS hours FROM page_teacher
   WHERE page_id = @pageId AND from_date <= @day AND (to_date IS NULL OR to_date >= @day)`,
);
const hoursOfCurriculum = select<[number, number], { hours: number }>(
  'SELECT hours_per_week AS hours FROM curriculum_item WHERE class_id = ? AND subject_id = ?',
);

const NO_CLASSES: readonly StreamClassRow[] = [];

export function findPage(db: ReadableDb, pageId: number): PageRow | undefined {
  const found = get(db, pageById, [pageId]);
  if (found === undefined) return undefined;
  const streams = found.groupKind === 'stream';
  return {
    ...found,
    otherClasses: streams ? all(db, classesOfStream, [found.groupId]) : NO_CLASSES,
  };
}
export function findPagesOfYear(db: ReadableDb, yearId: number): PageRow[] {
  const streams = Map.groupBy(all(db, streamClassesOfYear, [yearId]), ({ groupId }) => groupId);
  return all(db, pagesOfYear, [yearId]).map((row) => ({
    ...row,
    otherClasses: streams.get(row.groupId) ?? NO_CLASSES,
  }));
}
export const findTeachersOfPage = (db: ReadableDb, pageId: number) =>
  all(db, teachersOfPage, [pageId]);
export const findTeachersOfYear = (db: ReadableDb, yearId: number) =>
  all(db, teachersOfYear, [yearId]);

/** The days a pupil belongs to the page, several parts drawn together into one with its gaps. */
function drawnTogether(parts: readonly PupilTuple[]): MemberTuple[] {
  return [...Map.groupBy(parts, ([id]) => id).values()].flatMap((own): MemberTuple[] => {
    const [first] = own;
    if (first === undefined) return [];
    const [id, last, given, middle] = first;
    const spans = own.map(([, , , , from, to]) => ({ from, to }));
    const from = spans.reduce((day, span) => (span.from < day ? span.from : day), first[4]);
    const to = spans.reduce<IsoDate | null>(
      (day, span) => (day === null || span.to === null ? null : span.to > day ? span.to : day),
      first[5],
    );
    const away = without({ from, to }, spans).flatMap((gap): [IsoDate, IsoDate][] =>
      gap.to === null ? [] : [[gap.from, gap.to]],
    );
    return [[id, last, given, middle, from, to, away]];
  });
}

/**
 * Who belongs to the page's class, subgroup or stream on at least one of these days, without those
 * who learn the subject on an individual plan or are exempt from it then (S5).
 */
export function findMembers(
  db: ReadableDb,
  page: Pick<PageRow, 'classId' | 'groupId' | 'groupName' | 'groupKind' | 'subjectId' | 'yearId'>,
  from: IsoDate,
  to: IsoDate,
): MemberTuple[] {
  const parts =
    page.groupName === ''
      ? rows(db, classMembers, { owner: page.classId, from, to })
      : rows(db, groupMembers, { owner: page.groupId, from, to });
  if (page.groupKind === 'individual') return drawnTogether(parts);
  const away = Map.groupBy(
    findAway(db, page.yearId).filter(({ subjectId }) => subjectId === page.subjectId),
    ({ pupilId }) => pupilId,
  );
  if (away.size === 0) return drawnTogether(parts);
  const staying = parts.flatMap((part): PupilTuple[] => {
    const [id, last, first, middle, since, until] = part;
    const left: readonly DaySpan[] = without({ from: since, to: until }, away.get(id) ?? []);
    return left
      .filter((one) => one.from <= to && (one.to === null || one.to >= from))
      .map((one) => [id, last, first, middle, one.from, one.to]);
  });
  return drawnTogether(staying);
}

/** The hours a week of a page: those of its teachers that day, and those of the class's curriculum. */
export const findHoursOfPage = (db: ReadableDb, page: PageRow, day: IsoDate) => ({
  ofTeachers: all(db, hoursOfTeachers, { pageId: page.id, day }).map(({ hours }) => hours),
  // An individual plan has hours of its own.
  ofCurriculum:
    page.groupKind === 'individual'
      ? undefined
      : get(db, hoursOfCurriculum, [page.classId, page.subjectId])?.hours,
});

/** Everything between two days of a page, as tuples in the order of the contract. */
export const findPageContent = (db: ReadableDb, span: Span) => ({
  lessons: rows(db, lessons, span),
  planLinks: rows(db, planLinks, span),
  works: rows(db, works, span),
  cells: rows(db, cells, span),
  marks: rows(db, marks, span),
  olderDebts: rows(db, olderDebts, [span.pageId, span.from]),
});

export function findPeriodMarks(
  db: ReadableDb,
  page: Pick<PageRow, 'subjectId' | 'yearId' | 'grade' | 'classId' | 'groupId' | 'groupName'>,
) {
  const { subjectId, yearId, grade } = page;
  return page.groupName === ''
    ? rows(db, periodMarksOfClass, { subjectId, yearId, grade, owner: page.classId })
    : rows(db, periodMarksOfGroup, { subjectId, yearId, grade, owner: page.groupId });
}
