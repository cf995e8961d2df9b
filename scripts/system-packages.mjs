/**
 * What the window and its tests need from the operating system. On Debian or Ubuntu as root the
 * missing packages are installed; elsewhere the command to run is printed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { electronPackage } from './electron/runtime.mjs';

const query = (command, args) => spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';
const onPath = (name) =>
  [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/sbin'].some((folder) =>
    existsSync(path.join(folder, name)),
  );

/** Package names to try in order: Debian 12, then the 64-bit time_t names of Debian 13 / Ubuntu 24.04. */
function missing({ tests }) {
  const linked = query('ldd', [path.join(electronPackage(), 'dist', 'electron')]);
  const lacks = (...libraries) =>
    libraries.some((library) => new RegExp(`^\\s*${library}\\S* => not found`, 'm').test(linked));
  const gtk = ['libgtk-3', 'libglib-2', 'libatk', 'libcups', 'libdbus', 'libpango'];
  const needs = [
    [lacks(...gtk), ['libgtk-3-0t64', 'libgtk-3-0']],
    [lacks('libnss3', 'libnspr4'), ['libnss3']],
    [lacks('libasound'), ['libasound2t64', 'libasound2']],
    [lacks('libgbm'), ['libgbm1']],
    [tests && !onPath('Xvfb'), ['xvfb']],
    [tests && !onPath('pdftotext'), ['poppler-utils']],
  ];
  return needs.filter(([isMissing]) => isMissing).map(([, names]) => names);
}

function installAsRoot(needs, known) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { stdio: 'inherit', env }).status;
  const install = () => {
    const names = needs.map((choice) => choice.find(known) ?? choice.at(-1));
    return apt('install', '-y', '-qq', '--no-install-recommends', ...names);
  };
  if (!needs.every((names) => names.some(known))) apt('update', '-qq');
  if (install() === 0) return true;
  apt('update', '-qq'); // the package lists may be out of date
  return install() === 0;
}

/**
 * @param {{ tests: boolean }} options with `tests`, also what only the tests need
 * @returns {boolean} whether everything is there now
 */
export function ensureSystemPackages({ tests }) {
  if (process.platform !== 'linux') return true;
  const needs = missing({ tests });
  if (needs.length === 0) return true;
  const hasApt = onPath('apt-get');
  const known = (name) =>
    /^ {2}Candidate: (?!\(none\))/m.test(query('apt-cache', ['policy', name]));
  if (hasApt && process.getuid?.() === 0) return installAsRoot(needs, known);
  const names = needs.map((choice) => (hasApt && choice.find(known)) || choice.at(-1)).join(' ');
  console.error(
    `Missing system packages. On Debian or Ubuntu run:\n  sudo apt-get install --no-install-recommends ${names}`,
  );
  return false;
}
