import type { MovementPreviewItem } from '#contract/movement';
import {
  findDebt,
  findEffects,
  findMovementsOfOrder,
  markRevoked,
  settleDebt as saveDebt,
  type MovementRow,
} from '#db/queries/movements';
import {
  applyMembershipEffects,
  findMembershipsOfPupil,
  findSchoolOfMovements,
} from '#db/queries/pupil-memberships';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { reversed, withEffects, type Effect, type Membership } from '#domain/movement/memberships';
import { fullName } from '#domain/people/name';
import { refuse } from '../refuse';
import type { Reading, Writing } from '../unit-of-work';
import { classNameOf } from './enter-order';
import { countOutside, entriesOutside } from './plan-order';

type Asked = {
  readonly orderId: number;
  readonly movementIds?: readonly number[] | undefined;
};
type Undoing = {
  readonly movement: MovementRow;
  readonly effects: readonly Effect[];
  readonly item: MovementPreviewItem;
};

/** How each movement would be undone, the last one first. */
function planRevoke(db: ReadableDb, { orderId, movementIds }: Asked): readonly Undoing[] {
  const all = findMovementsOfOrder(db, orderId).filter(({ revokedAt }) => revokedAt === null);
  const named = movementIds === undefined ? undefined : new Set(movementIds);
  const wanted = all.filter(({ id }) => named === undefined || named.has(id));
  if (wanted.length === 0 || (named !== undefined && wanted.length !== named.size)) {
    refuse('NOT_FOUND', { what: 'order' });
  }
  const school = findSchoolOfMovements(db);
  const states = new Map<number, readonly Membership[]>();
  return wanted.toReversed().map((movement) => {
    const { id, pupilId } = movement;
    const effects = reversed(findEffects(db, id));
    const rows = states.get(pupilId) ?? findMembershipsOfPupil(db, pupilId);
    const after = withEffects(rows, effects);
    if (after !== undefined) states.set(pupilId, after);
    return {
      movement,
      effects,
      item: {
        problem: after === undefined ? 'changedSince' : null,
        fromClass: classNameOf(db, movement.fromClassId),
        dropped: [],
        outside: after === undefined ? [] : entriesOutside(db, school, pupilId, rows, after),
      },
    };
  });
}

/** Whether an order can be taken back, pupil by pupil, and which entries would then lie outside. */
export const previewRevoke = (
  { db }: Reading,
  asked: Asked,
): readonly (MovementPreviewItem & { readonly pupil: string })[] =>
  planRevoke(db, asked).map(({ movement, item }) => ({ ...item, pupil: fullName(movement) }));

/**
 * Takes an order back: every stay becomes exactly what it was before it. Refuses where a stay was
 * changed since by a later order or by hand: that has to be taken back first. The register keeps the
 * movement as revoked; a pupil who came new stays in the journal without a class.
 */
export function revokeOrder(
  { db, record, now }: Writing,
  input: Asked & { readonly why: string; readonly outside: number },
): void {
  const planned = planRevoke(db, input);
  for (const [index, { movement, effects, item }] of planned.entries()) {
    if (item.problem !== null) {
      refuse('MOVEMENT_REFUSED', { line: planned.length - index, problem: 'changedSince' });
    }
    applyMembershipEffects(db, movement.pupilId, effects);
    markRevoked(db, movement.id, now, input.why);
    record('movement', String(movement.id), { revoked: null }, { revoked: input.why, effects });
  }
  const outside = countOutside(planned.map(({ item }) => item));
  if (outside !== input.outside) refuse('CONFLICT', { current: outside });
}

/** Notes that a conditionally promoted pupil has settled a debt, or owes it again. */
export function settleDebt(
  { db, record }: Writing,
  input: {
    readonly movementId: number;
    readonly subjectId: number;
    readonly settledOn: IsoDate | null;
  },
): void {
  const debt = findDebt(db, input.movementId, input.subjectId);
  if (debt === undefined) refuse('NOT_FOUND', { what: 'order' });
  saveDebt(db, input.movementId, input.subjectId, input.settledOn);
  record(
    'academicDebt',
    `${input.movementId}:${input.subjectId}`,
    { settledOn: debt.settledOn },
    { settledOn: input.settledOn },
  );
}
