import { formatDate, type IsoDate } from '../calendar/iso-date';
import type { DocumentPart, TableDocument } from '../documents/table-document';

/** A page of the journal to be filled by hand. */
export type BlankPage = {
  /** «8-А. Алгебра, 1-я подгруппа». */
  readonly title: string;
  readonly teachers: readonly string[];
  readonly pupils: readonly string[];
  readonly lessons: readonly { readonly date: IsoDate; readonly number: number }[];
};

/** So many days at the most: more would be a second journal. */
export const MOST_BLANK_DAYS = 31;
/** As many columns of lessons as fit a sheet and can be written in. */
const LESSONS_A_SHEET = 12;
/** Points: 6 mm, a line to write on; a class of thirty fits its sheet. */
const LINE = 18;

const day = (date: IsoDate): string => formatDate(date).slice(0, 5);

function partsOf(page: BlankPage, first: boolean): readonly DocumentPart[] {
  const alone = page.teachers.length === 1 ? page.teachers[0] : undefined;
  const sheets = Math.max(1, Math.ceil(page.lessons.length / LESSONS_A_SHEET));
  return Array.from({ length: sheets }, (_, index) =>
    page.lessons.slice(index * LESSONS_A_SHEET, (index + 1) * LESSONS_A_SHEET),
  ).flatMap((lessons, index): DocumentPart[] => [
    {
      heading: page.title,
      lines: [`Учитель: ${page.teachers.join(', ') || '______________________'}`],
      newPage: !first || index > 0,
      columns: [
        { title: '№', width: 5, align: 'right' },
        { title: 'Фамилия, имя', width: 34 },
        ...lessons.map(({ date, number }) => ({
          title: `${day(date)}\n${number}\u00A0ур.`,
          width: 9,
          align: 'center' as const,
        })),
      ],
      rows: page.pupils.map((pupil, row) => ({
        cells: [row + 1, pupil, ...lessons.map(() => null)],
      })),
      rowHeight: LINE,
    },
    {
      columns: [
        { title: 'Дата', width: 8, align: 'center' },
        { title: 'Урок', width: 6, align: 'center' },
        { title: 'Тема', width: 45 },
        { title: 'Домашнее задание', width: 40 },
      ],
      rows: lessons.map(({ date, number }) => ({ cells: [day(date), number, null, null] })),
      rowHeight: 1.5 * LINE,
      signatures: [{ role: 'Учитель', name: alone ?? '' }],
    },
  ]);
}

/**
 * Sheets to fill by hand while the computers are down (J10; ЭЛЖ 6: «меры по временному осуществлению
 * образовательного процесса без ведения ЭЖ»): the list of each page with its lessons, and lines for
 * topics and homework. Pages without a lesson in the days are left out.
 */
export function blankSheets(
  pages: readonly BlankPage[],
  {
    school,
    of,
    from,
    to,
  }: {
    readonly school: string;
    /** «8-А» or the teacher's name. */
    readonly of: string;
    readonly from: IsoDate;
    readonly to: IsoDate;
  },
): TableDocument {
  const held = pages.filter(({ lessons }) => lessons.length > 0);
  return {
    title: `Бланки журнала ${of}`,
    school,
    heading: [
      'Лист журнала на время технического сбоя',
      `${of}, с ${formatDate(from)} по ${formatDate(to)}`,
    ],
    lines:
      held.length === 0
        ? ['Уроков в эти дни нет.']
        : [
            'Отметки 2–5, «н» — отсутствовал, «о» — опоздал. После восстановления перенесите записи в журнал.',
          ],
    orientation: 'portrait',
    parts: held.flatMap((page, index) => partsOf(page, index === 0)),
  };
}
