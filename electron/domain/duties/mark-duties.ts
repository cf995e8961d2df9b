import { addDays, type IsoDate } from '../calendar/iso-date';
import type { SchoolCalendar } from '../calendar/school-days';
import type { MarksDue } from '../marks/minimum-marks';
import { deadlineOf, type LessonFacts } from '../regulation/deadlines';
import { endOf, type LocalInstant } from '../regulation/instant';
import type { Lock, LockReason } from '../regulation/locks';
import { periodMarksDue } from '../regulation/period-rules';
import type { Regulation } from '../regulation/regulation';

/** How many are owed, by when, by which clauses, and whether the journal is closed there. */
export type Owed = {
  readonly count: number;
  readonly due: LocalInstant;
  readonly clauses: readonly string[];
  readonly closed?: LockReason | undefined;
};

const closedBy = (lock: Lock): LockReason | undefined => (lock.open ? undefined : lock.reason);

/** A written work of a lesson and how far its marks are. */
export type WorkFacts = {
  /** Till when it is handed in; null: on the lesson. */
  readonly dueOn: IsoDate | null;
  /** A control work is given to everybody, another one perhaps to some. */
  readonly control: boolean;
  /** Pupils who were there and have neither a mark nor a dot for it. */
  readonly unmarked: number;
  readonly marked: number;
};

/**
 * The marks of a written work (ИНС 2.4, ТИП 2.6): of a control work of everybody who was there, of
 * another one as long as nobody has any. Their term counts from when the work is handed in.
 */
export function workOwed(
  regulation: Regulation,
  lesson: LessonFacts,
  work: WorkFacts,
  calendar: SchoolCalendar,
  now: LocalInstant,
  lock: () => Lock,
): Owed | undefined {
  const { dueOn, control, unmarked, marked } = work;
  const handedIn = dueOn !== null && dueOn > lesson.date ? dueOn : undefined;
  if (unmarked === 0 || (!control && marked > 0)) return undefined;
  if (
    now <
    `${handedIn ?? lesson.date}T${handedIn === undefined ? (lesson.startsAt ?? '00:00') : '00:00'}`
  ) {
    return undefined;
  }
  const { grade, shift, studyDays } = lesson;
  const facts = handedIn === undefined ? lesson : { date: handedIn, grade, shift, studyDays };
  const deadline = deadlineOf(regulation, 'writtenMark', facts, calendar);
  if (deadline === undefined) return undefined;
  return {
    count: unmarked,
    due: deadline.at,
    clauses: deadline.clauses,
    closed: closedBy(lock()),
  };
}

/** Dots («долги») that wait for a mark past the day the work was due (J2). */
export function debtsOwed(
  { dots, dueOn }: { readonly dots: number; readonly dueOn: IsoDate },
  today: IsoDate,
  lock: () => Lock,
): Owed | undefined {
  if (dots === 0 || today < dueOn) return undefined;
  return { count: dots, due: endOf(dueOn), clauses: [], closed: closedBy(lock()) };
}

type Span = { readonly startsOn: IsoDate; readonly endsOn: IsoDate };

/** The marks for a period of those who have none, from the day they are set on (R3). */
export function periodMarksOwed(
  regulation: Regulation,
  period: Span,
  missing: number,
  today: IsoDate,
  lock: () => Lock,
): Owed | undefined {
  const { from, by, clauses } = periodMarksDue(regulation, period);
  if (missing === 0 || today < from) return undefined;
  return { count: missing, due: endOf(by), clauses, closed: closedBy(lock()) };
}

/** So long before the marks are due who lacks some is told: the preliminary reports' two weeks (ИНС г). */
const AHEAD = 14;

/**
 * Those who have fewer marks than the period's mark needs (накопляемость, КИА 5.2), while there is
 * time to give some; after it the period's mark itself is owed.
 */
export function fewMarksOwed(
  due: MarksDue,
  lacking: number,
  clauses: readonly string[],
  today: IsoDate,
): Owed | undefined {
  if (lacking === 0 || today > due.by || today < addDays(due.by, -AHEAD)) return undefined;
  return { count: lacking, due: endOf(due.by), clauses };
}
