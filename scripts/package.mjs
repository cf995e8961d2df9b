#!/usr/bin/env node
// npm run package: builds the program unpacked into dist/ with electron-builder, without network.
// --for-tests leaves Node's inspector on, which Playwright needs; such a build is never given out.
import { ensureEverything, tool } from './lib/steps.mjs';

const forTests = process.argv.includes('--for-tests');
await ensureEverything({ tests: false });
const built = await tool('electron-vite', ['build', '--logLevel', 'warn']);
const packaged =
  built &&
  (await tool(
    'electron-builder',
    ['-c', 'electron-builder.config.mjs', '--dir', '--publish', 'never'],
    {
      env: forTests ? { SCHOOL_JOURNAL_TEST_BUILD: '1' } : {},
    },
  ));
process.exit(packaged ? 0 : 1);
