import { mkdir, mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/** Packages that the program also loads from node_modules at run time. */
const outside = ['better-sqlite3', 'pdfmake'];

/**
 * Bundles a source file as the program's build does, into a new folder within `out/tests`: what a
 * test starts as a thread or a process of its own. About half a second.
 * @param source from the root of the project
 * @returns the path of the built module
 */
export async function bundleForNode(source: string): Promise<string> {
  const parent = path.join(root, 'out', 'tests');
  await mkdir(parent, { recursive: true });
  const outDir = await mkdtemp(path.join(parent, 'bundle-'));
  const name = `${path.basename(source, '.ts')}.mjs`;
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.join(root, source),
      outDir,
      target: 'node24',
      rollupOptions: { external: outside, output: { format: 'es', entryFileNames: name } },
    },
    ssr: { noExternal: true, external: outside },
  });
  return path.join(outDir, name);
}
