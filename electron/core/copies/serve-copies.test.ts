import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bundleForNode } from '../../../build/bundle-for-node';
import type { CopyEvent, RestoreEvent } from '#contract/copies';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, windowOn } from '../testing/school';

let copyWorker: string;
let school: Awaited<ReturnType<typeof smallSchool>>;
let drive: string;
beforeAll(async () => {
  copyWorker = await bundleForNode('electron/core/copies/copy-worker.ts');
});
afterAll(() => rm(path.dirname(copyWorker), { recursive: true }));
beforeEach(async () => {
  school = await smallSchool({ copyWorker });
  drive = path.join(school.folder, 'drive');
  mkdirSync(drive);
});
afterEach(() => school.remove());

async function lastOf<T>(stream: Promise<AsyncIterable<T>>): Promise<T | undefined> {
  let last: T | undefined;
  for await (const event of await stream) last = event;
  return last;
}
function grantOf(folder: string, kind: 'copy' | 'restore' = 'restore'): string {
  const grant = randomUUID();
  school.core.grants.add(grant, kind, folder);
  return grant;
}
async function makeCopy() {
  const { client } = await school.windowOf('deputy');
  const target = { grant: grantOf(drive, 'copy') };
  const last = await lastOf<CopyEvent>(client.copies.make({ requestId: randomUUID(), target }));
  if (last?.kind !== 'done') throw new Error('no copy');
  return { client, copy: last.copy };
}

test('a copy is made, listed and can be looked into before the log-in', async () => {
  const { client, copy } = await makeCopy();
  expect(copy.counts).toMatchObject({ pupils: 4, classes: 2, lessons: 9 });
  expect(await client.copies.list()).toEqual([copy]);
  const stranger = windowOn(school.core).client;
  const preview = await stranger.copies.inspect({ grant: grantOf(drive) });
  expect(preview).toMatchObject({
    problem: null,
    manifest: { schoolName: 'Средняя школа № 0', counts: copy.counts },
  });
});

test('restored after the data folder was lost, with the recovery key', async () => {
  await makeCopy();
  school.core.connections.forEach((connection) => (connection.session = null));
  school.core.open?.journal.close();
  school.core.open = null;
  rmSync(path.join(school.folder, 'journal'), { recursive: true });
  const { client } = windowOn(school.core);
  expect((await client.setup.workplace()).journal).toBe('absent');
  const secret = { recoveryKey: school.recoveryKey.toLowerCase().replaceAll('-', ' ') };
  const last = await lastOf<RestoreEvent>(client.copies.restore({ grant: grantOf(drive), secret }));
  expect(last).toEqual({ kind: 'done', savedAs: null });
  const { client: teacher } = await school.windowOf('teacher');
  expect(await teacher.journal.pages()).toHaveLength(2);
});

test('a wrong key changes nothing, and the right one keeps the present journal aside', async () => {
  await makeCopy();
  const { client } = windowOn(school.core);
  const restore = (secret: { recoveryKey: string } | { login: string; password: string }) =>
    lastOf<RestoreEvent>(client.copies.restore({ grant: grantOf(drive), secret }));
  const wrong = await refusalOf(restore({ login: 'teacher', password: 'не тот пароль' }));
  expect(wrong?.code).toBe('WRONG_PASSWORD');
  const before = readdirSync(school.folder).toSorted();
  expect(before).toContain('journal');
  const last = await restore({ recoveryKey: school.recoveryKey });
  expect(last?.kind === 'done' && last.savedAs).toBeTruthy();
  expect(readdirSync(school.folder).length).toBe(before.length + 1);
});

test('half a copy, an empty folder and a stranger to copies are told apart', async () => {
  const { copy } = await makeCopy();
  const { client } = windowOn(school.core);
  truncateSync(path.join(copy.folder, 'journal.db'), Math.floor(copy.size / 2));
  expect((await client.copies.inspect({ grant: grantOf(drive) })).problem).toBe('incomplete');
  const empty = path.join(school.folder, 'empty');
  mkdirSync(empty);
  expect(await refusalOf(client.copies.inspect({ grant: grantOf(empty) }))).toEqual({
    code: 'STORAGE_PROBLEM',
    data: { problem: 'notACopy' },
  });
  const teacher = (await school.windowOf('teacher')).client;
  const make = teacher.copies.make({
    requestId: randomUUID(),
    target: { grant: grantOf(empty, 'copy') },
  });
  expect((await refusalOf(make))?.code).toBe('FORBIDDEN');
});
