import type { PlanItem } from '#contract/individual';
import { subjectExists } from '#db/queries/curriculum';
import {
  findGroupByName,
  findMembershipsOfPupil,
  insertGroupOf,
  saveMemberships,
} from '#db/queries/groups';
import { insertPage } from '#db/queries/import-timetable';
import {
  deletePlan,
  findItemsOfPlan,
  findPagesOfGroup,
  findPlan,
  findPlans,
  groupHasLessons,
  insertPlan,
  replacePlanItems,
  updatePlan,
  type PlanRow,
} from '#db/queries/individual-plans';
import { removeEmptyPage, replacePageTeachers } from '#db/queries/load';
import { findYearOr } from '#db/queries/school';
import type { ReadableDb, WritableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { overlap, type Membership, type Span } from '#domain/groups/membership';
import { shortName } from '#domain/people/name';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { classOfPupil } from './plans';

type Fields = {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly reason: string;
  readonly items: readonly PlanItem[];
};

/** Refuses a plan outside the year, over another of the pupil, or with a subject twice or unknown. */
function checkPlan(
  db: ReadableDb,
  plan: Fields & { readonly pupilId: number; readonly yearId: number },
  planId: number | undefined,
): void {
  const year = findYearOr(db, plan.yearId, plan.from) ?? refuse('NOT_FOUND', { what: 'year' });
  const { from, to } = plan;
  if (
    from < year.startsOn ||
    from > year.endsOn ||
    (to !== null && (to < from || to > year.endsOn))
  ) {
    refuse('INVALID', { why: 'dates' });
  }
  const others = findPlans(db, plan.yearId).filter(
    ({ id, pupilId }) => pupilId === plan.pupilId && id !== planId,
  );
  if (others.some((other) => overlap(other, plan))) refuse('INVALID', { why: 'planOverlaps' });
  const subjects = plan.items.map(({ subjectId }) => subjectId);
  if (subjects.some((id) => !subjectExists(db, id))) refuse('NOT_FOUND', { what: 'subject' });
  if (new Set(subjects).size !== subjects.length) refuse('INVALID', { why: 'subjectTwice' });
}

/** The group of this pupil alone in the class: found again, or made under the pupil's name. */
function ownGroup(db: WritableDb, plan: PlanRow, classId: number): number {
  const earlier = findPlans(db, plan.yearId)
    .filter(({ pupilId }) => pupilId === plan.pupilId)
    .flatMap(({ id }) => findItemsOfPlan(db, id))
    .find(({ groupId }) => groupId !== null);
  if (earlier?.groupId !== undefined && earlier.groupId !== null) return earlier.groupId;
  const base = `ИУП: ${shortName(plan)}`;
  let name = base;
  for (let number = 2; findGroupByName(db, classId, name) !== undefined; number += 1) {
    name = `${base} (${number})`;
  }
  return insertGroupOf(db, { classId, name, kind: 'individual', division: '' });
}

/** The pupil is in the own group while a plan has lessons in it. */
function saveOwnMembership(
  db: WritableDb,
  plan: Pick<PlanRow, 'pupilId' | 'yearId'>,
  groupId: number,
) {
  const spans: readonly Span[] = findPlans(db, plan.yearId)
    .filter(
      ({ id, pupilId }) =>
        pupilId === plan.pupilId && findItemsOfPlan(db, id).some((one) => one.groupId === groupId),
    )
    .map(({ from, to }) => ({ from, to }));
  const before = findMembershipsOfPupil(db, plan.pupilId).filter((one) => one.groupId === groupId);
  const after = spans.map(({ from, to }): Membership => {
    const known = before.find((one) => one.from === from);
    return { ...(known === undefined ? {} : { id: known.id }), groupId, from, to };
  });
  saveMemberships(db, plan.pupilId, before, after);
}

/** Stores the lines: a group and pages for what is learnt alone; pages nobody needs go. */
function saveItems(db: WritableDb, plan: PlanRow, items: readonly PlanItem[]): void {
  const before = findItemsOfPlan(db, plan.id).flatMap(({ groupId }) => groupId ?? []);
  const place =
    classOfPupil(db, plan.pupilId, plan.yearId, plan.from) ??
    refuse('INVALID', { why: 'pupilNotInClass' });
  const alone = items.filter(({ mode }) => mode === 'individual');
  const groupId = alone.length === 0 ? null : ownGroup(db, plan, place.classId);
  replacePlanItems(
    db,
    plan.id,
    items.map((one) => ({ ...one, groupId: one.mode === 'individual' ? groupId : null })),
  );
  for (const id of new Set([...before, ...(groupId === null ? [] : [groupId])])) {
    saveOwnMembership(db, plan, id);
    const pages = findPagesOfGroup(db, id);
    const wanted = new Set(
      findPlans(db, plan.yearId)
        .flatMap((one) => findItemsOfPlan(db, one.id))
        .filter((one) => one.groupId === id)
        .map(({ subjectId }) => subjectId),
    );
    for (const page of pages) if (!wanted.has(page.subjectId)) removeEmptyPage(db, page.id);
    for (const subjectId of wanted) {
      if (!pages.some((page) => page.subjectId === subjectId)) insertPage(db, id, subjectId);
    }
  }
}

/** A new individual plan (S5): from its first day the pupil leaves those pages of the class. */
export function addPlan(
  { db, record }: Writing,
  input: Fields & { readonly yearId: number; readonly pupilId: number },
): { id: number } {
  if (classOfPupil(db, input.pupilId, input.yearId, input.from) === undefined) {
    refuse('INVALID', { why: 'pupilNotInClass' });
  }
  checkPlan(db, input, undefined);
  const id = insertPlan(db, input);
  const plan = findPlan(db, id) ?? refuse('NOT_FOUND', { what: 'individualPlan' });
  saveItems(db, plan, input.items);
  const { pupilId, from, to, reason, items } = input;
  record('individualPlan', String(id), null, { pupilId, from, to, reason, items });
  return { id };
}

const plain = ({ from, to, reason, items }: Fields) =>
  JSON.stringify([
    from,
    to,
    reason,
    items
      .map(({ subjectId, mode, hoursPerWeek }) => [subjectId, mode, hoursPerWeek])
      .toSorted(([one], [other]) => Number(one) - Number(other)),
  ]);

/** Changes the days, the reason and the lines of a plan. */
export function setPlan(
  { db, record }: Writing,
  input: { readonly planId: number; readonly before: Fields; readonly after: Fields },
): void {
  const plan = findPlan(db, input.planId) ?? refuse('NOT_FOUND', { what: 'individualPlan' });
  const { pupilId, yearId, from, to, reason } = plan;
  const items = findItemsOfPlan(db, plan.id).map(({ subjectId, mode, hoursPerWeek }) => ({
    subjectId,
    mode,
    hoursPerWeek,
  }));
  const current = { from, to, reason, items };
  if (plain(current) !== plain(input.before)) refuse('CONFLICT', { current });
  checkPlan(db, { ...input.after, pupilId, yearId }, plan.id);
  updatePlan(db, plan.id, input.after);
  saveItems(db, { ...plan, ...input.after }, input.after.items);
  record('individualPlan', String(plan.id), current, input.after);
}

/** Takes a plan away by which no lessons were held or timetabled; another one is given an end. */
export function removePlan({ db, record }: Writing, { planId }: { readonly planId: number }): void {
  const plan = findPlan(db, planId) ?? refuse('NOT_FOUND', { what: 'individualPlan' });
  const items = findItemsOfPlan(db, planId);
  const groups = new Set(items.flatMap(({ groupId }) => groupId ?? []));
  if ([...groups].some((id) => groupHasLessons(db, id)))
    refuse('INVALID', { why: 'individualPlanInUse' });
  deletePlan(db, planId);
  const { pupilId, from, to, reason } = plan;
  for (const groupId of groups) {
    saveOwnMembership(db, plan, groupId);
    const needed = new Set(
      findPlans(db, plan.yearId)
        .flatMap((one) => findItemsOfPlan(db, one.id))
        .filter((one) => one.groupId === groupId)
        .map(({ subjectId }) => subjectId),
    );
    for (const page of findPagesOfGroup(db, groupId)) {
      if (needed.has(page.subjectId)) continue;
      replacePageTeachers(db, page.id, []);
      removeEmptyPage(db, page.id);
    }
  }
  record('individualPlan', String(planId), { pupilId, from, to, reason, items }, null);
}
