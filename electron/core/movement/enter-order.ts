import type { MovementItem, MovementOrderInput, MovementPreview } from '#contract/movement';
import { findClass } from '#db/queries/class-sheet';
import { insertPupil } from '#db/queries/import-people';
import { findOrder, insertMovement, orderFor, pupilExists } from '#db/queries/movements';
import { applyMembershipEffects } from '#db/queries/pupil-memberships';
import { findSubjects } from '#db/queries/subjects';
import type { ReadableDb } from '#db/statement';
import { formatClassName } from '#domain/people/class-name';
import { leadsToClass } from '#domain/movement/kinds';
import { refuse } from '../refuse';
import type { Reading, Writing } from '../unit-of-work';
import { countOutside, planOrder } from './plan-order';

export const classNameOf = (db: ReadableDb, classId: number | null): string | null => {
  const found = classId === null ? undefined : findClass(db, classId);
  return found === undefined ? null : formatClassName(found);
};

/** What the schema alone cannot say: who comes, where to, and who may owe. */
function checkItems(db: ReadableDb, items: readonly MovementItem[]): void {
  const subjects = new Set(findSubjects(db).map(({ id }) => id));
  for (const { kind, pupilId, newPupil, toClassId, debts } of items) {
    if (pupilId !== undefined && !pupilExists(db, pupilId)) refuse('NOT_FOUND', { what: 'pupil' });
    const comesNew = pupilId === undefined;
    if (comesNew !== (newPupil !== undefined) || (comesNew && kind !== 'arrival')) {
      refuse('NOT_FOUND', { what: 'pupil' });
    }
    if (leadsToClass(kind) !== (toClassId !== null)) refuse('NOT_FOUND', { what: 'class' });
    const owes = kind === 'conditionalPromotion';
    const told = new Set(debts.map(({ subjectId }) => subjectId));
    if (told.size !== debts.length || owes !== debts.length > 0) {
      refuse('INVALID', { why: 'debts' });
    }
    for (const id of told) if (!subjects.has(id)) refuse('INVALID', { why: 'debts' });
  }
}

/** What an order would do, line by line; nothing changes. */
export function previewOrder({ db }: Reading, input: MovementOrderInput): MovementPreview {
  checkItems(db, input.items);
  const planned = planOrder(db, input.items, true);
  const items = planned.map((one) =>
    'problem' in one
      ? { problem: one.problem, fromClass: null, dropped: [], outside: [] }
      : {
          problem: null,
          fromClass: classNameOf(db, one.fromClassId),
          dropped: one.dropped.map(({ ownerId }) => classNameOf(db, ownerId) ?? ''),
          outside: one.outside,
        },
  );
  return {
    items,
    orderExists: findOrder(db, input.number, input.date) !== undefined,
    outside: countOutside(items),
  };
}

/** Stores one planned line: the pupil where new, the stays, the movement with what it did. */
export function storeItem(
  { db, record }: Pick<Writing, 'db' | 'record'>,
  orderId: number,
  item: MovementItem,
  plan: Extract<ReturnType<typeof planOrder>[number], { effects: unknown }>,
): void {
  let { pupilId } = item;
  if (pupilId === undefined) {
    const pupil = { ...item.newPupil, personalFile: '' } as Parameters<typeof insertPupil>[1];
    pupilId = insertPupil(db, pupil);
    record('pupil', String(pupilId), null, pupil);
  }
  applyMembershipEffects(db, pupilId, plan.effects);
  const movement = {
    pupilId,
    orderId,
    kind: item.kind,
    effectiveOn: item.on,
    fromClassId: plan.fromClassId,
    toClassId: item.toClassId,
    place: item.place,
    reason: item.reason,
  };
  const id = insertMovement(db, movement, plan.effects, item.debts);
  record('movement', String(id), null, { ...movement, debts: item.debts, effects: plan.effects });
}

/**
 * Enters an order with all its pupils in one unit of work (C2, КИА 4.7): new pupils, stays in classes
 * and groups, the register. Marks already there are never touched; where some come to lie outside,
 * their number must be the one that was shown, else CONFLICT with what it is now.
 */
export function enterOrder(
  writing: Writing,
  input: MovementOrderInput & { readonly outside: number },
): { readonly orderId: number } {
  const { db, record } = writing;
  checkItems(db, input.items);
  const planned = planOrder(db, input.items, true);
  const order = { number: input.number, date: input.date, title: input.title };
  const { id: orderId, isNew } = orderFor(db, order);
  if (isNew) record('movementOrder', String(orderId), null, order);
  for (const [index, item] of input.items.entries()) {
    const plan = planned[index];
    if (plan === undefined || 'problem' in plan) {
      refuse('MOVEMENT_REFUSED', { line: index + 1, problem: plan?.problem ?? 'noClass' });
    }
    storeItem(writing, orderId, item, plan);
  }
  const outside = countOutside(planned.flatMap((one) => ('problem' in one ? [] : [one])));
  if (outside !== input.outside) refuse('CONFLICT', { current: outside });
  return { orderId };
}
