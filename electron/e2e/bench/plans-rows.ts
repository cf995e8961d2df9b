import { standings } from '#core/plans/standings';
import { findPlanLessons } from '#db/queries/plan-progress';
import { findPagePlans, findPlanRows } from '#db/queries/plans';
import { layPlan } from '#domain/plans/lay-plan';
import type { Reading } from '#core/unit-of-work';
import { timeRow, timesOf, type Row } from './median';

const RUNS = 40;
const PLANS = 400;
/**
 * Laying is done over again whenever the list of plans is asked for, before anything of it can be
 * drawn: it may take a frame or two of the tenth of a second in which an answer feels immediate.
 */
const LAYING_MS = 30;
/** The whole list, with its rows read: within the half second in which one does not look away. */
const LIST_MS = 500;

/** Plans laid on the real lessons of a year (K3): the rule alone, and the list of plans in the core. */
export function plansRows(reading: Reading, yearId: number): Row[] {
  const { db } = reading;
  const pages = [...findPagePlans(db, yearId)].slice(0, PLANS).map(([pageId, planId]) => ({
    lines: findPlanRows(db, planId).map(([id, , , hours]) => ({ id, hours })),
    // Nothing is held yet: the whole plan is to be laid, which is the most work there can be.
    lessons: findPlanLessons(db, pageId).map(([id, date, number]) => ({
      id,
      date,
      number,
      held: false,
      rowIds: [],
    })),
  }));
  if (pages.length < PLANS) throw new Error('a school with too few plans');
  return [
    timeRow(
      `${PLANS} plans laid on the lessons of a year`,
      timesOf(RUNS, () => {
        for (const { lines, lessons } of pages) layPlan(lines, [], lessons);
      }),
      LAYING_MS,
    ),
    timeRow(
      'List of plans of 30 classes in the core',
      timesOf(RUNS, () => standings(reading, { yearId })),
      LIST_MS,
    ),
  ];
}
