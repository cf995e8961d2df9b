import { addDays, weekdayOf, type IsoDate } from '../calendar/iso-date';
import { hasRole, type Actor, type Role } from '../people/roles';
import { dayOf, type LocalInstant } from '../regulation/instant';
import type { LockReason } from '../regulation/locks';
import type { DutyKind } from './kinds';

/** Where a duty is done: enough for an address. A screen with a place of its own is one more line. */
export type DutyPlace =
  | {
      readonly at: 'lesson';
      readonly pageId: number;
      readonly date: IsoDate;
      readonly number: number;
      readonly pupilId?: number | undefined;
    }
  /** The column of a period on a page. */
  | {
      readonly at: 'period';
      readonly pageId: number;
      readonly periodId: number;
      readonly pupilId?: number | undefined;
    }
  /** The plan of a page: the one it has, else a new one. */
  | { readonly at: 'plan'; readonly pageId: number; readonly planId?: number | undefined }
  /** Checks of pupils' data; the one that is open where there is one. */
  | { readonly at: 'dataChecks'; readonly checkId?: number | undefined }
  /** Who teaches what. */
  | { readonly at: 'load' }
  /** Changes of a day. */
  | { readonly at: 'changes'; readonly date: IsoDate }
  /** The schedule of control works around a day. */
  | { readonly at: 'controlWorks'; readonly date: IsoDate }
  | { readonly at: 'copies' }
  /** The checklist of a year that is to be prepared. */
  | { readonly at: 'readiness'; readonly yearId: number }
  /** The list of plans, with the pages that have none. */
  | { readonly at: 'plans' }
  | { readonly at: 'yearOpening' }
  | { readonly at: 'regulation'; readonly versionId: number }
  | { readonly at: 'summarySheet'; readonly classId: number; readonly periodId: number }
  | { readonly at: 'fulfilment' };

/**
 * Something to be done by a time (D1). It is computed from the regulation and the journal's state and
 * disappears when its fact is there: nobody ticks it off.
 */
export type Duty = {
  readonly kind: DutyKind;
  /** Whose it is; null: of everybody who holds the role. */
  readonly staffId: number | null;
  /** In which of the own roles. */
  readonly role: Role;
  /** The classes it is about; none where it is about the school. */
  readonly classIds: readonly number[];
  /** «8-Б, алгебра»; empty where it is about the school. */
  readonly where: string;
  /** Duties of one kind and one group are said in one line. */
  readonly group: string;
  readonly place: DutyPlace;
  readonly due: LocalInstant;
  /** Of the regulation in force. */
  readonly clauses: readonly string[];
  /** How many of what the kind counts. */
  readonly count: number;
  /** What the words of the kind name besides: «Контрольная работа «Дроби»». */
  readonly what?: string | undefined;
  /** The journal is closed there to whom the duty was: nobody owes it, the administration sees it. */
  readonly closed?: LockReason | undefined;
};

/** In the order in which they stand. */
export const DUTY_STATES = ['overdue', 'today', 'week', 'later', 'closed'] as const;
export type DutyState = (typeof DUTY_STATES)[number];

/** How urgent it is; once overdue it stays so. A week ends with its Sunday. */
export function stateOf(
  { due, closed }: Pick<Duty, 'due' | 'closed'>,
  now: LocalInstant,
): DutyState {
  if (closed !== undefined) return 'closed';
  if (now > due) return 'overdue';
  const [today, day] = [dayOf(now), dayOf(due)];
  if (day === today) return 'today';
  return day <= addDays(today, 7 - weekdayOf(today)) ? 'week' : 'later';
}

/** Whether the person is the one, or one of those, who owes it; what is closed nobody owes. */
export const isDutyOf = (
  actor: Pick<Actor, 'staffId' | 'roles'>,
  { staffId, role, closed }: Pick<Duty, 'staffId' | 'role' | 'closed'>,
): boolean =>
  closed === undefined && hasRole(actor, role) && (staffId === null || staffId === actor.staffId);
