import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bundleForNode } from '../../build/bundle-for-node';
import type { CopyEvent, RestoreEvent } from '#contract/copies';
import { hashOfAllRows } from '#db/testing/row-hash';
import { disconnect } from './create-core';
import type { GrantKind } from './grants';
import { readKeyFile } from './keys/key-file';
import { openWithPassword } from './keys/slots';
import { closeJournal } from './session/journal-state';
import { refusalOf } from './testing/refusal-of';
import { emptyPlace, newJournal, PASSWORD, smallSchool, windowOn } from './testing/school';

let clock = new Date('2026-11-23T09:00:00Z');
let copyWorker: string;
let school: Awaited<ReturnType<typeof smallSchool>>;
beforeAll(async () => {
  copyWorker = await bundleForNode('electron/core/copies/copy-worker.ts');
});
afterAll(() => rm(path.dirname(copyWorker), { recursive: true }));
beforeEach(async () => {
  school = await smallSchool({ now: () => clock, copyWorker });
});
afterEach(() => school.remove());

const open = () => {
  if (school.core.open === null) throw new Error('not open');
  return school.core.open;
};
const rowHash = () => hashOfAllRows(open().journal.db);
function grantOf(kind: GrantKind, place: string): string {
  const grant = randomUUID();
  school.core.grants.add(grant, kind, place);
  return grant;
}
async function lastOf<T>(stream: Promise<AsyncIterable<T>>): Promise<T | undefined> {
  let last: T | undefined;
  for await (const event of await stream) last = event;
  return last;
}
async function copyOnDrive(): Promise<string> {
  const drive = path.join(school.folder, 'drive');
  mkdirSync(drive);
  const { client } = await school.windowOf('deputy');
  const target = { grant: grantOf('copy', drive) };
  await lastOf<CopyEvent>(client.copies.make({ requestId: randomUUID(), target }));
  return drive;
}
test('what the contract does not let in is told as that, without what was sent', async () => {
  const { client } = await school.windowOf('deputy');
  const before = rowHash();
  const wrong = { requestId: randomUUID(), versionId: 1, take: 'всё', put: [], override: false };
  expect(await refusalOf(client.timetable.edit(wrong as never))).toEqual({
    code: 'BAD_REQUEST',
    data: undefined,
  });
  expect(rowHash()).toBe(before);
  expect(school.failures).toEqual([]);
});

/** The call has passed the check of rights and waits for its file. */
const begun = () => new Promise((resolve) => process.nextTick(resolve));
const empty = { attendance: null, lateMinutes: null, remark: '', marks: [] };
const cell = () => ({
  requestId: randomUUID(),
  lessonId: school.lessons.algebra[0] ?? 0,
  pupilId: school.pupils.abramov,
  version: 0,
  content: empty,
});

test('a log-in that ends after its window is gone leaves nothing open', async () => {
  const { client } = school.administrator;
  const { connection, client: late } = windowOn(school.core);
  const logIn = refusalOf(late.session.logIn({ login: 'teacher', password: PASSWORD }));
  disconnect(school.core, connection);
  await client.session.logOut();
  expect((await logIn)?.code).toBe('CANCELLED');
  expect(school.core.open).toBeNull();
});

test('a teacher cannot take marks back with an old copy', async () => {
  const drive = await copyOnDrive();
  const { client } = await school.windowOf('teacher');
  await client.journal.enterCell(cell());
  const before = rowHash();
  const restore = (login: string) =>
    lastOf<RestoreEvent>(
      client.copies.restore({
        grant: grantOf('restore', drive),
        secret: { login, password: PASSWORD },
      }),
    );
  expect(await refusalOf(restore('teacher'))).toEqual({ code: 'FORBIDDEN', data: { why: 'role' } });
  expect(rowHash()).toBe(before);
  expect((await restore('kuznetsova'))?.kind).toBe('done');
});

