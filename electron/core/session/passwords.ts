import { randomUUID } from 'node:crypto';
import type { SessionInfo } from '#contract/session';
import { accountBySlot, setSlot, slotsInUse } from '#db/queries/accounts';
import { isWeakPassword } from '#domain/people/password-rule';
import type { CallContext, Core, OpenJournal } from '../context';
import { readKeyFile, writeKeyFile, type KeyFile } from '../keys/key-file';
import { inTurn } from '../files/in-turn';
import { resealHealthKeys } from '../health/account-keys';
import { addAccountSlot, removeSlot } from '../keys/slots';
import { refuse } from '../refuse';
import { isStillThere, runCommandOf, signedIn } from '../unit-of-work';
import { checkPassword } from './check-password';
import { refreshSession, sessionInfo } from './log-in';

/** The key file without slots that no account opens any more. */
function withoutLeftovers(keyFile: KeyFile, used: ReadonlySet<string>): KeyFile {
  const leftovers = keyFile.slots.filter(({ id, kind }) => kind === 'account' && !used.has(id));
  return leftovers.reduce((file, { id }) => removeSlot(file, id), keyFile);
}

/**
 * Adds a key slot, lets `commit` name it in the journal, then drops slots nobody uses. A crash in
 * between leaves a slot too many, which opens nothing: its account does not name it. Refuses where
 * the journal was closed meanwhile: its key is gone, and another journal may stand in its place.
 */
export function giveSlot<T>(
  core: Pick<Core, 'keyCost' | 'open'>,
  open: OpenJournal,
  who: { readonly login: string; readonly password: string },
  commit: (slotId: string, accountSecret: Buffer) => T,
): Promise<T> {
  return inTurn(open.folder, async () => {
    const before = await readKeyFile(open.folder);
    const { keyFile, slotId, accountSecret } = await addAccountSlot(before, {
      key: open.key,
      cost: core.keyCost,
      ...who,
    });
    if (core.open !== open) refuse('NOT_SIGNED_IN');
    await writeKeyFile(open.folder, keyFile);
    try {
      if (core.open !== open) refuse('NOT_SIGNED_IN');
      return commit(slotId, accountSecret);
    } finally {
      const left =
        core.open === open ? withoutLeftovers(keyFile, slotsInUse(open.journal.db)) : before;
      await writeKeyFile(open.folder, left);
    }
  });
}

/** The person's own change of the password; a temporary one must be changed at the first log-in. */
export async function changePassword({
  context,
  input,
}: {
  readonly context: CallContext;
  readonly input: { readonly oldPassword: string; readonly newPassword: string };
}): Promise<SessionInfo> {
  const { core, connection } = context;
  const { session, open } = signedIn(context);
  if (connection.locked) refuse('SESSION_LOCKED');
  const { login } = session;
  const { slotId: old, accountSecret: oldSecret } = await checkPassword(context, open.folder, {
    login,
    password: input.oldPassword,
  });
  if (!isStillThere(context, { session, open })) refuse('NOT_SIGNED_IN');
  if (accountBySlot(open.journal.db, old)?.id !== session.accountId) {
    refuse('WRONG_PASSWORD', { waitSeconds: core.attempts.failed(login, core.now()) });
  }
  if (input.newPassword === input.oldPassword) refuse('INVALID', { why: 'samePassword' });
  if (isWeakPassword(input.newPassword, login)) refuse('INVALID', { why: 'weakPassword' });
  const { accountId } = session;
  await giveSlot(core, open, { login, password: input.newPassword }, (slotId, fresh) => {
    const request = { requestId: randomUUID(), action: 'session.changePassword' };
    runCommandOf(context, { session, open }, request, ({ db, record }) => {
      setSlot(db, accountId, slotId, false);
      resealHealthKeys(db, accountId, { old: oldSecret, fresh });
      record('account', String(accountId), null, { password: 'changed' });
    });
    // Every window of the same person keeps what the new password gives.
    for (const one of core.connections) {
      if (one.session?.accountId !== accountId) continue;
      one.accountSecret?.fill(0);
      one.accountSecret = Buffer.from(fresh);
    }
    fresh.fill(0);
  });
  oldSecret.fill(0);
  refreshSession(connection, open);
  return sessionInfo(context) ?? refuse('NOT_SIGNED_IN');
}
