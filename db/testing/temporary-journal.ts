import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createJournal, type Journal } from '../open';

/** A real, empty, encrypted journal in a folder of its own, for a test. */
export function temporaryJournal(): {
  readonly journal: Journal;
  readonly folder: string;
  readonly key: Buffer;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'journal-'));
  const key = randomBytes(32);
  const journal = createJournal({ file: path.join(folder, 'journal.db'), key });
  return {
    journal,
    folder,
    key,
    remove: () => {
      journal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
