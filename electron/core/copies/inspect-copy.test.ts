import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bundleForNode } from '../../../build/bundle-for-node';
import { inspectCopy } from './inspect-copy';
import { NOW, schoolWithKeys } from './testing/school-with-keys';

let workerFile: string;
let school: Awaited<ReturnType<typeof schoolWithKeys>>;
let copied: string;
let drive: string;
beforeAll(async () => {
  workerFile = await bundleForNode('electron/core/copies/copy-worker.ts');
  school = await schoolWithKeys(workerFile);
  copied = (await school.copy()).folder;
});
afterAll(() => {
  school.remove();
  rmSync(path.dirname(workerFile), { recursive: true, force: true });
});
beforeEach(() => {
  drive = mkdtempSync(path.join(os.tmpdir(), 'drive-'));
});
afterEach(() => rmSync(drive, { recursive: true, force: true }));

const problemOf = (folder: string) =>
  inspectCopy({ folder }).then(
    ({ problem }) => problem,
    (error: { problem?: string }) => `thrown: ${error.problem}`,
  );

test('the folder of a copy gives what is in it, and nothing is written there', async () => {
  const before = readdirSync(copied);
  const done: number[] = [];
  const seen = await inspectCopy({ folder: copied, onProgress: (part) => done.push(part) });
  expect(seen).toMatchObject({
    folder: copied,
    copies: 1,
    problem: null,
    manifest: { schoolName: 'Демонстрационная школа', madeAt: NOW.toISOString() },
  });
  expect(done.at(-1)).toBe(1);
  expect(readdirSync(copied)).toEqual(before);
});

test('of several copies on a drive the newest is taken; unfinished and foreign ones are passed by', async () => {
  const later = new Date(NOW.getTime() + 3_600_000);
  const newest = await school.copy({ targetFolder: drive, now: later });
  cpSync(copied, path.join(drive, path.basename(copied)), { recursive: true });
  cpSync(copied, path.join(drive, 'Школьный журнал 2027-01-01 10-00-00.part'), { recursive: true });
  mkdirSync(path.join(drive, 'Фото'));
  mkdirSync(path.join(drive, 'Игра'));
  writeFileSync(path.join(drive, 'Игра', 'manifest.json'), '{"name": "game"}');
  const seen = await inspectCopy({ folder: drive });
  expect(seen).toMatchObject({ folder: newest.folder, copies: 2, problem: null });
});

test('no copy, an unfinished one, a foreign and a later manifest are told apart', async () => {
  const write = (text: string) => writeFileSync(path.join(drive, 'manifest.json'), text);
  expect(await problemOf(path.join(drive, 'nowhere'))).toBe('thrown: missing');
  expect(await problemOf(drive)).toBe('thrown: notACopy');
  writeFileSync(path.join(drive, 'journal.db'), 'x');
  expect(await problemOf(drive)).toBe('thrown: incomplete');
  write('{"name": "game"}');
  expect(await problemOf(drive)).toBe('thrown: notACopy');
  const text = readFileSync(path.join(copied, 'manifest.json'), 'utf8');
  write(text.slice(0, 100));
  expect(await problemOf(drive)).toBe('thrown: damaged');
  write(text.replace('"format": 1', '"format": 2'));
  expect(await problemOf(drive)).toBe('thrown: fromNewerProgram');
  const unfinished = path.join(drive, 'x.part');
  cpSync(copied, unfinished, { recursive: true });
  expect(await problemOf(unfinished)).toBe('thrown: incomplete');
});
