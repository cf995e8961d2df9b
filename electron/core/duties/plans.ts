import { findFilledPlans, findPagePlans } from '#db/queries/plans';
import type { Duty } from '#domain/duties/duty';
import { termOwed } from '#domain/duties/term-duties';
import { mayByRegulation } from '#domain/regulation/rights';
import { dutiesOfPage } from './duties-of-page';
import type { DutyGround } from './ground';

/** Plans of pages that have none, or an empty one (ТИП А.16, Д.1.2), where teachers enter them. */
export function dutiesOfPlans(ground: DutyGround): readonly Duty[] {
  const { db, year, today, regulation } = ground;
  const rules = regulation(today);
  if (!mayByRegulation(rules, { roles: ['teacher'] }, 'enterPlans')) return [];
  const planOf = findPagePlans(db, year.id);
  const filled = findFilledPlans(db, year.id);
  return [...ground.pages().values()].flatMap((page): readonly Duty[] => {
    const { id, grade } = page.row;
    const plan = planOf.get(id);
    if (plan !== undefined && filled.has(plan)) return [];
    const periods = ground
      .periods()
      .filter(
        ({ kind, gradeFrom, gradeTo }) => kind !== 'year' && gradeFrom <= grade && grade <= gradeTo,
      );
    const owed = termOwed(rules, 'plansReady', year, periods, 1, today);
    if (owed === undefined) return [];
    return dutiesOfPage('planMissing', page, ground.whoTeaches(page), owed, {
      group: `page ${id}`,
      place: { at: 'plan', pageId: id, planId: plan },
    });
  });
}
