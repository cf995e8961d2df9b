import { addDays, daysBetween, type IsoDate } from '../calendar/iso-date';
import type { ReadinessItem } from '../readiness/readiness';
import { sectionFacts } from '../readiness/sections';
import { addMonths, endOf } from '../regulation/instant';
import { valueOf, type Regulation } from '../regulation/regulation';
import { nextDue } from '../regulation/terms';
import type { Owed } from './mark-duties';
import { repeatedOwed, termOwed } from './term-duties';

type Span = { readonly startsOn: IsoDate; readonly endsOn: IsoDate };

/** By which day the next copy is due; where none was ever made, counted from the year's first day. */
export const copyDue = (
  regulation: Regulation,
  last: IsoDate | undefined,
  year: Span,
  periods: readonly Span[],
): IsoDate | undefined => nextDue(valueOf(regulation, 'backups'), last ?? year.startsOn, periods);

/**
 * The next copy (R5: СГО, ТИП А.23), counted in days since the last one; where none was ever made,
 * since the year began. What was copied today is safe.
 */
export function copyOwed(
  regulation: Regulation,
  last: IsoDate | undefined,
  year: Span,
  periods: readonly Span[],
  today: IsoDate,
): (Owed & { readonly kind: 'backupFirst' | 'backupLate' }) | undefined {
  const since = last ?? year.startsOn;
  const days = Math.max(0, daysBetween(since, today));
  const owed = repeatedOwed(regulation, 'backups', since, periods, days, today);
  return owed && { ...owed, kind: last === undefined ? 'backupFirst' : 'backupLate' };
}

/** What of the readiness of a year is not done by its term (R6, D3); over with the year itself. */
export function setUpOwed(
  regulation: Regulation,
  item: Pick<ReadinessItem, 'section' | 'state'>,
  year: Span,
  periods: readonly Span[],
  today: IsoDate,
): Owed | undefined {
  if (item.state === 'done' || today > year.endsOn) return undefined;
  return termOwed(regulation, sectionFacts(item.section).term, year, periods, 1, today);
}

/** The year that comes after this one is opened in its term (R6, СГО): it is there with its classes. */
export function yearUnopenedOwed(
  regulation: Regulation,
  year: Span,
  next: { readonly classes: number } | undefined,
  today: IsoDate,
): Owed | undefined {
  if (next !== undefined && next.classes > 0) return undefined;
  const coming = {
    startsOn: addMonths(year.startsOn, 12),
    endsOn: addMonths(year.endsOn, 12),
  };
  return termOwed(regulation, 'yearOpened', coming, [], 1, today);
}

/**
 * A version of the regulation that waits for the director to approve it, or for its day once it is
 * approved (ЭЛЖ 1.1.4). No paper names a term: it is for today as long as it waits.
 */
export const regulationOwed = (
  {
    fromDate,
    approvedAt,
  }: { readonly fromDate: string | null; readonly approvedAt: string | null },
  today: IsoDate,
): (Owed & { readonly kind: 'regulationDraft' | 'regulationIdle' }) | undefined =>
  fromDate === null
    ? {
        kind: approvedAt === null ? 'regulationDraft' : 'regulationIdle',
        count: 1,
        due: endOf(today),
        clauses: ['ЭЛЖ 1.1.4'],
      }
    : undefined;

/** A class's summary sheet of the year is on paper (R6, A3: ТИП А.4, ЭЛЖ 1.1.5, КИА 9.3). */
export const summarySheetOwed = (
  regulation: Regulation,
  made: boolean,
  year: Span,
  periods: readonly Span[],
  today: IsoDate,
): Owed | undefined => termOwed(regulation, 'summarySheets', year, periods, made ? 0 : 1, today);

/**
 * The report on the fulfilment of programmes when a period is over (R5, КИА 7.2): done when it was put
 * on paper on its last day or later.
 */
export const programmeReportOwed = (
  regulation: Regulation,
  lastMade: IsoDate | undefined,
  year: Span,
  periods: readonly Span[],
  today: IsoDate,
): Owed | undefined =>
  repeatedOwed(
    regulation,
    'programmeReports',
    lastMade ?? addDays(year.startsOn, -1),
    periods,
    1,
    today,
  );
