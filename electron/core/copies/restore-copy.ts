import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { CopyManifest, RestoreStep } from '#contract/copies';
import { isNetworkPath } from '#db/network-path';
import { JournalError } from '#db/problem';
import { parseRecoveryKey, type RecoveryKeyProblem } from '#domain/keys/recovery-key-text';
import { syncFolder } from '../files/durable';
import { inTurn } from '../files/in-turn';
import { readKeyFile, writeKeyFile, type KeyFile } from '../keys/key-file';
import { openWithPassword, openWithRecoveryKey } from '../keys/slots';
import { stampOf } from './copy-text';
import { examineJournal } from './examine';
import { copySynced, inOurTerms, needSpace, removeQuietly, watchDrive } from './file-work';
import { finishInterruptedRestore, restoreFolders } from './finish-restore';
import { findCopy, quickProblem } from './inspect-copy';
import { JOURNAL_FILE } from './manifest';
import { progressOver, type Report } from './progress';

export type CopySecret =
  | { readonly recoveryKey: string }
  | { readonly login: string; readonly password: string };

export type RestoreOrder = {
  /** The copy's folder, or one in which copies lie: then the newest. */
  readonly copyFolder: string;
  readonly secret: CopySecret;
  /** Where the journal of this computer lies or will lie. */
  readonly journalFolder: string;
  readonly now: Date;
  /** The built `copy-worker`. */
  readonly workerFile: string | URL;
  /** Called when everything is checked, before the journal that is here is set aside: closes it. */
  readonly closeJournal?: () => void;
  readonly onProgress?: Report<RestoreStep>;
  readonly signal?: AbortSignal;
};

export type RestoreResult =
  /** `savedAs`: where the journal that was here before lies now. */
  | { readonly kind: 'restored'; readonly savedAs: string | null; readonly manifest: CopyManifest }
  /** Nothing was touched. `why`: the recovery key was typed wrongly; null: it opens nothing. */
  | { readonly kind: 'wrongSecret'; readonly why: RecoveryKeyProblem | null };

type Tell = (step: RestoreStep, part: number) => void;

/** Bytes for the key file and what folders take. */
const OTHER_FILES = 256 * 1024;

async function keyOf(
  keyFile: KeyFile,
  secret: CopySecret,
): Promise<{ readonly key: Buffer } | { readonly wrong: RecoveryKeyProblem | null }> {
  if (!('recoveryKey' in secret)) {
    return (await openWithPassword(keyFile, secret)) ?? { wrong: null };
  }
  const parsed = parseRecoveryKey(secret.recoveryKey);
  if (!parsed.ok) return { wrong: parsed.problem };
  return (await openWithRecoveryKey(keyFile, parsed.key)) ?? { wrong: null };
}

/** Writes the copy's journal and keys into `arriving` and opens them there. */
async function bring(
  order: RestoreOrder,
  copy: { readonly folder: string; readonly manifest: CopyManifest; readonly keyFile: KeyFile },
  key: Buffer,
  tell: Tell,
): Promise<void> {
  const { journalFolder, workerFile, signal } = order;
  const { manifest } = copy;
  const { arriving } = restoreFolders(journalFolder);
  const aborting = signal === undefined ? {} : { signal };
  const file = path.join(arriving, JOURNAL_FILE);
  await mkdir(arriving, { recursive: true });
  const sum = await copySynced(path.join(copy.folder, JOURNAL_FILE), file, {
    size: manifest.size,
    onBytes: (done) => tell('copying', done / manifest.size),
    ...aborting,
  });
  if (sum !== manifest.sha256) throw new JournalError('damaged');
  await writeKeyFile(arriving, copy.keyFile);
  await syncFolder(arriving);
  tell('opening', 0);
  const seen = await examineJournal({ file, key, workerFile, ...aborting }).catch(
    (error: unknown) => {
      // The sum is right and the key is out of its own slot: they were never of one journal.
      const foreign = error instanceof JournalError && error.problem === 'wrongKey';
      throw foreign ? new JournalError('damaged', { cause: error }) : error;
    },
  );
  const sound =
    seen.sound &&
    seen.journalId === manifest.journalId &&
    isDeepStrictEqual(seen.counts, manifest.counts);
  if (!sound) throw new JournalError('damaged');
}

