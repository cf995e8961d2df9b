import type { IsoDate } from '#domain/calendar/iso-date';
import type { MovementKind } from '#domain/movement/kinds';
import type { Effect } from '#domain/movement/memberships';
import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type MovementRow = {
  readonly id: number;
  readonly orderId: number;
  readonly orderNumber: string;
  readonly orderDate: IsoDate;
  readonly orderTitle: string;
  readonly kind: MovementKind;
  readonly effectiveOn: IsoDate;
  readonly place: string;
  readonly reason: string;
  readonly revokedAt: string | null;
  readonly revokedWhy: string;
  readonly pupilId: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly birthDate: IsoDate | null;
  readonly address: string;
  readonly fromClassId: number | null;
  readonly fromGrade: number | null;
  readonly fromLetter: string | null;
  readonly fromHomeroomId: number | null;
  readonly toClassId: number | null;
  readonly toGrade: number | null;
  readonly toLetter: string | null;
  readonly toHomeroomId: number | null;
};
export type DebtRow = {
  readonly movementId: number;
  readonly subjectId: number;
  readonly subjectName: string;
  readonly dueOn: IsoDate;
  readonly settledOn: IsoDate | null;
};
export type PersonRow = {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly sex: 'male' | 'female' | null;
  readonly birthDate: IsoDate | null;
  /** The class of the last stay, and when it ended. */
  readonly classId: number | null;
  readonly yearId: number | null;
  readonly grade: number | null;
  readonly letter: string | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
};
export type FilledCellRow = {
  readonly date: IsoDate;
  readonly pageId: number;
  readonly classId: number;
  readonly grade: number;
  readonly letter: string;
  readonly groupId: number;
  readonly groupName: string;
  readonly subjectName: string;
  readonly marks: number;
};

const movementColumns = `
  SELECT movement.id, movement.order_id AS orderId, orders.number AS orderNumber,
         orders.date AS orderDate, orders.title AS orderTitle, movement.kind,
         movement.effective_on AS effectiveOn, movement.place, movement.reason,
         movement.revoked_at AS revokedAt, movement.revoked_why AS revokedWhy,
         pupil.id AS pupilId, pupil.last_name AS lastName, pupil.first_name AS firstName,
         pupil.middle_name AS middleName, pupil.birth_date AS birthDate, pupil.address,
         movement.from_class_id AS fromClassId, old.grade AS fromGrade, old.letter AS fromLetter,
         old.homeroom_teacher_id AS fromHomeroomId,
         movement.to_class_id AS toClassId, new.grade AS toGrade, new.letter AS toLetter,
         new.homeroom_teacher_id AS toHomeroomId
  FROM movement JOIN movement_order AS orders ON orders.id = movement.order_id
  JOIN pupil ON pupil.id = movement.pupil_id
  LEFT JOIN school_class AS old ON old.id = movement.from_class_id
  LEFT JOIN school_class AS new ON new.id = movement.to_class_id`;
const movementsOfYear = select<{ yearId: number }, MovementRow>(
  `${movementColumns}
   WHERE movement.from_class_id IN (SELECT id FROM school_class WHERE year_id = @yearId)
      OR movement.to_class_id IN (SELECT id FROM school_class WHERE year_id = @yearId)
   ORDER BY movement.effective_on, movement.id`,
);
const movementsOfOrder = select<[number], MovementRow>(
  `${movementColumns} WHERE movement.order_id = ? ORDER BY movement.id`,
);
const movementsBetween = select<{ from: IsoDate; to: IsoDate }, MovementRow>(
  `${movementColumns} WHERE movement.effective_on BETWEEN @from AND @to
   ORDER BY movement.effective_on, movement.id`,
);
const debtColumns = `
  SELECT debt.movement_id AS movementId, debt.subject_id AS subjectId, subject.name AS subjectName,
         debt.due_on AS dueOn, debt.settled_on AS settledOn
  FROM academic_debt AS debt JOIN subject ON subject.id = debt.subject_id`;
