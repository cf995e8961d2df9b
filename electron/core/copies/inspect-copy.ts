import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { CopyManifest } from '#contract/copies';
import { JournalError, problemOf, type JournalProblem } from '#db/problem';
import { KEY_FILE_NAME, readKeyFile } from '../keys/key-file';
import { hashOfFile, inOurTerms } from './file-work';
import { JOURNAL_FILE, readManifest } from './manifest';

export type FoundCopy = {
  /** The copy's own folder. */
  readonly folder: string;
  readonly manifest: CopyManifest;
  /** How many copies lie in the chosen folder; the newest is the one found. */
  readonly copies: number;
};

export type InspectedCopy = FoundCopy & {
  /** What is wrong with the files; a copy with a problem cannot be restored. */
  readonly problem: JournalProblem | null;
};

async function copiesIn(folder: string): Promise<readonly Omit<FoundCopy, 'copies'>[]> {
  const found: Omit<FoundCopy, 'copies'>[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.endsWith('.part')) continue;
    const inside = path.join(folder, entry.name);
    try {
      const manifest = await readManifest(inside);
      if (manifest !== undefined) found.push({ folder: inside, manifest });
    } catch (error) {
      if (problemOf(error) === 'driveGone') throw error;
      // A folder of somebody else, or one that may not be read.
    }
  }
  return found.sort((a, b) => b.manifest.madeAt.localeCompare(a.manifest.madeAt));
}

async function find(folder: string): Promise<FoundCopy> {
  const manifest = await readManifest(folder);
  if (manifest !== undefined && !folder.endsWith('.part')) return { folder, manifest, copies: 1 };
  const found = await copiesIn(folder);
  const [newest] = found;
  if (newest !== undefined) return { ...newest, copies: found.length };
  const names = await readdir(folder);
  const torn = names.includes(JOURNAL_FILE) || names.includes(KEY_FILE_NAME);
  throw new JournalError(torn ? 'incomplete' : 'notACopy');
}

/**
 * Finds the copy a person means: the chosen folder itself, or the newest one in it. Reads only the
 * manifests. Throws `JournalError`: 'notACopy', 'incomplete' (a copy that was never finished),
 * 'damaged' or 'fromNewerProgram' (the manifest), 'missing', 'driveGone'.
 */
export async function findCopy(folder: string): Promise<FoundCopy> {
  try {
    return await find(path.resolve(folder));
  } catch (error) {
    throw inOurTerms(error);
  }
}

/** Whether the files are there and of the right size: 'incomplete', 'damaged' or null. */
export async function quickProblem(copy: FoundCopy): Promise<JournalProblem | null> {
  try {
    await readKeyFile(copy.folder);
    const { size } = await stat(path.join(copy.folder, JOURNAL_FILE));
    if (size === copy.manifest.size) return null;
    return size < copy.manifest.size ? 'incomplete' : 'damaged';
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    return problem === 'missing' ? 'incomplete' : problem;
  }
}

/**
 * Looks into a folder before a restore (B3): finds the copy, checks that `journal.db` and
 * `keys.json` are there and that the sum is the manifest's. Needs no key and writes nothing.
 * Throws as `findCopy` does, and the signal's reason when aborted.
 */
export async function inspectCopy(order: {
  readonly folder: string;
  /** 0–1. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}): Promise<InspectedCopy> {
  const { folder, onProgress, signal } = order;
  const found = await findCopy(folder);
  const problem = await quickProblem(found);
  if (problem !== null) return { ...found, problem };
  const { size, sha256 } = found.manifest;
  try {
    const sum = await hashOfFile(path.join(found.folder, JOURNAL_FILE), {
      size,
      ...(onProgress === undefined ? {} : { onBytes: (done: number) => onProgress(done / size) }),
      ...(signal === undefined ? {} : { signal }),
    });
    return { ...found, problem: sum === sha256 ? null : 'damaged' };
  } catch (error) {
    signal?.throwIfAborted();
    const readError = problemOf(error);
    if (readError === undefined) throw error;
    return { ...found, problem: readError };
  }
}
