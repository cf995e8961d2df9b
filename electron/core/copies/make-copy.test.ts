import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bundleForNode } from '../../../build/bundle-for-node';
import { openReadOnly } from '#db/open';
import { insertCopy, listCopies } from '#db/queries/copies';
import { insertSubject } from '#db/queries/subjects';
import { get, select } from '#db/statement';
import { hashOfAllRows } from '#db/testing/row-hash';
import { readManifest } from './manifest';
import { abortAt, NOW, schoolWithKeys } from './testing/school-with-keys';

const NAME = 'Школьный журнал Демонстрационная школа 2026-11-23 14-05-09';
let workerFile: string;
let school: Awaited<ReturnType<typeof schoolWithKeys>>;
beforeAll(async () => {
  workerFile = await bundleForNode('electron/core/copies/copy-worker.ts');
  return () => rmSync(path.dirname(workerFile), { recursive: true, force: true });
});
beforeEach(async () => {
  school = await schoolWithKeys(workerFile);
});
afterEach(() => school.remove());

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: { problem?: string; name: string }) => error.problem ?? error.name,
  );

test('a copy holds every row of the journal, and the folder only what belongs to it', async () => {
  const { manifest, folder } = await school.copy();
  expect(readdirSync(school.carrier)).toEqual([NAME]);
  expect(folder).toBe(path.join(school.carrier, NAME));
  expect(readdirSync(folder).sort()).toEqual(
    ['journal.db', 'keys.json', 'manifest.json', 'ПРОЧТИ МЕНЯ.txt'].sort(),
  );
  const bytes = readFileSync(path.join(folder, 'journal.db'));
  expect(manifest).toMatchObject({
    format: 1,
    program: '0.1.0',
    schoolName: 'Демонстрационная школа',
    yearName: '2026/2027',
    madeBy: 'Иванова А. А.',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    lastEntryAt: null,
    // Two of this year, one of the year before that a class came from.
    counts: { classes: 3, pupils: 25 },
  });
  expect(manifest.counts.marks).toBeGreaterThan(100);
  expect(await readManifest(folder)).toEqual(manifest);
  const opened = openReadOnly(path.join(folder, 'journal.db'), school.key);
  expect(hashOfAllRows(opened.db)).toBe(hashOfAllRows(school.journal.db));
  opened.close();
  const readme = readFileSync(path.join(folder, 'ПРОЧТИ МЕНЯ.txt'), 'utf8');
  expect(readme).toContain(manifest.sha256);
  expect(readme).not.toMatch(/undefined|null/);
});

test('two thousand writes go on meanwhile; the copy is the moment it was begun', async () => {
  const { journal } = school;
  const before = hashOfAllRows(journal.db);
  const countSubjects = select<[], { n: number }>('SELECT count(*) AS n FROM subject');
  const subjects = get(journal.db, countSubjects, [])?.n ?? 0;
  let written = 0;
  const writeOn = () => {
    for (const end = written + 1000; written < end; written++) {
      const row = {
        name: `Предмет ${written}`,
        shortName: '',
        grading: 'marks',
        position: 0,
      } as const;
      journal.write((db) => insertSubject(db, row));
    }
    journal.db.connection.pragma('wal_checkpoint(PASSIVE)');
  };
  const { folder } = await school.copy({
    // Called between two pieces of the file, while the snapshot is held.
    onProgress: ({ step, done }) => {
      if ((step === 'reading' && done > 0) || (step === 'writing' && written === 1000)) writeOn();
    },
  });
  expect(written).toBe(2000);
  expect(get(journal.db, countSubjects, [])?.n).toBe(subjects + 2000);
  expect(hashOfAllRows(journal.db)).not.toBe(before);
  const opened = openReadOnly(path.join(folder, 'journal.db'), school.key);
  expect(hashOfAllRows(opened.db)).toBe(before);
  opened.close();
});

test('progress never goes back, names the steps in their order and ends at the whole', async () => {
  const seen: { done: number; step: string }[] = [];
  await school.copy({ onProgress: (progress) => seen.push(progress) });
  const done = seen.map((progress) => progress.done);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect([...new Set(seen.map(({ step }) => step))]).toEqual([
    'reading',
    'writing',
    'verifying',
    'opening',
  ]);
  expect(seen.at(-1)).toEqual({ done: 1, step: 'opening' });
});

test.for(['reading', 'writing', 'verifying', 'opening'] as const)(
  'a cancel while %s leaves nothing, and the journal can be copied again',
  async (step) => {
    expect(await problemOf(school.copy(abortAt(step)))).toBe('AbortError');
    expect(readdirSync(school.carrier)).toEqual([]);
    school.journal.write((db) =>
      insertSubject(db, { name: 'Астрономия', shortName: '', grading: 'marks', position: 0 }),
    );
    expect((await school.copy()).manifest.counts.classes).toBe(3);
  },
);

test('a copy of the same second is not overwritten, nor one that is being made', async () => {
  await school.copy();
  expect(await problemOf(school.copy())).toBe('occupied');
  expect(readdirSync(school.carrier)).toEqual([NAME]);
  const later = new Date(NOW.getTime() + 1000);
  const part = path.join(school.carrier, `${NAME.replace('14-05-09', '14-05-10')}.part`);
  mkdirSync(part);
  expect(await problemOf(school.copy({ now: later }))).toBe('occupied');
  expect(existsSync(part)).toBe(true);
});

test('a missing folder and missing or damaged keys are told', async () => {
  const nowhere = path.join(school.root, 'nowhere');
  expect(await problemOf(school.copy({ targetFolder: nowhere }))).toBe('missing');
  writeFileSync(path.join(school.folder, 'keys.json'), '{');
  expect(await problemOf(school.copy())).toBe('damaged');
  rmSync(path.join(school.folder, 'keys.json'));
  expect(await problemOf(school.copy())).toBe('missing');
  expect(readdirSync(school.carrier)).toEqual([]);
});

test('a journal that is spoiled itself gives no copy', async () => {
  const { journal } = school;
  journal.db.connection.pragma('wal_checkpoint(TRUNCATE)');
  const bytes = readFileSync(journal.file);
  const at = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(journal.file, bytes);
  expect(await problemOf(school.copy())).toBe('damaged');
  expect(readdirSync(school.carrier)).toEqual([]);
});

test('copies are noted in the journal, newest first', () => {
  const row = {
    folder: 'E:\\Школьный журнал',
    size: 5,
    sha256: 'ab',
    counts: { pupils: 1, staff: 2, classes: 3, lessons: 4, marks: 5 },
    verifiedAt: '2026-11-23T11:05:20.000Z',
  };
  const { journal } = school;
  const first = { ...row, madeAt: '2026-11-23T11:05:09.000Z' };
  const second = { ...row, madeAt: '2026-11-24T11:05:09.000Z', verifiedAt: null };
  const ids = journal.write((db) => [insertCopy(db, first), insertCopy(db, second)]);
  expect(listCopies(journal.db)).toEqual([
    { id: ids[1], ...second },
    { id: ids[0], ...first },
  ]);
});
