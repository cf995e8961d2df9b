import { addDays, type IsoDate } from '../calendar/iso-date';
import { defaultPeriods, startYearOf, type DefaultPeriod } from '../school/default-periods';

type Grades = { readonly gradeFrom: number; readonly gradeTo: number };
export type PeriodDraft = Omit<DefaultPeriod, 'kind'> & {
  readonly kind: 'quarter' | 'trimester' | 'half';
};
export type HolidayDraft = Grades & {
  readonly name: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
};
export type YearDraft = {
  readonly name: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly periods: readonly PeriodDraft[];
  readonly holidays: readonly HolidayDraft[];
};

type OldPeriod = Grades & {
  readonly kind: 'quarter' | 'trimester' | 'half' | 'year';
  readonly number: number;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
};
/** So many days later it is the same weekday of the next year. */
const SAME_WEEKDAY = 364;
const shapeOf = (periods: readonly Omit<OldPeriod, 'startsOn' | 'endsOn'>[]) =>
  periods
    .filter(({ kind }) => kind !== 'year')
    .map(({ kind, number, gradeFrom, gradeTo }) => `${kind} ${number} ${gradeFrom}-${gradeTo}`)
    .toSorted()
    .join();

/**
 * The dates the next year most likely has: those of the calendar where the school has quarters and
 * halves as usual, else last year's own periods at the same weekdays (S2, S8). Changed by people.
 */
export function nextYearDraft(old: {
  readonly startsOn: IsoDate;
  readonly periods: readonly OldPeriod[];
  readonly holidays: readonly (
    | HolidayDraft
    | (Omit<HolidayDraft, keyof Grades> & Partial<Grades>)
  )[];
}): YearDraft {
  const usual = defaultPeriods(startYearOf(old.startsOn) + 1);
  const { name, startsOn, endsOn } = usual;
  const everybody = { gradeFrom: 1, gradeTo: 12 };
  const isPart = <Period extends { kind: string }>(
    period: Period,
  ): period is Period & PeriodDraft => period.kind !== 'year';
  if (old.periods.length === 0 || shapeOf(old.periods) === shapeOf(usual.periods)) {
    return {
      name,
      startsOn,
      endsOn,
      periods: usual.periods.filter(isPart),
      holidays: usual.holidays.map((one) => ({ ...everybody, ...one })),
    };
  }
  const later = <Span extends { startsOn: IsoDate; endsOn: IsoDate }>(span: Span): Span => {
    const from = addDays(span.startsOn, SAME_WEEKDAY);
    return {
      ...span,
      startsOn: from < startsOn ? startsOn : from,
      endsOn: addDays(span.endsOn, SAME_WEEKDAY),
    };
  };
  return {
    name,
    startsOn,
    endsOn,
    periods: old.periods
      .filter(isPart)
      .map(({ kind, number, gradeFrom, gradeTo, ...span }) =>
        later({ kind, number, gradeFrom, gradeTo, startsOn: span.startsOn, endsOn: span.endsOn }),
      ),
    holidays: usual.holidays.map((one) => ({ ...everybody, ...one })),
  };
}
