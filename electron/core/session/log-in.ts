import { randomUUID } from 'node:crypto';
import type { SessionInfo } from '#contract/session';
import { accountById, accountBySlot, rolesOfAccount, type AccountRow } from '#db/queries/accounts';
import { findSchool } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import { shortName } from '#domain/people/name';
import { rightsBy } from '#domain/regulation/rights';
import type { CallContext, Connection, Core, OpenJournal, Session } from '../context';
import { regulationOn } from '../regulation/versions';
import { refuse } from '../refuse';
import { runCommand, signedIn } from '../unit-of-work';
import { lockWhenIdle } from '../access';
import { ensureHealthKeys } from '../health/account-keys';
import { checkPassword } from './check-password';
import { endSession } from './end-session';
import { closeWhenUnused, journalExists, journalFolder, openWith } from './journal-state';

function sessionOf(db: ReadableDb, account: AccountRow): Session {
  return {
    accountId: account.id,
    staffId: account.staffId,
    roles: rolesOfAccount(db, account.id),
    name: shortName(account),
    login: account.login,
    mustChangePassword: account.mustChangePassword === 1,
  };
}

/** What the window shows about who works in it. */
export function sessionInfo({ core, connection }: CallContext): SessionInfo | null {
  const { session } = connection;
  if (session === null || core.open === null) return null;
  lockWhenIdle(core, connection);
  const school = findSchool(core.open.journal.db);
  return {
    ...session,
    schoolName: school?.name ?? '',
    demo: school?.demo === 1,
    locked: connection.locked,
    idleMinutes: core.idleMinutes,
    today: core.today(),
    rights: rightsBy(regulationOn(core.open.journal.db, core.today())),
  };
}

function infoOrRefuse(context: CallContext): SessionInfo {
  return sessionInfo(context) ?? refuse('NOT_SIGNED_IN');
}

/**
 * Signs an account in on a connection and writes it into the trail. An own password (never a
 * temporary one, which others have seen) gives the account a pair of keys for what is sealed for it.
 */
export function signIn(
  core: Core,
  connection: Connection,
  open: OpenJournal,
  { account, accountSecret }: { readonly account: AccountRow; readonly accountSecret: Buffer },
) {
  const session = sessionOf(open.journal.db, account);
  const request = { requestId: randomUUID(), action: 'session.logIn', actor: session };
  runCommand(core, open, request, ({ db, record }) => {
    if (!session.mustChangePassword) ensureHealthKeys(db, account.id, accountSecret);
    record('account', String(account.id), null, { workstation: core.workstation });
  });
  endSession(connection);
  connection.session = session;
  connection.accountSecret = accountSecret;
  connection.locked = false;
  connection.lastSeen = core.now().getTime();
}

/** After a change of the account, the window's session says the same as the journal. */
export function refreshSession(connection: Connection, open: OpenJournal): void {
  const account =
    connection.session === null
      ? undefined
      : accountById(open.journal.db, connection.session.accountId);
  if (account === undefined || account.blockedAt !== null) endSession(connection);
  else connection.session = sessionOf(open.journal.db, account);
}

/**
 * Opens the journal's key with the password, and with it the journal. Blocked and dismissed people
 * get the same answer as a wrong password.
 */
export async function logIn({
  context,
  input,
}: {
  readonly context: CallContext;
  readonly input: { readonly login: string; readonly password: string };
}): Promise<SessionInfo> {
  const { core, connection } = context;
  if (!journalExists(core)) refuse('STORAGE_PROBLEM', { problem: 'missing' });
  const { key, slotId, accountSecret } = await checkPassword(context, journalFolder(core), input);
  if (!core.connections.has(connection)) refuse('CANCELLED'); // the window is gone by now
  const open = openWith(core, key);
  const account = accountBySlot(open.journal.db, slotId);
  if (
    account === undefined ||
    account.blockedAt !== null ||
    (account.dismissedOn !== null && account.dismissedOn < core.today())
  ) {
    closeWhenUnused(core);
    return refuse('WRONG_PASSWORD', { waitSeconds: core.attempts.failed(input.login, core.now()) });
  }
  signIn(core, connection, open, { account, accountSecret });
  return infoOrRefuse(context);
}

/** Ends the session of this window; the last one closes the journal. */
export function logOut({ context: { core, connection } }: { readonly context: CallContext }): void {
  const { session } = connection;
  if (session !== null && core.open !== null) {
    const request = { requestId: randomUUID(), action: 'session.logOut', actor: session };
    runCommand(core, core.open, request, () => null);
  }
  endSession(connection);
  connection.locked = false;
  closeWhenUnused(core);
}

export function lock({ context: { connection } }: { readonly context: CallContext }): void {
  if (connection.session !== null) connection.locked = true;
}

/** The same person's password takes the lock off. */
export async function unlock({
  context,
  input,
}: {
  readonly context: CallContext;
  readonly input: { readonly password: string };
}): Promise<SessionInfo> {
  const { core, connection } = context;
  const { session, open } = signedIn(context);
  const { login, accountId } = session;
  const { slotId, accountSecret } = await checkPassword(context, open.folder, { login, ...input });
  accountSecret.fill(0); // the window has kept its own
  if (connection.session !== session || core.open !== open) return refuse('NOT_SIGNED_IN');
  if (accountBySlot(open.journal.db, slotId)?.id !== accountId) {
    return refuse('WRONG_PASSWORD', { waitSeconds: core.attempts.failed(login, core.now()) });
  }
  connection.locked = false;
  connection.lastSeen = core.now().getTime();
  return infoOrRefuse(context);
}

/** The person is there: the idle lock counts anew, unless it has already come. */
export function touch({ context: { core, connection } }: { readonly context: CallContext }): void {
  lockWhenIdle(core, connection);
  if (!connection.locked) connection.lastSeen = core.now().getTime();
}
