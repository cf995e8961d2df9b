import type { Assessment } from '../marks/assessment';
import type { MarkValue } from '../marks/mark-value';
import { proposeYearMark, type Proposal } from '../marks/propose';

/** What stands after the year's mark: the mark of the examination and the final one (J6). */
export const FINAL_KINDS = ['exam', 'final'] as const;
export type FinalKind = (typeof FINAL_KINDS)[number];

export const isFinal = (kind: string): kind is FinalKind => FINAL_KINDS.some((one) => one === kind);

/** What a class has in a subject at the year's end beside the year's mark; its curriculum says it. */
export const FINALS = ['none', 'final', 'exam'] as const;
export type Finals = (typeof FINALS)[number];

/** The columns of it; who has an examination has a final mark too. */
export const finalKindsOf = (finals: Finals): readonly FinalKind[] =>
  finals === 'exam' ? FINAL_KINDS : finals === 'final' ? ['final'] : [];

/**
 * The final mark: the mean of the year's mark and that of the examination, a half goes up; where
 * there is no examination, or the pupil is exempt from it, the year's mark (приказ Минпросвещения от
 * 05.10.2020 № 546, п. 5.3). Nothing is proposed while one of them is wanting, and nothing of «н/а».
 */
export function proposeFinalMark(
  marks: { readonly year: MarkValue | ''; readonly exam: MarkValue | '' },
  finals: Finals,
  assessment: Assessment,
): Proposal {
  const none = { kind: 'none', why: 'nothing-counts' } as const;
  const { year, exam } = marks;
  if (year === '' || year === 'н/а' || year === '.') return none;
  const examined = finals === 'exam' && exam !== 'осв';
  if (examined && (exam === '' || exam === 'н/а' || exam === '.')) return none;
  const both: readonly MarkValue[] = examined ? [year, exam as MarkValue] : [year];
  if (both.includes('незач')) return passed('незач');
  if (both.every((value) => value === 'зач' || value === 'осв')) return passed(both[0] ?? year);
  const proposal = proposeYearMark(both, assessment, MATHEMATICAL);
  return both.some((value) => value === 'зач') ? none : proposal;
}

/** «По правилам математического округления»: a half goes up, whatever the school does with quarters. */
const MATHEMATICAL = 50;

const passed = (mark: MarkValue): Proposal => ({
  kind: 'proposed',
  mark,
  average: { numerator: mark === 'незач' ? 0 : 1, denominator: 1 },
  rounded: 'exact',
  rule: { basis: 'plain', threshold: MATHEMATICAL, debts: 'ignore' },
});
