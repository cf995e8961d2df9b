import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Drive } from '#contract/copies';
import {
  DISKUTIL,
  LSBLK,
  parseDiskutil,
  parseLsblk,
  parseVolumes,
  POWERSHELL,
  type ListedDrive,
} from './drive-lists';

const run = promisify(execFile);

async function listed(platform: NodeJS.Platform): Promise<readonly ListedDrive[]> {
  const ask = async ([tool, args]: readonly [string, readonly string[]]) => {
    const options = { timeout: 10_000, maxBuffer: 2 ** 23, windowsHide: true };
    return (await run(tool, [...args], options)).stdout;
  };
  try {
    if (platform === 'linux') return parseLsblk(await ask(LSBLK));
    if (platform === 'win32') return parseVolumes(await ask(POWERSHELL));
    if (platform === 'darwin') return parseDiskutil(await ask(DISKUTIL));
  } catch {
    // No such tool, or one that answers something else: a folder can still be chosen by hand.
  }
  return [];
}

/** What people call a drive that bears no name of its own: its letter, or the folder it shows as. */
const nameOf = ({ label, path: root }: ListedDrive): string =>
  label.trim() || path.basename(root) || root.replace(/\\$/, '');

/**
 * The drives a copy can go to now: mounted, writable, not the system's own; the removable ones
 * first. Sizes are bytes. Empty where the system has no tool to ask.
 */
export async function listDrives(): Promise<readonly (Drive & { readonly path: string })[]> {
  const drives = await Promise.all(
    (await listed(process.platform)).map(async (drive) => {
      try {
        await access(drive.path, constants.W_OK);
        const { blocks, bavail, bsize } = await statfs(drive.path);
        return [{ ...drive, label: nameOf(drive), size: blocks * bsize, free: bavail * bsize }];
      } catch {
        return []; // gone in the meantime, or nothing can be written there
      }
    }),
  );
  return drives
    .flat()
    .sort((a, b) => Number(b.removable) - Number(a.removable) || a.path.localeCompare(b.path));
}