const debts = select<[], DebtRow>(`${debtColumns} ORDER BY subject.position, subject.name`);
const debtOf = select<[number, number], DebtRow>(
  `${debtColumns} WHERE debt.movement_id = ? AND debt.subject_id = ?`,
);
const orderByNumber = select<[string, IsoDate], { id: number }>(
  'SELECT id FROM movement_order WHERE number = ? AND date = ?',
);
const insertOrderRow = change<[string, IsoDate, string]>(
  'INSERT INTO movement_order (number, date, title) VALUES (?, ?, ?)',
);
const insertMovementRow = change<
  [number, number, string, IsoDate, number | null, number | null, string, string]
>(
  `INSERT INTO movement (pupil_id, order_id, kind, effective_on, from_class_id, to_class_id, place, reason)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
);
const insertEffectRow = change<
  [number, number, string, number, IsoDate, number, IsoDate | null, number, IsoDate | null]
>(
  `INSERT INTO movement_effect
     (movement_id, position, membership, owner_id, from_date, was_there, to_before, is_there, to_after)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
const effectsOf = select<
  [number],
  {
    of: Effect['of'];
    ownerId: number;
    from: IsoDate;
    wasThere: number;
    toBefore: IsoDate | null;
    isThere: number;
    toAfter: IsoDate | null;
  }
>(
  `SELECT membership AS "of", owner_id AS ownerId, from_date AS "from", was_there AS wasThere,
          to_before AS toBefore, is_there AS isThere, to_after AS toAfter
   FROM movement_effect WHERE movement_id = ? ORDER BY position`,
);
const insertDebtRow = change<[number, number, IsoDate]>(
  'INSERT INTO academic_debt (movement_id, subject_id, due_on) VALUES (?, ?, ?)',
);
const settleDebtRow = change<[IsoDate | null, number, number]>(
  'UPDATE academic_debt SET settled_on = ? WHERE movement_id = ? AND subject_id = ?',
);
const revokeRow = change<[string, string, number]>(
  'UPDATE movement SET revoked_at = ?, revoked_why = ? WHERE id = ?',
);
const people = select<[], PersonRow>(
  `SELECT pupil.id, pupil.last_name AS lastName, pupil.first_name AS firstName,
          pupil.middle_name AS middleName, pupil.sex, pupil.birth_date AS birthDate,
          class.id AS classId, class.year_id AS yearId, class.grade, class.letter,
          member.from_date AS "from", member.to_date AS "to"
   FROM pupil
   LEFT JOIN (SELECT pupil_id, max(from_date) AS from_date FROM class_membership GROUP BY pupil_id)
     AS latest ON latest.pupil_id = pupil.id
   LEFT JOIN class_membership AS member
     ON member.pupil_id = pupil.id AND member.from_date = latest.from_date
   LEFT JOIN school_class AS class ON class.id = member.class_id`,
);
const filledCells = select<{ pupilId: number; from: IsoDate }, FilledCellRow>(
  `SELECT lesson.date, page.id AS pageId, class.id AS classId, class.grade, class.letter,
          study_group.id AS groupId, study_group.name AS groupName, subject.name AS subjectName,
          (SELECT count(*) FROM mark
           WHERE mark.lesson_id = cell.lesson_id AND mark.pupil_id = cell.pupil_id) AS marks
   FROM journal_cell AS cell JOIN lesson ON lesson.id = cell.lesson_id
   JOIN journal_page AS page ON page.id = lesson.page_id
   JOIN study_group ON study_group.id = page.group_id
   JOIN school_class AS class ON class.id = study_group.class_id
   JOIN subject ON subject.id = page.subject_id
   WHERE cell.pupil_id = @pupilId AND lesson.date >= @from
     AND (cell.attendance IS NOT NULL OR cell.remark <> ''
          OR EXISTS (SELECT 1 FROM mark
                     WHERE mark.lesson_id = cell.lesson_id AND mark.pupil_id = cell.pupil_id))
   ORDER BY lesson.date`,
);
const pupilById = select<[number], { id: number }>('SELECT id FROM pupil WHERE id = ?');
const groupsOfYear = select<
  [number],
  { id: number; classId: number; name: string; division: string; kind: string }
>(
  `SELECT study_group.id, study_group.class_id AS classId, study_group.name, study_group.division,
          study_group.kind
   FROM study_group JOIN school_class ON school_class.id = study_group.class_id
   WHERE school_class.year_id = ? AND study_group.name <> '' AND study_group.archived = 0
   ORDER BY study_group.name`,
);

/** Movements from or to a class of the year, in the order of their days. */
export const findMovementsOfYear = (db: ReadableDb, yearId: number) =>
  all(db, movementsOfYear, { yearId });
/** Movements that took effect between two days, both included. */
export const findMovementsBetween = (db: ReadableDb, from: IsoDate, to: IsoDate) =>
  all(db, movementsBetween, { from, to });
export const findMovementsOfOrder = (db: ReadableDb, orderId: number) =>
  all(db, movementsOfOrder, [orderId]);
/** Every academic debt, by its movement. */
export const findDebts = (db: ReadableDb) => all(db, debts, []);
export const findDebt = (db: ReadableDb, movementId: number, subjectId: number) =>
  get(db, debtOf, [movementId, subjectId]);
export const settleDebt = (
  db: WritableDb,
  movementId: number,
  subjectId: number,
  on: IsoDate | null,
) => run(db, settleDebtRow, [on, movementId, subjectId]);

/** The order of this number and day; a new one where there is none. */
export function orderFor(
  db: WritableDb,
  order: { readonly number: string; readonly date: IsoDate; readonly title: string },
): { readonly id: number; readonly isNew: boolean } {
  const known = get(db, orderByNumber, [order.number, order.date]);
  if (known !== undefined) return { id: known.id, isNew: false };
  return { id: run(db, insertOrderRow, [order.number, order.date, order.title]).id, isNew: true };
}
export const findOrder = (db: ReadableDb, number: string, date: IsoDate) =>
  get(db, orderByNumber, [number, date]);

/** A movement with what it did and the debts it names. */
export function insertMovement(
  db: WritableDb,
  movement: {
    readonly pupilId: number;
    readonly orderId: number;
    readonly kind: MovementKind;
    readonly effectiveOn: IsoDate;
    readonly fromClassId: number | null;
    readonly toClassId: number | null;
    readonly place: string;
    readonly reason: string;
  },
  effects: readonly Effect[],
  owed: readonly { readonly subjectId: number; readonly dueOn: IsoDate }[],
): number {
  const { id } = run(db, insertMovementRow, [
    movement.pupilId,
    movement.orderId,
    movement.kind,
    movement.effectiveOn,
    movement.fromClassId,
    movement.toClassId,
    movement.place,
    movement.reason,
  ]);
  for (const [position, { of, ownerId, from, before, after }] of effects.entries()) {
    run(db, insertEffectRow, [
      id,
      position + 1,
      of,
      ownerId,
      from,
      before === null ? 0 : 1,
      before?.to ?? null,
      after === null ? 0 : 1,
      after?.to ?? null,
    ]);
  }
  for (const { subjectId, dueOn } of owed) run(db, insertDebtRow, [id, subjectId, dueOn]);
  return id;
}

/** What a movement did, in the order it was done. */
export const findEffects = (db: ReadableDb, movementId: number): readonly Effect[] =>
  all(db, effectsOf, [movementId]).map((row) => ({
    of: row.of,
    ownerId: row.ownerId,
    from: row.from,
    before: row.wasThere === 1 ? { to: row.toBefore } : null,
    after: row.isThere === 1 ? { to: row.toAfter } : null,
  }));
export const markRevoked = (db: WritableDb, movementId: number, at: string, why: string) =>
  run(db, revokeRow, [at, why, movementId]);

export const pupilExists = (db: ReadableDb, id: number): boolean =>
  get(db, pupilById, [id]) !== undefined;
/** Everybody who is or ever was a pupil, with the last class. */
export const findPeopleOfMovements = (db: ReadableDb) => all(db, people, []);
/** What stands in the pupil's cells from this day on. */
export const findFilledCells = (db: ReadableDb, pupilId: number, from: IsoDate) =>
  all(db, filledCells, { pupilId, from });
/** The named groups of a year that are in use. */
export const findNamedGroups = (db: ReadableDb, yearId: number) => all(db, groupsOfYear, [yearId]);
