import { addDays, formatDate, type IsoDate } from '../calendar/iso-date';
import type { DocumentPart, DocumentSignature } from '../documents/table-document';
import { mondayOf } from './limits';
import type { ControlLevel } from './place';

/** A control work as it stands on paper. */
export type PaperWork = {
  readonly classIds: readonly number[];
  readonly date: IsoDate;
  readonly lessonNumber: number;
  readonly subject: string;
  readonly subjectShort: string;
  readonly kind: string;
  readonly kindShort: string;
  readonly title: string;
  readonly teachers: string;
  readonly level: ControlLevel;
  readonly note: string;
  readonly fixed: boolean;
  readonly overWhy: string;
};

export const LEVEL_NAMES: Readonly<Record<ControlLevel, string>> = {
  school: 'школьный',
  municipal: 'муниципальный',
  regional: 'региональный',
  national: 'всероссийский',
};

const dayMonth = (date: IsoDate) => formatDate(date).slice(0, 5);
const inOrder = (works: readonly PaperWork[]) =>
  works.toSorted((a, b) => a.date.localeCompare(b.date) || a.lessonNumber - b.lessonNumber);

/** One work of several groups of a class is one line of a cell. */
function cellOf(works: readonly PaperWork[]): string {
  const lines = inOrder(works).map(
    ({ date, subjectShort, kindShort, fixed }) =>
      `${dayMonth(date)} ${subjectShort} ${kindShort}${fixed ? '' : '*'}`,
  );
  return [...new Set(lines)].join('\n');
}

/** The school in one table: classes down, weeks across; an asterisk is a proposal. */
export function schoolPart(
  classes: readonly { readonly id: number; readonly name: string }[],
  works: readonly PaperWork[],
  span: { readonly from: IsoDate; readonly to: IsoDate },
): DocumentPart {
  const weeks: IsoDate[] = [];
  for (let day = mondayOf(span.from); day <= span.to; day = addDays(day, 7)) weeks.push(day);
  const shown = weeks.filter((monday) => works.some(({ date }) => mondayOf(date) === monday));
  return {
    columns: [
      { title: 'Класс', width: 5, align: 'center' },
      ...shown.map((monday) => ({
        title: `${dayMonth(monday)}–${dayMonth(addDays(monday, 5))}`,
        width: 14,
      })),
    ],
    rows: classes
      .map(({ id, name }) => ({ name, own: works.filter(({ classIds }) => classIds.includes(id)) }))
      .filter(({ own }) => own.length > 0)
      .map(({ name, own }) => ({
        cells: [
          name,
          ...shown.map((monday) => cellOf(own.filter(({ date }) => mondayOf(date) === monday))),
        ],
      })),
  };
}

/** The sheet of one class: its works in order, signed by who is named. */
export function classPart(
  name: string,
  works: readonly PaperWork[],
  signatures: readonly DocumentSignature[],
  newPage: boolean,
): DocumentPart {
  return {
    heading: `${name} класс`,
    newPage,
    columns: [
      { title: '№', width: 4, align: 'right' },
      { title: 'Дата', width: 10 },
      { title: 'Урок', width: 5, align: 'center' },
      { title: 'Предмет', width: 20 },
      { title: 'Вид работы', width: 18 },
      { title: 'Тема', width: 26 },
      { title: 'Учитель', width: 18 },
      { title: 'Уровень', width: 13 },
      { title: 'Примечание', width: 22 },
    ],
    rows: inOrder(works).map((work, index) => ({
      cells: [
        index + 1,
        formatDate(work.date),
        work.lessonNumber,
        work.subject,
        work.kind,
        work.title,
        work.teachers,
        LEVEL_NAMES[work.level],
        [
          work.fixed ? '' : 'предложение учителя',
          work.note,
          work.overWhy === '' ? '' : `сверх нормы: ${work.overWhy}`,
        ]
          .filter((part) => part !== '')
          .join('; '),
      ],
    })),
    signatures,
  };
}
