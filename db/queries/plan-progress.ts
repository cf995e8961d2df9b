import type { IsoDate } from '#domain/calendar/iso-date';
import type { PlanKind } from '#domain/plans/plan-row';
import { all, change, rows, run, select, type ReadableDb, type WritableDb } from '../statement';
import type { CorrectionRecord } from './plans';

export type PlanLessonTuple = [
  id: number,
  date: IsoDate,
  number: number,
  topic: string,
  cancelled: number,
];

const lessonsOfPage = select<[number], PlanLessonTuple>(
  `SELECT id, date, lesson_number, topic, cancelled FROM lesson
   WHERE page_id = ? ORDER BY date, lesson_number`,
);
const linksOfPage = select<[number], [lessonId: number, rowId: number]>(
  `SELECT link.lesson_id, link.plan_row_id FROM lesson
   CROSS JOIN lesson_plan_row AS link ON link.lesson_id = lesson.id
   CROSS JOIN plan_row ON plan_row.id = link.plan_row_id
   WHERE lesson.page_id = ? ORDER BY link.lesson_id, plan_row.position`,
);
const linksOfLesson = select<[number], { rowId: number }>(
  `SELECT plan_row_id AS rowId FROM lesson_plan_row JOIN plan_row ON plan_row.id = plan_row_id
   WHERE lesson_id = ? ORDER BY plan_row.position`,
);
const deleteLinks = change<[number]>('DELETE FROM lesson_plan_row WHERE lesson_id = ?');
const insertLink = change<[number, number]>(
  'INSERT INTO lesson_plan_row (lesson_id, plan_row_id) VALUES (?, ?)',
);
const correction = `plan_row_id AS rowId, kind, hours, reason, made_on AS madeOn, made_by AS madeBy`;
const correctionsOfPage = select<[number], CorrectionRecord>(
  `SELECT ${correction} FROM plan_correction WHERE page_id = ?`,
);
const upsertCorrection = change<[number, number, string, number, string, string, string]>(
  `INSERT INTO plan_correction (page_id, plan_row_id, kind, hours, reason, made_on, made_by)
   VALUES (?, ?, ?, ?, ?, ?, ?)
   ON CONFLICT (page_id, plan_row_id) DO UPDATE SET kind = excluded.kind, hours = excluded.hours,
     reason = excluded.reason, made_on = excluded.made_on, made_by = excluded.made_by`,
);
const deleteCorrection = change<[number, number]>(
  'DELETE FROM plan_correction WHERE page_id = ? AND plan_row_id = ?',
);

/** Every lesson of a page in its order, also those that fell out. */
export const findPlanLessons = (db: ReadableDb, pageId: number) =>
  rows(db, lessonsOfPage, [pageId]);
/** Which lines of a plan each lesson of a page was held by. */
export const findPlanLinks = (db: ReadableDb, pageId: number) => rows(db, linksOfPage, [pageId]);
export const findLinksOfLesson = (db: ReadableDb, lessonId: number) =>
  all(db, linksOfLesson, [lessonId]).map(({ rowId }) => rowId);
/** The lesson was held by these lines and no others. */
export function saveLinks(db: WritableDb, lessonId: number, rowIds: readonly number[]): void {
  run(db, deleteLinks, [lessonId]);
  for (const rowId of rowIds) run(db, insertLink, [lessonId, rowId]);
}
export const findCorrections = (db: ReadableDb, pageId: number) =>
  all(db, correctionsOfPage, [pageId]);
export const saveCorrection = (db: WritableDb, pageId: number, row: CorrectionRecord) =>
  run(db, upsertCorrection, [
    pageId,
    row.rowId,
    row.kind,
    row.hours,
    row.reason,
    row.madeOn,
    row.madeBy,
  ]);
export const removeCorrection = (db: WritableDb, pageId: number, rowId: number) =>
  run(db, deleteCorrection, [pageId, rowId]);

