import { isoDateOf, type IsoDate } from '../../calendar/iso-date';
import { cellText, type Cell, type TableSheet } from '../table';
import { textKey } from '../text-key';

/** A school year by the calendar years it begins and ends in. */
export interface SchoolYearSpan {
  readonly from: number;
  readonly to: number;
}

/** Days from and to, both included. */
export interface DaySpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The lines «Название: значение» above a pupil's table. */
export interface ReportHead {
  readonly school: string;
  readonly schoolYear: SchoolYearSpan | undefined;
  /** As written: «8А». */
  readonly className: string;
  readonly period: DaySpan | undefined;
}

/** One pupil's table in a report: where its header row is and the lines above it. */
export interface PupilBlock {
  readonly pupil: string;
  readonly head: ReportHead;
  /** The row with «Предмет», from 0. */
  readonly headerRow: number;
  /** The column of «Предмет», from 0. */
  readonly subjectColumn: number;
}

function daySpanOf(text: string): DaySpan | undefined {
  const days: IsoDate[] = [];
  for (const [, day, month, year] of text.matchAll(/(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})/gu)) {
    const fullYear = Number(year) < 100 ? 2000 + Number(year) : Number(year);
    const date = isoDateOf(fullYear, Number(month), Number(day));
    if (date !== undefined) days.push(date);
  }
  const [from, to] = days;
  return from === undefined || to === undefined || to < from ? undefined : { from, to };
}

function schoolYearOf(text: string): SchoolYearSpan | undefined {
  const found = /(\d{4})\s*[/–-]\s*(\d{4})/u.exec(text);
  return found === null ? undefined : { from: Number(found[1]), to: Number(found[2]) };
}

/**
 * Finds the pupils' tables of a report of «Сетевой город», one under another, each below its lines
 * «Учебный год:», «Класс:», «Период:», «Ученик:». The school's name is the first line of the sheet.
 */
export function findPupilBlocks(sheet: TableSheet): PupilBlock[] {
  const blocks: PupilBlock[] = [];
  const lines = new Map<string, string>();
  let school = '';
  for (const [rowIndex, row] of sheet.rows.entries()) {
    for (const [column, cell] of row.entries()) {
      if (typeof cell !== 'string') continue;
      const text = cellText(cell);
      const line = /^(Учебный год|Класс|Период|Ученик)\s*:\s*(.*)$/iu.exec(text);
      if (line !== null) lines.set(textKey(line[1] ?? ''), line[2] ?? '');
      else if (text !== '' && school === '' && lines.size === 0) school = text;
      const pupil = lines.get('ученик');
      if (textKey(text) === 'предмет' && pupil !== undefined && pupil !== '') {
        blocks.push({
          pupil,
          head: {
            school,
            schoolYear: schoolYearOf(lines.get('учебный год') ?? ''),
            className: lines.get('класс') ?? '',
            period: daySpanOf(lines.get('период') ?? ''),
          },
          headerRow: rowIndex,
          subjectColumn: column,
        });
        lines.delete('ученик');
      }
    }
  }
  return blocks;
}

/** An average of the report, where 0 stands for none. */
export function averageOf(cell: Cell | undefined): number | null {
  const value = Number(cellText(cell).replace(',', '.'));
  return Number.isFinite(value) && value !== 0 ? value : null;
}

/** A mark for a period, a year or an exam as written («4», «н/а»), null where there is none. */
export function resultMarkOf(cell: Cell | undefined): string | null {
  const text = cellText(cell);
  return text === '' ? null : text;
}
