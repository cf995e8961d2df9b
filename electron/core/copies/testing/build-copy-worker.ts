import { mkdtempSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../../../..');

/**
 * Builds a file of this folder as the program's build does, SQLite left outside, into a new folder
 * within `out`, and gives the built file. About half a second.
 */
export async function buildForTest(source: string): Promise<string> {
  const parent = path.join(root, 'out/tests');
  await mkdir(parent, { recursive: true });
  const outDir = mkdtempSync(path.join(parent, 'copies-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.join(import.meta.dirname, source),
      outDir,
      rollupOptions: {
        external: ['better-sqlite3'],
        output: { format: 'es', entryFileNames: 'built.mjs' },
      },
    },
  });
  return path.join(outDir, 'built.mjs');
}
