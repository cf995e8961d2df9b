import type { TemporaryPassword } from '#contract/people';
import {
  accountById,
  accountByLogin,
  accountByStaff,
  countWithRole,
  insertAccount,
  replaceRoles,
  rolesOfAccount,
  setBlocked as saveBlocked,
  setSlot,
  type AccountRow,
} from '#db/queries/accounts';
import { staffExists } from '#db/queries/people';
import type { WritableDb } from '#db/statement';
import type { Role } from '#domain/people/roles';
import type { CallContext } from '../context';
import { forgetHealthKeys } from '../health/account-keys';
import { newTemporaryPassword } from '../keys/temporary-password';
import { refuse } from '../refuse';
import { refreshWindows } from '../session/refresh-windows';
import { giveSlot } from '../session/passwords';
import { runCommandOf, signedIn, type Writing } from '../unit-of-work';

type Call<Input> = { readonly context: CallContext; readonly input: Input };

/** Somebody must always be able to look after the journal. */
function keepAnAdministrator(db: WritableDb): void {
  if (countWithRole(db, 'administrator') === 0) refuse('FORBIDDEN', { why: 'lastAdministrator' });
}

/** Opens an account with a temporary password for the slip (U1). */
export async function openAccount({
  context,
  input,
}: Call<{
  readonly requestId: string;
  readonly staffId: number;
  readonly login: string;
  readonly roles: readonly Role[];
}>): Promise<TemporaryPassword> {
  const { core } = context;
  const { session, open } = signedIn(context);
  const { db } = open.journal;
  const { staffId, login, roles } = input;
  const check = () => {
    if (!staffExists(db, staffId)) refuse('NOT_FOUND', { what: 'staff' });
    if (accountByStaff(db, staffId) !== undefined) refuse('INVALID', { why: 'loginTaken' });
    if (accountByLogin(db, login) !== undefined) refuse('INVALID', { why: 'loginTaken' });
  };
  check();
  const password = newTemporaryPassword();
  await giveSlot(core, open, { login, password }, (slotId) => {
    check();
    const request = { requestId: input.requestId, action: 'account.open', once: true };
    return runCommandOf(context, { session, open }, request, (unit) => {
      const id = insertAccount(unit.db, {
        staffId,
        login,
        slotId,
        mustChangePassword: true,
        roles,
      });
      unit.record('account', String(id), null, { staffId, login, roles });
      return { id };
    });
  });
  return { login, password };
}

/** A new temporary password; the old one opens nothing from now on. */
export async function resetPassword({
  context,
  input,
}: Call<{ readonly requestId: string; readonly accountId: number }>): Promise<TemporaryPassword> {
  const { core } = context;
  const { session, open } = signedIn(context);
  const account = findAccount(open.journal.db, input.accountId);
  const password = newTemporaryPassword();
  await giveSlot(core, open, { login: account.login, password }, (slotId) => {
    const request = { requestId: input.requestId, action: 'account.resetPassword', once: true };
    return runCommandOf(context, { session, open }, request, ({ db, record }) => {
      setSlot(db, account.id, slotId, true);
      record('account', String(account.id), null, { password: 'temporary' });
      // What only the forgotten password opened is lost with it: somebody who has it must grant anew.
      if (forgetHealthKeys(db, account.id)) {
        record('healthAccess', String(account.id), { permitted: true }, null);
      }
      return null;
    });
  });
  refreshWindows(core, account.id);
  return { login: account.login, password };
}

function findAccount(db: Parameters<typeof accountById>[0], id: number): AccountRow {
  return accountById(db, id) ?? refuse('NOT_FOUND', { what: 'account' });
}

export function setRoles(
  writing: Writing,
  { accountId, roles }: { readonly accountId: number; readonly roles: readonly Role[] },
): void {
  const { db, core } = writing;
  findAccount(db, accountId);
  const before = rolesOfAccount(db, accountId);
  replaceRoles(db, accountId, roles);
  keepAnAdministrator(db);
  writing.record('account', String(accountId), { roles: before }, { roles });
  writing.afterCommit(() => refreshWindows(core, accountId));
}

/** A blocked account cannot log in, and its windows are logged out at once. */
export function setBlocked(
  writing: Writing,
  { accountId, blocked }: { readonly accountId: number; readonly blocked: boolean },
): void {
  const { db, core } = writing;
  const account = findAccount(db, accountId);
  saveBlocked(db, accountId, blocked ? writing.now : null);
  keepAnAdministrator(db);
  const before = { blocked: account.blockedAt !== null };
  writing.record('account', String(accountId), before, { blocked });
  writing.afterCommit(() => refreshWindows(core, accountId));
}
