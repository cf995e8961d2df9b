import type { PlanData, PlanList, PlanSource } from '#contract/plans';
import {
  findCorrectedRows,
  findPagePlans,
  findPlanRows,
  findPlansOfSubject,
  findPlansOfYear,
  findPlanSums,
  findPlanSumsOfSubject,
  type PlanRecord,
} from '#db/queries/plans';
import { findYearOr } from '#db/queries/school';
import { shortName } from '#domain/people/name';
import { canEditPlan, canSeePlan } from '#domain/plans/plan-rights';
import type { OfYear, Reading } from '../unit-of-work';
import { planLets, planToSee } from './plan-access';
import { pagesShown, yearPages } from './year-pages';

/** «Абрамов И. С.»; '' where nobody is the author. */
export const authorOf = ({ lastName, firstName, middleName }: PlanRecord): string =>
  lastName === null
    ? ''
    : shortName({ lastName, firstName: firstName ?? '', middleName: middleName ?? '' });

/** The plans the one who asks may see, and the pages that still have none (K1). */
export function list({ db, actor, today }: Reading, { yearId }: OfYear): PlanList {
  const year = findYearOr(db, yearId, today);
  if (year === undefined) return { plans: [], without: [] };
  const pages = yearPages(db, year.id, actor, today);
  const lets = planLets(db, today);
  const planOf = findPagePlans(db, year.id);
  const byPlan = Map.groupBy(pages, ({ row }) => planOf.get(row.id));
  const sums = new Map(findPlanSums(db, year.id).map((one) => [one.planId, one]));
  const plans = findPlansOfYear(db, year.id).flatMap((plan) => {
    const own = byPlan.get(plan.id) ?? [];
    const staff = {
      authorId: plan.authorId,
      authorGone: plan.authorGone === 1,
      pages: own.map((page) => page.staff),
    };
    if (!canSeePlan(actor, staff, today)) return [];
    const { rows = 0, hours = 0, controls = 0 } = sums.get(plan.id) ?? {};
    const { id, title, subjectId, subjectName, grade } = plan;
    return {
      id,
      title,
      subjectId,
      subjectName,
      grade,
      author: authorOf(plan),
      rows,
      hours,
      controls,
      pages: own.map(({ view }) => view),
      canEdit: canEditPlan(actor, staff, today, lets),
    };
  });
  const without = pagesShown(byPlan.get(undefined) ?? [], actor).map(({ row, view }) => ({
    ...view,
    subjectId: row.subjectId,
    subjectName: row.subjectName,
    grade: row.grade,
  }));
  return { plans, without };
}

/** A plan with its lines and the pages that work, or could work, by it. */
export function open(reading: Reading, { planId }: { readonly planId: number }): PlanData {
  const { db, actor, today } = reading;
  const { plan, canEdit } = planToSee(reading, planId);
  const planOf = findPagePlans(db, plan.yearId);
  const titles = new Map(findPlansOfYear(db, plan.yearId).map(({ id, title }) => [id, title]));
  const like = yearPages(db, plan.yearId, actor, today).filter(
    ({ row }) => row.subjectId === plan.subjectId && row.grade === plan.grade,
  );
  const corrected = new Set(findCorrectedRows(db, planId));
  const { id, title, subjectName, subjectId, grade, yearId, authorId, version } = plan;
  return {
    id,
    title,
    subjectName,
    subjectId,
    grade,
    yearId,
    author: authorOf(plan),
    authorId,
    version,
    canEdit,
    rows: findPlanRows(db, planId).map((row) => {
      const [rowId, section, topic, hours, kind, homework, resources, given] = row;
      const used = given + (corrected.has(rowId) ? 1 : 0);
      return [rowId, section, topic, hours, kind, homework, resources, used] as const;
    }),
    pages: like.filter(({ row }) => planOf.get(row.id) === id).map(({ view }) => view),
    others: like
      .filter(({ row, view }) => planOf.get(row.id) !== id && view.mine)
      .map(({ row, view }) => ({
        ...view,
        planTitle: titles.get(planOf.get(row.id) ?? 0) ?? null,
      })),
  };
}

/** What a new plan of the subject can be copied from: every author's, every year's. */
export function sources(
  { db }: Reading,
  { subjectId }: { readonly subjectId: number },
): readonly PlanSource[] {
  const sums = new Map(findPlanSumsOfSubject(db, subjectId).map((one) => [one.planId, one]));
  return findPlansOfSubject(db, subjectId).flatMap((plan) => {
    const sum = sums.get(plan.id);
    if (sum === undefined) return [];
    const { id, yearId, yearName, grade, title } = plan;
    return {
      id,
      yearId,
      yearName,
      grade,
      title,
      author: authorOf(plan),
      rows: sum.rows,
      hours: sum.hours,
    };
  });
}
