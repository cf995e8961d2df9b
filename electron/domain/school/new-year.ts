import type { IsoDate } from '../calendar/iso-date';

type Span = { readonly startsOn: IsoDate; readonly endsOn: IsoDate };

export type NewYear = {
  readonly year: Span;
  readonly periods: readonly (Span & { readonly gradeFrom: number; readonly gradeTo: number })[];
  readonly holidays: readonly Span[];
};

/** What is wrong with the dates of a new year. */
export type NewYearProblem =
  | 'yearEndsBeforeItStarts'
  | 'periodOutsideYear'
  | 'periodEndsBeforeItStarts'
  | 'periodsOverlap'
  | 'holidayEndsBeforeItStarts';

/** The first thing wrong with the dates, or undefined. Periods of the same grades may not overlap. */
export function newYearProblem({ year, periods, holidays }: NewYear): NewYearProblem | undefined {
  if (year.startsOn >= year.endsOn) return 'yearEndsBeforeItStarts';
  for (const period of periods) {
    if (period.startsOn >= period.endsOn) return 'periodEndsBeforeItStarts';
    if (period.startsOn < year.startsOn || period.endsOn > year.endsOn) return 'periodOutsideYear';
  }
  const overlap = periods.some((a, i) =>
    periods.some(
      (b, j) =>
        i < j &&
        a.gradeFrom <= b.gradeTo &&
        b.gradeFrom <= a.gradeTo &&
        a.startsOn <= b.endsOn &&
        b.startsOn <= a.endsOn,
    ),
  );
  if (overlap) return 'periodsOverlap';
  if (holidays.some(({ startsOn, endsOn }) => startsOn > endsOn))
    return 'holidayEndsBeforeItStarts';
  return undefined;
}
