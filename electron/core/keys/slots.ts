import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
  randomUUID,
  scrypt,
} from 'node:crypto';
import { JournalError } from '#db/problem';
import { loginHash, type KeyFile, type Slot } from './key-file';
import { parseRecoveryKey } from '#domain/keys/recovery-key-text';

/** What scrypt costs (RFC 7914): `n` is a power of two; memory is 128·n·r bytes. */
export type Cost = { readonly n: number; readonly r: number; readonly p: number };

/** 128 MiB for the time of one log-in: what OWASP asks of scrypt. */
export const DEFAULT_COST: Cost = { n: 2 ** 17, r: 8, p: 1 };

/** A journal that guards nothing: the demonstration school, and tests. */
export const LOW_COST: Cost = { n: 2 ** 10, r: 8, p: 1 };

const KEY_LENGTH = 32;

function derive(secret: string, salt: Buffer, { n, r, p }: Cost): Promise<Buffer> {
  // The same letters typed on another system may come in another Unicode form.
  const text = secret.normalize('NFKC');
  const options = { N: n, r, p, maxmem: 256 * n * r * p + 2 ** 20 };
  return new Promise((resolve, reject) => {
    scrypt(text, salt, KEY_LENGTH, options, (error, derived) => {
      if (error === null) resolve(derived);
      else reject(error);
    });
  });
}

/**
 * What only this account's password gives besides the journal's key: it guards what others who open
 * the journal must not read. It lies nowhere; a window keeps it while its person is logged in.
 */
const accountSecretOf = (derived: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', derived, Buffer.alloc(0), 'school-journal account secret', 32));

// A slot cannot be passed off as another one: its id and kind are authenticated with it.
const authenticated = ({ id, kind }: Pick<Slot, 'id' | 'kind'>) => Buffer.from(`${kind}:${id}`);

async function wrap(kind: Slot['kind'], key: Buffer, secret: string, cost: Cost) {
  if (key.length !== KEY_LENGTH) throw new JournalError('wrongKey');
  const id = randomUUID();
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const derived = await derive(secret, salt, cost);
  const cipher = createCipheriv('aes-256-gcm', derived, iv);
  cipher.setAAD(authenticated({ id, kind }));
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  const base64 = (data: Buffer) => data.toString('base64');
  const wrapping = {
    id,
    kdf: { ...cost, salt: base64(salt) },
    iv: base64(iv),
    wrapped: base64(wrapped),
    tag: base64(cipher.getAuthTag()),
  };
  return { wrapping, accountSecret: accountSecretOf(derived) };
}

async function unwrap(
  slot: Slot,
  secret: string,
): Promise<{ readonly key: Buffer; readonly accountSecret: Buffer } | undefined> {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  const wrappingKey = await derive(secret, bytes(slot.kdf.salt), slot.kdf);
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, bytes(slot.iv), {
    authTagLength: 16,
  });
  decipher.setAAD(authenticated(slot));
  decipher.setAuthTag(bytes(slot.tag));
  try {
    const key = Buffer.concat([decipher.update(bytes(slot.wrapped)), decipher.final()]);
    return { key, accountSecret: accountSecretOf(wrappingKey) };
  } catch {
    return undefined;
  }
}

type Added = { readonly keyFile: KeyFile; readonly slotId: string };

const withSlot = (keyFile: KeyFile, slot: Slot): Added => ({
  keyFile: { ...keyFile, slots: [...keyFile.slots, slot] },
  slotId: slot.id,
});

/**
 * Adds a slot that an account's login and password open. Other slots of the login stay. The
 * account's secret goes with the slot: another slot of the same password has another one.
 */
export async function addAccountSlot(
  keyFile: KeyFile,
  options: {
    readonly key: Buffer;
    readonly login: string;
    readonly password: string;
    readonly cost?: Cost;
  },
): Promise<Added & { readonly accountSecret: Buffer }> {
  const { key, login, password, cost = DEFAULT_COST } = options;
  const { wrapping, accountSecret } = await wrap('account', key, password, cost);
  const hash = loginHash(keyFile, login);
  const added = withSlot(keyFile, { kind: 'account', loginHash: hash, ...wrapping });
  return { ...added, accountSecret };
}

/**
 * Adds a slot that the printed recovery key opens. Throws where `recoveryKey` is not one.
 * Other recovery slots stay: after a new sheet is printed, the old one is taken out by `removeSlot`.
 */
export async function addRecoverySlot(
  keyFile: KeyFile,
  options: { readonly key: Buffer; readonly recoveryKey: string; readonly cost?: Cost },
): Promise<Added> {
  const { key, recoveryKey, cost = DEFAULT_COST } = options;
  const parsed = parseRecoveryKey(recoveryKey);
  if (!parsed.ok) throw new Error('not a recovery key');
  const { wrapping } = await wrap('recovery', key, parsed.key, cost);
  return withSlot(keyFile, { kind: 'recovery', ...wrapping });
}

/** The file without this slot; the same file where it has no such slot. */
export function removeSlot(keyFile: KeyFile, slotId: string): KeyFile {
  return { ...keyFile, slots: keyFile.slots.filter(({ id }) => id !== slotId) };
}

export type OpenedSlot = {
  readonly key: Buffer;
  readonly accountSecret: Buffer;
  readonly slotId: string;
};

/** The journal's key, the account's secret and the slot that gave them; undefined: wrong login or password. */
export async function openWithPassword(
  keyFile: KeyFile,
  { login, password }: { readonly login: string; readonly password: string },
): Promise<OpenedSlot | undefined> {
  const hash = loginHash(keyFile, login);
  const accounts = keyFile.slots.filter((slot) => slot.kind === 'account');
  const own = accounts.filter((slot) => slot.loginHash === hash);
  for (const slot of own) {
    const opened = await unwrap(slot, password);
    if (opened !== undefined) return { ...opened, slotId: slot.id };
  }
  // The time of the answer must not tell whether there is such a login.
  if (own.length === 0) await derive(password, randomBytes(16), accounts[0]?.kdf ?? DEFAULT_COST);
  return undefined;
}

/** The journal's key, or undefined: mistyped (see `parseRecoveryKey`) or of another journal. */
export async function openWithRecoveryKey(
  keyFile: KeyFile,
  recoveryKey: string,
): Promise<{ readonly key: Buffer } | undefined> {
  const parsed = parseRecoveryKey(recoveryKey);
  if (!parsed.ok) return undefined;
  for (const slot of keyFile.slots) {
    if (slot.kind !== 'recovery') continue;
    const opened = await unwrap(slot, parsed.key);
    if (opened !== undefined) return { key: opened.key };
  }
  return undefined;
}
