import type { IsoDate } from '#domain/calendar/iso-date';
import type { PlanKind, PlanRowContent } from '#domain/plans/plan-row';
import {
  all,
  change,
  get,
  rows,
  run,
  select,
  type ReadableDb,
  type WritableDb,
} from '../statement';

export type PlanRecord = {
  readonly id: number;
  readonly yearId: number;
  readonly subjectId: number;
  readonly subjectName: string;
  readonly grade: number;
  readonly title: string;
  readonly authorId: number | null;
  readonly lastName: string | null;
  readonly firstName: string | null;
  readonly middleName: string | null;
  readonly authorGone: number;
  readonly source: string;
  readonly version: number;
};
export type PlanSums = {
  readonly planId: number;
  readonly rows: number;
  readonly hours: number;
  readonly controls: number;
};
export type PlanRowTuple = [
  id: number,
  section: string,
  topic: string,
  hours: number,
  kind: PlanKind,
  homework: string,
  resources: string,
  /** Lessons held by it, on all pages. */
  given: number,
];
const plan = `
  SELECT plan.id, plan.year_id AS yearId, plan.subject_id AS subjectId, subject.name AS subjectName,
         plan.grade, plan.title, plan.author_id AS authorId, author.last_name AS lastName,
         author.first_name AS firstName, author.middle_name AS middleName,
         author.dismissed_on IS NOT NULL AS authorGone, plan.source, plan.version
  FROM plan JOIN subject ON subject.id = plan.subject_id
  LEFT JOIN staff_member AS author ON author.id = plan.author_id`;
const planById = select<[number], PlanRecord>(`${plan} WHERE plan.id = ?`);
const plansOfYear = select<[number], PlanRecord>(
  `${plan} WHERE plan.year_id = ? ORDER BY plan.grade, subject.position, subject.name, plan.title`,
);
const plansOfSubject = select<[number], PlanRecord & { yearName: string }>(
  `${plan.replace('plan.version', 'plan.version, school_year.name AS yearName')}
   JOIN school_year ON school_year.id = plan.year_id
   WHERE plan.subject_id = ? ORDER BY school_year.starts_on DESC, plan.grade, plan.title`,
);
const sums = `
  SELECT plan_row.plan_id AS planId, count(*) AS rows, sum(hours) AS hours,
         sum(CASE kind WHEN 'control' THEN 1 ELSE 0 END) AS controls
  FROM plan_row JOIN plan ON plan.id = plan_row.plan_id`;
const sumsOfYear = select<[number], PlanSums>(
  `${sums} WHERE plan.year_id = ? GROUP BY plan_row.plan_id`,
);
const filledPlans = select<[yearId: number], { id: number }>(
  `SELECT id FROM plan WHERE year_id = ?
     AND EXISTS (SELECT 1 FROM plan_row WHERE plan_row.plan_id = plan.id)`,
);
const sumsOfSubject = select<[number], PlanSums>(
  `${sums} WHERE plan.subject_id = ? GROUP BY plan_row.plan_id`,
);
const planRows = select<[number], PlanRowTuple>(
  `SELECT id, section, topic, hours, kind, homework, resources,
          (SELECT count(*) FROM lesson_plan_row WHERE plan_row_id = plan_row.id)
   FROM plan_row WHERE plan_id = ? ORDER BY position`,
);
const correctedRows = select<[number], { rowId: number }>(
  `SELECT plan_row_id AS rowId FROM plan_correction
   JOIN plan_row ON plan_row.id = plan_row_id WHERE plan_row.plan_id = ?`,
);
const pagesOfPlan = select<[number], { pageId: number }>(
  'SELECT page_id AS pageId FROM plan_page WHERE plan_id = ?',
);
const pagePlansOfYear = select<[number], [pageId: number, planId: number]>(
  `SELECT plan_page.page_id, plan_page.plan_id FROM plan_page
   JOIN plan ON plan.id = plan_page.plan_id WHERE plan.year_id = ?`,
);
const planOfPage = select<[number], { planId: number }>(
  'SELECT plan_id AS planId FROM plan_page WHERE page_id = ?',
);
export const findPlan = (db: ReadableDb, id: number) => get(db, planById, [id]);
export const findPlansOfYear = (db: ReadableDb, yearId: number) => all(db, plansOfYear, [yearId]);
export const findPlansOfSubject = (db: ReadableDb, subjectId: number) =>
  all(db, plansOfSubject, [subjectId]);
export const findPlanSums = (db: ReadableDb, yearId: number) => all(db, sumsOfYear, [yearId]);
/** The plans of a year that have lines. */
export const findFilledPlans = (db: ReadableDb, yearId: number): ReadonlySet<number> =>
  new Set(all(db, filledPlans, [yearId]).map(({ id }) => id));
