import { ATTENDANCE_LETTERS } from '../attendance/attendance';
import type { LessonHomework } from '../homework/homework';
import { homeworkWords } from '../homework/homework-words';
import type { CellContent, CellMark } from './cell-content';

/** What of the journal is corrected (J9, ТИП 2.14; ЭЛЖ 13: «темы уроков, оценки, домашние задания»). */
export const CORRECTION_KINDS = ['mark', 'periodMark', 'attendance', 'topic', 'homework'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** What stood and what stands instead; an empty `after`: it was taken out. */
export type Correction = {
  readonly kind: CorrectionKind;
  readonly before: string;
  readonly after: string;
};

/** Minutes within which somebody mends what the same person has just entered: a slip of the finger. */
export const SLIP_MINUTES = 15;

/**
 * Whether a change mends what the same person entered a moment before.
 * @param accountId who changes it; null: nobody in person, for one an import
 * @param previous by which account it was changed last and how many minutes ago; undefined where it was not
 */
export function isSlip(
  accountId: number | null,
  previous: { readonly accountId: number | null; readonly minutesAgo: number } | undefined,
): boolean {
  if (previous === undefined || accountId === null) return false;
  const { minutesAgo } = previous;
  return previous.accountId === accountId && minutesAgo >= 0 && minutesAgo <= SLIP_MINUTES;
}

/** «4/5 3»: marks of one work together, works in their order. */
const marksText = (marks: readonly CellMark[]): string =>
  [...Map.groupBy(marks, ({ work }) => work).values()]
    .map((ofWork) => ofWork.map(({ value }) => value).join('/'))
    .join(' ');

/** Whether each mark that stood still stands; a debt («.») is there to be replaced. */
function allStand(before: readonly CellMark[], after: readonly CellMark[]): boolean {
  const left = after.map(({ work, value }) => `${work}:${value}`);
  return before.every(({ work, value }) => {
    if (value === '.') return true;
    const at = left.indexOf(`${work}:${value}`);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function attendanceText({ attendance, lateMinutes }: CellContent): string {
  if (attendance === null) return '';
  return `${ATTENDANCE_LETTERS[attendance]}${lateMinutes === null ? '' : ` ${lateMinutes} мин`}`;
}

/** What a new content of a cell corrected: a mark or an absence that stood there is gone or another. */
export function correctionsOfCell(before: CellContent, after: CellContent): readonly Correction[] {
  const corrections: Correction[] = [];
  if (!allStand(before.marks, after.marks)) {
    corrections.push({
      kind: 'mark',
      before: marksText(before.marks),
      after: marksText(after.marks),
    });
  }
  const [was, is] = [attendanceText(before), attendanceText(after)];
  if (was !== '' && was !== is) corrections.push({ kind: 'attendance', before: was, after: is });
  return corrections;
}

type Texts = { readonly topic?: string; readonly homework?: string };

/** What new texts of a lesson corrected: words that stood there are gone or others. */
export const correctionsOfLesson = (before: Texts, after: Texts): readonly Correction[] =>
  (['topic', 'homework'] as const).flatMap((kind) => {
    const [was = '', is = ''] = [before[kind], after[kind]];
    return was !== '' && was !== is ? [{ kind, before: was, after: is }] : [];
  });

/** What new details of homework corrected: one that stood there is gone or another. */
export function correctionsOfHomework(
  before: LessonHomework,
  after: LessonHomework,
): readonly Correction[] {
  const [was, is] = [homeworkWords(before), homeworkWords(after)];
  if (was.every((words) => is.includes(words))) return [];
  return [{ kind: 'homework', before: was.join('; '), after: is.join('; ') }];
}

/** What a new mark for a period corrected. */
export function correctionsOfPeriodMark(
  before: { readonly value: string },
  after: { readonly value: string },
): readonly Correction[] {
  const [was, is] = [before.value, after.value];
  return was !== '' && was !== is ? [{ kind: 'periodMark', before: was, after: is }] : [];
}
