import { mkdtemp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../../../..');

/** The folder of the program's fonts, as the tests pass it. */
export const fontsFolder = path.join(root, 'assets/fonts');

/**
 * Builds the PDF worker as the program's build does, pdfmake left outside, into a new folder within
 * `out`, and gives its file. About half a second.
 */
export async function buildPdfWorker(): Promise<string> {
  const parent = path.join(root, 'out/tests');
  await mkdir(parent, { recursive: true });
  const outDir = await mkdtemp(path.join(parent, 'pdf-worker-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.join(root, 'electron/core/sheets/pdf-worker.ts'),
      outDir,
      rollupOptions: {
        external: ['pdfmake'],
        output: { format: 'es', entryFileNames: 'pdf-worker.mjs' },
      },
    },
  });
  return path.join(outDir, 'pdf-worker.mjs');
}