export const findPlanSumsOfSubject = (db: ReadableDb, subjectId: number) =>
  all(db, sumsOfSubject, [subjectId]);
/** The lines of a plan in their order. */
export const findPlanRows = (db: ReadableDb, planId: number) => rows(db, planRows, [planId]);
/** The lines that a correction of some page speaks of. */
export const findCorrectedRows = (db: ReadableDb, planId: number) =>
  all(db, correctedRows, [planId]).map(({ rowId }) => rowId);
export const findPagesOfPlan = (db: ReadableDb, planId: number) =>
  all(db, pagesOfPlan, [planId]).map(({ pageId }) => pageId);
/** Which plan each page of a year works by. */
export const findPagePlans = (db: ReadableDb, yearId: number) =>
  new Map(rows(db, pagePlansOfYear, [yearId]));
export const findPlanOfPage = (db: ReadableDb, pageId: number) =>
  get(db, planOfPage, [pageId])?.planId;
const insertPlanRow = change<[number, number, number, string, number | null, string]>(
  'INSERT INTO plan (year_id, subject_id, grade, title, author_id, source) VALUES (?, ?, ?, ?, ?, ?)',
);
const updatePlan = change<[string, number | null, number, number]>(
  'UPDATE plan SET title = ?, author_id = ?, version = ? WHERE id = ?',
);
const deletePlan = change<[number]>('DELETE FROM plan WHERE id = ?');
const insertRow = change<[number, number, string, string, number, string, string, string]>(
  `INSERT INTO plan_row (plan_id, position, section, topic, hours, kind, homework, resources)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
);
const updateRow = change<[string, string, number, string, string, string, number]>(
  `UPDATE plan_row SET section = ?, topic = ?, hours = ?, kind = ?, homework = ?, resources = ?
   WHERE id = ?`,
);
const deleteRow = change<[number]>('DELETE FROM plan_row WHERE id = ?');
const shiftRows = change<[number]>(
  'UPDATE plan_row SET position = position + 1000000 WHERE plan_id = ?',
);
const placeRow = change<[number, number]>('UPDATE plan_row SET position = ? WHERE id = ?');
const attachPage = change<[number, number]>(
  `INSERT INTO plan_page (page_id, plan_id) VALUES (?, ?)
   ON CONFLICT (page_id) DO UPDATE SET plan_id = excluded.plan_id`,
);
const detachPage = change<[number]>('DELETE FROM plan_page WHERE page_id = ?');

export const insertPlan = (
  db: WritableDb,
  row: {
    readonly yearId: number;
    readonly subjectId: number;
    readonly grade: number;
    readonly title: string;
    readonly authorId: number | null;
    readonly source: string;
  },
): number =>
  run(db, insertPlanRow, [
    row.yearId,
    row.subjectId,
    row.grade,
    row.title,
    row.authorId,
    row.source,
  ]).id;
export const savePlan = (
  db: WritableDb,
  id: number,
  plan: { readonly title: string; readonly authorId: number | null; readonly version: number },
) => run(db, updatePlan, [plan.title, plan.authorId, plan.version, id]);
/** The plan with its lines; pages must have been taken off, no lesson may be held by it. */
export const removePlan = (db: WritableDb, id: number) => run(db, deletePlan, [id]);

export const insertPlanLine = (
  db: WritableDb,
  planId: number,
  position: number,
  row: PlanRowContent,
): number =>
  run(db, insertRow, [
    planId,
    position,
    row.section,
    row.topic,
    row.hours,
    row.kind,
    row.homework,
    row.resources,
  ]).id;
export const savePlanLine = (db: WritableDb, id: number, row: PlanRowContent) =>
  run(db, updateRow, [
    row.section,
    row.topic,
    row.hours,
    row.kind,
    row.homework,
    row.resources,
    id,
  ]);
export const removePlanLine = (db: WritableDb, id: number) => run(db, deleteRow, [id]);
/** Makes room for a new order: every line goes far up, then each is placed. */
export const liftPlanLines = (db: WritableDb, planId: number) => run(db, shiftRows, [planId]);
export const placePlanLine = (db: WritableDb, id: number, position: number) =>
  run(db, placeRow, [position, id]);

/** The page works by this plan from now on, or by none. */
export const setPlanOfPage = (db: WritableDb, pageId: number, planId: number | null) =>
  planId === null ? run(db, detachPage, [pageId]) : run(db, attachPage, [pageId, planId]);

export type CorrectionRecord = {
  readonly rowId: number;
  readonly kind: 'merge' | 'hours' | 'leaveOut' | 'selfStudy';
  readonly hours: number;
  readonly reason: string;
  readonly madeOn: IsoDate;
  readonly madeBy: string;
};
