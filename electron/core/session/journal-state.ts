import { timingSafeEqual } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { openJournal } from '#db/open';
import type { Core, OpenJournal } from '../context';
import { refuse } from '../refuse';
import { endSession } from './end-session';

/** The folder of the school's own journal. */
export const schoolFolder = (core: Pick<Core, 'dataFolder'>): string =>
  path.join(core.dataFolder, 'journal');

/** The folder of the demonstration school: those of several years lie beside the usual one. */
export const demoFolder = ({ dataFolder, demoYears }: Pick<Core, 'dataFolder' | 'demoYears'>) =>
  path.join(dataFolder, demoYears === 1 ? 'demo' : `demo-${demoYears}`);

/** The folder of the journal that this place stands for. */
export const journalFolder = (core: Pick<Core, 'dataFolder' | 'demoYears' | 'place'>): string =>
  core.place === 'school' ? schoolFolder(core) : demoFolder(core);

export const journalFile = (folder: string): string => path.join(folder, 'journal.db');

/** Whether there is a journal in the folder of this place. */
export const journalExists = (core: Pick<Core, 'dataFolder' | 'demoYears' | 'place'>): boolean =>
  existsSync(journalFile(journalFolder(core)));

/** Before an update changes the schema, the journal is kept as it was (B4). */
function keepBeforeUpdate(core: Core, folder: string): void {
  const stamp = core.now().toISOString().slice(0, 19).replaceAll(':', '-');
  const kept = path.join(core.dataFolder, 'before-update', stamp);
  mkdirSync(kept, { recursive: true });
  for (const name of ['journal.db', 'keys.json']) {
    copyFileSync(path.join(folder, name), path.join(kept, name));
  }
}

/** The open journal; opens it with the key where it is not. Refuses while another takes its place. */
export function openWith(core: Core, key: Buffer): OpenJournal {
  if (core.open !== null && timingSafeEqual(core.open.key, key)) return core.open;
  if (core.open !== null || core.replacing) refuse('STORAGE_PROBLEM', { problem: 'inUse' });
  const folder = journalFolder(core);
  const journal = openJournal({
    file: journalFile(folder),
    key,
    beforeMigration: () => keepBeforeUpdate(core, folder),
  });
  core.open = { journal, key, folder };
  return core.open;
}

/** Closes the journal and forgets its key. */
export function closeJournal(core: Core): void {
  const { open } = core;
  core.open = null;
  open?.journal.close();
  open?.key.fill(0);
}

/** Ends every window's session, closes the journal and goes over to a place. */
export function changePlace(core: Core, place: Core['place']): void {
  for (const connection of core.connections) endSession(connection);
  closeJournal(core);
  core.place = place;
}

/** When the last person has logged out, nothing of the journal stays open. */
export function closeWhenUnused(core: Core): void {
  if ([...core.connections].every(({ session }) => session === null)) closeJournal(core);
}
