import type { LaidRow, PageLayout } from '#contract/plans';
import { findPlan, findPlanOfPage } from '#db/queries/plans';
import type { IsoDate } from '#domain/calendar/iso-date';
import { formatClassName } from '#domain/people/class-name';
import { layPlan } from '#domain/plans/lay-plan';
import { dueOn, plannedDates, progressOn } from '#domain/plans/plan-progress';
import { sumHours } from '#domain/plans/plan-row';
import { proposeCorrections } from '#domain/plans/propose-corrections';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';
import { ordinalsOf, pagePlan } from './page-plan';
import { pagesShown, yearPages } from './year-pages';
import { findPage } from '#db/queries/journal-page';

/** A page's plan on its real lessons: what was given when, what comes when, what is missing (K3). */
export function layout(
  { db, actor, today }: Reading,
  { pageId }: { readonly pageId: number },
): PageLayout {
  const row = findPage(db, pageId) ?? refuse('NOT_FOUND', { what: 'page' });
  const found = pagesShown(yearPages(db, row.yearId, actor, today), actor).find(
    (page) => page.row.id === pageId,
  );
  if (found === undefined) refuse('FORBIDDEN', { why: 'notYourPage' });
  const planId = findPlanOfPage(db, pageId) ?? null;
  const plan = planId === null ? undefined : findPlan(db, planId);
  const { rows, lines, lessons, inForce, corrections } = pagePlan(db, pageId, planId);
  const laid = layPlan(lines, corrections, inForce);
  const planned = plannedDates(lines, lessons);
  const dates = { given: new Map<number, IsoDate[]>(), coming: new Map<number, IsoDate[]>() };
  for (const { rowIds, date, given } of laid.topics) {
    const of = given ? dates.given : dates.coming;
    for (const id of rowIds) of.set(id, [...(of.get(id) ?? []), date]);
  }
  const missing = new Map(laid.missing.map(({ rowId, hours }) => [rowId, hours]));
  const corrected = new Map(corrections.map((one) => [one.rowId, one]));
  const ordinals = ordinalsOf(rows);
  const progress = progressOn(today, lines, corrections, dueOn(today, lessons));
  const open = rows
    .filter(([id]) => !dates.given.has(id) && !corrected.has(id))
    .map(([id, section, topic, hours, kind]) => ({ id, section, topic, hours, kind }));
  return {
    standing: {
      ...found.view,
      subjectId: row.subjectId,
      subjectName: row.subjectName,
      grade: row.grade,
      planId,
      planTitle: plan?.title ?? '',
      planHours: sumHours(lines),
      progress,
      lessonsMissing: laid.lessonsMissing,
      spare: planId === null ? 0 : laid.spare.length,
    },
    className: formatClassName(row),
    today,
    canCorrect: found.view.mine && planId !== null,
    rows: rows.map(([id, section, topic, hours, kind]): LaidRow => {
      const from = ordinals.get(id) ?? 1;
      const correction = corrected.get(id);
      return {
        id,
        from,
        to: from + hours - 1,
        section,
        topic,
        hours,
        kind,
        plannedOn: planned.get(id) ?? [],
        givenOn: dates.given.get(id) ?? [],
        laidOn: dates.coming.get(id) ?? [],
        missing: missing.get(id) ?? 0,
        correction:
          correction === undefined
            ? null
            : {
                kind: correction.kind,
                hours: correction.hours,
                reason: correction.reason,
                madeOn: correction.madeOn,
                madeBy: correction.madeBy,
              },
      };
    }),
    outside:
      planId === null
        ? []
        : inForce
            .filter(({ held, rowIds }) => held && !rowIds.some((id) => ordinals.has(id)))
            .map(({ date, topic }) => ({ date, topic })),
    cancelled: lessons.filter(({ cancelled }) => cancelled).map(({ date }) => date),
    proposals: proposeCorrections(open, laid.lessonsMissing),
  };
}
