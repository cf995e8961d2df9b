import { findPlanRows, type PlanRowTuple } from '#db/queries/plans';
import { findCorrections, findPlanLessons, findPlanLinks } from '#db/queries/plan-progress';
import type { ReadableDb } from '#db/statement';
import type { TimetableLesson } from '#domain/plans/plan-progress';

/** A lesson of the page with the words of its topic. */
export type PageLesson = TimetableLesson & { readonly topic: string };

/** All that laying a page's plan needs. */
export function pagePlan(db: ReadableDb, pageId: number, planId: number | null) {
  const links = Map.groupBy(findPlanLinks(db, pageId), ([lessonId]) => lessonId);
  const lessons = findPlanLessons(db, pageId).map(
    ([id, date, number, topic, cancelled]): PageLesson => ({
      id,
      date,
      number,
      topic,
      held: topic !== '',
      cancelled: cancelled === 1,
      rowIds: (links.get(id) ?? []).map(([, rowId]) => rowId),
    }),
  );
  const rows: readonly PlanRowTuple[] = planId === null ? [] : findPlanRows(db, planId);
  return {
    rows,
    lines: rows.map(([id, , , hours]) => ({ id, hours })),
    lessons,
    inForce: lessons.filter(({ cancelled }) => !cancelled),
    corrections: planId === null ? [] : findCorrections(db, pageId),
  };
}

/** The first hour of the plan each line takes: «урок 34». */
export function ordinalsOf(rows: readonly PlanRowTuple[]): ReadonlyMap<number, number> {
  const ordinals = new Map<number, number>();
  let next = 1;
  for (const [id, , , hours] of rows) {
    ordinals.set(id, next);
    next += hours;
  }
  return ordinals;
}
