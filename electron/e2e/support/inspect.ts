import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../../..');
const electron = createRequire(import.meta.url)('electron') as unknown as string;

export type Inspected = {
  readonly integrity: string;
  readonly foreignKeys: readonly unknown[];
  readonly auditChain: boolean;
  /** Over every row of every table. */
  readonly hash: string;
  /** Cells entered through the program, not by the demonstration's generator. */
  readonly cells: readonly {
    readonly lessonId: number;
    readonly pupilId: number;
    readonly attendance: string | null;
    readonly marks: string | null;
  }[];
};

let built: Promise<string> | undefined;

/** The tool bundled as the program is, for Electron's own Node. */
function tool(): Promise<string> {
  built ??= (async () => {
    const outDir = path.join(root, 'out', 'e2e', String(process.pid));
    await mkdir(outDir, { recursive: true });
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: path.join(root, 'electron/e2e/tools/inspect-journal.ts'),
        outDir,
        target: 'node24',
        rollupOptions: {
          external: ['better-sqlite3'],
          output: { format: 'es', entryFileNames: 'inspect-journal.mjs' },
        },
      },
      ssr: { noExternal: true, external: ['better-sqlite3'] },
    });
    return path.join(outDir, 'inspect-journal.mjs');
  })();
  return built;
}

/** Reads a journal that no program has open. */
export async function inspectJournal(
  folder: string,
  who: { readonly login: string; readonly password: string },
): Promise<Inspected> {
  const { stdout } = await promisify(execFile)(
    electron,
    [await tool(), folder, who.login, who.password],
    { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, maxBuffer: 1 << 26 },
  );
  return JSON.parse(stdout) as Inspected;
}
