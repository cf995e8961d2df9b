import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { bundleForNode } from '../../../build/bundle-for-node';

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

let tool: Promise<string> | undefined;

/** Reads a journal that no program has open. */
export async function inspectJournal(
  folder: string,
  who: { readonly login: string; readonly password: string },
): Promise<Inspected> {
  const { stdout } = await promisify(execFile)(
    electron,
    [
      await (tool ??= bundleForNode('electron/e2e/tools/inspect-journal.ts')),
      folder,
      who.login,
      who.password,
    ],
    { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, maxBuffer: 1 << 26 },
  );
  return JSON.parse(stdout) as Inspected;
}
