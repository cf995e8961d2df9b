import { readFileSync } from 'node:fs';
import path from 'node:path';

const NETWORK_FILE_SYSTEMS = /^(nfs|cifs|smb|smbfs|ncpfs|afs|9p|fuse\.sshfs|fuse\.glusterfs)/;

/** Whether this line-by-line table of mounts (as in /proc/mounts) puts the file on a network. */
export function liesOnNetwork(file: string, mounts: string): boolean {
  let longest = '';
  let network = false;
  for (const line of mounts.split('\n')) {
    const [, encodedPoint, kind] = line.split(' ');
    if (encodedPoint === undefined || kind === undefined) continue;
    const point = encodedPoint.replace(/\\040/g, ' ');
    const inside = point === '/' || file === point || file.startsWith(`${point}/`);
    if (inside && point.length >= longest.length) {
      longest = point;
      network = NETWORK_FILE_SYSTEMS.test(kind);
    }
  }
  return network;
}

/**
 * Whether the file lies on another computer. SQLite's locks do not hold there: other workstations
 * go through the keeper of the journal, never through a shared file.
 */
export function isNetworkPath(file: string): boolean {
  const absolute = path.resolve(file);
  if (process.platform === 'win32') return absolute.startsWith('\\\\');
  if (process.platform !== 'linux') return false;
  try {
    return liesOnNetwork(absolute, readFileSync('/proc/mounts', 'utf8'));
  } catch {
    return false;
  }
}
