export type PeriodKind = 'quarter' | 'trimester' | 'half' | 'year';

const ROMAN = ['I', 'II', 'III', 'IV'] as const;
const WORDS: Readonly<Record<Exclude<PeriodKind, 'year'>, string>> = {
  quarter: 'четверть',
  trimester: 'триместр',
  half: 'полугодие',
};

type Named = { readonly kind: PeriodKind; readonly number: number };

/** «II»; «Год» for the year: enough where the kind is plain. */
export const periodNumeral = ({ kind, number }: Named): string =>
  kind === 'year' ? 'Год' : (ROMAN[number - 1] ?? String(number));

/** «II четверть», «I полугодие», «год»: as documents write it. */
export const periodName = (period: Named): string =>
  period.kind === 'year' ? 'год' : `${periodNumeral(period)} ${WORDS[period.kind]}`;
