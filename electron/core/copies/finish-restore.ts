import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../files/durable';

/**
 * The folders of a restore, beside the journal's own. `arriving` is being written and worth nothing;
 * `arrived` was checked as a whole and waits only to be renamed.
 */
export const restoreFolders = (journalFolder: string) => ({
  arriving: `${journalFolder}.restore-arriving`,
  arrived: `${journalFolder}.restore-arrived`,
});

/**
 * Ends a restore that a crash broke off; called at start, before the journal is looked for. Where
 * the old journal was set aside already, the restored one takes its place ('finished'); otherwise
 * the old one stays and what had come of the copy goes ('undone'). 'nothing': there was no such.
 */
export async function finishInterruptedRestore(
  journalFolder: string,
): Promise<'nothing' | 'finished' | 'undone'> {
  const { arriving, arrived } = restoreFolders(journalFolder);
  const began = existsSync(arriving) || existsSync(arrived);
  await rm(arriving, { recursive: true, force: true });
  if (existsSync(arrived) && !existsSync(journalFolder)) {
    await rename(arrived, journalFolder);
    await syncFolder(path.dirname(journalFolder));
    return 'finished';
  }
  await rm(arrived, { recursive: true, force: true });
  return began ? 'undone' : 'nothing';
}
