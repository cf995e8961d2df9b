import { formatDate, type IsoDate } from '../../calendar/iso-date';
import type { DocumentRow, TableDocument } from '../../documents/table-document';
import { fullName } from '../../people/name';
import type { PupilData } from '../pupil-data';
import { RELATION_NAMES, type Relation, type RepresentativeData } from '../representative';
import { teacherLine, teacherSignature, type ClassPaper } from './class-head';

type OrderOf = { readonly number: string; readonly date: IsoDate; readonly on: IsoDate };

export type PupilFacts = {
  readonly data: PupilData;
  readonly representatives: readonly (RepresentativeData & { readonly relation: Relation })[];
  /** The order the pupil came into the class by in this year, and the one of leaving it. */
  readonly arrival: OrderOf | null;
  readonly leaving: OrderOf | null;
  /** The last day in the class of who is in it no more. */
  readonly leftOn: IsoDate | null;
};

const orderText = (order: OrderOf | null): string | null =>
  order === null
    ? null
    : `${formatDate(order.on)}, приказ № ${order.number} от ${formatDate(order.date)}`;

/**
 * «Основные сведения об обучающихся» (ИНС 3.6): the general facts of a class on a day as the paper
 * journal has them, those who left it in the year below.
 */
export function mainFactsDocument(head: ClassPaper, pupils: readonly PupilFacts[]): TableDocument {
  const day = formatDate(head.day);
  const rowOf = (pupil: PupilFacts, index: number): DocumentRow => {
    const { data, representatives } = pupil;
    const parents = representatives.map(
      (one) => `${fullName(one)} (${RELATION_NAMES[one.relation]})`,
    );
    const phones = [
      ...representatives.map(({ phone }) => phone),
      ...(data.phone === '' ? [] : [`${data.phone} (ученик)`]),
    ];
    const left =
      orderText(pupil.leaving) ?? (pupil.leftOn === null ? null : formatDate(pupil.leftOn));
    return {
      cells: [
        index + 1,
        data.personalFile,
        fullName(data),
        data.birthDate === null ? null : formatDate(data.birthDate),
        data.sex === null ? null : data.sex === 'male' ? 'м' : 'ж',
        data.address,
        parents.join('\n'),
        phones.filter((phone) => phone !== '').join('\n'),
        [orderText(pupil.arrival), left === null ? null : `выбыл: ${left}`]
          .filter((text) => text !== null)
          .join('\n'),
      ],
    };
  };
  const here = pupils.filter(({ leftOn }) => leftOn === null);
  const gone = pupils.filter(({ leftOn }) => leftOn !== null);
  return {
    title: `Основные сведения об обучающихся ${head.className} класса на ${day}`,
    school: head.school,
    heading: [
      `Основные сведения об обучающихся ${head.className} класса`,
      `на ${day}, ${head.yearName} учебный год`,
    ],
    lines: teacherLine(head),
    orientation: 'landscape',
    fontSize: 8.5,
    parts: [
      {
        columns: [
          { title: '№', width: 3, align: 'right' },
          { title: 'Личное дело', width: 8 },
          { title: 'Фамилия, имя, отчество', width: 20 },
          { title: 'Дата рождения', width: 10, align: 'center' },
          { title: 'Пол', width: 4, align: 'center' },
          { title: 'Домашний адрес', width: 22 },
          { title: 'Родители (законные представители)', width: 28 },
          { title: 'Телефоны', width: 21 },
          { title: 'Прибыл, выбыл', width: 15 },
        ],
        rows: [
          ...here.map(rowOf),
          ...(gone.length === 0
            ? []
            : [{ kind: 'section', cells: ['Выбыли из класса'] } as const, ...gone.map(rowOf)]),
        ],
      },
    ],
    notes: [
      `Обучающихся на ${day}: ${here.length}.`,
      'Сведения об ученике — какими они были в карточке в этот день, представители и телефоны — на день печати.',
    ],
    signatures: [teacherSignature(head)],
  };
}
