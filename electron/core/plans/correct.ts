import { findPlanOfPage, findPlanRows } from '#db/queries/plans';
import {
  findCorrections,
  removeCorrection,
  saveCorrection,
  saveLinks,
} from '#db/queries/plan-progress';
import { saveLesson, findLesson } from '#db/queries/journal-cell';
import { correctedHours, layPlan, type CorrectionKind } from '#domain/plans/lay-plan';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { pageToPlan } from './plan-access';
import { pagePlan } from './page-plan';

type Change =
  | {
      readonly rowId: number;
      readonly kind: CorrectionKind;
      readonly hours: number;
      readonly reason: string;
    }
  | { readonly rowId: number; readonly kind: null };

/** Лист корректировки (K3): how a page makes up for hours, each with its reason. */
export function correct(
  writing: Writing,
  input: { readonly pageId: number; readonly changes: readonly Change[] },
): void {
  const { db, actor, today, record } = writing;
  const page = pageToPlan(writing, input.pageId);
  const planId = findPlanOfPage(db, page.id) ?? refuse('NOT_FOUND', { what: 'plan' });
  const lines = new Map(findPlanRows(db, planId).map(([id, , , hours]) => [id, { id, hours }]));
  const before = new Map(findCorrections(db, page.id).map((one) => [one.rowId, one]));
  for (const change of input.changes) {
    const { rowId } = change;
    const old = before.get(rowId) ?? null;
    const entityId = `${page.id}:${rowId}`;
    if (change.kind === null) {
      if (old === null) continue;
      removeCorrection(db, page.id, rowId);
      record('planCorrection', entityId, old, null);
      continue;
    }
    const line = lines.get(rowId) ?? refuse('INVALID', { why: 'topicOfOtherPlan' });
    const { kind, reason } = change;
    const hours = correctedHours(line, change);
    const row = { rowId, kind, hours, reason, madeOn: today, madeBy: actor.name };
    saveCorrection(db, page.id, row);
    record('planCorrection', entityId, old, row);
  }
}

/**
 * Lessons held before the page had its plan count as the plan's topics in their order: the topics
 * that were written stay as they are.
 */
export function countGiven(
  writing: Writing,
  { pageId }: { readonly pageId: number },
): { readonly lessons: number } {
  const { db, record } = writing;
  const page = pageToPlan(writing, pageId);
  const planId = findPlanOfPage(db, page.id) ?? refuse('NOT_FOUND', { what: 'plan' });
  const { lines, inForce, corrections } = pagePlan(db, page.id, planId);
  const known = new Set(lines.map(({ id }) => id));
  const outside = inForce.filter(({ held, rowIds }) => held && !rowIds.some((id) => known.has(id)));
  const free = new Set(outside.map(({ id }) => id));
  // Laid as if these lessons were still to come, and no others were.
  const asComing = inForce
    .filter(({ id, held, rowIds }) => free.has(id) || held || rowIds.length > 0)
    .map((lesson) => (free.has(lesson.id) ? { ...lesson, held: false } : lesson));
  let lessons = 0;
  for (const { lessonId, rowIds, given } of layPlan(lines, corrections, asComing).topics) {
    const lesson = given ? undefined : findLesson(db, lessonId);
    if (lesson === undefined) continue;
    saveLinks(db, lessonId, rowIds);
    saveLesson(db, lessonId, { ...lesson, version: lesson.version + 1 });
    record('lesson', String(lessonId), { planRows: [] }, { planRows: rowIds });
    lessons += 1;
  }
  return { lessons };
}
