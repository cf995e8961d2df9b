import type { SchoolCalendar } from '../calendar/school-days';
import {
  deadlineOf,
  type EntryDeadline,
  type EntryKind,
  type LessonFacts,
} from '../regulation/deadlines';
import { dayOf, type LocalInstant } from '../regulation/instant';
import type { Lock, LockedThing, LockReason } from '../regulation/locks';
import type { Regulation } from '../regulation/regulation';
import type { DutyKind } from './kinds';

/** What the journal holds of a lesson. */
export type LessonState = {
  readonly topic: boolean;
  /** Anything at all: a topic, homework, works, marks, who was absent. */
  readonly holds: boolean;
  readonly homework: boolean;
  /** The line of the plan it is held by names homework. */
  readonly homeworkPlanned: boolean;
};

/** What is owed of one lesson, by when, and whether the journal is closed there. */
export type LessonDuty = {
  readonly kind: DutyKind;
  readonly due: LocalInstant;
  readonly clauses: readonly string[];
  readonly closed: LockReason | undefined;
};

/** What is missing, the term that holds for it, and what is closed where it cannot be entered. */
const MISSING: readonly {
  readonly kind: DutyKind;
  readonly by: readonly EntryKind[];
  readonly locked: LockedThing;
  readonly missing: (state: LessonState) => boolean;
}[] = [
  // The journal keeps who was absent, not that all were there: only a lesson without anything tells
  // that nobody looked.
  {
    kind: 'lessonEmpty',
    by: ['attendance', 'topic'],
    locked: 'topic',
    missing: ({ holds }) => !holds,
  },
  {
    kind: 'topicMissing',
    by: ['topic'],
    locked: 'topic',
    missing: ({ holds, topic }) => holds && !topic,
  },
  {
    kind: 'homeworkMissing',
    by: ['homework'],
    locked: 'homework',
    missing: ({ homework, homeworkPlanned }) => homeworkPlanned && !homework,
  },
];

/** Whether the lesson has begun; where no bells are set, with its day. */
const begun = (lesson: LessonFacts, now: LocalInstant) =>
  lesson.date < dayOf(now) || now >= `${lesson.date}T${lesson.startsAt ?? '00:00'}`;

const sooner = (a: EntryDeadline | undefined, b: EntryDeadline | undefined) =>
  a === undefined || (b !== undefined && b.at < a.at) ? b : a;

/**
 * What its teacher owes of a lesson that has begun (R1), by the regulation of the lesson's own day;
 * nothing where the regulation names no term.
 */
export function lessonDuties(
  regulation: Regulation,
  lesson: LessonFacts,
  state: LessonState,
  calendar: SchoolCalendar,
  now: LocalInstant,
  lockOf: (what: LockedThing) => Lock,
): readonly LessonDuty[] {
  if (!begun(lesson, now)) return [];
  return MISSING.flatMap(({ kind, by, locked, missing }): LessonDuty[] => {
    if (!missing(state)) return [];
    const deadline = by
      .map((one) => deadlineOf(regulation, one, lesson, calendar))
      .reduce(sooner, undefined);
    if (deadline === undefined) return [];
    const lock = lockOf(locked);
    const closed = lock.open ? undefined : lock.reason;
    return [{ kind, due: deadline.at, clauses: deadline.clauses, closed }];
  });
}
