import type { Period } from '#contract/school';
import type { IsoDate } from '#domain/calendar/iso-date';
import { periodTitle } from './journal';

/** Some days to look at: a period of the year, or the whole year. */
export type PeriodChoice = {
  readonly key: string;
  readonly label: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
};

/** Each period once, whichever grades it is for, and the year. */
export function periodChoices(
  periods: readonly Period[],
  year: { readonly startsOn: IsoDate; readonly endsOn: IsoDate },
): readonly PeriodChoice[] {
  const found = new Map<string, PeriodChoice>();
  for (const period of periods) {
    if (period.kind === 'year') continue;
    const { startsOn: from, endsOn: to } = period;
    found.set(`${from}:${to}`, { key: `${from}:${to}`, label: periodTitle(period), from, to });
  }
  const { startsOn: from, endsOn: to } = year;
  return [
    ...found.values(),
    { key: 'year', label: periodTitle({ kind: 'year' } as Period), from, to },
  ];
}

/** The choice of this key; else the period begun last, else the year. */
export function chosenPeriod(
  choices: readonly PeriodChoice[],
  key: string | undefined,
  today: IsoDate,
): PeriodChoice | undefined {
  const begun = choices.filter((one) => one.key !== 'year' && one.from <= today);
  const current = begun.toSorted((a, b) => a.from.localeCompare(b.from)).at(-1);
  return choices.find((one) => one.key === key) ?? current ?? choices.at(-1);
}
