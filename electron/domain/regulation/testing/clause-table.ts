import type { IsoDate } from '../../calendar/iso-date';
import type { Role } from '../../people/roles';
import { defaultPeriods } from '../../school/default-periods';
import { deadlineOf, type EntryKind, type LessonFacts } from '../deadlines';
import type { LocalInstant } from '../instant';
import { lockOf, type LockedThing, type LockState } from '../locks';
import { periodMarksDue } from '../period-rules';
import { valueOf, type Regulation } from '../regulation';
import { rightOf, type RegulatedAction } from '../rights';
import type { RuleId, RuleOf } from '../rules';
import { nextDue, termDays } from '../terms';

/** A clause of a paper, a situation in words, and what the preset decides in it. */
export type ClauseRow = {
  readonly clause: string;
  readonly situation: string;
  /** Words of the clause as the paper has them. */
  readonly words: string;
  readonly decide: (regulation: Regulation) => unknown;
  readonly expected: unknown;
};

export const year = defaultPeriods(2026);
export const quarters = year.periods.filter(({ kind }) => kind === 'quarter');

/** Thursday 19 November 2026, the class has lessons until 13:40. */
export const THURSDAY: LessonFacts = {
  date: '2026-11-19',
  grade: 8,
  shift: 1,
  studyDays: 5,
  startsAt: '10:20',
  endsAt: '11:00',
  classesEndAt: '13:40',
};
export const inGrade = (grade: number): LessonFacts => ({ ...THURSDAY, grade });

/** The last minute in which it is entered in time; «нет» where it is not entered or not limited. */
export const until =
  (kind: EntryKind, lesson: LessonFacts = THURSDAY) =>
  (regulation: Regulation) =>
    deadlineOf(regulation, kind, lesson, year)?.at ?? 'нет';

export const OPEN_YEAR: LockState = {
  yearStartsOn: year.startsOn,
  yearClosedOn: null,
  periodEndsOn: '2026-12-30',
  periodMarksSet: false,
};

/** «открыто», or why it is closed. */
export const lock =
  (what: LockedThing, now: LocalInstant, state: Partial<LockState> = {}) =>
  (regulation: Regulation) => {
    const found = lockOf(regulation, what, THURSDAY, year, now, { ...OPEN_YEAR, ...state });
    return found.open ? 'открыто' : found.reason;
  };

export const may = (role: Role, action: RegulatedAction) => (regulation: Regulation) =>
  rightOf(regulation, role, action).may;

export const value =
  <Id extends RuleId>(id: Id) =>
  (regulation: Regulation) =>
    valueOf(regulation, id);

/** The day by which it is done again after 1 December 2026. */
export const again =
  (rule: RuleOf<'frequency'>, lastDone: IsoDate = '2026-12-01') =>
  (regulation: Regulation) =>
    nextDue(valueOf(regulation, rule), lastDone, quarters);

/** The last days of a term in 2026/2027. */
export const byDay = (rule: RuleOf<'term'>) => (regulation: Regulation) =>
  termDays(valueOf(regulation, rule), year, quarters).map(({ to }) => to);

/** From when until when the marks of the second quarter, which ends on Wednesday 30 December, are set. */
export const secondQuarter = (regulation: Regulation) => {
  const { from, by } = periodMarksDue(regulation, {
    startsOn: '2026-11-02',
    endsOn: '2026-12-30',
  });
  return `${from} – ${by}`;
};
