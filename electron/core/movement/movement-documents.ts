import { findMovementsBetween, findMovementsOfOrder } from '#db/queries/movements';
import { findSchool } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { TableDocument } from '#domain/documents/table-document';
import { movementOrderDocument, movementPeriodDocument } from '#domain/movement/documents';
import { signerOf } from '../profile/signer';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';
import { asMovementRow, debtsByMovement } from './register';

const schoolName = (db: ReadableDb) => findSchool(db)?.name ?? '';

/** «Сведения о прибывших и выбывших» between two days; moves between classes are left out. */
export function movementPeriod(
  { db }: Reading,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): TableDocument {
  const none = new Map<number, never[]>();
  const rows = findMovementsBetween(db, from, to)
    .filter(({ revokedAt }) => revokedAt === null)
    .map((row) => asMovementRow(row, none));
  return movementPeriodDocument({
    school: schoolName(db),
    from,
    to,
    rows,
    signatures: [
      { role: 'Директор', name: signerOf(db, 'director') },
      { role: 'Секретарь', name: signerOf(db, 'secretary') },
    ],
  });
}

/** The pupils of an order, by what becomes of them: the list that is put to the order. */
export function movementOrder(
  { db }: Reading,
  { orderId }: { readonly orderId: number },
): TableDocument {
  const stored = findMovementsOfOrder(db, orderId);
  const [first] = stored;
  if (first === undefined) refuse('NOT_FOUND', { what: 'order' });
  const debts = debtsByMovement(db);
  return movementOrderDocument({
    school: schoolName(db),
    number: first.orderNumber,
    date: first.orderDate,
    title: first.orderTitle,
    rows: stored
      .filter(({ revokedAt }) => revokedAt === null)
      .map((row) => asMovementRow(row, debts)),
    signatures: [{ role: 'Директор', name: signerOf(db, 'director') }],
  });
}