test('a journal of one’s own cannot be put in the place of the school’s', async () => {
  const drive = await copyOnDrive();
  const own = school;
  school = await smallSchool({ now: () => clock, copyWorker });
  const { client } = windowOn(school.core);
  const restore = (secret: { recoveryKey: string } | { login: string; password: string }) =>
    refusalOf(
      lastOf<RestoreEvent>(client.copies.restore({ grant: grantOf('restore', drive), secret })),
    );
  const before = rowHash();
  expect((await restore({ recoveryKey: own.recoveryKey }))?.data).toEqual({
    why: 'notThisJournal',
  });
  // Guesses at a restore wait as those at a log-in.
  for (let i = 0; i < 5; i++) await restore({ login: 'kuznetsova', password: 'догадка' });
  const refused = await restore({ login: 'kuznetsova', password: PASSWORD });
  expect(refused?.code).toBe('WRONG_PASSWORD');
  expect(rowHash()).toBe(before);
  own.remove();
});

test('nobody is logged out by a window without a log-in', async () => {
  const { client: teacher } = await school.windowOf('teacher');
  const { client: stranger } = windowOn(school.core);
  await stranger.setup.leaveDemo();
  expect(await teacher.session.current()).not.toBeNull();
  const demo = lastOf(stranger.setup.openDemo({ rebuild: false }));
  expect(await refusalOf(demo)).toEqual({ code: 'FORBIDDEN', data: { why: 'othersWork' } });
  expect(await teacher.journal.pages()).not.toHaveLength(0);
});

test('a locked window does not go over to the demonstration school', async () => {
  await school.administrator.client.session.lock();
  const demo = lastOf(school.administrator.client.setup.openDemo({ rebuild: false }));
  expect((await refusalOf(demo))?.code).toBe('SESSION_LOCKED');
});

test('two windows that set the school up at once make one journal with its own keys', async () => {
  const place = emptyPlace();
  const answers = await Promise.allSettled(
    [1, 2, 3].map(() => windowOn(place.core).client.setup.createJournal(newJournal())),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
  ]);
  closeJournal(place.core);
  const { client } = windowOn(place.core);
  const info = await client.session.logIn({ login: 'kuznetsova', password: PASSWORD });
  expect(info.roles).toEqual(['administrator']);
  place.remove();
});

test('a password that is being set does not spoil the keys of a journal that closes', async () => {
  const { client } = await school.windowOf('teacher');
  const { folder } = open();
  const before = readFileSync(path.join(folder, 'keys.json'), 'utf8');
  const changed = refusalOf(
    client.session.changePassword({ oldPassword: PASSWORD, newPassword: 'новый пароль 7' }),
  );
  const reset = refusalOf(
    school.administrator.client.people.resetPassword({ requestId: randomUUID(), accountId: 3 }),
  );
  await school.administrator.client.session.logOut();
  await client.session.logOut();
  expect([(await changed)?.code, (await reset)?.code]).toEqual(['NOT_SIGNED_IN', 'NOT_SIGNED_IN']);
  expect(readFileSync(path.join(folder, 'keys.json'), 'utf8')).toBe(before);
});

test('what a person began ends with their session', async () => {
  const { client: admin } = await school.windowOf('administrator');
  const { client: other } = await school.windowOf('administrator');
  const list = path.join(school.folder, 'список.csv');
  writeFileSync(list, 'ФИО;Класс\nИванова Анна;8-А\n');
  const grant = grantOf('open', list);
  const { sha256, seen } = await admin.imports.previewPupils({ grant });
  const preview = refusalOf(other.imports.previewPupils({ grant }));
  await begun();
  await other.session.logOut();
  expect((await preview)?.code).toBe('NOT_SIGNED_IN');
  const apply = refusalOf(
    admin.imports.applyPupils({
      requestId: randomUUID(),
      grant,
      sha256,
      seen,
      withoutBadRows: false,
      from: '2026-11-23',
    }),
  );
  await begun();
  await admin.session.logOut();
  const before = rowHash();
  expect((await apply)?.code).toBe('NOT_SIGNED_IN');
  expect(rowHash()).toBe(before);
});

