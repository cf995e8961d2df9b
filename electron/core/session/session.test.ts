import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readKeyFile } from '../keys/key-file';
import { disconnect } from '../create-core';
import { refusalOf } from '../testing/refusal-of';
import { emptyPlace, newJournal, PASSWORD, smallSchool, windowOn } from '../testing/school';

let clock = new Date('2026-11-23T09:00:00Z');
const pass = (minutes: number) => {
  clock = new Date(clock.getTime() + minutes * 60_000);
};
let school: Awaited<ReturnType<typeof smallSchool>>;
beforeEach(async () => {
  school = await smallSchool({ now: () => clock });
});
afterEach(() => school.remove());

test('nothing is answered before the log-in', async () => {
  const { client } = windowOn(school.core);
  expect(await client.session.current()).toBeNull();
  expect(await refusalOf(client.school.overview())).toMatchObject({ code: 'NOT_SIGNED_IN' });
  expect(await refusalOf(client.people.staff())).toMatchObject({ code: 'NOT_SIGNED_IN' });
});

test('wrong passwords make one wait longer and longer', async () => {
  const { client } = windowOn(school.core);
  const attempt = (password: string) =>
    refusalOf(client.session.logIn({ login: 'teacher', password }));
  for (let i = 1; i < 5; i++) {
    expect((await attempt('не тот'))?.data).toEqual({ waitSeconds: 0 });
  }
  expect((await attempt('не тот'))?.data).toEqual({ waitSeconds: 15 });
  expect((await attempt(PASSWORD))?.code).toBe('WRONG_PASSWORD');
  pass(1);
  expect(await attempt(PASSWORD)).toBeUndefined();
});

test('an idle window is locked by the core and opened by the same password only', async () => {
  const { client } = await school.windowOf('teacher');
  pass(9);
  await client.journal.pages();
  pass(9);
  await client.session.touch();
  pass(11);
  expect(await refusalOf(client.journal.pages())).toMatchObject({ code: 'SESSION_LOCKED' });
  await client.session.touch();
  expect((await client.session.current())?.locked).toBe(true);
  expect((await refusalOf(client.session.unlock({ password: 'не тот' })))?.code).toBe(
    'WRONG_PASSWORD',
  );
  await client.session.unlock({ password: PASSWORD });
  expect(await client.journal.pages()).not.toHaveLength(0);
});

test('a temporary password must be changed first, and the old one opens nothing then', async () => {
  const { client: admin } = await school.windowOf('administrator');
  const staff = await admin.people.staff();
  const teacher = staff.find(({ account }) => account?.login === 'teacher')!;
  const { password } = await admin.people.resetPassword({
    requestId: randomUUID(),
    accountId: teacher.account!.id,
  });
  const { client } = windowOn(school.core);
  const logIn = (secret: string) => client.session.logIn({ login: 'teacher', password: secret });
  expect((await refusalOf(logIn(PASSWORD)))?.code).toBe('WRONG_PASSWORD');
  expect((await logIn(password)).mustChangePassword).toBe(true);
  expect((await refusalOf(client.journal.pages()))?.code).toBe('PASSWORD_CHANGE_REQUIRED');
  const change = (newPassword: string) =>
    client.session.changePassword({ oldPassword: password, newPassword });
  expect((await refusalOf(change('12345678')))?.data).toEqual({ why: 'weakPassword' });
  expect((await refusalOf(change(password)))?.data).toEqual({ why: 'samePassword' });
  await change('новый пароль 7');
  expect(await client.journal.pages()).not.toHaveLength(0);
  expect((await refusalOf(logIn(password)))?.code).toBe('WRONG_PASSWORD');
  expect((await logIn('новый пароль 7')).mustChangePassword).toBe(false);
});

