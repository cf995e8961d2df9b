import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type HealthAccountRow = { readonly publicKey: Buffer; readonly sealedPrivate: Buffer };
export type HealthAccessRow = {
  readonly accountId: number;
  readonly sealedKey: Buffer;
  readonly grantedBy: string;
  readonly grantedAt: string;
};
export type PupilHealthRow = {
  readonly pupilId: number;
  readonly sealed: Buffer;
  readonly version: number;
};

/** Stands in `health_access` for the recovery key of the safe. */
export const RECOVERY = 0;

const account = select<[number], HealthAccountRow>(
  `SELECT public_key AS publicKey, sealed_private AS sealedPrivate FROM health_account
   WHERE account_id = ?`,
);
const ready = select<[], { accountId: number }>(
  'SELECT account_id AS accountId FROM health_account',
);
const putAccount = change<[number, Buffer, Buffer]>(
  `INSERT INTO health_account (account_id, public_key, sealed_private) VALUES (?, ?, ?)
   ON CONFLICT DO UPDATE SET public_key = excluded.public_key,
     sealed_private = excluded.sealed_private`,
);
const dropAccount = change<[number]>('DELETE FROM health_account WHERE account_id = ?');
const accesses = select<[], HealthAccessRow>(
  `SELECT account_id AS accountId, sealed_key AS sealedKey, granted_by AS grantedBy,
          granted_at AS grantedAt
   FROM health_access ORDER BY account_id`,
);
const access = select<[number], HealthAccessRow>(
  `SELECT account_id AS accountId, sealed_key AS sealedKey, granted_by AS grantedBy,
          granted_at AS grantedAt
   FROM health_access WHERE account_id = ?`,
);
const putAccess = change<[number, Buffer, string, string]>(
  `INSERT INTO health_access (account_id, sealed_key, granted_by, granted_at) VALUES (?, ?, ?, ?)
   ON CONFLICT DO UPDATE SET sealed_key = excluded.sealed_key`,
);
const dropAccess = change<[number]>('DELETE FROM health_access WHERE account_id = ?');
const sheet = select<[number], PupilHealthRow>(
  'SELECT pupil_id AS pupilId, sealed, version FROM pupil_health WHERE pupil_id = ?',
);
const sheets = select<[], PupilHealthRow>(
  'SELECT pupil_id AS pupilId, sealed, version FROM pupil_health',
);
const putSheet = change<[number, Buffer, number]>(
  `INSERT INTO pupil_health (pupil_id, sealed, version) VALUES (?, ?, ?)
   ON CONFLICT DO UPDATE SET sealed = excluded.sealed, version = excluded.version`,
);
const recoveryPublic = select<[], { value: string }>(
  `SELECT value FROM setting WHERE key = 'health.recoveryPublicKey'`,
);
const putRecoveryPublic = change<[string]>(
  `INSERT INTO setting (key, value) VALUES ('health.recoveryPublicKey', ?)
   ON CONFLICT DO UPDATE SET value = excluded.value`,
);

export const healthAccountOf = (db: ReadableDb, accountId: number) => get(db, account, [accountId]);
/** The accounts that have a key pair. */
export const accountsWithKeys = (db: ReadableDb): Set<number> =>
  new Set(all(db, ready, []).map(({ accountId }) => accountId));
export const saveHealthAccount = (db: WritableDb, accountId: number, row: HealthAccountRow) =>
  run(db, putAccount, [accountId, row.publicKey, row.sealedPrivate]);
export const deleteHealthAccount = (db: WritableDb, accountId: number) =>
  run(db, dropAccount, [accountId]);

export const healthAccesses = (db: ReadableDb) => all(db, accesses, []);
export const healthAccessOf = (db: ReadableDb, accountId: number) => get(db, access, [accountId]);
/** Who granted it and when stays as it was where the key is only sealed anew. */
export const saveHealthAccess = (db: WritableDb, row: HealthAccessRow) =>
  run(db, putAccess, [row.accountId, row.sealedKey, row.grantedBy, row.grantedAt]);
export const deleteHealthAccess = (db: WritableDb, accountId: number): boolean =>
  run(db, dropAccess, [accountId]).changes > 0;

export const pupilHealthOf = (db: ReadableDb, pupilId: number) => get(db, sheet, [pupilId]);
export const allPupilHealth = (db: ReadableDb) => all(db, sheets, []);
export const savePupilHealth = (db: WritableDb, row: PupilHealthRow) =>
  run(db, putSheet, [row.pupilId, row.sealed, row.version]);

/** The public part of the recovery key's pair; undefined in a journal that never knew it. */
export function recoveryPublicKey(db: ReadableDb): Buffer | undefined {
  const row = get(db, recoveryPublic, []);
  return row === undefined ? undefined : Buffer.from(JSON.parse(row.value) as string, 'base64');
}
export const saveRecoveryPublicKey = (db: WritableDb, publicKey: Buffer) =>
  run(db, putRecoveryPublic, [JSON.stringify(publicKey.toString('base64'))]);
