import type { MovementKind } from '../movement/kinds';
import { LAST_GRADE } from './next-classes';

/** What can become of a pupil when the year ends. */
export type YearEndKind = Extract<
  MovementKind,
  'promotion' | 'conditionalPromotion' | 'repeat' | 'graduation'
>;
export const YEAR_END_KINDS = [
  'promotion',
  'conditionalPromotion',
  'repeat',
  'graduation',
] as const satisfies readonly YearEndKind[];

export type TargetClass = {
  readonly id: number;
  readonly grade: number;
  readonly letter: string;
  readonly continuesId: number | null;
};

/** The class of the new year a pupil of the old class most likely goes to; undefined: to be chosen. */
export function targetOf(
  kind: YearEndKind,
  from: { readonly id: number; readonly grade: number; readonly letter: string },
  classes: readonly TargetClass[],
): TargetClass | undefined {
  if (kind === 'graduation') return undefined;
  const grade = kind === 'repeat' ? from.grade : from.grade + 1;
  const possible = classes.filter((one) => one.grade === grade);
  return (
    (kind === 'repeat' ? undefined : possible.find(({ continuesId }) => continuesId === from.id)) ??
    possible.find(({ letter }) => letter === from.letter) ??
    (possible.length === 1 ? possible[0] : undefined)
  );
}

/** Marks of the year with which nobody is promoted without a debt. */
const OWING = new Set(['1', '2', 'н/а', 'незач']);

/**
 * What most likely becomes of a pupil (S8, КИА 4.1.12): the last grade finishes; who has an
 * unsatisfactory mark of the year is promoted conditionally and owes those subjects; the others are
 * promoted. The director's order decides: people confirm or change every line.
 */
export function suggestDecision(
  grade: number,
  yearMarks: readonly { readonly subjectId: number; readonly value: string }[],
): { readonly kind: YearEndKind; readonly subjectIds: readonly number[] } {
  if (grade >= LAST_GRADE) return { kind: 'graduation', subjectIds: [] };
  const subjectIds = yearMarks
    .filter(({ value }) => OWING.has(value))
    .map(({ subjectId }) => subjectId);
  return { kind: subjectIds.length > 0 ? 'conditionalPromotion' : 'promotion', subjectIds };
}
