import { assertNever } from '../assert-never';
import { addDays, isoDateOf, type IsoDate } from '../calendar/iso-date';
import { addMonths, lastOfMonth } from './instant';
import type { Frequency, MonthDay, Term } from './values';

type Span = { readonly startsOn: IsoDate; readonly endsOn: IsoDate };

/** From July on a day lies in the calendar year the school year starts in, before that in the next. */
function dayInYear({ month, day }: MonthDay, year: Span): IsoDate {
  const start = Number(year.startsOn.slice(0, 4));
  const calendarYear = month >= 7 ? start : start + 1;
  const first = `${calendarYear}-${String(month).padStart(2, '0')}-01` as IsoDate;
  return isoDateOf(calendarYear, month, day) ?? lastOfMonth(first);
}

/** The days of a term (R6) in a school year, one for each period where it is counted from periods. */
export function termDays(
  term: Term,
  year: Span,
  periods: readonly Span[],
): readonly { readonly from: IsoDate | undefined; readonly to: IsoDate }[] {
  switch (term.by) {
    case 'date':
      return [{ from: term.from && dayInYear(term.from, year), to: dayInYear(term.to, year) }];
    case 'beforePeriodStarts':
      return periods.map(({ startsOn }) => ({
        from: undefined,
        to: addDays(startsOn, -term.days),
      }));
    case 'beforePeriodEnds':
      return periods.map(({ endsOn }) => ({ from: undefined, to: addDays(endsOn, -term.days) }));
    case 'afterYearEnds':
      return [{ from: year.endsOn, to: addDays(year.endsOn, term.days) }];
    default:
      return assertNever(term);
  }
}

/**
 * By which day it is to be done again (R5) after it was done on a day; none where no period follows.
 * Where several frequencies are named, the nearest day decides.
 */
export function nextDue(
  frequencies: readonly Frequency[],
  lastDone: IsoDate,
  periods: readonly Span[],
): IsoDate | undefined {
  return frequencies
    .map((frequency) => nextDueOf(frequency, lastDone, periods))
    .filter((day) => day !== undefined)
    .sort()[0];
}

function nextDueOf(
  frequency: Frequency,
  lastDone: IsoDate,
  periods: readonly Span[],
): IsoDate | undefined {
  switch (frequency) {
    case 'day':
      return addDays(lastDone, 1);
    case 'week':
      return addDays(lastDone, 7);
    case 'twoWeeks':
      return addDays(lastDone, 14);
    case 'month':
      return addMonths(lastDone, 1);
    case 'monthEnd': {
      const end = lastOfMonth(lastDone);
      return end > lastDone ? end : lastOfMonth(addDays(end, 1));
    }
    case 'calendarQuarter':
      return addMonths(lastDone, 3);
    case 'period':
    case 'afterPeriod': {
      const ends = periods.map(({ endsOn }) => endsOn).sort();
      return ends.find((end) => end > lastDone);
    }
    case 'year':
      return addMonths(lastDone, 12);
    default:
      return assertNever(frequency);
  }
}