/** A name for the journal that is set aside; never one that is taken. */
function asideOf(journalFolder: string, now: Date): string {
  const name = `журнал до восстановления ${stampOf(now)}`;
  const wanted = path.join(path.dirname(journalFolder), name);
  let free = wanted;
  for (let number = 2; existsSync(free); number++) free = `${wanted} (${number})`;
  return free;
}

/**
 * The journal that is here goes aside as a whole, then the checked one takes its name. Between any
 * two of these renames `finishInterruptedRestore` knows what to do.
 */
async function swap({ journalFolder, now }: RestoreOrder, tell: Tell): Promise<string | null> {
  const { arriving, arrived } = restoreFolders(journalFolder);
  const parent = path.dirname(journalFolder);
  await rename(arriving, arrived);
  await syncFolder(parent);
  tell('saving', 0.2);
  let savedAs: string | null = null;
  if (existsSync(journalFolder)) {
    if ((await readdir(journalFolder)).length === 0) {
      await rmdir(journalFolder);
    } else {
      savedAs = asideOf(journalFolder, now);
      await rename(journalFolder, savedAs);
    }
    await syncFolder(parent);
  }
  tell('saving', 0.5);
  try {
    await rename(arrived, journalFolder);
  } catch (error) {
    if (savedAs !== null) await rename(savedAs, journalFolder);
    throw error;
  }
  tell('saving', 0.8);
  await syncFolder(parent);
  return savedAs;
}

async function restore(order: RestoreOrder, tell: Tell): Promise<RestoreResult> {
  const { copyFolder, secret, journalFolder, closeJournal, signal } = order;
  if (isNetworkPath(journalFolder)) throw new JournalError('networkPath');
  const found = await findCopy(copyFolder);
  const problem = await quickProblem(found);
  if (problem !== null) throw new JournalError(problem);
  const keyFile = await readKeyFile(found.folder);
  const opened = await keyOf(keyFile, secret);
  if ('wrong' in opened) return { kind: 'wrongSecret', why: opened.wrong };
  const { key } = opened;
  const drive = await watchDrive(found.folder);
  const { arriving, arrived } = restoreFolders(journalFolder);
  await mkdir(path.dirname(journalFolder), { recursive: true });
  await finishInterruptedRestore(journalFolder);
  const replaces = existsSync(journalFolder);
  try {
    tell('checking', 1);
    await needSpace(path.dirname(journalFolder), found.manifest.size + OTHER_FILES);
    await bring(order, { ...found, keyFile }, key, tell);
    signal?.throwIfAborted();
    tell('saving', 0);
    // Whoever writes the present journal's key file is let finish, and nobody begins.
    const savedAs = await inTurn(journalFolder, () => {
      closeJournal?.();
      return swap(order, tell);
    });
    tell('saving', 1);
    return { kind: 'restored', savedAs, manifest: found.manifest };
  } catch (error) {
    await removeQuietly(arriving);
    // Only where the old journal could not be put back does the new one wait for the next start.
    if (!replaces || existsSync(journalFolder)) await removeQuietly(arrived);
    signal?.throwIfAborted();
    throw await drive.explain(error);
  } finally {
    key.fill(0);
  }
}

/**
 * Puts the journal of a copy in the place of this computer's (B3): checks the sums, brings it
 * beside, opens and checks it as a whole, and only then sets aside the journal that is here. A
 * wrong secret, a failure or a cancel before that leaves everything as it was; after a crash
 * `finishInterruptedRestore` leaves the old journal or the new one, whole.
 *
 * Throws the signal's reason when cancelled, else `JournalError`: what `findCopy` throws,
 * 'incomplete', 'damaged', 'fromNewerProgram', 'diskFull', 'readOnly', 'driveGone', 'inUse',
 * 'networkPath'.
 */
export async function restoreCopy(order: RestoreOrder): Promise<RestoreResult> {
  const tell = progressOver<RestoreStep>(
    [
      ['checking', 5],
      ['copying', 60],
      ['opening', 30],
      ['saving', 5],
    ],
    order.onProgress,
  );
  order.signal?.throwIfAborted();
  tell('checking', 0);
  try {
    return await restore(order, tell);
  } catch (error) {
    throw inOurTerms(error);
  }
}
