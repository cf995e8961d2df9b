import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const mount = (tool: string, ...args: readonly string[]): boolean =>
  spawnSync(tool, args, { stdio: 'ignore' }).status === 0;

/** A drive of so many bytes for a test; undefined where this process may not mount one. */
export function mountedDrive(size: string) {
  if (process.platform !== 'linux') return undefined;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'drive-'));
  if (!mount('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder)) {
    rmdirSync(folder);
    return undefined;
  }
  return {
    folder,
    makeReadOnly: () => mount('mount', '-o', 'remount,ro', folder),
    /** Open files go on, the folder is an empty one of the computer's own disk. */
    pullOut: () => mount('umount', '-l', folder),
    remove: () => {
      mount('umount', '-l', folder);
      rmdirSync(folder);
    },
  };
}
