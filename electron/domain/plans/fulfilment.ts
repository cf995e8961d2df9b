import { formatDate, type IsoDate } from '../calendar/iso-date';
import type { DocumentCell, DocumentRow, TableDocument } from '../documents/table-document';

/** What the report counts, of a page or of several together. */
export type FulfilmentSums = {
  readonly planned: number;
  readonly given: number;
  readonly covered: number;
  readonly lag: number;
  readonly unfilled: number;
  readonly cancelled: number;
  readonly controlsPlanned: number;
  readonly controlsHeld: number;
};

/** How lines of pages are put together. */
export const FULFILMENT_GROUPS = ['page', 'class', 'subject', 'teacher'] as const;
export type FulfilmentGroup = (typeof FULFILMENT_GROUPS)[number];

export type FulfilmentPage = FulfilmentSums & {
  readonly name: string;
  readonly className: string;
  readonly grade: number;
  readonly subjectName: string;
  readonly teachers: readonly string[];
  readonly curriculum: number | null;
  readonly planHours: number | null;
};

export type FulfilmentLine = FulfilmentSums & {
  readonly key: string;
  readonly name: string;
  readonly subjectName: string;
  readonly teachers: string;
  readonly curriculum: number | null;
  readonly planHours: number | null;
};

/** Percent of the plan gone through, to one digit; null where nothing was planned. */
export const percentOf = ({ covered, planned }: FulfilmentSums): number | null =>
  planned === 0 ? null : Math.round((covered * 1000) / planned) / 10;

const sum = (pages: readonly FulfilmentSums[], key: keyof FulfilmentSums) =>
  pages.reduce((all, page) => all + page[key], 0);

/** The sums of several pages; lag and lead of different pages do not make up for each other. */
export function sumFulfilment(pages: readonly FulfilmentSums[]): FulfilmentSums {
  return {
    planned: sum(pages, 'planned'),
    given: sum(pages, 'given'),
    covered: sum(pages, 'covered'),
    lag: pages.reduce((all, { lag }) => all + Math.max(0, lag), 0),
    unfilled: sum(pages, 'unfilled'),
    cancelled: sum(pages, 'cancelled'),
    controlsPlanned: sum(pages, 'controlsPlanned'),
    controlsHeld: sum(pages, 'controlsHeld'),
  };
}

const keysOf = (page: FulfilmentPage, by: FulfilmentGroup): readonly string[] => {
  if (by === 'class') return [page.className];
  if (by === 'subject') return [page.subjectName];
  return page.teachers.length === 0 ? ['—'] : page.teachers;
};

/** The lines of the report: each page, or pages of a class, subject or teacher together. */
export function fulfilmentLines(
  pages: readonly FulfilmentPage[],
  by: FulfilmentGroup,
): readonly FulfilmentLine[] {
  if (by === 'page') {
    return pages.map((page, index) => ({
      ...page,
      key: String(index),
      teachers: page.teachers.join(', '),
    }));
  }
  const groups = new Map<string, FulfilmentPage[]>();
  for (const page of pages) {
    for (const key of keysOf(page, by)) groups.set(key, [...(groups.get(key) ?? []), page]);
  }
  const compare = (a: string, b: string) => a.localeCompare(b, 'ru', { numeric: true });
  return [...groups]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([key, own]) => ({
      ...sumFulfilment(own),
      key,
      name: by === 'class' ? key : '',
      subjectName: by === 'subject' ? key : '',
      teachers: by === 'teacher' ? key : '',
      curriculum: null,
      planHours: null,
    }));
}

/** Отчёт о выполнении программ (КИА 7.2) on paper. */
export function fulfilmentDocument(report: {
  readonly school: string;
  readonly yearName: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly by: FulfilmentGroup;
  readonly pages: readonly FulfilmentPage[];
  readonly deputy: string;
  /** Whose pages they are, where the report is one teacher's own. */
  readonly teacher: string | null;
}): TableDocument {
  const { by, pages } = report;
  const lines = fulfilmentLines(pages, by);
  const whole = by === 'page';
  const head = {
    page: ['Класс, группа', 'Предмет', 'Учитель', 'Уч. план, ч в год', 'КТП, ч в год'],
    class: ['Класс'],
    subject: ['Предмет'],
    teacher: ['Учитель'],
  }[by];
  const nameOf = (line: FulfilmentLine): DocumentCell[] =>
    whole
      ? [line.name, line.subjectName, line.teachers, line.curriculum, line.planHours]
      : [line.name || line.subjectName || line.teachers];
  const countsOf = (sums: FulfilmentSums): DocumentCell[] => [
    sums.planned,
    sums.given,
    sums.covered,
    sums.lag,
    percentOf(sums),
    sums.controlsPlanned,
    sums.controlsHeld,
    sums.cancelled,
    sums.unfilled,
  ];
  const widths = { page: [12, 20, 16, 8, 8], class: [14], subject: [30], teacher: [24] }[by];
  const total: DocumentRow = {
    kind: 'total',
    cells: ['Всего', ...head.slice(1).map(() => null), ...countsOf(sumFulfilment(pages))],
  };
  const numbers = [
    'По плану, ч',
    'Дано уроков',
    'Пройдено, ч',
    'Отставание, ч',
    'Выполнение, %',
    'К/р по плану',
    'К/р проведено',
    'Отменено',
    'Без темы',
  ];
  return {
    title: 'Выполнение программ',
    school: report.school,
    heading: [
      'Отчёт о выполнении учебных программ',
      `${report.yearName} учебный год, ${formatDate(report.from)} – ${formatDate(report.to)}`,
    ],
    ...(report.teacher !== null && { lines: [`Учитель: ${report.teacher}`] }),
    orientation: 'landscape',
    fontSize: 9,
    parts: [
      {
        columns: [
          ...head.map((title, index) => ({ title, width: widths[index] ?? 10 })),
          ...numbers.map((title) => ({ title, width: 8, align: 'center' as const })),
        ],
        rows: [...lines.map((line) => ({ cells: [...nameOf(line), ...countsOf(line)] })), total],
        notes: [
          'По плану – уроки расписания за период, включая отменённые, в пределах часов КТП. Пройдено – часы КТП, по которым даны уроки или внесена корректировка.',
          'Отставание = по плану − пройдено; в итогах опережение одних страниц не возмещает отставание других. Выполнение = пройдено / по плану × 100 %.',
        ],
      },
    ],
    signatures:
      report.teacher === null
        ? [{ role: 'Заместитель директора по УВР', name: report.deputy }]
        : [{ role: 'Учитель', name: report.teacher }],
  };
}
