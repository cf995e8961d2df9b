import { HEALTH_ROLES, type HealthAccess } from '#contract/health';
import { accountById, rolesOfAccount } from '#db/queries/accounts';
import { findStaff } from '#db/queries/people';
import {
  accountsWithKeys,
  deleteHealthAccess,
  healthAccesses,
  healthAccessOf,
  healthAccountOf,
  RECOVERY,
  recoveryPublicKey,
  saveHealthAccess,
  saveRecoveryPublicKey,
} from '#db/queries/health';
import { findSchool } from '#db/queries/school';
import type { ReadableDb, WritableDb } from '#db/statement';
import { compareNames, fullName } from '#domain/people/name';
import { hasRole, type Role } from '#domain/people/roles';
import type { CallContext } from '../context';
import { readKeyFile } from '../keys/key-file';
import { openWithRecoveryKey } from '../keys/slots';
import { refuse } from '../refuse';
import { runCommandOf, signedIn, type Reading, type Writing } from '../unit-of-work';
import { healthKeyByRecovery, healthKeyFor, healthKeyOf, recoveryPairOf } from './account-keys';
import { newHealthKey, type KeyPair } from './seal';
import { resealAll } from './sheets';

type Call<Input> = { readonly context: CallContext; readonly input: Input };
type Unit = Pick<Writing, 'db' | 'now' | 'record'>;

const GRANTS = ['administrator', 'director', 'deputy'] as const satisfies readonly Role[];
const mayGrant = (roles: readonly Role[]) => hasRole({ roles }, ...GRANTS);
const mayHold = (roles: readonly Role[]) => hasRole({ roles }, ...HEALTH_ROLES);

/** Whether the school keeps health sheets: somebody holds their key, be it only the safe. */
const isOn = (db: ReadableDb): boolean => healthAccesses(db).length > 0;

/** Who may read health sheets, and who could be permitted. */
export function healthAccess({ db, actor }: Reading): HealthAccess {
  const accesses = new Map(healthAccesses(db).map((row) => [row.accountId, row]));
  const ready = accountsWithKeys(db);
  const permitted = accesses.has(actor.accountId);
  const accounts = findStaff(db, 0)
    .sort(compareNames)
    .flatMap((row) => {
      const { accountId } = row;
      if (accountId === null || row.blockedAt !== null) return [];
      const roles = rolesOfAccount(db, accountId);
      const access = accesses.get(accountId);
      if (access === undefined && !mayHold(roles)) return [];
      return {
        accountId,
        name: fullName(row),
        position: row.position,
        roles,
        permitted: access !== undefined,
        grantedBy: access?.grantedBy ?? '',
        grantedAt: access?.grantedAt ?? null,
        ready: ready.has(accountId),
      };
    });
  return {
    on: accesses.size > 0,
    permitted,
    mayGrant: permitted && mayGrant(actor.roles),
    recoverable: accesses.has(RECOVERY),
    accounts,
  };
}

/** Whether who asks holds the block's key. */
export const healthMine = ({ db, actor }: Reading): { permitted: boolean } => ({
  permitted: healthAccessOf(db, actor.accountId) !== undefined,
});

/** Seals the health key for an account that has a pair and a role for it. */
function permit(
  { db, now, record }: Unit,
  accountId: number,
  healthKey: Buffer,
  grantedBy: string,
): void {
  const account = accountById(db, accountId);
  if (account === undefined || account.blockedAt !== null) {
    refuse('NOT_FOUND', { what: 'account' });
  }
  if (!mayHold(rolesOfAccount(db, accountId))) refuse('FORBIDDEN', { why: 'role' });
  const keys = healthAccountOf(db, accountId) ?? refuse('INVALID', { why: 'noOwnPassword' });
  const sealedKey = healthKeyFor(accountId, keys.publicKey, healthKey);
  saveHealthAccess(db, { accountId, sealedKey, grantedBy, grantedAt: now });
  record('healthAccess', String(accountId), null, { permitted: true });
}

/** There must be somebody who can open the sheets for others. */
function keepAGrantor(db: WritableDb): void {
  const holders = healthAccesses(db).filter(({ accountId }) => accountId !== RECOVERY);
  const someone = holders.some(
    ({ accountId }) =>
      mayGrant(rolesOfAccount(db, accountId)) && accountById(db, accountId)?.blockedAt === null,
  );
  if (!someone) refuse('INVALID', { why: 'nobodyToGrant' });
}

function sealForRecovery(db: WritableDb, now: string, healthKey: Buffer): void {
  const publicKey = recoveryPublicKey(db);
  if (publicKey === undefined) return;
  const sealedKey = healthKeyFor(RECOVERY, publicKey, healthKey);
  saveHealthAccess(db, { accountId: RECOVERY, sealedKey, grantedBy: '', grantedAt: now });
}

/**
 * The recovery key's pair where this journal does not know its public part yet: the key that opens
 * the journal itself. Undefined where it is known, or where there is no recovery key at all.
 */
