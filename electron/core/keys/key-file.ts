import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { JournalError, problemOf } from '#db/problem';
import { z } from 'zod';
import { replaceFile } from '../files/durable';

export const KEY_FILE_NAME = 'keys.json';

const bytes = (min: number, max = min) =>
  z.base64().refine((text) => {
    const { length } = Buffer.from(text, 'base64');
    return min <= length && length <= max;
  });

// Bounded: a forged file must not make the program ask for gigabytes.
const kdf = z.object({
  n: z
    .int()
    .min(2)
    .max(2 ** 20)
    .refine((n) => Number.isInteger(Math.log2(n))),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
  salt: bytes(16, 64),
});

const wrapping = { id: z.uuid(), kdf, iv: bytes(12), wrapped: bytes(32), tag: bytes(16) };

const slot = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('account'),
    loginHash: z.string().regex(/^[0-9a-f]{64}$/),
    ...wrapping,
  }),
  z.object({ kind: z.literal('recovery'), ...wrapping }),
]);

const keyFile = z.object({
  format: z.literal(1),
  loginSalt: bytes(16, 64),
  slots: z.array(slot).readonly(),
});

/** The journal's key under one secret: an account's password or the recovery key. Bytes are base64. */
export type Slot = Readonly<z.infer<typeof slot>>;

/** Lies beside the journal: the journal's key, readable only with one of the secrets. */
export type KeyFile = Readonly<z.infer<typeof keyFile>>;

/** A key file without slots. */
export function newKeyFile(): KeyFile {
  return { format: 1, loginSalt: randomBytes(16).toString('base64'), slots: [] };
}

/** A login as it is compared: case, spaces around and the form of the letters do not matter. */
export const normalisedLogin = (login: string): string =>
  login.normalize('NFKC').trim().toLowerCase();

/** Stands for a login in the file, so that the file names nobody. */
export function loginHash({ loginSalt }: Pick<KeyFile, 'loginSalt'>, login: string): string {
  const salt = Buffer.from(loginSalt, 'base64');
  return createHash('sha256').update(salt).update(normalisedLogin(login)).digest('hex');
}

/** Checks the text of a key file. Throws `JournalError`: 'damaged' or 'fromNewerProgram'. */
function parseKeyFile(text: string): KeyFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new JournalError('damaged', { cause: error });
  }
  const newer = z.object({ format: z.int().min(2) }).safeParse(json);
  if (newer.success) throw new JournalError('fromNewerProgram');
  const parsed = keyFile.safeParse(json);
  if (!parsed.success) throw new JournalError('damaged');
  return parsed.data;
}

/**
 * The key file of a journal's folder or of a copy.
 * Throws `JournalError`: 'missing', 'damaged', 'fromNewerProgram', or what the drive says.
 */
export async function readKeyFile(folder: string): Promise<KeyFile> {
  let text: string;
  try {
    text = await readFile(path.join(folder, KEY_FILE_NAME), 'utf8');
  } catch (error) {
    throw new JournalError(problemOf(error) ?? 'damaged', { cause: error });
  }
  return parseKeyFile(text);
}

/**
 * Replaces the key file; a crash leaves the old or the new one, never half of it. Writes to one
 * folder must follow each other. Throws `JournalError` ('diskFull', 'readOnly', 'driveGone' …).
 */
export async function writeKeyFile(folder: string, content: KeyFile): Promise<void> {
  try {
    const file = path.join(folder, KEY_FILE_NAME);
    await replaceFile(file, `${JSON.stringify(content, null, 2)}\n`);
  } catch (error) {
    const problem = problemOf(error);
    throw problem === undefined ? error : new JournalError(problem, { cause: error });
  }
}
