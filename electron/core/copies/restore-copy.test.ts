import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bundleForNode } from '../../../build/bundle-for-node';
import { hashOfAllRows } from '#db/testing/row-hash';
import { newRecoveryKey } from '../keys/recovery-key';
import { finishInterruptedRestore } from './finish-restore';
import { inspectCopy } from './inspect-copy';
import { restoreCopy, type RestoreOrder } from './restore-copy';
import { NOW, rowsOf, schoolWithKeys } from './testing/school-with-keys';

let workerFile: string;
let childFile: string;
let school: Awaited<ReturnType<typeof schoolWithKeys>>;
/** A journal of another school, with other keys. */
let other: Awaited<ReturnType<typeof schoolWithKeys>>;
let copied: { readonly folder: string; readonly rows: string };
let place: string;
let number = 0;
beforeAll(async () => {
  workerFile = await bundleForNode('electron/core/copies/copy-worker.ts');
  childFile = await bundleForNode('electron/core/copies/testing/restore-child.ts');
  school = await schoolWithKeys(workerFile);
  other = await schoolWithKeys(workerFile);
  other.journal.db.connection.exec(`INSERT INTO subject (name) VALUES ('Астрономия')`);
  other.journal.db.connection.pragma('wal_checkpoint(TRUNCATE)');
  copied = { folder: (await school.copy()).folder, rows: hashOfAllRows(school.journal.db) };
});
afterAll(() => {
  school.remove();
  other.remove();
  for (const file of [workerFile, childFile]) {
    rmSync(path.dirname(file), { recursive: true, force: true });
  }
});
/** A computer of its own for each test: nothing there yet. */
beforeEach(() => {
  place = path.join(school.root, `place-${number++}`);
  mkdirSync(place);
});

const here = () => path.join(place, 'journal');
const restore = (changes: Partial<RestoreOrder> = {}) =>
  restoreCopy({
    copyFolder: copied.folder,
    secret: { recoveryKey: school.recoveryKey },
    journalFolder: here(),
    now: NOW,
    workerFile,
    ...changes,
  });
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: { problem?: string; name: string; message: string }) => error.problem ?? error.name,
  );
/** The other school's journal lies on this computer. */
function otherHere(): string {
  for (const name of ['journal.db', 'keys.json']) {
    cpSync(path.join(other.folder, name), path.join(here(), name), { recursive: true });
  }
  return rowsOf(here(), other.key);
}
/** A copy that may be spoiled. */
function ownCopy(): string {
  const folder = path.join(place, 'carrier', 'copy');
  cpSync(copied.folder, folder, { recursive: true });
  return folder;
}
function spoil(file: string, share: number): void {
  const bytes = readFileSync(file);
  const at = Math.floor(bytes.length * share);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
}

test('on a new computer: every row of every table is there again', async () => {
  const result = await restore();
  expect(result).toMatchObject({ kind: 'restored', savedAs: null });
  expect(readdirSync(place)).toEqual(['journal']);
  expect(readdirSync(here()).sort()).toEqual(['journal.db', 'keys.json']);
  expect(rowsOf(here(), school.key)).toBe(copied.rows);
});

