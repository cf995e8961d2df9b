import type { FulfilmentRow, PageStanding } from '#contract/plans';
import { findControlLessons, findYearProgress } from '#db/queries/plan-progress';
import { findPagePlans, findPlansOfYear } from '#db/queries/plans';
import { findYearOr } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import { addDays, type IsoDate } from '#domain/calendar/iso-date';
import { formatClassName } from '#domain/people/class-name';
import type { Correction } from '#domain/plans/lay-plan';
import { layPlan } from '#domain/plans/lay-plan';
import {
  controlsBetween,
  dueOn,
  progressOn,
  type TimetableLesson,
} from '#domain/plans/plan-progress';
import { sumHours } from '#domain/plans/plan-row';
import type { OfYear, Reading } from '../unit-of-work';
import { pagesShown, yearPages } from './year-pages';

/** Lessons, plans and corrections of a whole year, by page: read at once. */
function yearProgress(db: ReadableDb, yearId: number) {
  const { lessons, links, rows, corrections } = findYearProgress(db, yearId);
  const rowIds = new Map<number, number[]>();
  for (const [lessonId, rowId] of links) {
    const own = rowIds.get(lessonId);
    if (own === undefined) rowIds.set(lessonId, [rowId]);
    else own.push(rowId);
  }
  const none: readonly number[] = [];
  const byPage = new Map<number, TimetableLesson[]>();
  for (const [id, pageId, date, number, held, cancelled] of lessons) {
    let own = byPage.get(pageId);
    if (own === undefined) byPage.set(pageId, (own = []));
    own.push({
      id,
      date,
      number,
      held: held === 1,
      cancelled: cancelled === 1,
      rowIds: rowIds.get(id) ?? none,
    });
  }
  const byPlan = Map.groupBy(rows, ([planId]) => planId);
  const ofPage = Map.groupBy(corrections, ([pageId]) => pageId);
  return {
    lessonsOf: (pageId: number) => byPage.get(pageId) ?? [],
    linesOf: (planId: number | undefined) =>
      planId === undefined
        ? []
        : (byPlan.get(planId) ?? []).map(([, id, hours, kind]) => ({ id, hours, kind })),
    correctionsOf: (pageId: number): Correction[] =>
      (ofPage.get(pageId) ?? []).map(([, rowId, kind, hours]) => ({ rowId, kind, hours })),
  };
}

/** How every page that the one who asks may see stands today, and what is left of the year (K3). */
export function standings(
  { db, actor, today }: Reading,
  { yearId }: OfYear,
): readonly PageStanding[] {
  const year = findYearOr(db, yearId, today);
  if (year === undefined) return [];
  const planOf = findPagePlans(db, year.id);
  const titles = new Map(findPlansOfYear(db, year.id).map(({ id, title }) => [id, title]));
  const all = yearProgress(db, year.id);
  return pagesShown(yearPages(db, year.id, actor, today), actor).map(({ row, view }) => {
    const planId = planOf.get(row.id);
    const lines = all.linesOf(planId);
    const lessons = all.lessonsOf(row.id);
    const corrections = all.correctionsOf(row.id);
    const laid = layPlan(
      lines,
      corrections,
      lessons.filter(({ cancelled }) => !cancelled),
    );
    return {
      ...view,
      subjectId: row.subjectId,
      subjectName: row.subjectName,
      grade: row.grade,
      planId: planId ?? null,
      planTitle: titles.get(planId ?? 0) ?? '',
      planHours: sumHours(lines),
      progress: progressOn(today, lines, corrections, dueOn(today, lessons)),
      lessonsMissing: laid.lessonsMissing,
      spare: lines.length === 0 ? 0 : laid.spare.length,
    };
  });
}

const earlier = (a: IsoDate, b: IsoDate) => (a < b ? a : b);

/** Выполнение программ (КИА 7.2) between two days; days to come are not counted. */
export function fulfilment(
  { db, actor, today }: Reading,
  input: { readonly yearId?: number | undefined; readonly from: IsoDate; readonly to: IsoDate },
): readonly FulfilmentRow[] {
  const year = findYearOr(db, input.yearId, today);
  if (year === undefined) return [];
  const to = earlier(input.to, today);
  const before = addDays(input.from, -1);
  const planOf = findPagePlans(db, year.id);
  const all = yearProgress(db, year.id);
  const controls = new Set(findControlLessons(db, year.id));
  return pagesShown(yearPages(db, year.id, actor, today), actor).map(({ row, view }) => {
    const planId = planOf.get(row.id);
    const lines = all.linesOf(planId);
    const lessons = all.lessonsOf(row.id);
    const corrections = all.correctionsOf(row.id);
    const due = dueOn(today, lessons);
    const start = progressOn(before, lines, corrections, due);
    const end = progressOn(to, lines, corrections, due);
    const works = controlsBetween({ from: input.from, to }, lines, lessons, controls);
    const planned = end.planned - start.planned;
    const covered = end.covered - start.covered;
    return {
      pageId: row.id,
      name: view.name,
      className: formatClassName(row),
      grade: row.grade,
      subjectName: row.subjectName,
      teachers: view.teachers,
      curriculum: view.curriculum,
      planHours: planId === undefined ? null : sumHours(lines),
      planned,
      given: end.given - start.given,
      covered,
      lag: planned - covered,
      unfilled: end.unfilled - start.unfilled,
      cancelled: end.cancelled - start.cancelled,
      controlsPlanned: works.planned,
      controlsHeld: works.held,
    };
  });
}
