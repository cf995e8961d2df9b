import type { IsoDate } from '#domain/calendar/iso-date';
import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type PlanMode = 'individual' | 'exempt';
export type PlanItemRow = {
  readonly planId: number;
  readonly subjectId: number;
  readonly mode: PlanMode;
  readonly hoursPerWeek: number;
  readonly groupId: number | null;
};
export type PlanRow = {
  readonly id: number;
  readonly pupilId: number;
  readonly yearId: number;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly reason: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
};
export type ClassOfPupil = {
  readonly classId: number;
  readonly yearId: number;
  readonly grade: number;
  readonly letter: string;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
};

const plan = `SELECT plan.id, plan.pupil_id AS pupilId, plan.year_id AS yearId,
    plan.from_date AS "from", plan.to_date AS "to", plan.reason, pupil.last_name AS lastName,
    pupil.first_name AS firstName, pupil.middle_name AS middleName
  FROM individual_plan AS plan JOIN pupil ON pupil.id = plan.pupil_id`;
const item = `SELECT item.plan_id AS planId, item.subject_id AS subjectId, item.mode,
    item.hours_per_week AS hoursPerWeek, item.group_id AS groupId
  FROM individual_plan_item AS item`;
const ofYear = select<[number], PlanRow>(`${plan} WHERE plan.year_id = ? ORDER BY plan.from_date`);
const byId = select<[number], PlanRow>(`${plan} WHERE plan.id = ?`);
const itemsOfYear = select<[number], PlanItemRow>(
  `${item} JOIN individual_plan AS plan ON plan.id = item.plan_id
   JOIN subject ON subject.id = item.subject_id
   WHERE plan.year_id = ? ORDER BY subject.position, subject.name`,
);
const itemsOfPlan = select<[number], PlanItemRow>(
  `${item} WHERE item.plan_id = ? ORDER BY item.subject_id`,
);
const classesOfPupil = select<[number], ClassOfPupil>(
  `SELECT class.id AS classId, class.year_id AS yearId, class.grade, class.letter,
          member.from_date AS "from", member.to_date AS "to"
   FROM class_membership AS member JOIN school_class AS class ON class.id = member.class_id
   WHERE member.pupil_id = ? ORDER BY member.from_date`,
);
const insertRow = change<[number, number, IsoDate, IsoDate | null, string]>(
  `INSERT INTO individual_plan (pupil_id, year_id, from_date, to_date, reason)
   VALUES (?, ?, ?, ?, ?)`,
);
const updateRow = change<[IsoDate, IsoDate | null, string, number]>(
  'UPDATE individual_plan SET from_date = ?, to_date = ?, reason = ? WHERE id = ?',
);
const deleteRow = change<[number]>('DELETE FROM individual_plan WHERE id = ?');
const deleteItems = change<[number]>('DELETE FROM individual_plan_item WHERE plan_id = ?');
const insertItem = change<[number, number, PlanMode, number, number | null]>(
  `INSERT INTO individual_plan_item (plan_id, subject_id, mode, hours_per_week, group_id)
   VALUES (?, ?, ?, ?, ?)`,
);

/** The individual plans (ИУП) of a year, the earliest first. */
export const findPlans = (db: ReadableDb, yearId: number) => all(db, ofYear, [yearId]);
export const findPlan = (db: ReadableDb, id: number) => get(db, byId, [id]);
export const findPlanItems = (db: ReadableDb, yearId: number) => all(db, itemsOfYear, [yearId]);
export const findItemsOfPlan = (db: ReadableDb, planId: number) => all(db, itemsOfPlan, [planId]);
/** The classes a pupil was and is in, the earliest first. */
export const findClassesOfPupil = (db: ReadableDb, pupilId: number) =>
  all(db, classesOfPupil, [pupilId]);

type PlanFields = {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly reason: string;
};
export const insertPlan = (
  db: WritableDb,
  plan: PlanFields & { readonly pupilId: number; readonly yearId: number },
): number => run(db, insertRow, [plan.pupilId, plan.yearId, plan.from, plan.to, plan.reason]).id;
export const updatePlan = (db: WritableDb, id: number, plan: PlanFields) =>
  run(db, updateRow, [plan.from, plan.to, plan.reason, id]);
/** Removes a plan with its lines. */
export const deletePlan = (db: WritableDb, id: number) => run(db, deleteRow, [id]);
export function replacePlanItems(
  db: WritableDb,
  planId: number,
  items: readonly Omit<PlanItemRow, 'planId'>[],
): void {
  run(db, deleteItems, [planId]);
  for (const { subjectId, mode, hoursPerWeek, groupId } of items) {
    run(db, insertItem, [planId, subjectId, mode, hoursPerWeek, groupId]);
  }
}

const groupLaid = select<[number], { laid: 0 | 1 }>(
  `SELECT EXISTS (
     SELECT 1 FROM journal_page AS page WHERE page.group_id = ?
       AND (EXISTS (SELECT 1 FROM lesson WHERE lesson.page_id = page.id)
         OR EXISTS (SELECT 1 FROM timetable_entry AS entry WHERE entry.page_id = page.id))) AS laid`,
);
const pagesOfGroup = select<[number], { id: number; subjectId: number }>(
  'SELECT id, subject_id AS subjectId FROM journal_page WHERE group_id = ?',
);

/** Whether lessons of the group's pages stand in a timetable or in the journal. */
export const groupHasLessons = (db: ReadableDb, groupId: number): boolean =>
  get(db, groupLaid, [groupId])?.laid === 1;
export const findPagesOfGroup = (db: ReadableDb, groupId: number) =>
  all(db, pagesOfGroup, [groupId]);
