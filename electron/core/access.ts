import { randomUUID } from 'node:crypto';
import { implement, ORPCError, type ImplementerInternalWithMiddlewares } from '@orpc/server';
import { contract } from '#contract/index';
import type { ProcedureMeta } from '#contract/procedure';
import { problemOf } from '#db/problem';
import type { CallContext, Connection, Core, Session } from './context';
import { letsOf } from '#domain/regulation/rights';
import { refuse } from './refuse';
import { regulationOn } from './regulation/versions';

/** Locks a window where nobody has done anything for the minutes of the idle lock. */
export function lockWhenIdle(core: Core, connection: Connection): void {
  const idle = core.now().getTime() - connection.lastSeen;
  if (connection.session !== null && idle > core.idleMinutes * 60_000) connection.locked = true;
}

/** Refuses the call unless the one behind the connection may make it. */
export function checkAccess(context: CallContext, meta: ProcedureMeta): void {
  const { core, connection } = context;
  lockWhenIdle(core, connection);
  if (meta.always === true) return;
  if (connection.session === null || core.open === null) refuse('NOT_SIGNED_IN');
  if (connection.locked) refuse('SESSION_LOCKED');
  if (connection.session.mustChangePassword) refuse('PASSWORD_CHANGE_REQUIRED');
  connection.lastSeen = core.now().getTime();
  const { roles } = connection.session;
  const allowed = meta.access.some(
    (access) => access === 'signedIn' || (access !== 'anyone' && roles.includes(access)),
  );
  if (!allowed) refuse('FORBIDDEN', { why: 'role' });
  const { rule } = meta;
  if (rule === undefined) return;
  const lets = letsOf(regulationOn(core.open.journal.db, core.today()), rule);
  if (!roles.some((role) => meta.access.includes(role) && lets(role))) {
    refuse('FORBIDDEN', { why: 'regulated' });
  }
}

/** What was read for one person is not answered to the next, nor to a window that is left. */
function checkStillThere(
  { core, connection }: CallContext,
  { kind, always }: ProcedureMeta,
  before: Session | null,
): void {
  if (kind === 'command' || always === true) return;
  if (connection.session !== before || core.open === null) refuse('NOT_SIGNED_IN');
  if (connection.locked) refuse('SESSION_LOCKED');
}

/** An error as the caller may see it: declared codes as they are, all else only as a number. */
export function toDeclared(core: Core, place: string, error: unknown): Error {
  // What the contract did not let in: the validator's own words and what was sent stay here.
  if (error instanceof ORPCError) {
    return error.code === 'BAD_REQUEST' ? new ORPCError('BAD_REQUEST') : error;
  }
  const problem = problemOf(error);
  if (problem !== undefined) return new ORPCError('STORAGE_PROBLEM', { data: { problem } });
  if (error instanceof Error && error.name === 'AbortError') return new ORPCError('CANCELLED');
  const incidentId = randomUUID().slice(0, 8);
  core.log.failure(`incident ${incidentId} in ${place}`, error);
  return new ORPCError('INTERNAL', { data: { incidentId } });
}

/** Written out: inferred, it is longer than the compiler writes into a declaration. */
type Handlers = ImplementerInternalWithMiddlewares<typeof contract, CallContext, CallContext>;

/** The builder of all handlers: access first, and no error leaves undeclared. */
export const os: Handlers = implement(contract)
  .$context<CallContext>()
  .use(async ({ context, procedure, path, next }) => {
    try {
      checkAccess(context, procedure['~orpc'].meta);
      const { session } = context.connection;
      const result = await next();
      checkStillThere(context, procedure['~orpc'].meta, session);
      return result;
    } catch (error) {
      throw toDeclared(context.core, path.join('.'), error);
    }
  });

/** A stream whose errors are declared too: they come after the handler has returned. */
export async function* declaredStream<T>(
  core: Core,
  place: string,
  stream: AsyncIterable<T>,
): AsyncGenerator<T> {
  try {
    yield* stream;
  } catch (error) {
    throw toDeclared(core, place, error);
  }
}
