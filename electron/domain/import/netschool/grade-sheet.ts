import { cellText, type Cell, type TableSheet } from '../table';
import { textKey } from '../text-key';
import {
  averageOf,
  findPupilBlocks,
  resultMarkOf,
  type PupilBlock,
  type SchoolYearSpan,
} from './report-head';

export interface GradedPeriod {
  /** As written: «1 Четверть». */
  readonly period: string;
  readonly average: number | null;
  readonly weightedAverage: number | null;
  readonly mark: string | null;
}

/** A subject's marks of one pupil; a mark is as written («4», «н/а»), null where there is none. */
export interface GradedSubject {
  readonly subject: string;
  readonly periods: readonly GradedPeriod[];
  readonly yearMark: string | null;
  readonly examMark: string | null;
  readonly stateExamMark: string | null;
  readonly finalMark: string | null;
}

export interface GradedPupil {
  readonly name: string;
  readonly subjects: readonly GradedSubject[];
}

export interface GradeSheet {
  readonly school: string;
  readonly schoolYear: SchoolYearSpan | undefined;
  /** As written: «8А». */
  readonly className: string;
  readonly pupils: readonly GradedPupil[];
}

type MarkName = 'yearMark' | 'examMark' | 'stateExamMark' | 'finalMark';
type PeriodValue = 'average' | 'weightedAverage' | 'mark';

type ColumnUse =
  | { readonly mark: MarkName }
  | { readonly period: string; readonly value: PeriodValue };

function markNameOf(header: string): MarkName | undefined {
  const key = textKey(header);
  if (key.startsWith('гос')) return 'stateExamMark';
  if (key.startsWith('экз')) return 'examMark';
  if (key.startsWith('итог')) return 'finalMark';
  return key.startsWith('год') ? 'yearMark' : undefined;
}

function periodValueOf(header: string): PeriodValue | undefined {
  const key = textKey(header);
  if (key.includes('взв')) return 'weightedAverage';
  if (key.startsWith('сред')) return 'average';
  return key.startsWith('итог') ? 'mark' : undefined;
}

const namesPeriod = (text: string) => /четверт|триместр|полугоди|модул|учебный период/iu.test(text);

/**
 * The header is several rows high: the year's marks stand in its first row, the names of the
 * periods above their three columns each, the names of these columns in its last row.
 */
function columnsOf(header: readonly (readonly Cell[])[], from: number): Map<number, ColumnUse> {
  const columns = new Map<number, ColumnUse>();
  const width = Math.max(0, ...header.map((row) => row.length));
  const last = header.at(-1) ?? [];
  const periodRow = header.find((row) => row.some((cell) => namesPeriod(cellText(cell)))) ?? [];
  let period = '';
  for (let column = from; column < width; column += 1) {
    const name = cellText(periodRow[column]);
    if (namesPeriod(name)) period = name;
    const mark = markNameOf(cellText(header[0]?.[column]));
    const value = periodValueOf(cellText(last[column]));
    if (mark !== undefined) columns.set(column, { mark });
    else if (value !== undefined && period !== '') columns.set(column, { period, value });
  }
  return columns;
}

function subjectOf(
  subject: string,
  row: readonly Cell[],
  columns: ReadonlyMap<number, ColumnUse>,
): GradedSubject {
  const periods = new Map<string, GradedPeriod>();
  const marks: Record<MarkName, string | null> = {
    yearMark: null,
    examMark: null,
    stateExamMark: null,
    finalMark: null,
  };
  for (const [column, use] of columns) {
    const cell = row[column];
    if ('mark' in use) {
      marks[use.mark] = resultMarkOf(cell);
      continue;
    }
    const known = periods.get(use.period) ?? {
      period: use.period,
      average: null,
      weightedAverage: null,
      mark: null,
    };
    const value = use.value === 'mark' ? resultMarkOf(cell) : averageOf(cell);
    periods.set(use.period, { ...known, [use.value]: value });
  }
  return { subject, periods: [...periods.values()], ...marks };
}

function pupilOf(sheet: TableSheet, block: PupilBlock): GradedPupil {
  let first = block.headerRow + 1;
  while (
    first < sheet.rows.length &&
    first < block.headerRow + 6 &&
    cellText(sheet.rows[first]?.[block.subjectColumn]) === ''
  ) {
    first += 1;
  }
  const columns = columnsOf(sheet.rows.slice(block.headerRow, first), block.subjectColumn + 1);
  const subjects: GradedSubject[] = [];
  for (let index = first; index < sheet.rows.length; index += 1) {
    const row = sheet.rows[index] ?? [];
    const subject = cellText(row[block.subjectColumn]);
    if (subject === '') break;
    subjects.push(subjectOf(subject, row, columns));
  }
  return { name: block.pupil, subjects };
}

/**
 * Reads «Табель успеваемости учащегося» of «Сетевой город» for a whole class: per pupil the marks
 * of each period with their averages, and the year's, the exam's, the state exam's and the final
 * mark. Undefined where the sheet is another report.
 */
export function parseGradeSheet(sheet: TableSheet): GradeSheet | undefined {
  const blocks = findPupilBlocks(sheet);
  const pupils = blocks.map((block) => pupilOf(sheet, block));
  const head = blocks[0]?.head;
  const holdsPeriods = pupils.some((pupil) =>
    pupil.subjects.some((subject) => subject.periods.length > 0),
  );
  if (head === undefined || !holdsPeriods) return undefined;
  const { school, schoolYear, className } = head;
  return { school, schoolYear, className, pupils };
}
