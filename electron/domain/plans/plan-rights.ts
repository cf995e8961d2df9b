import type { IsoDate } from '../calendar/iso-date';
import { teachesPage, type PageStaff } from '../journal/page-rights';
import { hasRole, type Actor } from '../people/roles';
import type { Lets } from '../regulation/rights';

/** Who stands behind a plan: its author and the teachers of the pages that work by it. */
export type PlanStaff = {
  readonly authorId: number | null;
  /** The author has left the school. */
  readonly authorGone: boolean;
  readonly pages: readonly PageStaff[];
};

/** The administration sees every plan; a teacher the own ones and those the own pages work by. */
export function canSeePlan(actor: Actor, plan: PlanStaff, today: IsoDate): boolean {
  if (hasRole(actor, 'administrator', 'director', 'deputy')) return true;
  if (!hasRole(actor, 'teacher')) return false;
  return (
    plan.authorId === actor.staffId || plan.pages.some((page) => teachesPage(actor, page, today))
  );
}

/** Who changes plans on behalf of others where the regulation lets them (R4). */
const ON_BEHALF = ['administrator', 'director', 'deputy'] as const;
const mayOnBehalf = (actor: Actor, lets: Lets): boolean =>
  ON_BEHALF.some((role) => hasRole(actor, role) && lets(role));
const mayAsTeacher = (actor: Actor, lets: Lets): boolean =>
  hasRole(actor, 'teacher') && lets('teacher');

/**
 * A plan is its author's (КИА 4.4.8); whom the regulation lets beside teachers changes it on behalf
 * (ТИП А.16). Where nobody is its author any more, those who teach by it take care of it.
 */
export function canEditPlan(actor: Actor, plan: PlanStaff, today: IsoDate, lets: Lets): boolean {
  if (mayOnBehalf(actor, lets)) return true;
  if (!mayAsTeacher(actor, lets)) return false;
  if (plan.authorId !== null && !plan.authorGone) return plan.authorId === actor.staffId;
  return plan.pages.some((page) => teachesPage(actor, page, today));
}

/** Which plan a page works by, and how it makes up for lost hours, says who teaches it. */
export const canPlanPage = (actor: Actor, page: PageStaff, today: IsoDate, lets: Lets): boolean =>
  mayOnBehalf(actor, lets) || (mayAsTeacher(actor, lets) && teachesPage(actor, page, today));
