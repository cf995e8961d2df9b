import { ATTENDANCE_LETTERS, type Attendance } from '../attendance/attendance';
import { parseMark, type MarkValue } from '../marks/mark-value';
import { FIVE_POINTS, pointsIn, type PointScale } from '../marks/point-scale';
import {
  MAX_LATE_MINUTES,
  MAX_MARKS,
  MAX_WORKS,
  type CellContent,
  type CellMark,
} from './cell-content';

/** What of a cell is written as text; the remark is not. */
export type CellEntry = Omit<CellContent, 'remark'>;

/** Why a text is no content of a cell. */
export type CellTextProblem =
  | { readonly problem: 'unknown'; readonly part: string }
  | { readonly problem: 'onlyForPeriods' | 'twoAttendances' | 'tooMany' | 'minutes' };

export type ParsedCell = { readonly entry: CellEntry } | CellTextProblem;

const LETTERS: Readonly<Record<string, Attendance>> = {
  н: 'absent',
  б: 'ill',
  у: 'excused',
  о: 'late',
  оп: 'late',
};

/** Latin letters that look like the Russian ones. */
const LOOKALIKES: Readonly<Record<string, string>> = { h: 'н', y: 'у', o: 'о' };

/** «–» keeps the place of a work for which the pupil has no mark. */
const NO_MARK = '–';
const isNoMark = (token: string) => /^[-–—]$/.test(token);

type Attended = {
  readonly attendance: Attendance;
  readonly minutes: number | null;
  readonly rest: string;
};

/** «н», «о», «о5», «н4»: the letter, minutes of a late one, and a mark glued to the others. */
function attendanceOf(token: string): Attended | undefined {
  const match = /^(оп|[нбуо])(\d{0,3})(.*)$/u.exec(token);
  const attendance = match?.[1] === undefined ? undefined : LETTERS[match[1]];
  if (match === null || attendance === undefined) return undefined;
  const [, , digits = '', tail = ''] = match;
  if (attendance !== 'late') return { attendance, minutes: null, rest: digits + tail };
  return { attendance, minutes: digits === '' ? null : Number(digits), rest: tail };
}

/** Marks of one work: «4», «4/3», «.», on a scale that has them «10». */
function marksOf(token: string, scale: PointScale): readonly MarkValue[] | undefined {
  const values: MarkValue[] = [];
  for (const part of token.split('/')) {
    const value = part === '' ? undefined : parseMark(part);
    if (value === undefined || value === 'н/а') return undefined;
    if (/^\d/.test(value) && pointsIn(value, scale) === undefined) return undefined;
    values.push(value);
  }
  return values;
}

/**
 * What a person typed or pasted into a cell: points of the scale, «.» for a debt, «зач», «незач», «осв»;
 * letters Н, Б, У, О («О5» is five minutes late) in any case and also Latin lookalikes. Marks of
 * different works stand apart by a space or comma, those of one work by «/»; «–» skips a work.
 * An absence and marks may stand together, in any order (J2).
 */
export function parseCellText(text: string, scale: PointScale): ParsedCell {
  const tokens = text
    .trim()
    .toLowerCase()
    .replace(/[hyo]/g, (letter) => LOOKALIKES[letter] ?? letter)
    .split(/[\s,;]+/u)
    .filter((token) => token !== '');
  let attendance: Attendance | null = null;
  let lateMinutes: number | null = null;
  let work = 0;
  const marks: CellMark[] = [];
  for (const token of tokens) {
    if (token === 'н/а') return { problem: 'onlyForPeriods' };
    const values = marksOf(token, scale);
    const attended = values === undefined ? attendanceOf(token) : undefined;
    const glued =
      attended === undefined || attended.rest === '' ? [] : marksOf(attended.rest, scale);
    const own = values ?? glued;
    if (isNoMark(token)) {
      work += 1;
      continue;
    }
    if (own === undefined || (values === undefined && attended === undefined)) {
      return { problem: 'unknown', part: token };
    }
    if (attended !== undefined) {
      if (attendance !== null && attendance !== attended.attendance) {
        return { problem: 'twoAttendances' };
      }
      ({ attendance } = attended);
      lateMinutes = attended.minutes ?? lateMinutes;
    }
    if (own.length > 0) work += 1;
    for (const value of own) marks.push({ work, value });
  }
  if (lateMinutes !== null && (lateMinutes < 1 || lateMinutes > MAX_LATE_MINUTES)) {
    return { problem: 'minutes' };
  }
  if (work > MAX_WORKS || marks.length > MAX_MARKS) return { problem: 'tooMany' };
  return { entry: { attendance, lateMinutes, marks } };
}

/** A piece of the shown text, by what it means. */
export type CellPart = {
  readonly text: string;
  readonly tone: 'mark' | 'poor' | 'debt' | 'absence' | 'gap';
};

function toneOf(value: MarkValue, scale: PointScale): CellPart['tone'] {
  if (value === '.') return 'debt';
  const points = pointsIn(value, scale);
  const poor = points === undefined ? value === 'незач' : points < scale.satisfactoryFrom;
  return poor ? 'poor' : 'mark';
}

/** The parts of the shown text, which stand apart by spaces but for «/» within a work. */
export function cellParts(
  { attendance, lateMinutes, marks }: CellEntry,
  scale: PointScale,
): readonly CellPart[][] {
  const words: CellPart[][] = [];
  if (attendance !== null) {
    const minutes = attendance === 'late' && lateMinutes !== null ? String(lateMinutes) : '';
    words.push([{ text: ATTENDANCE_LETTERS[attendance] + minutes, tone: 'absence' }]);
  }
  const last = marks.reduce((max, { work }) => Math.max(max, work), 0);
  for (let work = 1; work <= last; work += 1) {
    const own = marks.filter((mark) => mark.work === work);
    words.push(
      own.length === 0
        ? [{ text: NO_MARK, tone: 'gap' }]
        : own.flatMap(({ value }, index) => {
            const mark: CellPart = { text: value, tone: toneOf(value, scale) };
            return index === 0 ? [mark] : [{ text: '/', tone: 'gap' as const }, mark];
          }),
    );
  }
  return words;
}

/** The text of a cell: «4», «4 5», «Н», «О5 4», «4/3», «– 5». Parsing it gives the same again. */
export function formatCell(entry: CellEntry): string {
  // Which marks are poor does not matter to the text.
  return cellParts(entry, FIVE_POINTS)
    .map((word) => word.map(({ text }) => text).join(''))
    .join(' ');
}
