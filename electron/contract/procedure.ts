import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { Role } from '#domain/people/roles';
import { GIVEN_TO, type RegulatedAction } from '#domain/regulation/rights';
import { ERRORS } from './errors';

/**
 * Who may call: roles; `signedIn` is anybody with an account; `anyone` needs no log-in.
 * Nobody may where nothing is said.
 */
export type Access = Role | 'signedIn' | 'anyone';

export type ProcedureMeta = {
  readonly kind: 'query' | 'command';
  readonly access: readonly Access[];
  /** What the audit trail calls it; none for a query. */
  readonly audit?: string;
  /** The rule of the regulation that chooses among those who may call (R4): the core asks it. */
  readonly rule?: RegulatedAction;
  /** Allowed also while the session is locked or waits for a new password. */
  readonly always?: boolean;
};

const nobody: ProcedureMeta = { kind: 'query', access: [] };
const base = oc.$meta<ProcedureMeta>(nobody).errors(ERRORS);

/** A procedure that only reads. */
export const query = (...access: readonly Access[]) => base.meta({ kind: 'query', access });

/** A procedure that changes the journal; `audit` names it in the audit trail. */
export const command = (audit: string, ...access: readonly Access[]) =>
  base.meta({ kind: 'command', access, audit });

/** The same for what the regulation gives: to its roles, of those that can have it, or of these. */
export const ruledQuery = (rule: RegulatedAction, ...access: readonly Access[]) =>
  base.meta({ kind: 'query', access: access.length === 0 ? GIVEN_TO[rule] : access, rule });
export const ruledCommand = (rule: RegulatedAction, audit: string, ...access: readonly Access[]) =>
  base.meta({
    kind: 'command',
    access: access.length === 0 ? GIVEN_TO[rule] : access,
    audit,
    rule,
  });

/** Teachers, and whom the regulation lets fill any page (R4): the core asks it. */
export const MAY_FILL = [...GIVEN_TO.fillAnyPage, 'teacher'] as const satisfies readonly Access[];

/** A procedure of the log-in itself: it answers whatever state the session is in. */
export const always = (kind: ProcedureMeta['kind'], audit?: string) =>
  base.meta({ kind, access: ['anyone'], always: true, ...(audit === undefined ? {} : { audit }) });

/** The input of a command: a call repeated with the same `requestId` is done once. */
export const commandInput = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ requestId: z.uuid(), ...shape });

const UNSEEN = /[\s\p{Cf}]/u;

/** The text without what nobody sees at its ends, in one pass however long it is. */
function seen(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && UNSEEN.test(text.charAt(from))) from += 1;
  while (from < to && UNSEEN.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}
/** A text that somebody has to read: one of zero-width signs alone is empty. */
export const written = () => z.string().overwrite(seen);

export const id = z.int().positive();
/** The input of what is asked of one school year; where none is named, that of today. */
export const ofYear = z.object({ yearId: id.optional() }).default({});
/** Days a school writes of: births a century ago, nothing that no calendar of ours reaches. */
const [FIRST_DAY, LAST_DAY] = ['1900-01-01', '2199-12-31'];
export const isoDate = z.iso
  .date()
  .refine(
    (day) => day >= FIRST_DAY && day <= LAST_DAY,
  ) as unknown as z.ZodType<`${number}-${number}-${number}`>;

/** How far a long job is: `done` of 0–1, `step` names what is being done. */
export type Progress<Step extends string> = { readonly done: number; readonly step: Step };
