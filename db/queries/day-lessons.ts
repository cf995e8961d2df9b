import type { IsoDate, Weekday } from '#domain/calendar/iso-date';
import type { RungBell } from '#domain/timetable/lesson-hour';
import { all, get, select, type ReadableDb } from '../statement';
import { LESSON_HOLDS } from './lessons';

/** A lesson of a day with what stands around it; cancelled ones among them. */
export type DayLessonRow = {
  readonly id: number;
  readonly pageId: number;
  readonly groupId: number;
  readonly groupName: string;
  readonly classId: number;
  readonly yearId: number;
  readonly grade: number;
  readonly letter: string;
  readonly shift: number;
  readonly subjectId: number;
  readonly subjectName: string;
  readonly date: IsoDate;
  readonly number: number;
  /** The lesson's own room; null where it is the timetable's. */
  readonly roomId: number | null;
  readonly cancelled: number;
  readonly holds: number;
};

type Span = { readonly from: IsoDate; readonly to: IsoDate };

const dayLesson = `
  SELECT lesson.id, page.id AS pageId, study_group.id AS groupId, study_group.name AS groupName,
         class.id AS classId, class.year_id AS yearId, class.grade, class.letter, class.shift,
         subject.id AS subjectId, subject.name AS subjectName,
         lesson.date, lesson.lesson_number AS number, lesson.room_id AS roomId, lesson.cancelled,
         (${LESSON_HOLDS}) AS holds
  FROM lesson JOIN journal_page AS page ON page.id = lesson.page_id
  JOIN study_group ON study_group.id = page.group_id
  JOIN school_class AS class ON class.id = study_group.class_id
  JOIN subject ON subject.id = page.subject_id`;
const lessonsOfDays = select<Span, DayLessonRow>(
  `${dayLesson} WHERE lesson.date BETWEEN @from AND @to
   ORDER BY lesson.date, lesson.lesson_number, class.grade, class.letter, study_group.name, lesson.id`,
);
const lessonById = select<[number], DayLessonRow>(`${dayLesson} WHERE lesson.id = ?`);
const teachersOfDays = select<
  Span,
  { pageId: number; staffId: number; fromDate: IsoDate; toDate: IsoDate | null }
>(
  `SELECT page_id AS pageId, staff_id AS staffId, from_date AS fromDate, to_date AS toDate
   FROM page_teacher WHERE from_date <= @to AND (to_date IS NULL OR to_date >= @from)
   ORDER BY id`,
);
const streamClasses = select<[], { groupId: number; classId: number }>(
  'SELECT group_id AS groupId, class_id AS classId FROM stream_class',
);
const groupPupils = select<Span, { groupId: number; pupilId: number }>(
  `SELECT DISTINCT group_id AS groupId, pupil_id AS pupilId FROM study_group_membership
   WHERE from_date <= @to AND (to_date IS NULL OR to_date >= @from)`,
);
const bells = select<[number], RungBell>(
  `SELECT bell_use.shift, bell_use.weekday, bell_use.date, bell_use.grade_from AS gradeFrom,
          bell_use.grade_to AS gradeTo, bell.lesson_number AS lessonNumber,
          bell.starts_at AS startsAt, bell.ends_at AS endsAt
   FROM bell_use JOIN bell_schedule ON bell_schedule.id = bell_use.schedule_id
   JOIN bell ON bell.schedule_id = bell_schedule.id
   WHERE bell_schedule.year_id = ?`,
);
const nearestBefore = select<[IsoDate], { date: IsoDate | null }>(
  'SELECT max(date) AS date FROM lesson WHERE date < ?',
);
const nearestAfter = select<[IsoDate], { date: IsoDate | null }>(
  'SELECT min(date) AS date FROM lesson WHERE date > ?',
);
const busyHours = select<[Weekday], { staffId: number; lessonNumber: number; strict: number }>(
  `SELECT staff_id AS staffId, lesson_number AS lessonNumber, strict FROM teacher_busy
   WHERE weekday = ?`,
);
const teaching = select<
  Span,
  {
    staffId: number;
    lastName: string;
    firstName: string;
    middleName: string;
    subjectId: number;
    classId: number;
  }
>(
  `SELECT DISTINCT staff.id AS staffId, staff.last_name AS lastName, staff.first_name AS firstName,
          staff.middle_name AS middleName, page.subject_id AS subjectId, study_group.class_id AS classId
   FROM page_teacher AS teacher JOIN staff_member AS staff ON staff.id = teacher.staff_id
   JOIN journal_page AS page ON page.id = teacher.page_id
   JOIN study_group ON study_group.id = page.group_id
   WHERE teacher.from_date <= @to AND (teacher.to_date IS NULL OR teacher.to_date >= @from)
     AND (staff.dismissed_on IS NULL OR staff.dismissed_on >= @from)`,
);
const staffNames = select<
  [],
  { id: number; lastName: string; firstName: string; middleName: string }
>(
  `SELECT id, last_name AS lastName, first_name AS firstName, middle_name AS middleName
   FROM staff_member`,
);
const teachableSubjects = select<[], { staffId: number; subjectId: number }>(
  'SELECT staff_id AS staffId, subject_id AS subjectId FROM teacher_subject',
);

/** The lessons of some days, cancelled ones among them, by day, hour and class. */
export const findLessonsOfDays = (db: ReadableDb, span: Span) => all(db, lessonsOfDays, span);
export const findDayLesson = (db: ReadableDb, id: number) => get(db, lessonById, [id]);
/** Who teaches which page on some of these days. */
export const findTeachersOfDays = (db: ReadableDb, span: Span) => all(db, teachersOfDays, span);
/** The further classes of streams. */
export const findStreamClasses = (db: ReadableDb) => all(db, streamClasses, []);
/** Who belongs to which named group on some of these days. */
export const findGroupPupils = (db: ReadableDb, span: Span) => all(db, groupPupils, span);
/** Every hour that some bell schedule of a year rings. */
export const findRungBells = (db: ReadableDb, yearId: number) => all(db, bells, [yearId]);
/** The days with lessons nearest to a day. */
export const findDaysAround = (db: ReadableDb, day: IsoDate) => ({
  previous: get(db, nearestBefore, [day])?.date ?? null,
  next: get(db, nearestAfter, [day])?.date ?? null,
});
export const findBusyHours = (db: ReadableDb, weekday: Weekday) => all(db, busyHours, [weekday]);
/** Who teaches which subject in which class on some of these days. */
export const findTeaching = (db: ReadableDb, span: Span) => all(db, teaching, span);
/** Who can teach what, besides what is taught. */
export const findTeachableSubjects = (db: ReadableDb) => all(db, teachableSubjects, []);
/** The names of everybody who works or worked here. */
export const findStaffNames = (db: ReadableDb) => all(db, staffNames, []);
