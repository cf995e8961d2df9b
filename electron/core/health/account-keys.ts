import { parseRecoveryKey } from '#domain/keys/recovery-key-text';
import {
  deleteHealthAccess,
  deleteHealthAccount,
  healthAccessOf,
  healthAccountOf,
  saveHealthAccount,
} from '#db/queries/health';
import type { ReadableDb, WritableDb } from '#db/statement';
import {
  keyPairOf,
  newKeyPair,
  seal,
  sealFor,
  subkey,
  unseal,
  unsealWith,
  type KeyPair,
} from './seal';

const privateOf = (accountId: number) => `health private key of ${accountId}`;
const keyFor = (accountId: number) => `health key for ${accountId}`;

/** The account's pair, opened with what its password gives; undefined where that does not fit. */
function pairOf(db: ReadableDb, accountId: number, secret: Buffer): KeyPair | undefined {
  const row = healthAccountOf(db, accountId);
  if (row === undefined) return undefined;
  const privateKey = unseal(secret, row.sealedPrivate, privateOf(accountId));
  return privateKey === undefined ? undefined : { privateKey, publicKey: row.publicKey };
}

function savePair(db: WritableDb, accountId: number, secret: Buffer, pair: KeyPair): void {
  const { publicKey, privateKey } = pair;
  const sealedPrivate = seal(secret, privateKey, privateOf(accountId));
  saveHealthAccount(db, accountId, { publicKey, sealedPrivate });
}

/** Takes away the account's pair, and with it what was sealed for it. Whether it had access. */
export function forgetHealthKeys(db: WritableDb, accountId: number): boolean {
  deleteHealthAccount(db, accountId);
  return deleteHealthAccess(db, accountId);
}

/** Gives the account a pair where it has none that its password opens, so that others can grant to it. */
export function ensureHealthKeys(db: WritableDb, accountId: number, secret: Buffer): void {
  const pair = pairOf(db, accountId, secret);
  if (pair !== undefined) {
    pair.privateKey.fill(0);
    return;
  }
  forgetHealthKeys(db, accountId);
  const fresh = newKeyPair();
  savePair(db, accountId, secret, fresh);
  fresh.privateKey.fill(0);
}

/** After the person's own change of the password: the same pair under what the new one gives. */
export function resealHealthKeys(
  db: WritableDb,
  accountId: number,
  secrets: { readonly old: Buffer; readonly fresh: Buffer },
): void {
  const pair = pairOf(db, accountId, secrets.old);
  if (pair === undefined) {
    ensureHealthKeys(db, accountId, secrets.fresh);
    return;
  }
  savePair(db, accountId, secrets.fresh, pair);
  pair.privateKey.fill(0);
}

/** The health key as this account opens it; undefined where it is not permitted. */
export function healthKeyOf(
  db: ReadableDb,
  accountId: number,
  secret: Buffer | null,
): Buffer | undefined {
  const access = healthAccessOf(db, accountId);
  const pair = access === undefined || secret === null ? undefined : pairOf(db, accountId, secret);
  if (access === undefined || pair === undefined) return undefined;
  const key = unsealWith(pair, access.sealedKey, keyFor(accountId));
  pair.privateKey.fill(0);
  return key;
}

/** The health key sealed for an account (or `RECOVERY`) whose public key this is. */
export const healthKeyFor = (accountId: number, publicKey: Buffer, healthKey: Buffer): Buffer =>
  sealFor(publicKey, healthKey, keyFor(accountId));

/**
 * The pair that the recovery key of the safe gives in this journal: 128 random bits need no slow
 * derivation. Undefined where the text is no recovery key.
 */
export function recoveryPairOf(recoveryKey: string, journalId: string): KeyPair | undefined {
  const parsed = parseRecoveryKey(recoveryKey);
  if (!parsed.ok) return undefined;
  const salt = Buffer.from(journalId);
  return keyPairOf(subkey(Buffer.from(parsed.key), salt, 'school-journal recovery pair'));
}

/** The health key as the recovery key's pair opens it. */
export const healthKeyByRecovery = (pair: KeyPair, sealedKey: Buffer): Buffer | undefined =>
  unsealWith(pair, sealedKey, keyFor(0));
