#!/usr/bin/env node
// npm run setup: everything the program and its tests need beyond `npm ci`.
import { ensureElectron } from './electron/runtime.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

await ensureElectron();
if (!ensureSystemPackages({ tests: true })) process.exitCode = 1;