test('the recovery key may be typed in Cyrillic letters, small and without dashes', async () => {
  const cyrillic = { A: 'А', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', P: 'Р', T: 'Т', X: 'Х' };
  let typed = school.recoveryKey.replaceAll('-', ' ');
  for (const [latin, letter] of Object.entries(cyrillic)) typed = typed.replaceAll(latin, letter);
  const secret = { recoveryKey: typed.toLowerCase() };
  expect(await restore({ secret })).toMatchObject({ kind: 'restored' });
});

test('a login and its password open the copy too', async () => {
  const secret = { login: 'Zavuch', password: 'p' };
  expect(await restore({ secret })).toMatchObject({ kind: 'restored' });
});

test.for([
  [{ login: 'zavuch', password: 'P' }, null],
  [{ login: 'nobody', password: 'p' }, null],
  [{ recoveryKey: newRecoveryKey() }, null],
  [{ recoveryKey: 'мяу' }, 'foreignSign'],
  [{ recoveryKey: newRecoveryKey().slice(1) }, 'length'],
] as const)('a wrong secret is an answer and touches nothing: %j', async ([secret, why]) => {
  const rows = otherHere();
  expect(await restore({ secret })).toEqual({ kind: 'wrongSecret', why });
  expect(readdirSync(place)).toEqual(['journal']);
  expect(rowsOf(here(), other.key)).toBe(rows);
});

test('the journal that was here is kept aside as a whole', async () => {
  const rows = otherHere();
  writeFileSync(path.join(here(), 'people.json'), '[]');
  let closed = 0;
  const result = await restore({ closeJournal: () => (closed += 1) });
  const aside = path.join(place, 'журнал до восстановления 2026-11-23 14-05-09');
  expect(result).toMatchObject({ kind: 'restored', savedAs: aside });
  expect(closed).toBe(1);
  expect(readdirSync(aside)).toContain('people.json');
  expect(rowsOf(aside, other.key)).toBe(rows);
  expect(rowsOf(here(), school.key)).toBe(copied.rows);
  const again = await restore();
  expect(again).toMatchObject({ savedAs: `${aside} (2)` });
  expect(rowsOf(aside, other.key)).toBe(rows);
});

test.for(['checking', 'copying', 'opening'] as const)(
  'a cancel while %s leaves everything as it was',
  async (when) => {
    const rows = otherHere();
    const controller = new AbortController();
    const work = restore({
      signal: controller.signal,
      onProgress: ({ step }) => {
        if (step === when) controller.abort();
      },
    });
    expect(await problemOf(work)).toBe('AbortError');
    expect(readdirSync(place)).toEqual(['journal']);
    expect(rowsOf(here(), other.key)).toBe(rows);
  },
);

test.for([
  [
    'cut in half',
    'incomplete',
    (copy: string) => truncateSync(path.join(copy, 'journal.db'), 9000),
  ],
  ['one bit flipped', 'damaged', (copy: string) => spoil(path.join(copy, 'journal.db'), 0.6)],
  ['a bit of the first page', 'damaged', (copy: string) => spoil(path.join(copy, 'journal.db'), 0)],
  ['without keys', 'incomplete', (copy: string) => rmSync(path.join(copy, 'keys.json'))],
  ['damaged keys', 'damaged', (copy: string) => truncateSync(path.join(copy, 'keys.json'), 90)],
  ['without journal', 'incomplete', (copy: string) => rmSync(path.join(copy, 'journal.db'))],
  [
    'longer than it was',
    'damaged',
    (copy: string) => writeFileSync(path.join(copy, 'journal.db'), 'x', { flag: 'a' }),
  ],
] as const)('a copy %s: told before anything is touched', async ([, problem, harm]) => {
  const rows = otherHere();
  const copyFolder = ownCopy();
  harm(copyFolder);
  expect(await inspectCopy({ folder: copyFolder })).toMatchObject({ problem });
  expect(await problemOf(restore({ copyFolder }))).toBe(problem);
  expect(readdirSync(place).sort()).toEqual(['carrier', 'journal']);
  expect(rowsOf(here(), other.key)).toBe(rows);
});

test('the journal of another day under this manifest is no copy, though it opens', async () => {
  const { connection } = school.journal.db;
  connection.exec(`UPDATE subject SET short_name = 'яяя' WHERE id = 1`);
  const later = await school.copy({ now: new Date(NOW.getTime() + 86_400_000) });
  const copyFolder = ownCopy();
  cpSync(path.join(later.folder, 'journal.db'), path.join(copyFolder, 'journal.db'));
  expect(await problemOf(restore({ copyFolder }))).toBe('damaged');
  expect(readdirSync(place)).toEqual(['carrier']);
});

test('keys and journal of two schools put together are no copy', async () => {
  const copyFolder = ownCopy();
  cpSync(path.join(other.folder, 'keys.json'), path.join(copyFolder, 'keys.json'));
  const secret = { recoveryKey: other.recoveryKey };
  expect(await problemOf(restore({ copyFolder, secret }))).toBe('damaged');
  expect(existsSync(here())).toBe(false);
  expect(readdirSync(place)).toEqual(['carrier']);
});

test('a power cut at any moment leaves a journal that opens: the old one or the new one', async () => {
  const outcomes: string[] = [];
  for (let dieAt = 0; dieAt < 100; dieAt++) {
    rmSync(place, { recursive: true });
    const rows = otherHere();
    const args = [childFile, copied.folder, school.recoveryKey, here(), workerFile, String(dieAt)];
    const { signal, status } = spawnSync(process.execPath, args, {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      timeout: 20_000,
    });
    const healed = await finishInterruptedRestore(here());
    const isNew = existsSync(path.join(place, 'журнал до восстановления 2026-11-23 14-05-09'));
    outcomes.push(`${healed}: ${isNew ? 'new' : 'old'}`);
    expect(rowsOf(here(), isNew ? school.key : other.key), `died at ${dieAt}`).toBe(
      isNew ? copied.rows : rows,
    );
    expect(readdirSync(place).length).toBe(isNew ? 2 : 1);
    if (status === 0) break;
    expect(signal).toBe('SIGKILL');
  }
  expect(outcomes.length).toBeLessThan(100);
  expect(new Set(outcomes)).toEqual(
    new Set(['nothing: old', 'undone: old', 'finished: new', 'nothing: new']),
  );
}, 120_000);
