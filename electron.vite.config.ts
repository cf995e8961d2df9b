import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const from = (file: string) => path.resolve(import.meta.dirname, file);
/** Native or large packages that are loaded from node_modules at run time; all else is bundled. */
const outside = ['better-sqlite3', 'pdfmake'];

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: { include: outside },
      sourcemap: true,
      rollupOptions: {
        input: {
          index: from('electron/main/index.ts'),
          core: from('electron/core/index.ts'),
          'copy-worker': from('electron/core/copies/copy-worker.ts'),
          'pdf-worker': from('electron/core/sheets/pdf-worker.ts'),
        },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: from('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    build: {
      outDir: 'out/renderer',
      minify: true,
      rollupOptions: { input: from('renderer/index.html') },
    },
    plugins: [react()],
  },
});