async function missingRecoveryPair(
  { context }: Call<unknown>,
  recoveryKey: string | undefined,
): Promise<KeyPair | undefined> {
  const { open } = signedIn(context);
  const { db } = open.journal;
  if (recoveryPublicKey(db) !== undefined) return undefined;
  const keyFile = await readKeyFile(open.folder);
  if (!keyFile.slots.some(({ kind }) => kind === 'recovery')) return undefined;
  if (recoveryKey === undefined) refuse('INVALID', { why: 'recoveryKeyNeeded' });
  const opened = await openWithRecoveryKey(keyFile, recoveryKey);
  if (opened === undefined || !opened.key.equals(open.key)) {
    refuse('INVALID', { why: 'wrongRecoveryKey' });
  }
  if (context.core.open !== open) refuse('NOT_SIGNED_IN');
  return recoveryPairOf(recoveryKey, findSchool(db)?.journalId ?? '');
}

/**
 * Begins to keep health sheets: makes their key and seals it for the first persons and for the
 * recovery key. Whoever is not named, the administrator too, cannot open them.
 */
export async function turnOn(
  call: Call<{
    readonly requestId: string;
    readonly accountIds: readonly number[];
    readonly recoveryKey?: string | undefined;
  }>,
): Promise<void> {
  const { context, input } = call;
  const { session, open } = signedIn(context);
  const pair = await missingRecoveryPair(call, input.recoveryKey);
  const request = { requestId: input.requestId, action: 'health.turnOn' };
  runCommandOf(context, { session, open }, request, (unit) => {
    const { db, now, record } = unit;
    if (isOn(db)) refuse('INVALID', { why: 'healthIsOn' });
    const healthKey = newHealthKey();
    if (pair !== undefined) saveRecoveryPublicKey(db, pair.publicKey);
    for (const accountId of new Set(input.accountIds)) {
      permit(unit, accountId, healthKey, session.name);
    }
    keepAGrantor(db);
    sealForRecovery(db, now, healthKey);
    healthKey.fill(0);
    record('health', 'block', null, { on: true });
  });
}

/** The health key of who asks; refuses where the block is closed to them. */
function keyOfGrantor(db: ReadableDb, { connection }: CallContext): Buffer {
  const { session, accountSecret } = connection;
  if (!isOn(db)) refuse('INVALID', { why: 'healthIsOff' });
  const key = session === null ? undefined : healthKeyOf(db, session.accountId, accountSecret);
  return key ?? refuse('FORBIDDEN', { why: 'healthClosed' });
}

/** Opens the health sheets for one more person: only who can open them can do so. */
export function grant({
  context,
  input,
}: Call<{ readonly requestId: string; readonly accountId: number }>): void {
  const begun = signedIn(context);
  const request = { requestId: input.requestId, action: 'health.grant' };
  runCommandOf(context, begun, request, (unit) => {
    const healthKey = keyOfGrantor(unit.db, context);
    permit(unit, input.accountId, healthKey, begun.session.name);
    healthKey.fill(0);
  });
}

/**
 * Closes the health sheets to a person: a new key, every sheet sealed with it anew, and the key
 * sealed for those who stay. Refuses where nobody would be left to open them for others.
 */
export function revoke({
  context,
  input,
}: Call<{ readonly requestId: string; readonly accountId: number }>): void {
  const begun = signedIn(context);
  const request = { requestId: input.requestId, action: 'health.revoke' };
  runCommandOf(context, begun, request, ({ db, now, record }) => {
    const oldKey = keyOfGrantor(db, context);
    if (healthAccessOf(db, input.accountId) === undefined) {
      refuse('NOT_FOUND', { what: 'account' });
    }
    deleteHealthAccess(db, input.accountId);
    keepAGrantor(db);
    const newKey = newHealthKey();
    resealAll(db, oldKey, newKey);
    for (const access of healthAccesses(db)) {
      if (access.accountId === RECOVERY) continue;
      const keys = healthAccountOf(db, access.accountId);
      if (keys === undefined) throw new Error('a permitted account has no pair of keys');
      const sealedKey = healthKeyFor(access.accountId, keys.publicKey, newKey);
      saveHealthAccess(db, { ...access, sealedKey });
    }
    sealForRecovery(db, now, newKey);
    for (const key of [oldKey, newKey]) key.fill(0);
    record('healthAccess', String(input.accountId), { permitted: true }, null);
  });
}

/** Opens the health sheets for who asks with the recovery key of the safe (B5). */
export function recover({
  context,
  input,
}: Call<{ readonly requestId: string; readonly recoveryKey: string }>): void {
  const begun = signedIn(context);
  const { session } = begun;
  const request = { requestId: input.requestId, action: 'health.recover' };
  runCommandOf(context, begun, request, (unit) => {
    const { db } = unit;
    if (!isOn(db)) refuse('INVALID', { why: 'healthIsOff' });
    const access = healthAccessOf(db, RECOVERY);
    const pair = recoveryPairOf(input.recoveryKey, findSchool(db)?.journalId ?? '');
    const healthKey =
      access === undefined || pair === undefined
        ? undefined
        : healthKeyByRecovery(pair, access.sealedKey);
    if (healthKey === undefined) refuse('INVALID', { why: 'wrongRecoveryKey' });
    permit(unit, session.accountId, healthKey, session.name);
    healthKey.fill(0);
  });
}
