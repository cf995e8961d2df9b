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
