import { addDays, weekdayOf, type IsoDate, type Weekday } from '../calendar/iso-date';
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
export type SpecialDayDraft = Grades & {
  readonly date: IsoDate;
  /** The weekday whose lessons are held; null: a day off. */
  readonly worksAs: Weekday | null;
  readonly name: string;
};
export type YearDraft = {
  readonly name: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly periods: readonly PeriodDraft[];
  readonly holidays: readonly HolidayDraft[];
  readonly specialDays: readonly SpecialDayDraft[];
};

type OldPeriod = Grades & {
  readonly kind: 'quarter' | 'trimester' | 'half' | 'year';
  readonly number: number;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
};
/** So many days later it is the same weekday of the next year. */
const SAME_WEEKDAY = 364;
const SUNDAY = 7;

/** The same date a year later; that of the last of February where the year is no leap one. */
const yearLater = (day: IsoDate): IsoDate => {
  const year = Number(day.slice(0, 4)) + 1;
  return `${year}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}` as IsoDate;
};

/**
 * Last year's special days as they most likely are in the next one (S2, S8): a day off keeps its date,
 * a day with another day's lessons its weekday. What falls outside the year, into holidays or, off
 * anyway, on a Sunday is not offered.
 */
export function nextSpecialDays(
  old: readonly SpecialDayDraft[],
  year: Pick<YearDraft, 'startsOn' | 'endsOn' | 'holidays'>,
): readonly SpecialDayDraft[] {
  const offered: SpecialDayDraft[] = [];
  for (const { date: before, worksAs, name, gradeFrom, gradeTo } of old) {
    const date = worksAs === null ? yearLater(before) : addDays(before, SAME_WEEKDAY);
    const meets = (one: Grades) => one.gradeFrom <= gradeTo && gradeFrom <= one.gradeTo;
    const free = year.holidays.some(
      (one) => meets(one) && one.startsOn <= date && date <= one.endsOn,
    );
    const useless = worksAs === null && weekdayOf(date) === SUNDAY;
    const taken = offered.some((one) => meets(one) && one.date === date);
    if (free || useless || taken || date < year.startsOn || date > year.endsOn) continue;
    offered.push({ date, worksAs, name, gradeFrom, gradeTo });
  }
  return offered.toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

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
  readonly specialDays: readonly SpecialDayDraft[];
}): YearDraft {
  const usual = defaultPeriods(startYearOf(old.startsOn) + 1);
  const { name, startsOn, endsOn } = usual;
  const everybody = { gradeFrom: 1, gradeTo: 12 };
  const holidays = usual.holidays.map((one) => ({ ...everybody, ...one }));
  const specialDays = nextSpecialDays(old.specialDays, { startsOn, endsOn, holidays });
  const isPart = <Period extends { kind: string }>(
    period: Period,
  ): period is Period & PeriodDraft => period.kind !== 'year';
  if (old.periods.length === 0 || shapeOf(old.periods) === shapeOf(usual.periods)) {
    return {
      name,
      startsOn,
      endsOn,
      periods: usual.periods.filter(isPart),
      holidays,
      specialDays,
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
    holidays,
    specialDays,
  };
}
