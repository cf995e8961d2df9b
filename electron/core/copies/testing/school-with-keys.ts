import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CopyStep } from '#contract/copies';
import { createJournal, openJournal } from '#db/open';
import { hashOfAllRows } from '#db/testing/row-hash';
import { FULL_SCHOOL, SMALL_SCHOOL } from '#domain/demo/classes';
import { buildDemo } from '../../demo/build-demo';
import { newKeyFile, writeKeyFile } from '../../keys/key-file';
import { newRecoveryKey } from '../../keys/recovery-key';
import { addAccountSlot, addRecoverySlot, LOW_COST } from '../../keys/slots';
import { makeCopy, type CopyOrder } from '../make-copy';

/** When the tests' copies are made, by the clock on the wall. */
export const NOW = new Date(2026, 10, 23, 14, 5, 9);

/** A small school's journal with its keys, and a folder that stands for a carrier. */
export async function schoolWithKeys(
  workerFile: string,
  plan: 'small' | 'full' = 'small',
  years = 1,
) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'copies-'));
  const folder = path.join(root, 'journal');
  const carrier = path.join(root, 'carrier');
  mkdirSync(folder);
  mkdirSync(carrier);
  const key = randomBytes(32);
  const recoveryKey = newRecoveryKey();
  const cost = LOW_COST;
  const account = await addAccountSlot(newKeyFile(), { key, login: 'zavuch', password: 'p', cost });
  const { keyFile } = await addRecoverySlot(account.keyFile, { key, recoveryKey, cost });
  await writeKeyFile(folder, keyFile);
  const journal = createJournal({ file: path.join(folder, 'journal.db'), key });
  const classes = plan === 'full' ? FULL_SCHOOL : SMALL_SCHOOL.slice(0, 2);
  await buildDemo({
    journal,
    journalId: 'journal-of-tests',
    today: '2026-11-23',
    years: plan === 'full' ? years : 1,
    seed: 7,
    classes,
  });
  const copy = (changes: Partial<CopyOrder> = {}) =>
    makeCopy({
      journal,
      key,
      keyFileFolder: folder,
      targetFolder: carrier,
      info: { program: '0.1.0', madeBy: 'Иванова А. А.', today: '2026-11-23' },
      now: NOW,
      workerFile,
      ...changes,
    });
  const remove = () => {
    journal.close();
    rmSync(root, { recursive: true, force: true });
  };
  return { root, folder, carrier, key, recoveryKey, journal, copy, remove };
}

/** The hash of all rows of the journal in a folder. */
export function rowsOf(folder: string, key: Buffer): string {
  const journal = openJournal({ file: path.join(folder, 'journal.db'), key });
  try {
    return hashOfAllRows(journal.db);
  } finally {
    journal.close();
  }
}

/** Aborts at the first sign of a step. */
export function abortAt(step: CopyStep) {
  const controller = new AbortController();
  const onProgress: CopyOrder['onProgress'] = (progress) => {
    if (progress.step === step) controller.abort();
  };
  return { signal: controller.signal, onProgress };
}
