import {
  deleteControlWork,
  findControlWork,
  findLessonsOfPage,
  findSameControlWork,
  insertControlWork,
  replaceControlLimits,
  findControlLimits,
  updateControlWork,
  type ControlWorkData,
  type ControlWorkRow,
} from '#db/queries/control-works';
import { findWorkKinds } from '#db/queries/school';
import type { IsoDate } from '#domain/calendar/iso-date';
import { limitsProblem, type GradeLimits } from '#domain/control-works/limits';
import type { ControlLevel } from '#domain/control-works/place';
import { canChangeWork, plansControl } from '#domain/control-works/rights';
import { tellPages } from '../changes/decide';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import {
  controlGround,
  controlPage,
  countedWork,
  explainedIn,
  overOf,
  type ControlGroundPage,
} from './ground';

type Known = { readonly id: number; readonly version: number };
type Order = {
  readonly id: number | null;
  readonly version: number;
  readonly pageId: number;
  readonly date: IsoDate;
  readonly lessonNumber: number;
  readonly kindId: number;
  readonly title: string;
  readonly level: ControlLevel;
  readonly note: string;
  readonly fixed: boolean;
  readonly overWhy: string;
};

const dataOf = ({ id: _id, version: _version, ...data }: ControlWorkRow): ControlWorkData => data;

/** The work with its page, if the one who asks may change it and has seen how it stands. */
function workToChange(
  writing: Writing,
  { id, version }: Known,
): { readonly work: ControlWorkRow; readonly page: ControlGroundPage } {
  const { db, actor, today } = writing;
  const work = findControlWork(db, id) ?? refuse('NOT_FOUND', { what: 'controlWork' });
  const page = controlPage(writing, work.pageId) ?? refuse('NOT_FOUND', { what: 'page' });
  if (!page.view.mayPropose) refuse('FORBIDDEN', { why: 'notYourPage' });
  if (!canChangeWork(actor, page.staff, { fixed: work.fixed === 1 }, today)) {
    refuse('FORBIDDEN', { why: 'controlFixed' });
  }
  if (work.version !== version) refuse('CONFLICT', { current: work });
  return { work, page };
}

/** Refuses a day without such a lesson, a day gone by for a teacher, and a kind that is not there. */
function checkPlace(writing: Writing, order: Order, before: ControlWorkRow | undefined): void {
  const { db, actor, today } = writing;
  const { pageId, date, lessonNumber, kindId } = order;
  const kind = findWorkKinds(db).find(({ id }) => id === kindId);
  if (kind === undefined || (kind.archived === 1 && kindId !== before?.kindId)) {
    refuse('NOT_FOUND', { what: 'workKind' });
  }
  const twice = findSameControlWork(db, { ...order, fixed: 0, proposedBy: '' });
  if (twice !== undefined && twice !== order.id) refuse('INVALID', { why: 'controlTwice' });
  if (before?.date === date && before.lessonNumber === lessonNumber) return;
  if (date < today && !plansControl(actor)) refuse('INVALID', { why: 'controlPast' });
  const held = findLessonsOfPage(db, pageId, date, date).some(
    ({ number, cancelled }) => number === lessonNumber && cancelled === 0,
  );
  if (!held) refuse('INVALID', { why: 'controlNoLesson' });
}

/**
 * Puts a control work on a lesson or changes one (T5). A teacher's is a proposal on an own page; over
 * a limit the work, where it comes to the day anew, needs a reason of its own.
 */
export function setControlWork(
  writing: Writing,
  order: Order,
): { readonly id: number; readonly version: number } {
  const { db, actor } = writing;
  const known = order.id === null ? undefined : workToChange(writing, { ...order, id: order.id });
  const page =
    known?.page ?? controlPage(writing, order.pageId) ?? refuse('NOT_FOUND', { what: 'page' });
  const pageId = page.row.id;
  if (!page.view.mayPropose) refuse('FORBIDDEN', { why: 'notYourPage' });
  if (order.fixed && !plansControl(actor)) refuse('FORBIDDEN', { why: 'role' });
  checkPlace(writing, { ...order, pageId }, known?.work);
  const { date } = order;
  const ground = controlGround(writing, page.row.yearId, { from: date, to: date });
  const counted = countedWork({ id: order.id ?? 0, date, overWhy: order.overWhy }, page);
  const over = overOf(counted, ground);
  const explained =
    known?.work.date === date ? explainedIn(counted, over, ground) : order.overWhy !== '';
  if (over.length > 0 && !explained) refuse('INVALID', { why: 'controlOverLimit' });
  const after: ControlWorkData = {
    pageId,
    date,
    lessonNumber: order.lessonNumber,
    kindId: order.kindId,
    title: order.title,
    level: order.level,
    note: order.note,
    fixed: order.fixed ? 1 : 0,
    overWhy: over.length > 0 ? order.overWhy : '',
    proposedBy: known?.work.proposedBy ?? actor.name,
  };
  tellPages(writing, pageId);
  if (known === undefined) {
    const id = insertControlWork(db, after);
    writing.record('controlWork', String(id), null, after);
    return { id, version: 1 };
  }
  updateControlWork(db, known.work.id, after);
  writing.record('controlWork', String(known.work.id), dataOf(known.work), after);
  return { id: known.work.id, version: known.work.version + 1 };
}

export function removeControlWork(writing: Writing, known: Known): void {
  const { work } = workToChange(writing, known);
  deleteControlWork(writing.db, work.id);
  writing.record('controlWork', String(work.id), dataOf(work), null);
  tellPages(writing, work.pageId);
}

/** Fixes proposals, or gives works back to their teachers; what passes a limit unexplained is refused. */
export function fixControlWorks(
  writing: Writing,
  { works, fixed }: { readonly works: readonly Known[]; readonly fixed: boolean },
): void {
  // One named twice is changed once.
  const once = new Map(works.map((known) => [known.id, known]));
  const found = [...once.values()].map((known) => workToChange(writing, known));
  const dates = found.map(({ work }) => work.date).sort();
  const [from] = dates;
  const to = dates.at(-1);
  const [first] = found;
  if (first === undefined || from === undefined || to === undefined) return;
  const ground = controlGround(writing, first.page.row.yearId, { from, to });
  // The limits are those of one year: works of several are not judged together.
  if (found.some(({ page }) => page.row.yearId !== first.page.row.yearId)) {
    refuse('INVALID', { why: 'dates' });
  }
  for (const { work, page } of found) {
    const counted = countedWork(work, page);
    const unexplained = !explainedIn(counted, overOf(counted, ground), ground);
    if (fixed && unexplained) refuse('INVALID', { why: 'controlOverLimit' });
    const after = { ...dataOf(work), fixed: fixed ? 1 : 0 };
    updateControlWork(writing.db, work.id, after);
    writing.record('controlWork', String(work.id), dataOf(work), after);
  }
  tellPages(writing, ...new Set(found.map(({ work }) => work.pageId)));
}

/** The school's limits, all at once (T5). */
export function setControlLimits(
  writing: Writing,
  { limits }: { readonly limits: readonly GradeLimits[] },
): void {
  if (limitsProblem(limits) !== undefined) refuse('INVALID', { why: 'controlLimits' });
  const before = findControlLimits(writing.db);
  replaceControlLimits(writing.db, limits);
  writing.record('controlLimits', '1', before, limits);
}
