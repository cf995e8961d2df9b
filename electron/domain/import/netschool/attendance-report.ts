import { MONTH_NAMES } from '../../calendar/month-names';
import { isoDateOf, type IsoDate } from '../../calendar/iso-date';
import { cellText, type Cell, type TableSheet } from '../table';
import { textKey } from '../text-key';
import { parseCell, type ParsedCell } from './parse-cell';
import {
  averageOf,
  findPupilBlocks,
  resultMarkOf,
  type DaySpan,
  type PupilBlock,
  type ReportHead,
} from './report-head';

/** A cell of a day, also an empty one: the journal writes an empty text where a lesson was held. */
export interface DatedCell extends ParsedCell {
  readonly date: IsoDate;
  /** The place in the sheet, from 0. */
  readonly row: number;
  readonly column: number;
}

export interface ReportedSubject {
  readonly subject: string;
  /** In the order of the columns; a day that stands twice is two lessons of that day. */
  readonly cells: readonly DatedCell[];
  readonly average: number | null;
  readonly weightedAverage: number | null;
  readonly periodMark: string | null;
}

export interface ReportedPupil {
  readonly name: string;
  readonly subjects: readonly ReportedSubject[];
}

/** What was not taken over; rows and columns from 0. */
export type AttendanceReportProblem =
  | {
      readonly code: 'unknownCell';
      readonly pupil: string;
      readonly subject: string;
      readonly date: IsoDate;
      readonly text: string;
      readonly row: number;
      readonly column: number;
    }
  | {
      readonly code: 'unknownDay';
      readonly pupil: string;
      readonly month: string;
      readonly day: string;
      readonly row: number;
      readonly column: number;
    };

export interface AttendanceReport extends ReportHead {
  readonly pupils: readonly ReportedPupil[];
  readonly problems: readonly AttendanceReportProblem[];
}

const months: readonly string[] = MONTH_NAMES;

/** The period tells the year; without a period the school year does (it turns in August). */
function dayOf(head: ReportHead, monthName: string, day: number): IsoDate | undefined {
  const month = months.indexOf(textKey(monthName)) + 1;
  if (month === 0) return undefined;
  const span: DaySpan | undefined =
    head.period ??
    (head.schoolYear && {
      from: `${head.schoolYear.from}-08-01`,
      to: `${head.schoolYear.to}-07-31`,
    });
  if (span === undefined) return undefined;
  for (let year = Number(span.from.slice(0, 4)); year <= Number(span.to.slice(0, 4)); year += 1) {
    const date = isoDateOf(year, month, day);
    if (date !== undefined && date >= span.from && date <= span.to) return date;
  }
  return undefined;
}

type ColumnUse =
  | { readonly use: 'day'; readonly date: IsoDate }
  | { readonly use: 'average' | 'weighted' | 'periodMark' };

function useOf(header: string): 'average' | 'weighted' | 'periodMark' | undefined {
  const key = textKey(header);
  if (key.includes('взвеш')) return 'weighted';
  if (key.startsWith('средн')) return 'average';
  return key.startsWith('итог') ? 'periodMark' : undefined;
}

function columnsOf(
  sheet: TableSheet,
  block: PupilBlock,
  problems: AttendanceReportProblem[],
): Map<number, ColumnUse> {
  const columns = new Map<number, ColumnUse>();
  const header = sheet.rows[block.headerRow] ?? [];
  const days = sheet.rows[block.headerRow + 1] ?? [];
  let month = '';
  for (let column = block.subjectColumn + 1; column < header.length; column += 1) {
    const name = cellText(header[column]);
    const use = useOf(name);
    const day = cellText(days[column]);
    if (use !== undefined) {
      columns.set(column, { use });
      month = '';
      continue;
    }
    if (name !== '') month = name;
    if (month === '' || day === '') continue;
    const date = /^\d{1,2}$/u.test(day) ? dayOf(block.head, month, Number(day)) : undefined;
    if (date !== undefined) columns.set(column, { use: 'day', date });
    else {
      const row = block.headerRow + 1;
      problems.push({ code: 'unknownDay', pupil: block.pupil, month, day, row, column });
    }
  }
  return columns;
}

function subjectOf(
  row: readonly Cell[],
  rowIndex: number,
  block: PupilBlock,
  columns: ReadonlyMap<number, ColumnUse>,
  problems: AttendanceReportProblem[],
): ReportedSubject {
  const subject = cellText(row[block.subjectColumn]);
  const cells: DatedCell[] = [];
  let average: number | null = null;
  let weightedAverage: number | null = null;
  let periodMark: string | null = null;
  for (const [column, columnUse] of columns) {
    const cell = row[column] ?? null;
    switch (columnUse.use) {
      case 'average':
        average = averageOf(cell);
        break;
      case 'weighted':
        weightedAverage = averageOf(cell);
        break;
      case 'periodMark':
        periodMark = resultMarkOf(cell);
        break;
      case 'day': {
        if (cell === null) break;
        const { date } = columnUse;
        const text = cellText(cell);
        const parsed = parseCell(text);
        if (!parsed.ok) {
          const { pupil } = block;
          problems.push({ code: 'unknownCell', pupil, subject, date, text, row: rowIndex, column });
        }
        const held = parsed.ok ? parsed.cell : { works: [], attendances: [] };
        cells.push({ date, row: rowIndex, column, ...held });
        break;
      }
    }
  }
  return { subject, cells, average, weightedAverage, periodMark };
}

/**
 * Reads the report «Отчёт об успеваемости и посещаемости ученика» of «Сетевой город» for a whole
 * class: a table per pupil, subjects down, months and days across, then the averages and the mark
 * of the period. Cells that are not understood come as problems and are otherwise empty.
 * Undefined where the sheet is another report.
 */
export function parseAttendanceReport(sheet: TableSheet): AttendanceReport | undefined {
  const problems: AttendanceReportProblem[] = [];
  const blocks = findPupilBlocks(sheet);
  const pupils: ReportedPupil[] = [];
  let daysFound = false;
  for (const block of blocks) {
    const columns = columnsOf(sheet, block, problems);
    for (const column of columns.values()) daysFound ||= column.use === 'day';
    const subjects: ReportedSubject[] = [];
    for (let index = block.headerRow + 2; index < sheet.rows.length; index += 1) {
      const row = sheet.rows[index] ?? [];
      if (cellText(row[block.subjectColumn]) === '') break;
      subjects.push(subjectOf(row, index, block, columns, problems));
    }
    pupils.push({ name: block.pupil, subjects });
  }
  const head = blocks[0]?.head;
  return head === undefined || !daysFound ? undefined : { ...head, pupils, problems };
}