test('a watched page tells nothing more to a window nobody sits at', async () => {
  const { client: director } = await school.windowOf('director');
  const { client: teacher } = await school.windowOf('teacher');
  const stream = await director.journal.watch({ pageId: school.pages.algebra });
  const next = stream[Symbol.asyncIterator]().next();
  clock = new Date(clock.getTime() + 11 * 60_000);
  await refusalOf(teacher.session.unlock({ password: PASSWORD }));
  await teacher.session.current();
  await teacher.session.unlock({ password: PASSWORD });
  await teacher.journal.enterCell(cell());
  expect(await next).toMatchObject({ done: true });
});

test('watching without end ends the oldest watch', async () => {
  const { client } = await school.windowOf('teacher');
  const streams = [];
  for (let i = 0; i < 40; i++) {
    streams.push(await client.journal.watch({ pageId: school.pages.algebra }));
  }
  const [first] = streams;
  expect(await first?.[Symbol.asyncIterator]().next()).toMatchObject({ done: true });
});

test('a file chosen to be read is not written to, and a folder to restore from gets no copy', async () => {
  const file = path.join(school.folder, 'список.csv');
  writeFileSync(file, 'ФИО;Класс\n');
  const { client } = await school.windowOf('deputy');
  const save = client.sheets.saveSummary({
    classId: 1,
    periodId: 1,
    grant: grantOf('open', file),
  });
  expect((await refusalOf(save))?.code).toBe('NOT_FOUND');
  const target = { grant: grantOf('restore', school.folder) };
  const make = lastOf(client.copies.make({ requestId: randomUUID(), target }));
  expect((await refusalOf(make))?.code).toBe('NOT_FOUND');
  expect(readFileSync(file, 'utf8')).toBe('ФИО;Класс\n');
});

test('the number of one request does not pass another off as done', async () => {
  const { client } = await school.windowOf('teacher');
  const first = cell();
  await client.journal.enterCell(first);
  const { requestId, lessonId } = first;
  const other = client.journal.setLesson({
    requestId,
    lessonId,
    version: 0,
    topic: 'Тема',
    homework: '',
  });
  expect((await refusalOf(other))?.data).toEqual({ why: 'requestReused' });
  const { client: admin } = await school.windowOf('administrator');
  const reset = { requestId: randomUUID(), accountId: 5 };
  const slip = await admin.people.resetPassword(reset);
  expect((await refusalOf(admin.people.resetPassword(reset)))?.data).toEqual({
    why: 'requestReused',
  });
  // The slip that was printed is still right.
  const opened = await openWithPassword(await readKeyFile(open().folder), slip);
  expect(opened).toBeDefined();
});

test('a new journal with a period told twice or with grades the wrong way is refused', async () => {
  const place = emptyPlace();
  const { client } = windowOn(place.core);
  const input = newJournal();
  const [first, second] = input.periods;
  if (first === undefined || second === undefined) throw new Error('no periods');
  const twice = [first, { ...second, kind: first.kind, number: first.number }];
  const turned = [{ ...first, gradeFrom: 9, gradeTo: 5 }];
  for (const periods of [twice, turned]) {
    const refused = await refusalOf(client.setup.createJournal({ ...input, periods }));
    expect(refused?.data).toEqual({ why: 'dates' });
  }
  place.remove();
});

test('keys that are being written do not land in the journal a restore puts there', async () => {
  const drive = await copyOnDrive();
  const { client } = school.administrator;
  const restored = lastOf<RestoreEvent>(
    client.copies.restore({
      grant: grantOf('restore', drive),
      secret: { recoveryKey: school.recoveryKey },
    }),
  );
  const others = [];
  for (let i = 0; i < 60; i++) {
    const { client: teacher } = windowOn(school.core);
    const reset = client.people.resetPassword({ requestId: randomUUID(), accountId: 5 });
    others.push(refusalOf(reset), teacher.setup.workplace());
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect((await restored)?.kind).toBe('done');
  await Promise.all(others);
  const copy = path.join(drive, readdirSync(drive)[0] ?? '');
  const keysOf = async (folder: string) => (await readKeyFile(folder)).slots.map(({ id }) => id);
  expect(await keysOf(path.join(school.folder, 'journal'))).toEqual(await keysOf(copy));
});
