import { kindOfTopic } from '../../plans/kind-of-topic';
import {
  MOST_PLAN_HOURS,
  MOST_PLAN_ROWS,
  type PlanKind,
  type PlanRowContent,
} from '../../plans/plan-row';
import { cellText, type Cell, type TableSheet } from '../table';
import { textKey } from '../text-key';
import { findPlanColumns, type PlanColumns, type PlanField } from './plan-columns';

/** A lesson of the file. `rowNumber` is counted from 1, as the office program shows it. */
export type ImportedPlanRow = PlanRowContent & { readonly rowNumber: number };

/** A row that is no lesson, and why. */
export type SkippedPlanRow = {
  readonly rowNumber: number;
  readonly text: string;
  readonly why: 'header' | 'columnNumbers' | 'total' | 'section' | 'noTopic' | 'noHours';
};
/** A lesson that cannot be taken. */
export type BadPlanRow = {
  readonly rowNumber: number;
  readonly text: string;
  readonly problem: 'hours' | 'tooLong' | 'tooMany';
  readonly value: string;
};

export type PlanImport = {
  readonly columns: PlanColumns | undefined;
  readonly rows: readonly ImportedPlanRow[];
  readonly skipped: readonly SkippedPlanRow[];
  readonly bad: readonly BadPlanRow[];
  /** The hours the file's own last line tells. */
  readonly toldTotal: number | null;
};

const TOTAL =
  /^(?:итого|всего|общее количество часов|количество часов по программе|общее число часов)/u;
const SECTION = /^(?:раздел|глава|модуль|блок|часть|тема \d+)(?: |$)/u;

/** «2», «2 ч», «2 (1+1)»: whole hours; null for nothing; NaN for what is none. */
function hoursOf(cell: Cell | undefined): number | null {
  const text = cellText(cell);
  if (text === '' || /^[-–—]$/u.test(text)) return null;
  const found = /^(\d{1,4}(?:[.,]\d+)?)\s*(?:ч(?:ас\p{L}*)?\.?)?(?:\s*\(.*\))?$/iu.exec(text);
  return found === null ? Number.NaN : Number((found[1] ?? '').replace(',', '.'));
}

/** «5–6»: the number of one row for several lessons. */
function lessonsOfNumber(text: string): number {
  const found = /^(\d{1,3})\s*[-–—,]\s*(\d{1,3})\.?$/u.exec(text);
  const count = Number(found?.[2] ?? 0) - Number(found?.[1] ?? 0) + 1;
  return found !== null && count > 1 && count <= MOST_PLAN_HOURS ? count : 1;
}

const NUMBERS = /^\d{1,3}(?:\s*,\s*\d{1,3})+\.?$/u;
const partsOf = (text: string) => text.split(/\s+\/\s+/u).map((part) => part.trim());

/**
 * The lessons of a row that holds several, as a diary of the Dnevnik.ru family writes those of one
 * day: the numbers «5, 6», or «5, 6. Дроби / Доли» in the topic. Where there are not as many topics
 * as lessons, the row stays one topic of so many hours.
 */
function lessonsOfRow(number: string, topic: string, hours: number | null) {
  const [, told, rest] = /^(\d{1,3}(?:\s*,\s*\d{1,3})+)\s*\.\s+(.+)$/su.exec(topic) ?? [];
  const numbers = told ?? number;
  const count = NUMBERS.test(numbers) ? numbers.split(',').length : lessonsOfNumber(numbers);
  const whole = rest ?? topic;
  const topics = partsOf(whole);
  const apart = count > 1 && topics.length === count && (hours === null || hours === count);
  return apart ? { topics, hours: 1 } : { topics: [whole], hours: hours ?? count };
}

const positive = (cell: Cell | undefined) => {
  const hours = hoursOf(cell);
  return hours !== null && hours > 0;
};

/** «Раздел 1. Дроби (12 ч)» without its hours. */
const sectionName = (text: string) =>
  text.replace(/[\s.,–—-]*\(?\s*\d+\s*ч(?:ас\p{L}*)?\.?\s*\)?\s*$/iu, '').slice(0, 300);

type Reader = (row: readonly Cell[]) => {
  readonly at: (field: PlanField) => Cell | undefined;
  readonly text: (field: PlanField) => string;
};

function kindOf(read: ReturnType<Reader>, topic: string): PlanKind {
  if (positive(read.at('control'))) return 'control';
  if (positive(read.at('laboratory'))) return 'laboratory';
  const byTopic = kindOfTopic(topic);
  if (byTopic !== 'lesson') return byTopic;
  if (positive(read.at('practical'))) return 'practical';
  return kindOfTopic(read.text('kind'));
}

