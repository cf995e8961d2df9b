import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';

const read = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
const forTests = process.env['SCHOOL_JOURNAL_TEST_BUILD'] === '1';

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'ru.school-journal',
  productName: 'Школьный журнал',
  executableName: 'school-journal',
  directories: { output: forTests ? 'dist/test-build' : 'dist', buildResources: 'build' },
  electronDist: 'node_modules/electron/dist',
  electronVersion: read('./node_modules/electron/package.json').version,
  electronLanguages: ['ru', 'en-US'],
  npmRebuild: false, // better-sqlite3 brings a binary for every system
  files: [
    'out/{main,preload,renderer}/**',
    'assets/**',
    'package.json',
    '!**/*.map',
    '!**/*.d.{ts,cts,mts}',
    '!**/node_modules/better-sqlite3*/{deps,src,prebuilds,binding.gyp}{,/**}',
    '**/node_modules/better-sqlite3*/prebuilds/${platform}-${arch}.node',
  ],
  asar: true,
  compression: forTests ? 'store' : 'normal',
  linux: { target: ['dir'], category: 'Education', artifactName: '${name}-${version}.${ext}' },
  win: { target: ['nsis', 'portable'] },
  mac: { target: ['dmg'], category: 'public.app-category.education' },
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: forTests,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    enableCookieEncryption: true,
    grantFileProtocolExtraPrivileges: false,
  },
  afterPack: async ({ appOutDir, electronPlatformName }) => {
    if (electronPlatformName === 'darwin') return;
    await rm(path.join(appOutDir, 'resources', 'default_app.asar'), { force: true });
  },
};
