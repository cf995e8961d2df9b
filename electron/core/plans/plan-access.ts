import { findPage, findTeachersOfPage, type PageRow } from '#db/queries/journal-page';
import { findPagesOfPlan, findPlan, type PlanRecord } from '#db/queries/plans';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { Actor } from '#domain/people/roles';
import { canEditPlan, canPlanPage, canSeePlan, type PlanStaff } from '#domain/plans/plan-rights';
import { letsOf, type Lets } from '#domain/regulation/rights';
import { staffOfPage } from '../journal/page-access';
import { regulationOn } from '../regulation/versions';
import { refuse } from '../refuse';

type Asking = { readonly db: ReadableDb; readonly actor: Actor; readonly today: IsoDate };

/** Whom the regulation in force lets enter plans (R4). */
export const planLets = (db: ReadableDb, today: IsoDate): Lets =>
  letsOf(regulationOn(db, today), 'enterPlans');

const pageStaff = (db: ReadableDb, page: PageRow) =>
  staffOfPage(page, findTeachersOfPage(db, page.id));

function staffOfPlan(db: ReadableDb, plan: PlanRecord): PlanStaff {
  const pages = findPagesOfPlan(db, plan.id).flatMap((pageId) => findPage(db, pageId) ?? []);
  return {
    authorId: plan.authorId,
    authorGone: plan.authorGone === 1,
    pages: pages.map((page) => pageStaff(db, page)),
  };
}

/** The plan, if the one who asks may see it; `canEdit` tells whether also change it. */
export function planToSee(
  { db, actor, today }: Asking,
  planId: number,
): { readonly plan: PlanRecord; readonly canEdit: boolean } {
  const plan = findPlan(db, planId) ?? refuse('NOT_FOUND', { what: 'plan' });
  const staff = staffOfPlan(db, plan);
  if (!canSeePlan(actor, staff, today)) refuse('FORBIDDEN', { why: 'notYourPlan' });
  return { plan, canEdit: canEditPlan(actor, staff, today, planLets(db, today)) };
}

/** The plan, if the one who asks may change it. */
export function planToEdit(asking: Asking, planId: number): PlanRecord {
  const { plan, canEdit } = planToSee(asking, planId);
  return canEdit ? plan : refuse('FORBIDDEN', { why: 'notYourPlan' });
}

/** The page, if the one who asks may say how it is planned. */
export function pageToPlan({ db, actor, today }: Asking, pageId: number): PageRow {
  const page = findPage(db, pageId) ?? refuse('NOT_FOUND', { what: 'page' });
  if (!canPlanPage(actor, pageStaff(db, page), today, planLets(db, today))) {
    refuse('FORBIDDEN', { why: 'notYourPage' });
  }
  return page;
}