/**
 * The lessons of a plan in a file (K1): sections stay with the lessons below them, repeated headers,
 * numbers of columns and totals are passed over, each with its reason. Hours above one stay hours.
 */
export function mapPlan(sheet: TableSheet, told?: PlanColumns): PlanImport {
  const columns = told ?? findPlanColumns(sheet);
  const rows: ImportedPlanRow[] = [];
  const skipped: SkippedPlanRow[] = [];
  const bad: BadPlanRow[] = [];
  let toldTotal: number | null = null;
  const places = new Map(
    (columns?.columns ?? []).flatMap(({ field, column }) =>
      field === null ? [] : [[field, column] as const],
    ),
  );
  const topicAt = places.get('topic');
  if (columns === undefined || topicAt === undefined) {
    return { columns, rows, skipped, bad, toldTotal };
  }
  const reader: Reader = (row) => {
    const at = (field: PlanField) => {
      const column = places.get(field);
      return column === undefined ? undefined : row[column];
    };
    return { at, text: (field) => cellText(at(field)) };
  };
  const data = sheet.rows.slice(columns.firstDataRow);
  const withTopic = data.filter((row) => cellText(row[topicAt]) !== '');
  const numbered = withTopic.filter((row) => /^\d/u.test(reader(row).text('number'))).length;
  const numbers = numbered > 0 && numbered >= withTopic.length * 0.6;
  const titleKey = textKey(columns.columns[topicAt]?.title.split(': ').at(-1) ?? '');
  const headers = new Set(
    columns.columns.flatMap(({ title }) => title.split(': ').map(textKey)).filter(Boolean),
  );
  let section = '';

  for (const [index, row] of data.entries()) {
    const rowNumber = columns.firstDataRow + index + 1;
    const words = row.map(cellText).filter((text) => text !== '');
    if (words.length === 0) continue;
    const text = words.join(' · ').slice(0, 300);
    const skip = (why: SkippedPlanRow['why']) => skipped.push({ rowNumber, text, why });
    const read = reader(row);
    const topic = read.text('topic');
    const hours = hoursOf(read.at('hours'));
    const [first = ''] = words;
    const repeats = words.length > 1 && words.every((word) => headers.has(textKey(word)));
    if (repeats || (titleKey !== '' && textKey(topic) === titleKey)) skip('header');
    else if (TOTAL.test(textKey(first)) || TOTAL.test(textKey(topic))) {
      skip('total');
      toldTotal = hours !== null && Number.isFinite(hours) ? hours : toldTotal;
    } else if (/^\d{1,2}$/u.test(topic) && words.every((word) => /^\d{1,2}$/u.test(word))) {
      skip('columnNumbers');
    } else if (topic === '') {
      // A heading merged over the whole row stands in its first cell.
      const heading = words.length <= 2 && !/^\d+[.)]?$/u.test(first);
      if (heading) section = sectionName(first);
      skip(heading ? 'section' : 'noTopic');
    } else if (isSection(read, topic, hours, numbers)) {
      section = sectionName(topic);
      skip('section');
    } else if (hours === 0) skip('noHours');
    else {
      const { topics, hours: count } = lessonsOfRow(read.text('number'), topic, hours);
      const fits = Number.isInteger(count) && count <= MOST_PLAN_HOURS;
      if (!fits) bad.push({ rowNumber, text, problem: 'hours', value: read.text('hours') });
      else if (topic.length > 1000) bad.push({ rowNumber, text, problem: 'tooLong', value: '' });
      else if (rows.length + topics.length > MOST_PLAN_ROWS) {
        bad.push({ rowNumber, text, problem: 'tooMany', value: '' });
      } else {
        const homework = partsOf(read.text('homework'));
        for (const [place, one] of topics.entries()) {
          // Work for «the next lesson» of a day is asked after the last of them.
          const own = homework.length === topics.length ? homework[place] : homework.join(' / ');
          const asked = homework.length === topics.length || place === topics.length - 1;
          rows.push({
            rowNumber,
            section: (read.text('section') || section).slice(0, 300),
            topic: one,
            hours: count,
            kind: kindOf(read, one),
            homework: asked ? (own ?? '').slice(0, 2000) : '',
            resources: read.text('resources').slice(0, 2000),
          });
        }
      }
    }
  }
  return { columns, rows, skipped, bad, toldTotal };
}

/** A row with a topic that heads the rows below: by its words, or without a number among numbers. */
function isSection(
  read: ReturnType<Reader>,
  topic: string,
  hours: number | null,
  numbers: boolean,
): boolean {
  if (read.text('number') !== '') return false;
  if (SECTION.test(textKey(topic))) return true;
  return numbers && hours !== 1;
}