// A whole year at once: four scans instead of hundreds of pages one by one.

const pagesOfYear = `JOIN journal_page AS page ON page.id = lesson.page_id
   JOIN study_group ON study_group.id = page.group_id
   JOIN school_class AS class ON class.id = study_group.class_id
   WHERE class.year_id = ?`;
const lessonsOfYear = select<
  [number],
  [id: number, pageId: number, date: IsoDate, number: number, held: number, cancelled: number]
>(
  `SELECT lesson.id, lesson.page_id, lesson.date, lesson.lesson_number, lesson.topic <> '',
          lesson.cancelled
   FROM lesson ${pagesOfYear} ORDER BY lesson.page_id, lesson.date, lesson.lesson_number`,
);
const linksOfYear = select<[number], [lessonId: number, rowId: number]>(
  `SELECT link.lesson_id, link.plan_row_id FROM lesson_plan_row AS link
   JOIN plan_row ON plan_row.id = link.plan_row_id JOIN plan ON plan.id = plan_row.plan_id
   WHERE plan.year_id = ?`,
);
const rowsOfYear = select<[number], [planId: number, id: number, hours: number, kind: PlanKind]>(
  `SELECT plan_row.plan_id, plan_row.id, plan_row.hours, plan_row.kind FROM plan_row
   JOIN plan ON plan.id = plan_row.plan_id
   WHERE plan.year_id = ? ORDER BY plan_row.plan_id, plan_row.position`,
);
const correctionsOfYear = select<
  [number],
  [pageId: number, rowId: number, kind: CorrectionRecord['kind'], hours: number]
>(
  `SELECT correction.page_id, correction.plan_row_id, correction.kind, correction.hours
   FROM plan_correction AS correction JOIN plan_row ON plan_row.id = correction.plan_row_id
   JOIN plan ON plan.id = plan_row.plan_id WHERE plan.year_id = ?`,
);

/** All that the fulfilment of a year's plans is told from. */
export const findYearProgress = (db: ReadableDb, yearId: number) => ({
  lessons: rows(db, lessonsOfYear, [yearId]),
  links: rows(db, linksOfYear, [yearId]),
  rows: rows(db, rowsOfYear, [yearId]),
  corrections: rows(db, correctionsOfYear, [yearId]),
});

const controlLessons = select<[number], { lessonId: number }>(
  `SELECT DISTINCT work.lesson_id AS lessonId FROM work_kind
   JOIN lesson_work AS work ON work.kind_id = work_kind.id
   JOIN lesson ON lesson.id = work.lesson_id ${pagesOfYear}
     AND work_kind.name LIKE 'Контрольн%'`,
);
/** Lessons with a control work chosen in the journal. */
export const findControlLessons = (db: ReadableDb, yearId: number) =>
  all(db, controlLessons, [yearId]).map(({ lessonId }) => lessonId);

type PersonName = {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
};
const deputyNames = select<[], PersonName & { named: number }>(
  `SELECT staff.last_name AS lastName, staff.first_name AS firstName,
          staff.middle_name AS middleName, signatory.staff_id IS NOT NULL AS named
   FROM staff_member AS staff
   LEFT JOIN signatory ON signatory.staff_id = staff.id AND signatory.role = 'deputy'
   LEFT JOIN account ON account.staff_id = staff.id
   LEFT JOIN account_role AS role ON role.account_id = account.id AND role.role = 'deputy'
   WHERE staff.dismissed_on IS NULL
     AND (signatory.staff_id IS NOT NULL OR role.role IS NOT NULL)
   ORDER BY named DESC, staff.id`,
);
/** Who signs as the deputy: the one named for documents; else the deputy, where there is just one. */
export function findDeputyName(db: ReadableDb): PersonName | undefined {
  const found = all(db, deputyNames, []);
  const [first] = found;
  return first?.named === 1 || found.length === 1 ? first : undefined;
}
