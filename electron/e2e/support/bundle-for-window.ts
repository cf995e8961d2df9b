import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../../..');

const entry = (tool: string) => path.join(root, 'electron/e2e/tools', tool);
const outDir = path.join(root, 'out', 'e2e', String(process.pid));

/** A tool for a window, as the text of one module. */
export async function bundleForWindow(tool: string): Promise<string> {
  const name = tool.replace(/\.ts$/, '.js');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      lib: { entry: entry(tool), formats: ['es'], fileName: () => name },
      outDir,
      emptyOutDir: false,
      target: 'esnext',
    },
  });
  return readFile(path.join(outDir, name), 'utf8');
}
