#!/usr/bin/env node
// node scripts/in-electron.mjs <tool or script> [arguments]
// Runs a Node tool in Electron's own Node, so that tests meet the same Node, the same crypto and
// the same native modules as the users do.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.join(process.cwd(), 'package.json'));

function scriptOf(tool) {
  if (existsSync(tool)) return path.resolve(tool);
  const folder = path.dirname(require.resolve(`${tool}/package.json`));
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[tool]);
}

const [tool, ...args] = process.argv.slice(2);
if (tool === undefined) throw new Error('usage: in-electron <tool or script> [arguments]');
const child = spawn(require('electron'), [scriptOf(tool), ...args], {
  stdio: 'inherit',
  env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
