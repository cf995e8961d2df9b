import type { PlanRowInput } from '#contract/plans';
import {
  findCorrectedRows,
  findPlanRows,
  insertPlanLine,
  liftPlanLines,
  placePlanLine,
  removePlanLine,
  savePlan as savePlanHead,
  savePlanLine,
  type PlanRowTuple,
} from '#db/queries/plans';
import { samePlanRow, type PlanRowContent } from '#domain/plans/plan-row';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { planToEdit } from './plan-access';

const contentOf = (tuple: PlanRowTuple): PlanRowContent => {
  const [, section, topic, hours, kind, homework, resources] = tuple;
  return { section, topic, hours, kind, homework, resources };
};
const contentIn = ({ section, topic, hours, kind, homework, resources }: PlanRowInput) => ({
  section,
  topic,
  hours,
  kind,
  homework,
  resources,
});

/**
 * The plan as it stands on the screen: lines changed, put in, taken out, moved (K1). What is the same
 * is left alone and the audit trail gets only what changed. A line that lessons were held by, or a
 * correction speaks of, is never taken out. Answers the ids of the lines in their order.
 */
export function savePlan(
  writing: Writing,
  input: {
    readonly planId: number;
    readonly version: number;
    readonly title: string;
    readonly rows: readonly PlanRowInput[];
  },
): { readonly version: number; readonly ids: readonly number[] } {
  const { db, record } = writing;
  const plan = planToEdit(writing, input.planId);
  if (plan.version !== input.version) refuse('CONFLICT', { current: { version: plan.version } });
  const before = new Map(findPlanRows(db, plan.id).map((tuple) => [tuple[0], tuple]));
  const corrected = new Set(findCorrectedRows(db, plan.id));

  const kept = new Set<number>();
  for (const { id } of input.rows) if (id !== undefined && before.has(id)) kept.add(id);
  for (const [id, tuple] of before) {
    if (kept.has(id)) continue;
    if (tuple[7] > 0 || corrected.has(id)) refuse('INVALID', { why: 'planRowInUse' });
    removePlanLine(db, id);
    record('planRow', String(id), { planId: plan.id, ...contentOf(tuple) }, null);
  }

  const oldOrder = [...before.keys()].filter((id) => kept.has(id));
  const seen = new Set<number>();
  const known = input.rows.map((row) => {
    // A line named twice (pasted over itself) is a new one the second time.
    const old = row.id === undefined || seen.has(row.id) ? undefined : before.get(row.id);
    if (old !== undefined) seen.add(old[0]);
    return { row: contentIn(row), old };
  });
  const moved =
    known.length !== oldOrder.length || known.some(({ old }, at) => old?.[0] !== oldOrder[at]);
  if (moved) liftPlanLines(db, plan.id);
  const ids = known.map(({ row, old }, index) => {
    if (old === undefined) {
      const id = insertPlanLine(db, plan.id, index + 1, row);
      record('planRow', String(id), null, { planId: plan.id, position: index + 1, ...row });
      return id;
    }
    const [id] = old;
    if (moved) placePlanLine(db, id, index + 1);
    if (!samePlanRow(contentOf(old), row)) {
      savePlanLine(db, id, row);
      record('planRow', String(id), contentOf(old), row);
    }
    return id;
  });
  const sameOrder = oldOrder.length === seen.size && oldOrder.join() === [...seen].join();
  if (!sameOrder) record('planOrder', String(plan.id), oldOrder, ids);

  const version = plan.version + 1;
  savePlanHead(db, plan.id, { title: input.title, authorId: plan.authorId, version });
  if (plan.title !== input.title) {
    record('plan', String(plan.id), { title: plan.title }, { title: input.title });
  }
  return { version, ids };
}
