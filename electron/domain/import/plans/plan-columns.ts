import { cellText, type TableSheet } from '../table';
import { textKey } from '../text-key';

/** What a column of a plan in a file may hold. */
export const PLAN_FIELDS = [
  'number',
  'section',
  'topic',
  'hours',
  'control',
  'practical',
  'laboratory',
  'kind',
  'homework',
  'resources',
] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

export type PlanColumn = {
  readonly column: number;
  readonly title: string;
  readonly field: PlanField | null;
};
export type PlanColumns = {
  readonly firstDataRow: number;
  readonly columns: readonly PlanColumn[];
};

/** Titles by their keys, the surer words first: «Контрольные работы» under «Количество часов». */
const TITLES: readonly (readonly [PlanField, RegExp])[] = [
  [
    'number',
    /^(?:(?:№|номер|n|порядковый номер)(?: п п| пп| п| урока| урок| занятия| темы)*|п п)$/u,
  ],
  ['control', /контрольн|(?:^| )к р$/u],
  ['practical', /практическ|(?:^| )п р$/u],
  ['laboratory', /лаборатор|(?:^| )л р$/u],
  ['homework', /^(?:д з|дз|домашн\p{L}*|задани\p{L}* на дом)/u],
  [
    'topic',
    /^(?:тема|темы)(?: |$)|(?:разделов|разделы|раздел) (?:и|тема)|(?:название|наименование|изучаемая) тем|содержание (?:урока|темы)|^тематическое/u,
  ],
  ['section', /^(?:раздел|наименование раздела|название раздела|модуль|блок|глава)/u],
  ['hours', /^(?:кол(?:ичество)?(?: во)? ?(?:час|уроков)|кол во|часы|часов|час|ч$|всего)/u],
  ['kind', /^(?:тип|вид|форма)(?: |$)/u],
  [
    'resources',
    /эор|цор|цифров|ресурс|примечани|оборудовани|^содержание|литератур|цел[ьи] обучени|средства обучени/u,
  ],
];

/** What a column with that title holds, if its words are known. */
export function planFieldOf(title: string): PlanField | undefined {
  const key = textKey(title);
  if (/^(?:план|факт)?\s*дат/u.test(key)) return undefined;
  return TITLES.find(([, pattern]) => pattern.test(key))?.[0];
}

const ROWS_SEARCHED = 60;
const MOST_COLUMNS = 60;
const HEIGHTS = [1, 2, 3] as const;

/** The words over each column in one row; a merged cell stands over all its columns and rows. */
function titlesOf(sheet: TableSheet, rowIndex: number, width: number): string[] {
  const titles = Array.from({ length: width }, (_, column) =>
    cellText(sheet.rows[rowIndex]?.[column]),
  );
  for (const merge of sheet.merges) {
    if (rowIndex < merge.fromRow || rowIndex > merge.toRow) continue;
    const title = cellText(sheet.rows[merge.fromRow]?.[merge.fromColumn]);
    for (let column = merge.fromColumn; column <= merge.toColumn && column < width; column += 1) {
      if (titles[column] === '') titles[column] = title;
    }
  }
  return titles;
}

/** A header so many rows high: what stands lowest tells, together with what stands over it. */
function headerAt(sheet: TableSheet, at: number, height: number, width: number): PlanColumn[] {
  const levels = Array.from({ length: height }, (_, level) => titlesOf(sheet, at + level, width));
  const used = new Set<PlanField>();
  return Array.from({ length: width }, (_, column) => {
    const words = [...new Set(levels.map((level) => level[column] ?? ''))].filter(Boolean);
    const lowest = words.at(-1) ?? '';
    const found = planFieldOf(lowest) ?? planFieldOf(words.join(' '));
    const field = found === undefined || used.has(found) ? null : found;
    if (field !== null) used.add(field);
    return { column, title: words.join(': '), field };
  });
}

const worth = (columns: readonly PlanColumn[]) =>
  columns.filter(({ field }) => field !== null).length;

/** Whether so many rows hold nothing but titles: a row of data is none of the header. */
const looksLikeHeader = (columns: readonly PlanColumn[]) =>
  columns.every(({ title }) => title.length < 200);

/**
 * Finds the header of a plan by its words, one to three rows high, wherever it stands. Undefined
 * where no row has a title of topics.
 */
export function findPlanColumns(sheet: TableSheet): PlanColumns | undefined {
  const searched = Math.min(ROWS_SEARCHED, sheet.rows.length);
  const width = Math.min(
    MOST_COLUMNS,
    Math.max(0, ...sheet.rows.slice(0, searched).map((row) => row.length)),
  );
  let best: PlanColumns | undefined;
  // One row first: more are only better where they tell more, not where a title stands above.
  for (const height of HEIGHTS) {
    for (let at = 0; at + height <= searched; at += 1) {
      const columns = headerAt(sheet, at, height, width);
      const hasTopic = columns.some(({ field }) => field === 'topic');
      const better = worth(columns) > worth(best?.columns ?? []);
      if (hasTopic && better && worth(columns) > 1 && looksLikeHeader(columns)) {
        best = { firstDataRow: at + height, columns };
      }
    }
  }
  return best ?? onlyTopics(sheet, searched, width);
}

/** A list of nothing but topics under their title. */
function onlyTopics(sheet: TableSheet, searched: number, width: number): PlanColumns | undefined {
  for (let at = 0; at < searched; at += 1) {
    const columns = headerAt(sheet, at, 1, width);
    const titles = columns.filter(({ title }) => title !== '');
    if (titles.length === 1 && titles[0]?.field === 'topic') {
      return { firstDataRow: at + 1, columns };
    }
  }
  return undefined;
}

/** All columns of a sheet, also those without a title; for a sheet whose header was not found. */
export const columnCount = (sheet: TableSheet): number =>
  Math.min(MOST_COLUMNS, Math.max(0, ...sheet.rows.slice(0, 2000).map((row) => row.length)));

/** The table that most likely is the plan by lessons: titled so, and the longest of them. */
export function likelyPlanSheet(sheets: readonly TableSheet[]): number {
  const scores = sheets.map((sheet) => {
    const found = findPlanColumns(sheet);
    if (found === undefined) return 0;
    const lessons = found.columns.some(({ field, title }) => {
      return field === 'topic' && /тема (?:урока|занятия)/u.test(textKey(title));
    });
    return (lessons ? 10_000 : 1) + sheet.rows.length;
  });
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}
