import { isFinal, type FinalKind } from './finals';

export type PeriodKind = 'quarter' | 'trimester' | 'half' | 'year';

const ROMAN = ['I', 'II', 'III', 'IV'] as const;
const WORDS: Readonly<Record<Exclude<PeriodKind, 'year'>, string>> = {
  quarter: 'четверть',
  trimester: 'триместр',
  half: 'полугодие',
};

type Named = { readonly kind: PeriodKind | FinalKind; readonly number: number };

const FINAL_WORDS: Readonly<Record<FinalKind, string>> = { exam: 'экзамен', final: 'итоговая' };
const FINAL_NUMERALS: Readonly<Record<FinalKind, string>> = { exam: 'Экз.', final: 'Итог' };

/** «II»; «Год» for the year: enough where the kind is plain. */
export function periodNumeral({ kind, number }: Named): string {
  if (kind === 'year') return 'Год';
  return isFinal(kind) ? FINAL_NUMERALS[kind] : (ROMAN[number - 1] ?? String(number));
}

/** «II четверть», «I полугодие», «год»: as documents write it. */
export function periodName(period: Named): string {
  const { kind } = period;
  if (kind === 'year') return 'год';
  return isFinal(kind) ? FINAL_WORDS[kind] : `${periodNumeral(period)} ${WORDS[kind]}`;
}
