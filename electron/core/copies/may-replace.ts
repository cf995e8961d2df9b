import { existsSync } from 'node:fs';
import { openReadOnly } from '#db/open';
import { JournalError } from '#db/problem';
import { accountBySlot, rolesOfAccount } from '#db/queries/accounts';
import type { ReadableDb } from '#db/statement';
import { hasRole } from '#domain/people/roles';
import type { CallContext } from '../context';
import { readKeyFile } from '../keys/key-file';
import { openWithRecoveryKey } from '../keys/slots';
import { refuse } from '../refuse';
import { checkPassword } from '../session/check-password';
import { journalFile, schoolFolder } from '../session/journal-state';
import type { CopySecret } from './restore-copy';

function isAdministratorThere(db: ReadableDb, slotId: string, today: string): boolean {
  const account = accountBySlot(db, slotId);
  if (account === undefined || account.blockedAt !== null) return false;
  if (account.dismissedOn !== null && account.dismissedOn < today) return false;
  return hasRole({ roles: rolesOfAccount(db, account.id) }, 'administrator');
}

async function checkSecret(context: CallContext, secret: CopySecret): Promise<void> {
  const { core } = context;
  const folder = schoolFolder(core);
  if ('recoveryKey' in secret) {
    const opened = await openWithRecoveryKey(await readKeyFile(folder), secret.recoveryKey);
    if (opened === undefined) refuse('FORBIDDEN', { why: 'notThisJournal' });
    return;
  }
  const { key, slotId } = await checkPassword(context, folder, secret);
  const { open } = core;
  const looked =
    open?.folder === folder
      ? { db: open.journal.db, close: () => undefined }
      : openReadOnly(journalFile(folder), key);
  try {
    if (!isAdministratorThere(looked.db, slotId, core.today()))
      refuse('FORBIDDEN', { why: 'role' });
  } finally {
    looked.close();
  }
}

/**
 * Refuses to put a copy over the journal of this computer unless its administrator wants it: is
 * logged in on this window, or gave the present journal's recovery key or an administrator's
 * password. Otherwise any teacher with an old copy could take marks back, and anybody with a copy of
 * a journal of their own could put it in the school's place. A journal that cannot be opened any
 * more may be replaced by anybody: it is kept aside.
 */
export async function checkMayReplace(context: CallContext, secret: CopySecret): Promise<void> {
  const { core, connection } = context;
  if (!existsSync(journalFile(schoolFolder(core)))) return;
  const { session } = connection;
  const own = core.place === 'school' && session !== null && !session.mustChangePassword;
  if (own && !connection.locked && hasRole(session, 'administrator')) return;
  try {
    await checkSecret(context, secret);
  } catch (error) {
    const broken = ['missing', 'damaged', 'notAJournal', 'wrongKey'];
    if (!(error instanceof JournalError && broken.includes(error.problem))) throw error;
  }
}
