/** Attendance as «Сетевой город» writes it: не был, болел, уважительная, опоздал. */
export type ImportedAttendance = 'Н' | 'Б' | 'У' | 'О';

/** What one day's cell of one pupil and subject holds, in the order written. */
export interface ParsedCell {
  /** Works of the day; a work «3/3» has two marks. */
  readonly works: readonly (readonly number[])[];
  /** One code a lesson: «Н Н» are two lessons missed. */
  readonly attendances: readonly ImportedAttendance[];
}

export type ParsedCellResult =
  | { readonly ok: true; readonly cell: ParsedCell }
  | { readonly ok: false; readonly unknown: string };

const codes: Readonly<Record<string, ImportedAttendance>> = { Н: 'Н', Б: 'Б', У: 'У', О: 'О' };

const NUMBER = '(?:100|[1-9]\\d|\\d)';
const MARKS = new RegExp(`^${NUMBER}(?:/${NUMBER})*$`, 'u');

/**
 * Reads a cell such as «4», «3/3», «4 3», «О 4», «Н Н» or «Б Б 2». Spaces part works and codes,
 * a slash parts the marks of one work. A mark is a number up to 100, of whatever scale. Anything else is not guessed:
 * the part that was not understood is returned.
 */
export function parseCell(text: string): ParsedCellResult {
  const works: number[][] = [];
  const attendances: ImportedAttendance[] = [];
  for (const token of text.split(/\s+/u)) {
    if (token === '') continue;
    const code = codes[token.toUpperCase()];
    if (code !== undefined) attendances.push(code);
    else if (MARKS.test(token)) works.push(token.split('/').map(Number));
    else return { ok: false, unknown: token };
  }
  return { ok: true, cell: { works, attendances } };
}
