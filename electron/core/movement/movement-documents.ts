import { findClass, findPersonOfRole, findPupilsOfClass } from '#db/queries/class-sheet';
import { findMovementsBetween, findMovementsOfOrder, findPupilFacts } from '#db/queries/movements';
import { findSchool } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import type { DocumentSignature, TableDocument } from '#domain/documents/table-document';
import { movementOrderDocument, movementPeriodDocument } from '#domain/movement/documents';
import { formatClassName } from '#domain/people/class-name';
import { compareNames, fullName, shortName } from '#domain/people/name';
import { hasRole, type Role } from '#domain/people/roles';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';
import { asMovementRow, debtsByMovement } from './register';

function signature(db: ReadableDb, role: Role, title: string): DocumentSignature {
  const person = findPersonOfRole(db, role);
  return { role: title, name: person === undefined ? '' : shortName(person) };
}
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
    signatures: [signature(db, 'director', 'Директор'), signature(db, 'secretary', 'Секретарь')],
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
    signatures: [signature(db, 'director', 'Директор')],
  });
}

/** The list of a class on a day (ЭЛЖ 22): who was in it then, whatever became of them since. */
export function classListOn(
  { db, actor }: Reading,
  { classId, day }: { readonly classId: number; readonly day: IsoDate },
): TableDocument {
  const found = findClass(db, classId) ?? refuse('NOT_FOUND', { what: 'class' });
  const seesAll = hasRole(actor, 'administrator', 'director', 'deputy', 'secretary');
  if (!seesAll && found.homeroomTeacherId !== actor.staffId) {
    refuse('FORBIDDEN', { why: 'notYourClass' });
  }
  const name = formatClassName(found);
  const pupils = findPupilsOfClass(db, classId, day).sort(compareNames);
  const teacher =
    found.lastName === null
      ? ''
      : shortName({
          lastName: found.lastName,
          firstName: found.firstName ?? '',
          middleName: found.middleName ?? '',
        });
  return {
    title: `Список ${name} класса на ${formatDate(day)}`,
    school: schoolName(db),
    heading: [`Список ${name} класса`, `на ${formatDate(day)}, ${found.yearName} учебный год`],
    lines: [`Классный руководитель: ${teacher}`, `Учеников: ${pupils.length}`],
    orientation: 'portrait',
    parts: [
      {
        columns: [
          { title: '№', width: 4, align: 'right' },
          { title: 'Фамилия, имя, отчество', width: 42 },
          { title: 'Дата рождения', width: 13, align: 'center' },
          { title: 'Личное дело', width: 14 },
        ],
        rows: pupils.map((pupil, index) => {
          const facts = findPupilFacts(db, pupil.id);
          const born = facts?.birthDate ?? null;
          return {
            cells: [
              index + 1,
              fullName(pupil),
              born === null ? '' : formatDate(born),
              facts?.personalFile ?? '',
            ],
          };
        }),
      },
    ],
    signatures: [{ role: 'Классный руководитель', name: teacher }],
  };
}
