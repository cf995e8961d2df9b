#!/usr/bin/env node
// npm start [-- --demo]: installs what is missing, builds what has changed, opens the program.
import { createRequire } from 'node:module';
import { ensureEverything, root, run, tool } from './lib/steps.mjs';

await ensureEverything({ tests: false });
if (!(await tool('electron-vite', ['build', '--logLevel', 'warn']))) {
  console.error('The program could not be built: the message above says where.');
  process.exit(1);
}
const electron = createRequire(`${root}/package.json`)('electron');
// Chromium refuses its sandbox to root; nobody else loses it.
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const ended = await run(electron, [...sandbox, '.', ...process.argv.slice(2)]);
process.exit(ended ? 0 : 1);
