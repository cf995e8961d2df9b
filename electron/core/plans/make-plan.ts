import { findPage } from '#db/queries/journal-page';
import { staffExists } from '#db/queries/people';
import {
  findCorrectedRows,
  findPagesOfPlan,
  findPlan,
  findPlanOfPage,
  findPlanRows,
  insertPlan,
  insertPlanLine,
  removePlan,
  setPlanOfPage,
} from '#db/queries/plans';
import { findYearOr } from '#db/queries/school';
import { findSubjects } from '#db/queries/subjects';
import { hasRole } from '#domain/people/roles';
import type { PlanRowContent } from '#domain/plans/plan-row';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { pageToPlan, planToEdit } from './plan-access';

export type NewPlan = {
  readonly yearId?: number | undefined;
  readonly subjectId: number;
  readonly grade: number;
  readonly title: string;
  readonly authorId?: number | undefined;
  readonly pageIds: readonly number[];
};

/** The page works by the plan; refused where they are of another subject, grade or year. */
function attachTo(writing: Writing, pageId: number, planId: number | null): void {
  const { db } = writing;
  const page = pageToPlan(writing, pageId);
  const before = findPlanOfPage(db, pageId) ?? null;
  if (before === planId) return;
  if (planId !== null) {
    const plan = findPlan(db, planId) ?? refuse('NOT_FOUND', { what: 'plan' });
    const same =
      plan.subjectId === page.subjectId && plan.grade === page.grade && plan.yearId === page.yearId;
    if (!same) refuse('INVALID', { why: 'planOfOther' });
  }
  setPlanOfPage(db, pageId, planId);
  writing.record('planPage', String(pageId), { planId: before }, { planId });
}

/** A new plan with its lines, and the pages that work by it from now on (K1). */
export function makePlan(
  writing: Writing,
  input: NewPlan,
  rows: readonly PlanRowContent[],
  source: string,
): { readonly planId: number } {
  const { db, actor, today } = writing;
  const year = findYearOr(db, input.yearId, today) ?? refuse('NOT_FOUND', { what: 'period' });
  if (!findSubjects(db).some(({ id }) => id === input.subjectId))
    refuse('NOT_FOUND', { what: 'subject' });
  const authorId = input.authorId ?? (hasRole(actor, 'teacher') ? actor.staffId : null);
  if (authorId !== null && authorId !== actor.staffId) {
    if (!hasRole(actor, 'administrator', 'deputy')) refuse('FORBIDDEN', { why: 'notYourPlan' });
    if (!staffExists(db, authorId)) refuse('NOT_FOUND', { what: 'staff' });
  }
  const { subjectId, grade, title } = input;
  const plan = { yearId: year.id, subjectId, grade, title, authorId, source };
  const planId = insertPlan(db, plan);
  for (const [index, row] of rows.entries()) insertPlanLine(db, planId, index + 1, row);
  writing.record('plan', String(planId), null, { ...plan, rows });
  for (const pageId of input.pageIds) attachTo(writing, pageId, planId);
  return { planId };
}

/** The lines of a plan, to be copied. Plans hold nothing personal: colleagues copy from each other. */
function linesOf(writing: Writing, planId: number): PlanRowContent[] {
  if (findPlan(writing.db, planId) === undefined) refuse('NOT_FOUND', { what: 'plan' });
  return findPlanRows(writing.db, planId).map(
    ([, section, topic, hours, kind, homework, resources]) => ({
      section,
      topic,
      hours,
      kind,
      homework,
      resources,
    }),
  );
}

/** An empty plan, or the copy of one of another class or year. */
export function create(
  writing: Writing,
  input: NewPlan & { readonly copyOf?: number | undefined },
): { readonly planId: number } {
  const { copyOf } = input;
  const rows = copyOf === undefined ? [] : linesOf(writing, copyOf);
  const source = copyOf === undefined ? '' : `copy:${copyOf}`;
  return makePlan(writing, input, rows, source);
}

/** Which plan a page works by; a teacher chooses only among the plans that may be seen. */
export function attach(
  writing: Writing,
  { pageId, planId }: { readonly pageId: number; readonly planId: number | null },
): void {
  attachTo(writing, pageId, planId);
}

/** Takes a plan away, with its lines; refused where lessons were held by it. */
export function remove(
  writing: Writing,
  { planId, version }: { readonly planId: number; readonly version: number },
): void {
  const { db } = writing;
  const plan = planToEdit(writing, planId);
  if (plan.version !== version) refuse('CONFLICT', { current: { version: plan.version } });
  const rows = findPlanRows(db, planId);
  const used = rows.some(([, , , , , , , given]) => given > 0);
  if (used || findCorrectedRows(db, planId).length > 0) refuse('INVALID', { why: 'planInUse' });
  for (const pageId of findPagesOfPlan(db, planId)) {
    if (findPage(db, pageId) === undefined) continue;
    setPlanOfPage(db, pageId, null);
    writing.record('planPage', String(pageId), { planId }, { planId: null });
  }
  removePlan(db, planId);
  const { title, subjectId, grade, authorId } = plan;
  writing.record('plan', String(planId), { title, subjectId, grade, authorId, rows }, null);
}
