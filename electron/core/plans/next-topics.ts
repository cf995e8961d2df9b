import type { NextTopics } from '#contract/plans';
import { findPlanOfPage } from '#db/queries/plans';
import { layPlan } from '#domain/plans/lay-plan';
import { pageToSee } from '../journal/page-access';
import type { Reading } from '../unit-of-work';
import { ordinalsOf, pagePlan } from './page-plan';

/** What the journal page offers for its lessons (J3): one small answer, asked after the page is shown. */
export function nextTopics(
  reading: Reading,
  { pageId }: { readonly pageId: number },
): NextTopics | null {
  const { db } = reading;
  pageToSee(reading, pageId);
  const planId = findPlanOfPage(db, pageId);
  if (planId === undefined) return null;
  const { rows, lines, inForce, corrections } = pagePlan(db, pageId, planId);
  const ordinals = ordinalsOf(rows);
  const given = new Map<number, number>();
  for (const { rowIds } of inForce) {
    for (const id of rowIds) given.set(id, (given.get(id) ?? 0) + 1);
  }
  const laid = new Map(given);
  const lessons = layPlan(lines, corrections, inForce).topics.flatMap((topic) => {
    if (topic.given) return [];
    const [first = 0] = topic.rowIds;
    const before = laid.get(first) ?? 0;
    for (const id of topic.rowIds) laid.set(id, (laid.get(id) ?? 0) + 1);
    return [[topic.lessonId, (ordinals.get(first) ?? 0) + before, topic.rowIds] as const];
  });
  return {
    planId,
    rows: rows.map(([id, , topic, hours, kind, homework, resources]) => [
      id,
      ordinals.get(id) ?? 0,
      topic,
      hours,
      kind,
      homework,
      given.get(id) ?? 0,
      resources,
    ]),
    lessons,
  };
}
