import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes the names in a folder durable: without it a power cut may take a rename back. Windows and
 * some drivers of removable drives refuse to sync a folder; there the rename itself is all there is.
 */
export async function syncFolder(folder: string): Promise<void> {
  const refused = ['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP', 'EBADF', 'ENOSYS'];
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!refused.includes(code)) throw error;
  }
}

/** Writes a new file and waits until it lies on the disk. Refuses to overwrite (EEXIST). */
export async function writeSynced(
  file: string,
  data: string | Uint8Array,
  mode = 0o600,
): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(data);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Replaces a file as a whole: after a crash either the old or the new one is there, never half. */
export async function replaceFile(
  file: string,
  data: string | Uint8Array,
  mode = 0o600,
): Promise<void> {
  const fresh = `${file}.new`;
  await rm(fresh, { force: true });
  await writeSynced(fresh, data, mode);
  await rename(fresh, file);
  await syncFolder(path.dirname(file));
}
