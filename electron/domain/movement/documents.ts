import { formatDate, type IsoDate } from '../calendar/iso-date';
import type { DocumentPart, DocumentSignature, TableDocument } from '../documents/table-document';
import { compareText } from '../text/compare-text';
import { MOVEMENT_KINDS, type MovementKind } from './kinds';

/** A movement in the words of the register. */
export type PaperMovement = {
  readonly kind: MovementKind;
  readonly effectiveOn: IsoDate;
  readonly orderNumber: string;
  readonly orderDate: IsoDate;
  readonly pupil: string;
  readonly birthDate: IsoDate | null;
  readonly address: string;
  readonly fromClass: string | null;
  readonly toClass: string | null;
  readonly place: string;
  readonly reason: string;
  readonly debts: readonly { readonly subjectName: string; readonly dueOn: IsoDate }[];
};

const byName = (a: PaperMovement, b: PaperMovement) =>
  compareText(a.pupil, b.pupil) || a.effectiveOn.localeCompare(b.effectiveOn);
const dateOr = (date: IsoDate | null) => (date === null ? '' : formatDate(date));
const orderWords = ({ orderNumber, orderDate }: PaperMovement) =>
  `№ ${orderNumber} от ${formatDate(orderDate)}`;
const nobody = { cells: ['', 'нет'] } as const;

function periodPart(
  heading: string,
  words: { readonly day: string; readonly place: string },
  rows: readonly PaperMovement[],
): DocumentPart {
  return {
    heading: `${heading}: ${rows.length}`,
    columns: [
      { title: '№', width: 4, align: 'right' },
      { title: 'Фамилия, имя, отчество, дата рождения', width: 34 },
      { title: words.day, width: 11, align: 'center' },
      { title: 'Класс', width: 7, align: 'center' },
      { title: 'Домашний адрес', width: 28 },
      { title: 'Дата и № приказа', width: 20 },
      { title: words.place, width: 28 },
    ],
    rows:
      rows.length === 0
        ? [nobody]
        : rows.toSorted(byName).map((row, index) => ({
            cells: [
              index + 1,
              row.birthDate === null ? row.pupil : `${row.pupil}, ${formatDate(row.birthDate)}`,
              formatDate(row.effectiveOn),
              row.toClass ?? row.fromClass ?? '',
              row.address,
              orderWords(row),
              [row.place, row.reason].filter((text) => text !== '').join('; '),
            ],
          })),
  };
}

/**
 * «Сведения о детях, прибывших — выбывших за период» with the columns schools know (domain.md 1.5):
 * moves between classes and years are left out, graduates are no leavers.
 */
export function movementPeriodDocument(input: {
  readonly school: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly rows: readonly PaperMovement[];
  readonly signatures: readonly DocumentSignature[];
}): TableDocument {
  const span = `с ${formatDate(input.from)} по ${formatDate(input.to)}`;
  const of = (kind: MovementKind) => input.rows.filter((row) => row.kind === kind);
  return {
    title: `Движение ${span}`,
    school: input.school,
    heading: ['Сведения о прибывших и выбывших обучающихся', span],
    orientation: 'landscape',
    fontSize: 9.5,
    parts: [
      periodPart('Прибыли', { day: 'Прибыл', place: 'Откуда' }, of('arrival')),
      periodPart('Выбыли', { day: 'Выбыл', place: 'Куда, причина' }, of('leaving')),
    ],
    notes: ['Переводы из класса в класс и выпуск не учитываются.'],
    signatures: input.signatures,
    stamp: true,
  };
}

/** What an order does with its pupils, as papers say it. */
export const KIND_HEADINGS: Readonly<Record<MovementKind, string>> = {
  arrival: 'Зачислить',
  leaving: 'Отчислить',
  transfer: 'Перевести из класса в класс',
  promotion: 'Перевести в следующий класс',
  conditionalPromotion: 'Перевести условно, с академической задолженностью',
  repeat: 'Оставить на повторное обучение',
  graduation: 'Выпустить',
};

function remarkOf({ kind, place, reason, debts }: PaperMovement): string {
  const where = place === '' ? '' : `${kind === 'arrival' ? 'из' : 'в'}: ${place}`;
  const owed = debts.map(({ subjectName, dueOn }) => `${subjectName} до ${formatDate(dueOn)}`);
  return [where, reason, owed.join(', ')].filter((text) => text !== '').join('; ');
}

/** The list of pupils that belongs to an order, one part for each kind of movement. */
export function movementOrderDocument(input: {
  readonly school: string;
  readonly number: string;
  readonly date: IsoDate;
  readonly title: string;
  readonly rows: readonly PaperMovement[];
  readonly signatures: readonly DocumentSignature[];
}): TableDocument {
  const order = `№ ${input.number} от ${formatDate(input.date)}`;
  const parts = MOVEMENT_KINDS.flatMap((kind): DocumentPart[] => {
    const rows = input.rows.filter((row) => row.kind === kind).toSorted(byName);
    if (rows.length === 0) return [];
    return [
      {
        heading: `${KIND_HEADINGS[kind]}: ${rows.length}`,
        columns: [
          { title: '№', width: 4, align: 'right' },
          { title: 'Фамилия, имя, отчество', width: 34 },
          { title: 'Дата рождения', width: 11, align: 'center' },
          { title: 'Из класса', width: 8, align: 'center' },
          { title: 'В класс', width: 8, align: 'center' },
          {
            title: kind === 'leaving' || kind === 'graduation' ? 'Последний день' : 'С какого дня',
            width: 12,
            align: 'center',
          },
          { title: 'Примечание', width: 30 },
        ],
        rows: rows.map((row, index) => ({
          cells: [
            index + 1,
            row.pupil,
            dateOr(row.birthDate),
            row.fromClass ?? '',
            row.toClass ?? '',
            formatDate(row.effectiveOn),
            remarkOf(row),
          ],
        })),
      },
    ];
  });
  return {
    title: `Список к приказу ${order}`,
    school: input.school,
    heading: [
      `Список обучающихся к приказу ${order}`,
      ...(input.title === '' ? [] : [input.title]),
    ],
    orientation: 'landscape',
    parts,
    signatures: input.signatures,
    stamp: true,
  };
}
