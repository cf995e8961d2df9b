import { addDays, type IsoDate } from '../calendar/iso-date';
import type { SchoolCalendar } from '../calendar/school-days';
import type { Role } from '../people/roles';
import { deadlineOf, type EntryKind, type LessonFacts } from './deadlines';
import { addMonths, dayOf, endOf, later, type LocalInstant } from './instant';
import { periodMarksDue } from './period-rules';
import { ruleOf, valueOf, type Regulation } from './regulation';
import type { RuleId, RuleValue } from './rules';

/** What of a lesson a lock may close. */
export type LockedThing = Exclude<EntryKind, 'substitution'>;

export const LOCK_REASONS = [
  'yearClosed',
  'yearOver',
  'periodMarksSet',
  'backdated',
  'windowOver',
  'ahead',
] as const;
export type LockReason = (typeof LOCK_REASONS)[number];

export type Lock =
  | { readonly open: true; readonly until?: LocalInstant | undefined }
  | {
      readonly open: false;
      readonly reason: LockReason;
      readonly clauses: readonly string[];
      /** The last minute in which it was open, where that is known. */
      readonly openUntil: LocalInstant | undefined;
      /** Nobody may open what a closed year holds. */
      readonly mayOpen: readonly Role[];
    };

/** What was opened for a cause (J4): from when until when. */
export type Opening = { readonly openedAt: LocalInstant; readonly until: LocalInstant };

/** What stands around the lesson when the lock is asked. */
export type LockState = {
  /** The day the year the lesson lies in began. */
  readonly yearStartsOn: IsoDate;
  /** The day the administrator closed the year (КИА 4.1.12). */
  readonly yearClosedOn: IsoDate | null;
  /** The last day of the lesson's period; null where it has none. */
  readonly periodEndsOn: IsoDate | null;
  /** Every pupil of the page has the mark for the lesson's period. */
  readonly periodMarksSet: boolean;
};

/** The last day of the window that begins with a day; none where it never closes. */
function windowEnd(window: RuleValue<'editingWindow'>, from: IsoDate): IsoDate | undefined {
  switch (window) {
    case 'never':
      return undefined;
    case 'week':
      return addDays(from, 7);
    case 'twoWeeks':
      return addDays(from, 14);
    case 'threeWeeks':
      return addDays(from, 21);
    case 'month':
      return addMonths(from, 1);
  }
}

/** «До истечения текущего учебного года» (ТИП 2.14): a school year is over on 31 August. */
const lastDayOfYear = (startsOn: IsoDate): IsoDate =>
  `${Number(startsOn.slice(0, 4)) + 1}-08-31` as IsoDate;
const yearOver = (startsOn: IsoDate): LocalInstant => endOf(lastDayOfYear(startsOn));

/** Until when at the latest something is opened (J4): while the year lasts, then two weeks. */
export function lastDayToOpen(yearStartsOn: IsoDate, today: IsoDate): IsoDate {
  const last = lastDayOfYear(yearStartsOn);
  return today <= last ? last : addDays(today, 14);
}

const openedNow = (openings: readonly Opening[], now: LocalInstant): Opening | undefined =>
  openings
    .filter(({ openedAt, until }) => openedAt <= now && now <= until)
    .sort((a, b) => (a.until < b.until ? 1 : -1))[0];

type Closing = {
  readonly reason: LockReason;
  readonly rules: readonly RuleId[];
  readonly openUntil: LocalInstant | undefined;
};

function answer(
  regulation: Regulation,
  closings: readonly (Closing | undefined)[],
  now: LocalInstant,
  openings: readonly Opening[],
): Lock {
  const closed = closings.find((one) => one !== undefined);
  if (closed === undefined) return { open: true };
  const final = closed.reason === 'yearClosed';
  const opened = final ? undefined : openedNow(openings, now);
  if (opened !== undefined) return { open: true, until: opened.until };
  return {
    open: false,
    reason: closed.reason,
    clauses: closed.rules.flatMap((id) => ruleOf(regulation, id).clauses),
    openUntil: closed.openUntil,
    mayOpen: final ? [] : valueOf(regulation, 'openLocks'),
  };
}

type YearState = Pick<LockState, 'yearStartsOn' | 'yearClosedOn'>;

const closedYear = ({ yearClosedOn }: YearState, now: LocalInstant): Closing | undefined =>
  yearClosedOn !== null && dayOf(now) >= yearClosedOn
    ? { reason: 'yearClosed', rules: [], openUntil: undefined }
    : undefined;

function overYear({ yearStartsOn }: YearState, now: LocalInstant): Closing | undefined {
  const last = yearOver(yearStartsOn);
  return now > last ? { reason: 'yearOver', rules: ['editingWindow'], openUntil: last } : undefined;
}

/**
 * Marks close as soon as the period marks stand; what is to be recorded of lessons still to come
 * only when the period is over (ТИП Д.2, 2.12).
 */