test('accounts opened at the same time keep each their own key', async () => {
  const { client: admin } = await school.windowOf('administrator');
  const { open } = school.core;
  const { insertStaffMember } = await import('#db/queries/people');
  const ids = open!.journal.write((db) =>
    ['Первая', 'Вторая', 'Третья'].map((lastName) =>
      insertStaffMember(db, { lastName, firstName: '', middleName: '', position: '' }),
    ),
  );
  const slips = await Promise.all(
    ids.map((staffId, i) =>
      admin.people.openAccount({
        requestId: randomUUID(),
        staffId,
        login: `new${i}`,
        roles: ['teacher'],
      }),
    ),
  );
  for (const slip of slips) {
    const { client } = windowOn(school.core);
    expect((await client.session.logIn(slip)).mustChangePassword).toBe(true);
  }
  const { slots } = await readKeyFile(open!.folder);
  expect(slots.filter(({ kind }) => kind === 'account')).toHaveLength(6 + 3);
});

test('a blocked person is out at once and cannot come back', async () => {
  const { client: admin } = await school.windowOf('administrator');
  const { client } = await school.windowOf('teacher');
  const { accountId } = (await client.session.current())!;
  await admin.people.setBlocked({ requestId: randomUUID(), accountId, blocked: true });
  expect((await refusalOf(client.journal.pages()))?.code).toBe('NOT_SIGNED_IN');
  expect(
    (await refusalOf(client.session.logIn({ login: 'teacher', password: PASSWORD })))?.code,
  ).toBe('WRONG_PASSWORD');
});

test('the last administrator stays one', async () => {
  const { client: admin } = await school.windowOf('administrator');
  const { accountId } = (await admin.session.current())!;
  const demote = admin.people.setRoles({ requestId: randomUUID(), accountId, roles: ['deputy'] });
  expect(await refusalOf(demote)).toEqual({
    code: 'FORBIDDEN',
    data: { why: 'lastAdministrator' },
  });
  expect((await admin.session.current())?.roles).toEqual(['administrator']);
});

test('when the last window is gone nothing of the journal stays open', async () => {
  const { connection } = await school.windowOf('teacher');
  await school.administrator.client.session.logOut();
  expect(school.core.open).not.toBeNull();
  disconnect(school.core, connection);
  expect(school.core.open).toBeNull();
  const files = path.join(school.folder, 'journal');
  expect(existsSync(path.join(files, 'journal.db-wal'))).toBe(false);
  const bytes = readFileSync(path.join(files, 'journal.db'));
  expect(bytes.includes('Кузнецова')).toBe(false);
});

test('a second journal is never made over the first', async () => {
  const again = school.administrator.client.setup.createJournal(newJournal());
  expect((await refusalOf(again))?.code).toBe('ALREADY_SET_UP');
});

test('a new journal refuses dates that contradict each other and easy passwords', async () => {
  const place = emptyPlace();
  const { client } = windowOn(place.core);
  const input = newJournal();
  const badDates = { ...input, year: { startsOn: input.year.endsOn, endsOn: input.year.startsOn } };
  expect((await refusalOf(client.setup.createJournal(badDates)))?.data).toEqual({ why: 'dates' });
  const easy = { ...input, administrator: { ...input.administrator, password: '11111111' } };
  expect((await refusalOf(client.setup.createJournal(easy)))?.data).toEqual({
    why: 'weakPassword',
  });
  expect(await client.setup.workplace()).toMatchObject({ journal: 'absent', place: 'school' });
  expect((await client.setup.createJournal(input)).recoveryKey.length).toBeGreaterThan(20);
  expect((await client.session.current())?.name).toBe('Кузнецова А. П.');
  place.remove();
});

test('an error nobody expected reaches the window only as a number', async () => {
  const { client } = await school.windowOf('teacher');
  school.core.open!.journal.db.connection.close();
  const refused = await refusalOf(client.journal.pages());
  expect(refused?.code).toBe('INTERNAL');
  expect(JSON.stringify(refused)).not.toContain('database');
  expect(school.failures).toHaveLength(1);
});
