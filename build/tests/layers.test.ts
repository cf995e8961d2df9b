import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
let place: string;

/** A tree of the same shape, where something forbidden can be planted without touching the real one. */
beforeAll(() => {
  place = mkdtempSync(path.join(os.tmpdir(), 'layers-'));
  for (const file of [
    '.oxlintrc.json',
    'package.json',
    'build/tsconfig.base.json',
    'electron/domain/tsconfig.json',
  ]) {
    mkdirSync(path.dirname(path.join(place, file)), { recursive: true });
    cpSync(path.join(root, file), path.join(place, file));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(place, 'node_modules'), 'junction');
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

function plant(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(place, file)), { recursive: true });
  writeFileSync(path.join(place, file), text);
}

function tool(name: string, script: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules', name, script), ...args],
    { cwd: place, encoding: 'utf8', env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } },
  );
  return { status, text: stdout + stderr };
}
const lint = (file: string) => tool('oxlint', 'bin/oxlint', [file]);

const FORBIDDEN: readonly [file: string, imported: string][] = [
  ['electron/domain/planted.ts', 'node:fs'],
  ['electron/domain/planted.ts', '#db/open'],
  ['electron/domain/planted.ts', '#contract/index'],
  ['electron/contract/planted.ts', '#core/router'],
  ['electron/contract/planted.ts', 'electron'],
  ['db/planted.ts', '#contract/index'],
  ['db/planted.ts', '#core/router'],
  ['electron/core/planted.ts', 'electron'],
  ['electron/core/planted.ts', 'better-sqlite3'],
  ['electron/core/planted.ts', '../main/windows'],
  ['electron/main/planted.ts', '#db/open'],
  ['electron/main/planted.ts', '#domain/people/name'],
  ['electron/main/planted.ts', '#contract/journal'],
  ['electron/preload/planted.ts', '#contract/shell'],
  ['electron/preload/planted.ts', 'electron/main'],
  ['renderer/planted.tsx', '#core/router'],
  ['renderer/planted.tsx', '#db/open'],
  ['renderer/planted.tsx', 'node:fs'],
];

test.each(FORBIDDEN)('%s may not import %s', (file, imported) => {
  plant(file, `import * as planted from '${imported}';\nexport const used = planted;\n`);
  const { status, text } = lint(file);
  expect(text).toContain('no-restricted-imports');
  expect(status).not.toBe(0);
});

const ALLOWED: readonly [file: string, imported: string][] = [
  ['electron/domain/planted.ts', 'zod'],
  ['electron/contract/planted.ts', '#domain/people/roles'],
  ['db/planted.ts', 'better-sqlite3'],
  ['electron/core/planted.ts', '#db/open'],
  ['electron/main/planted.ts', '#contract/shell'],
  ['electron/preload/planted.ts', 'electron/renderer'],
  ['renderer/planted.tsx', '#contract/index'],
];

test.each(ALLOWED)('%s may import %s', (file, imported) => {
  plant(file, `import * as planted from '${imported}';\nexport const used = planted;\n`);
  expect(lint(file).text).not.toContain('no-restricted-imports');
});

test('domain has no clock and no random', () => {
  const file = 'electron/domain/planted.ts';
  plant(file, 'export const now = () => new Date();\n');
  expect(lint(file).text).toContain('no-restricted-globals');
  plant(file, 'export const dice = () => Math.random();\n');
  expect(lint(file).text).toContain('no-restricted-properties');
});

test('node built-ins do not even type-check in domain', () => {
  const compile = () => tool('typescript', 'bin/tsc', ['-p', 'electron/domain', '--noEmit']);
  plant('electron/domain/planted.ts', `export const one = 1;\n`);
  expect(compile()).toMatchObject({ status: 0 });
  plant('electron/domain/planted.ts', `export const here = process.cwd();\n`);
  expect(compile().text).toContain('process');
});