function closedByPeriodMarks(
  regulation: Regulation,
  what: LockedThing,
  state: LockState,
  now: LocalInstant,
): Closing | undefined {
  if (!valueOf(regulation, 'closedByPeriodMarks') || !state.periodMarksSet) return undefined;
  const isMark = what === 'oralMark' || what === 'writtenMark';
  const over = state.periodEndsOn !== null && dayOf(now) > state.periodEndsOn;
  if (!isMark && !over) return undefined;
  return { reason: 'periodMarksSet', rules: ['closedByPeriodMarks'], openUntil: undefined };
}

/** By the terms of R2, counted from the lesson; never before what is entered has its deadline. */
function closedByTerm(
  regulation: Regulation,
  what: LockedThing,
  lesson: LessonFacts,
  calendar: SchoolCalendar,
  now: LocalInstant,
): Closing | undefined {
  const isMark = what === 'oralMark' || what === 'writtenMark';
  if (!isMark && !valueOf(regulation, 'recordsClosedToo')) return undefined;
  const deadline = deadlineOf(regulation, what, lesson, calendar)?.at;
  if (!valueOf(regulation, 'backdatedMarks') && deadline !== undefined && now > deadline) {
    return { reason: 'backdated', rules: ['backdatedMarks'], openUntil: deadline };
  }
  const lastDay = windowEnd(valueOf(regulation, 'editingWindow'), lesson.date);
  if (lastDay === undefined) return undefined;
  const last = deadline === undefined ? endOf(lastDay) : later(endOf(lastDay), deadline);
  return now > last
    ? { reason: 'windowOver', rules: ['editingWindow'], openUntil: last }
    : undefined;
}

/** Topics and homework of a lesson to come, where the school does not let them be written ahead (R1). */
function closedAhead(
  regulation: Regulation,
  what: LockedThing,
  lesson: LessonFacts,
  now: LocalInstant,
): Closing | undefined {
  if (what !== 'topic' && what !== 'homework') return undefined;
  if (valueOf(regulation, 'writingAhead') || lesson.date <= dayOf(now)) return undefined;
  return { reason: 'ahead', rules: ['writingAhead'], openUntil: undefined };
}

/**
 * Whether something of a lesson may be entered or corrected now (R2, J4): closed with the reason,
 * the clauses and who may open it. The regulation is the one in force on the lesson's own day. Once
 * closed it stays closed as time goes on, unless it is opened for a cause; what may not be written
 * ahead opens with the lesson's day.
 */
export function lockOf(
  regulation: Regulation,
  what: LockedThing,
  lesson: LessonFacts,
  calendar: SchoolCalendar,
  now: LocalInstant,
  state: LockState,
  openings: readonly Opening[] = [],
): Lock {
  return answer(
    regulation,
    [
      closedYear(state, now),
      closedByPeriodMarks(regulation, what, state, now),
      closedByTerm(regulation, what, lesson, calendar, now),
      overYear(state, now),
      closedAhead(regulation, what, lesson, now),
    ],
    now,
    openings,
  );
}

/**
 * Whether a cell's absence may get its reason now, by hand or by a document (J7): the period marks
 * close a page to its teacher (ТИП Д.2), the class teacher may learn the reason later; the terms hold
 * for both.
 */
export const lockOfReason = (
  regulation: Regulation,
  lesson: LessonFacts,
  calendar: SchoolCalendar,
  now: LocalInstant,
  state: LockState,
  openings: readonly Opening[] = [],
): Lock =>
  lockOf(
    regulation,
    'attendance',
    lesson,
    calendar,
    now,
    { ...state, periodMarksSet: false },
    openings,
  );

/**
 * Whether a period mark may be set or changed now (ТИП 2.14): the editing window counts from the day
 * the marks are due, or the period's last one where that is later.
 */
export function lockOfPeriodMark(
  regulation: Regulation,
  period: { readonly startsOn: IsoDate; readonly endsOn: IsoDate },
  now: LocalInstant,
  state: YearState,
  openings: readonly Opening[] = [],
): Lock {
  const { by } = periodMarksDue(regulation, period);
  const lastDay = windowEnd(
    valueOf(regulation, 'editingWindow'),
    by < period.endsOn ? period.endsOn : by,
  );
  const overdue = lastDay !== undefined && now > endOf(lastDay);
  return answer(
    regulation,
    [
      closedYear(state, now),
      overdue
        ? { reason: 'windowOver', rules: ['editingWindow'], openUntil: endOf(lastDay) }
        : undefined,
      overYear(state, now),
    ],
    now,
    openings,
  );
}

/**
 * Whether a mark of an examination or a final one may be set or changed now: examinations are held
 * after the year's lessons, so no window counts for them, only the year itself.
 */
export const lockOfFinalMark = (
  regulation: Regulation,
  now: LocalInstant,
  state: YearState,
  openings: readonly Opening[] = [],
): Lock => answer(regulation, [closedYear(state, now), overYear(state, now)], now, openings);
