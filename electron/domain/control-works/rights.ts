import type { IsoDate } from '../calendar/iso-date';
import { teachesPage, type PageStaff } from '../journal/page-rights';
import { hasRole, type Actor } from '../people/roles';

/** Who fixes the schedule of control works: the deputy makes it (ЭЛЖ: «составление сводного графика»). */
export const plansControl = (actor: Pick<Actor, 'roles'>): boolean =>
  hasRole(actor, 'administrator', 'deputy');

/** A teacher proposes on lessons of own pages. */
export const canPropose = (actor: Actor, page: PageStaff, today: IsoDate): boolean =>
  plansControl(actor) || (hasRole(actor, 'teacher') && teachesPage(actor, page, today));

/** What is fixed only the deputy changes; a proposal also who teaches the page. */
export const canChangeWork = (
  actor: Actor,
  page: PageStaff,
  work: { readonly fixed: boolean },
  today: IsoDate,
): boolean => plansControl(actor) || (!work.fixed && canPropose(actor, page, today));
