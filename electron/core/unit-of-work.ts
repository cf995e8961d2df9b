import { createHash } from 'node:crypto';
import {
  auditOfRequest,
  insertAudit,
  lastAuditHash,
  wholeAudit,
  type AuditChange,
  type AuditRow,
} from '#db/queries/audit';
import type { ReadableDb, WritableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { CallContext, Connection, Core, OpenJournal, Session } from './context';
import { checkYearOpen } from './closed-year';
import { refuse } from './refuse';

/** What a query is given: the journal to read, who asks, and the day. */
export type Reading = {
  readonly db: ReadableDb;
  readonly actor: Session;
  readonly today: IsoDate;
  readonly core: Core;
};

/** What a query about one school year is asked; where none is named, that of today is meant. */
export type OfYear = { readonly yearId?: number | undefined };

/** What a command is given: everything of a query, a journal it may change, and the audit trail. */
export type Writing = Omit<Reading, 'db'> & {
  readonly db: WritableDb;
  readonly now: string;
  /** Puts one change into the audit trail; `null` is «was not there» or «is gone». */
  readonly record: (entity: string, entityId: string, before: unknown, after: unknown) => void;
  /** The window that waits for the answer, where there is one. */
  readonly connection?: Connection;
  /** Done after the commit, when the change is on disk. */
  readonly afterCommit: (work: () => void) => void;
};

export type Request = {
  readonly requestId: string;
  readonly action: string;
  readonly actor: Pick<Session, 'accountId' | 'name'> | null;
  readonly reason?: string;
  /** What it answers is told once and stored nowhere: a repeated request is refused. */
  readonly once?: boolean;
};

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

/** The hash of an audit row: over the one before, the row and its changes. */
export function hashOfAudit(
  previous: string,
  row: AuditRow,
  changes: readonly AuditChange[],
): string {
  return createHash('sha256')
    .update(JSON.stringify([previous, row, changes]))
    .digest('hex');
}

/** Whether no row of the trail was changed, taken out or put in between. */
export function auditChainHolds(db: ReadableDb): boolean {
  let last = '';
  for (const { row, changes, previous, own } of wholeAudit(db)) {
    if (previous !== last || own !== hashOfAudit(previous, row, changes)) return false;
    last = own;
  }
  return true;
}

/**
 * One change of the journal, whole or not at all, with its row in the audit trail: the only way to
 * a `WritableDb`. It is synchronous, so two requests never mix. A request that was already done
 * is answered as the first time.
 */
export function runCommand<Result>(
  core: Core,
  open: OpenJournal,
  request: Request,
  work: (unit: Pick<Writing, 'db' | 'now' | 'record' | 'afterCommit'>) => Result,
): Result {
  const afterwards: (() => void)[] = [];
  const result = open.journal.write((db) => {
    const earlier = auditOfRequest(db, request.requestId);
    if (earlier !== undefined) {
      if (earlier.accountId !== (request.actor?.accountId ?? null)) {
        refuse('FORBIDDEN', { why: 'notYourAccount' });
      }
      if (earlier.action !== request.action || request.once === true) {
        refuse('INVALID', { why: 'requestReused' });
      }
      return JSON.parse(earlier.result) as Result;
    }
    const changes: AuditChange[] = [];
    const now = core.now().toISOString();
    const done = work({
      db,
      now,
      record: (entity, entityId, before, after) =>
        changes.push({ entity, entityId, before: json(before), after: json(after) }),
      afterCommit: (later) => afterwards.push(later),
    });
    const row: AuditRow = {
      at: now,
      requestId: request.requestId,
      accountId: request.actor?.accountId ?? null,
      actor: request.actor?.name ?? '',
      workstation: core.workstation,
      action: request.action,
      reason: request.reason ?? '',
      result: JSON.stringify(done ?? null),
    };
    const previous = lastAuditHash(db);
    insertAudit(db, row, changes, { previous, own: hashOfAudit(previous, row, changes) });
    return done;
  });
  for (const later of afterwards) later();
  return result;
}

/** The one who is logged in on this connection and the open journal; refuses where there is none. */
export function signedIn({ core, connection }: CallContext): {
  readonly session: Session;
  readonly open: OpenJournal;
} {
  if (connection.session === null || core.open === null) refuse('NOT_SIGNED_IN');
  return { session: connection.session, open: core.open };
}

/** Who began a call that has waited since, and the journal it began in. */
type Begun = { readonly session: Session; readonly open: OpenJournal };

/** Whether the one who began the call is still logged in on this window, in the same journal. */
export const isStillThere = (
  { core, connection }: CallContext,
  { session, open }: Begun,
): boolean => core.open === open && connection.session?.accountId === session.accountId;

/**
 * `runCommand` after the call has waited for files or key derivation: refuses where the person has
 * logged out or was blocked meanwhile (NOT_SIGNED_IN), or the rights are not those of the beginning.
 */
export function runCommandOf<Result>(
  context: CallContext,
  begun: Begun,
  request: Omit<Request, 'actor'>,
  work: Parameters<typeof runCommand<Result>>[3],
): Result {
  const { core, connection } = context;
  if (!isStillThere(context, begun)) refuse('NOT_SIGNED_IN');
  if (connection.session !== begun.session) refuse('FORBIDDEN', { why: 'role' });
  return runCommand(core, begun.open, { ...request, actor: begun.session }, work);
}

type HandlerArguments<Input> = { readonly context: CallContext; readonly input: Input };

/** A handler that reads. */
export const reads =
  <Input, Output>(work: (reading: Reading, input: Input) => Output) =>
  ({ context, input }: HandlerArguments<Input>): Output => {
    const { session, open } = signedIn(context);
    const { core } = context;
    return work({ db: open.journal.db, actor: session, today: core.today(), core }, input);
  };

/** A handler that changes the journal in one unit of work; its name in the trail is the contract's. */
export const writes =
  <Input, Output>(work: (writing: Writing, input: Input) => Output) =>
  ({
    context,
    input,
    procedure,
  }: HandlerArguments<Input & { readonly requestId: string }> & {
    readonly procedure: { readonly '~orpc': { readonly meta: { readonly audit?: string } } };
  }): Output => {
    const { session, open } = signedIn(context);
    const { core } = context;
    const action = procedure['~orpc'].meta.audit;
    if (action === undefined) throw new Error('a command without a name in the audit trail');
    const request = { requestId: input.requestId, action, actor: session };
    const today = core.today();
    return runCommand(core, open, request, (unit) => {
      checkYearOpen(unit.db, { action, today }, input);
      return work({ ...unit, actor: session, today, core, connection: context.connection }, input);
    });
  };
