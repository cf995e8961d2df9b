import { createHash } from 'node:crypto';
import { open, rm, stat, statfs, type FileHandle } from 'node:fs/promises';
import { JournalError, problemOf } from '#db/problem';

const CHUNK = 2 ** 20;
/**
 * So much is written before it is waited for. Otherwise the system takes a whole journal into its
 * memory, the progress runs ahead of a slow drive, and a cancel waits for all of it.
 */
const SYNC_EVERY = 32 * CHUNK;

type Reading = {
  /** How many bytes; a shorter file is an error. */
  readonly size: number;
  readonly onBytes?: (done: number) => void;
  readonly signal?: AbortSignal;
};

/** Passes a file's bytes on piece by piece and answers their SHA-256, in hex. */
async function readThrough(
  file: string,
  { size, onBytes, signal }: Reading,
  pass: (piece: Buffer, end: number) => Promise<void>,
): Promise<string> {
  const source = await open(file, 'r');
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (let at = 0; at < size;) {
      signal?.throwIfAborted();
      const { bytesRead } = await source.read(buffer, 0, Math.min(CHUNK, size - at), at);
      if (bytesRead === 0) throw new JournalError('incomplete');
      const piece = buffer.subarray(0, bytesRead);
      at += bytesRead;
      const passed = pass(piece, at);
      hash.update(piece); // while the piece is being written
      await passed;
      onBytes?.(at);
    }
    return hash.digest('hex');
  } finally {
    await source.close();
  }
}

/** SHA-256 of a file, in hex. Throws 'incomplete' where it is shorter, and the signal's reason. */
export const hashOfFile = (file: string, reading: Reading): Promise<string> =>
  readThrough(file, reading, async () => {});

async function writeAll(target: FileHandle, piece: Buffer): Promise<void> {
  for (let from = 0; from < piece.length;) {
    from += (await target.write(piece, from, piece.length - from)).bytesWritten;
  }
}

/** Copies a file into a new one that lies on the disk at the end. Answers the SHA-256, in hex. */
export async function copySynced(from: string, to: string, reading: Reading): Promise<string> {
  const target = await open(to, 'wx', 0o600);
  try {
    let synced = 0;
    const sum = await readThrough(from, reading, async (piece, end) => {
      await writeAll(target, piece);
      if (end - synced < SYNC_EVERY) return;
      await target.datasync();
      synced = end;
    });
    await target.sync();
    return sum;
  } finally {
    await target.close();
  }
}

/** Throws 'diskFull' where the drive of this folder has no room for so many bytes and a little more. */
export async function needSpace(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < bytes + CHUNK) throw new JournalError('diskFull');
}

/** Removes a folder that is of no use any more; what cannot be removed must not hide the reason. */
export async function removeQuietly(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // The drive may be gone or read-only by now.
  }
}

export type DriveWatch = {
  /** Throws 'driveGone' where the folder is not on the drive it was on. */
  readonly check: () => Promise<void>;
  /** The error in our terms: a drive that is gone explains every other error. */
  readonly explain: (error: unknown) => Promise<unknown>;
};

/**
 * Remembers which drive a folder lies on. A drive that was pulled out leaves an empty folder in its
 * place, and a new file would silently land on the computer's own disk. Throws `JournalError`.
 */
export async function watchDrive(folder: string): Promise<DriveWatch> {
  const { dev } = await stat(folder).catch((error: unknown) => {
    throw inOurTerms(error);
  });
  const isThere = async () => {
    try {
      return (await stat(folder)).dev === dev;
    } catch {
      return false;
    }
  };
  return {
    check: async () => {
      if (!(await isThere())) throw new JournalError('driveGone');
    },
    explain: async (error) => {
      if (!(await isThere())) return new JournalError('driveGone', { cause: error });
      return inOurTerms(error);
    },
  };
}

/** A `JournalError` where the error is about files or drives; any other error as it is. */
export function inOurTerms(error: unknown): unknown {
  const problem = problemOf(error);
  return problem === undefined ? error : new JournalError(problem, { cause: error });
}
