import type { IsoDate } from '#domain/calendar/iso-date';
import { all, select, type ReadableDb } from '../statement';

export type MemberRow = {
  readonly pupilId: number;
  readonly fromDate: IsoDate;
  readonly toDate: IsoDate | null;
};
export type OrderRow = {
  readonly pupilId: number;
  readonly kind: string;
  readonly fromClassId: number | null;
  readonly toClassId: number | null;
  readonly effectiveOn: IsoDate;
  readonly number: string;
  readonly date: IsoDate;
};

const members = select<{ classId: number; day: IsoDate }, MemberRow>(
  `SELECT pupil_id AS pupilId, from_date AS fromDate, to_date AS toDate FROM class_membership
   WHERE class_id = @classId AND from_date <= @day ORDER BY from_date`,
);
const orders = select<{ classId: number; day: IsoDate }, OrderRow>(
  `SELECT movement.pupil_id AS pupilId, movement.kind, movement.from_class_id AS fromClassId,
          movement.to_class_id AS toClassId, movement.effective_on AS effectiveOn,
          movement_order.number, movement_order.date
   FROM movement JOIN movement_order ON movement_order.id = movement.order_id
   WHERE (movement.from_class_id = @classId OR movement.to_class_id = @classId)
     AND movement.effective_on <= @day AND movement.revoked_at IS NULL
   ORDER BY movement.effective_on`,
);

/** Everybody who was in the class by this day, with the days: also who has left it. */
export const membersUntil = (db: ReadableDb, classId: number, day: IsoDate) =>
  all(db, members, { classId, day });
/** The orders into and out of the class that had effect by this day. */
export const ordersOfClass = (db: ReadableDb, classId: number, day: IsoDate) =>
  all(db, orders, { classId, day });
