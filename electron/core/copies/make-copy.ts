import { existsSync } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { CopyManifest, CopyStep } from '#contract/copies';
import type { Journal } from '#db/open';
import { JournalError } from '#db/problem';
import { lastEntryAt } from '#db/queries/copies';
import { findSchool, findYear } from '#db/queries/school';
import type { IsoDate } from '#domain/calendar/iso-date';
import { syncFolder, writeSynced } from '../files/durable';
import { readKeyFile, writeKeyFile, type KeyFile } from '../keys/key-file';
import { inTurn } from '../files/in-turn';
import { copyFolderName, README_FILE, readmeText } from './copy-text';
import { countInTurns, examineJournal } from './examine';
import { copySynced, hashOfFile, needSpace, removeQuietly, watchDrive } from './file-work';
import { JOURNAL_FILE, MANIFEST_FILE, manifestText, readManifest } from './manifest';
import { progressOver, type Report } from './progress';

export type CopyOrder = {
  readonly journal: Journal;
  readonly key: Buffer;
  /** Where the journal's `keys.json` lies. */
  readonly keyFileFolder: string;
  /** An existing folder or the root of a drive; the copy becomes a folder in it. */
  readonly targetFolder: string;
  /** For the manifest: the program's version, who makes the copy, the day its school year is of. */
  readonly info: { readonly program: string; readonly madeBy: string; readonly today: IsoDate };
  readonly now: Date;
  /** The built `copy-worker`. */
  readonly workerFile: string | URL;
  readonly onProgress?: Report<CopyStep>;
  readonly signal?: AbortSignal;
};

type Tell = (step: CopyStep, part: number) => void;

/** Bytes for the files beside the journal, and what a folder takes. */
const OTHER_FILES = 256 * 1024;

/** The journal of one moment and the keys of the same moment, written into `part`. */
async function write(order: CopyOrder, part: string, tell: Tell) {
  const { journal, keyFileFolder, info, now, signal } = order;
  const { snapshot, keyFile } = await inTurn(keyFileFolder, async () => {
    const keys = await readKeyFile(keyFileFolder);
    return { keyFile: keys, snapshot: journal.holdSnapshot() };
  });
  let manifest: CopyManifest;
  try {
    const school = findSchool(snapshot.db);
    const counts = await countInTurns(snapshot.db, signal);
    tell('reading', 1);
    const { size } = await stat(journal.file);
    await needSpace(part, size + OTHER_FILES);
    const sha256 = await copySynced(journal.file, path.join(part, JOURNAL_FILE), {
      size,
      onBytes: (done) => tell('writing', done / size),
      ...(signal === undefined ? {} : { signal }),
    });
    manifest = {
      format: 1,
      program: info.program,
      journalId: school?.journalId ?? '',
      schoolName: school?.name ?? '',
      yearName: findYear(snapshot.db, info.today)?.name ?? '',
      madeAt: now.toISOString(),
      madeBy: info.madeBy,
      size,
      sha256,
      lastEntryAt: lastEntryAt(snapshot.db),
      counts,
    };
  } finally {
    snapshot.release();
  }
  await writeKeyFile(part, keyFile);
  await writeSynced(path.join(part, README_FILE), readmeText(manifest, now));
  await writeSynced(path.join(part, MANIFEST_FILE), manifestText(manifest));
  await syncFolder(part);
  return { manifest, keyFile };
}

/** Reads everything back from the carrier and opens the journal there. */
async function verify(
  order: CopyOrder,
  part: string,
  written: { readonly manifest: CopyManifest; readonly keyFile: KeyFile },
  tell: Tell,
): Promise<void> {
  const { key, workerFile, signal } = order;
  const { manifest, keyFile } = written;
  const file = path.join(part, JOURNAL_FILE);
  const aborting = signal === undefined ? {} : { signal };
  const sha256 = await hashOfFile(file, {
    size: manifest.size,
    onBytes: (done) => tell('verifying', done / manifest.size),
    ...aborting,
  });
  const same =
    sha256 === manifest.sha256 &&
    isDeepStrictEqual(await readManifest(part), manifest) &&
    isDeepStrictEqual(await readKeyFile(part), keyFile);
  if (!same) throw new JournalError('damaged');
  tell('opening', 0);
  const seen = await examineJournal({ file, key, workerFile, ...aborting });
  const sound =
    seen.sound &&
    seen.journalId === manifest.journalId &&
    seen.lastEntryAt === manifest.lastEntryAt &&
    isDeepStrictEqual(seen.counts, manifest.counts);
  if (!sound) throw new JournalError('damaged');
}

/**
 * Makes a copy of the journal as it is at this moment; others go on writing meanwhile (B1, B2).
 * The copy's folder appears on the carrier only when it is whole, was read back and opened; on a
 * cancel or a failure nothing of it stays. `folder` is the path of the copy.
 *
 * Throws the signal's reason when cancelled, else `JournalError`: 'diskFull', 'readOnly',
 * 'driveGone', 'missing' (no such folder), 'occupied' (a copy of this second is there), 'damaged'
 * (the carrier gave back something else, or the journal itself does not hold together).
 */
export async function makeCopy(
  order: CopyOrder,
): Promise<{ readonly manifest: CopyManifest; readonly folder: string }> {
  const { journal, targetFolder, now, onProgress, signal } = order;
  const tell = progressOver<CopyStep>(
    [
      ['reading', 5],
      ['writing', 55],
      ['verifying', 15],
      ['opening', 25],
    ],
    onProgress,
  );
  const folder = path.join(targetFolder, copyFolderName(findSchool(journal.db)?.name ?? '', now));
  const part = `${folder}.part`;
  signal?.throwIfAborted();
  const drive = await watchDrive(targetFolder);
  tell('reading', 0);
  let ours = false;
  try {
    if (existsSync(folder)) throw new JournalError('occupied');
    await mkdir(part);
    ours = true;
    const written = await write(order, part, tell);
    await drive.check();
    await verify(order, part, written, tell);
    signal?.throwIfAborted();
    await drive.check();
    await rename(part, folder);
    ours = false;
    await syncFolder(targetFolder);
    tell('opening', 1);
    return { manifest: written.manifest, folder };
  } catch (error) {
    if (ours) await removeQuietly(part);
    signal?.throwIfAborted();
    throw await drive.explain(error);
  }
}
