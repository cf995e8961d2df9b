import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** Runs a command and shows what it prints. @returns {Promise<boolean>} whether it ended well */
export function run(command, args, { env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32' && command === 'npm',
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

/** A tool of node_modules, run by this Node. */
export const tool = async (name, args, options) => {
  const folder = path.join(root, 'node_modules', ...name.split('/'));
  const { bin, name: own } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const script =
    typeof bin === 'string' ? bin : (bin[own.split('/').at(-1)] ?? Object.values(bin)[0]);
  return run(process.execPath, [path.join(folder, script), ...args], options);
};

/** The same inside Electron's own Node: the Node that users get. */
export const inElectron = (args, options) =>
  run(process.execPath, [path.join(root, 'scripts', 'in-electron.mjs'), ...args], options);

/** Brings what package-lock.json names, where nothing is installed yet. */
export async function ensurePackages() {
  if (existsSync(path.join(root, 'node_modules', 'electron', 'package.json'))) return;
  console.log('Installing packages (npm ci)…');
  if (!(await run('npm', ['ci']))) {
    console.error('The packages could not be installed: is the npm registry within reach?');
    process.exit(1);
  }
}

/** Packages, the Electron runtime and, with `tests`, what only tests need. */
export async function ensureEverything({ tests }) {
  await ensurePackages();
  const { ensureElectron } = await import('../electron/runtime.mjs');
  const { ensureSystemPackages } = await import('../system-packages.mjs');
  await ensureElectron();
  if (!ensureSystemPackages({ tests })) process.exit(1);
}
