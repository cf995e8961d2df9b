import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DemoPerson, Workplace } from '#contract/setup';
import type { CallContext } from '../context';
import { journalExists, journalFolder } from '../session/journal-state';
import { findSchool } from '#db/queries/school';

/** Lies in the folder of the demonstration school: who can log in there, for the log-in screen. */
export const DEMO_PEOPLE_FILE = 'people.json';

async function demoPeople(folder: string): Promise<readonly DemoPerson[]> {
  try {
    return JSON.parse(await readFile(path.join(folder, DEMO_PEOPLE_FILE), 'utf8')) as DemoPerson[];
  } catch {
    return [];
  }
}

/** What the log-in screen needs to know before anybody has logged in. */
export async function workplace({
  context: { core },
}: {
  readonly context: CallContext;
}): Promise<Workplace> {
  const school = core.open === null ? undefined : findSchool(core.open.journal.db);
  return {
    place: core.place,
    journal: journalExists(core) ? 'present' : 'absent',
    schoolName: school?.name ?? null,
    demoPeople: core.place === 'demo' ? await demoPeople(journalFolder(core)) : [],
    version: core.version,
  };
}
