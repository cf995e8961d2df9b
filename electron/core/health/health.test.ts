import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EMPTY_HEALTH, type HealthData } from '#domain/health/health-sheet';
import { allPupilHealth, healthAccessOf, healthAccountOf } from '#db/queries/health';
import { all, select } from '#db/statement';
import { refusalOf } from '../testing/refusal-of';
import { PASSWORD, smallSchool, windowOn, type Client } from '../testing/school';
import { healthKeyOf } from './account-keys';
import { readHealth } from './sheets';

type School = Awaited<ReturnType<typeof smallSchool>>;
let school: School;
beforeEach(async () => {
  school = await smallSchool();
});
afterEach(() => school.remove());

const SECRET = 'Бронхиальная астма';
const sick: HealthData = { ...EMPTY_HEALTH, group: 'III', sport: 'exempt', conditions: SECRET };
const request = () => ({ requestId: randomUUID() });
const db = () => school.core.open!.journal.db;
const closed = { code: 'FORBIDDEN', data: { why: 'healthClosed' } };

async function accountOf(admin: Client, login: string): Promise<number> {
  const rows = await admin.people.staff();
  return rows.find(({ account }) => account?.login === login)!.account!.id;
}

/** On, open for the deputy and the class teacher, not for the administrator; one sheet is filled. */
async function turnedOn() {
  const deputy = await school.windowOf('deputy');
  const teacher = await school.windowOf('classTeacher');
  const { client: admin } = school.administrator;
  const ids = {
    deputy: await accountOf(admin, 'deputy'),
    classTeacher: await accountOf(admin, 'class'),
    secretary: await accountOf(admin, 'secretary'),
  };
  await admin.health.turnOn({ ...request(), accountIds: [ids.deputy, ids.classTeacher] });
  const pupilId = school.pupils.abramov;
  await teacher.client.health.save({ ...request(), pupilId, version: 0, data: sick });
  return { deputy, teacher, admin, ids, pupilId };
}

test('who is permitted writes and reads; everybody else is refused, the administrator too', async () => {
  const { deputy, teacher, admin, pupilId } = await turnedOn();
  const open = { version: 1, data: sick };
  expect(await teacher.client.health.sheet({ pupilId })).toEqual({ ...open, mayEdit: true });
  expect(await deputy.client.health.sheet({ pupilId })).toEqual({ ...open, mayEdit: false });
  for (const role of ['director', 'secretary'] as const) {
    const { client } = await school.windowOf(role);
    expect(await refusalOf(client.health.sheet({ pupilId }))).toMatchObject(closed);
  }
  expect(await refusalOf(admin.health.sheet({ pupilId }))).toMatchObject(closed);
  const data = { ...sick, group: 'I' } as const;
  expect(
    await refusalOf(admin.health.save({ ...request(), pupilId, version: 1, data })),
  ).toMatchObject(closed);
  expect((await admin.pupils.card({ pupilId })).health).toBe('closed');
  expect((await teacher.client.pupils.card({ pupilId })).health).toBe('open');
});

test('a permitted class teacher opens the own class only; the deputy changes nothing', async () => {
  const { deputy, teacher, pupilId } = await turnedOn();
  const foreign = { pupilId: school.pupils.zhukov };
  expect(await refusalOf(teacher.client.health.sheet(foreign))).toMatchObject({
    data: { why: 'notYourClass' },
  });
  const save = { ...request(), ...foreign, version: 0, data: sick };
  expect(await refusalOf(teacher.client.health.save(save))).toMatchObject({
    data: { why: 'notYourClass' },
  });
  expect(
    await refusalOf(deputy.client.health.save({ ...request(), pupilId, version: 1, data: sick })),
  ).toMatchObject({ code: 'FORBIDDEN', data: { why: 'role' } });
});

test('two who change one sheet: the second learns what stands there', async () => {
  const { teacher, pupilId } = await turnedOn();
  const late = { ...request(), pupilId, version: 0, data: EMPTY_HEALTH };
  expect(await refusalOf(teacher.client.health.save(late))).toMatchObject({
    code: 'CONFLICT',
    data: { current: { version: 1, data: sick } },
  });
});

test("the journal's key and every byte of the files show no word of it", async () => {
  const { deputy } = await turnedOn();
  await deputy.client.session.logOut();
  const { folder } = school.core.open!;
  // Opened with the journal's key: every value of every table, the trail and its results too.
  const tables = all<[], { name: string }>(
    db(),
    select(`SELECT name FROM sqlite_schema WHERE type = 'table'`),
    [],
  );
  const dump = tables
    .flatMap(({ name }) =>
      all<[], Record<string, unknown>>(db(), select(`SELECT * FROM "${name}"`), []),
    )
    .flatMap((row) => Object.values(row))
    .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
    .join('\n');
  expect(dump).toContain('Абрамов'); // the dump does read what the key opens
  const words = [SECRET, 'exempt', Buffer.from(SECRET).toString('latin1'), '"group"'];
  for (const word of words) expect(dump).not.toContain(word);
  for (const name of readdirSync(folder)) {
    expect(readFileSync(path.join(folder, name)).includes(SECRET)).toBe(false);
  }
});

test("another's secret opens nothing, and a sheet put in place of another is refused", async () => {
  const { teacher, deputy, ids, pupilId } = await turnedOn();
  const secretOf = (window: { connection: { accountSecret: Buffer | null } }) =>
    window.connection.accountSecret;
  expect(healthKeyOf(db(), ids.deputy, secretOf(teacher))).toBeUndefined();
  const key = healthKeyOf(db(), ids.deputy, secretOf(deputy))!;
  expect(readHealth(db(), key, pupilId).data).toEqual(sick);
  school.core.open!.journal.write((writable) => {
    writable.connection
      .prepare('INSERT INTO pupil_health SELECT ?, sealed, version FROM pupil_health')
      .run(school.pupils.yolkina);
  });
  expect(() => readHealth(db(), key, school.pupils.yolkina)).toThrow(/does not open/);
});

test('granted by who has it, to who has logged in with an own password', async () => {
  const { deputy, admin, ids, pupilId } = await turnedOn();
  expect(
    await refusalOf(admin.health.grant({ ...request(), accountId: ids.secretary })),
  ).toMatchObject(closed);
  const grant = () => deputy.client.health.grant({ ...request(), accountId: ids.secretary });
  expect(await refusalOf(grant())).toMatchObject({ data: { why: 'noOwnPassword' } });
  const secretary = await school.windowOf('secretary');
  await grant();
  expect((await secretary.client.health.sheet({ pupilId })).data).toEqual(sick);
  const subject = await accountOf(admin, 'teacher');
  expect(
    await refusalOf(deputy.client.health.grant({ ...request(), accountId: subject })),
  ).toMatchObject({ code: 'FORBIDDEN', data: { why: 'role' } });
});

test('revoked: refused at once, and the key held before opens nothing any more', async () => {
  const { deputy, teacher, ids, pupilId } = await turnedOn();
  const kept = healthKeyOf(db(), ids.classTeacher, teacher.connection.accountSecret)!;
  await deputy.client.health.revoke({ ...request(), accountId: ids.classTeacher });
  expect(await refusalOf(teacher.client.health.sheet({ pupilId }))).toMatchObject(closed);
  expect(() => readHealth(db(), kept, pupilId)).toThrow(/does not open/);
  expect((await deputy.client.health.sheet({ pupilId })).data).toEqual(sick);
  expect(
    await refusalOf(deputy.client.health.revoke({ ...request(), accountId: ids.deputy })),
  ).toMatchObject({ data: { why: 'nobodyToGrant' } });
  expect((await deputy.client.health.sheet({ pupilId })).data).toEqual(sick);
});

test('an own new password keeps the access, in every window; the pair is sealed anew', async () => {
  const { teacher, ids, pupilId } = await turnedOn();
  const second = await school.windowOf('classTeacher');
  const before = healthAccountOf(db(), ids.classTeacher)!;
  const change = { oldPassword: PASSWORD, newPassword: 'совсем другой пароль' };
  await teacher.client.session.changePassword(change);
  const after = healthAccountOf(db(), ids.classTeacher)!;
  expect(after.publicKey).toEqual(before.publicKey);
  expect(after.sealedPrivate).not.toEqual(before.sealedPrivate);
  for (const { client } of [teacher, second]) {
    expect((await client.health.sheet({ pupilId })).data).toEqual(sick);
  }
  const third = windowOn(school.core);
  await third.client.session.logIn({ login: 'class', password: change.newPassword });
  expect((await third.client.health.sheet({ pupilId })).data).toEqual(sick);
});

test('a password given by the administrator loses the access until it is granted again', async () => {
  const { deputy, admin, ids, pupilId } = await turnedOn();
  const account = { ...request(), accountId: ids.classTeacher };
  const { password } = await admin.people.resetPassword(account);
  expect(healthAccessOf(db(), ids.classTeacher)).toBeUndefined();
  const { client } = windowOn(school.core);
  await client.session.logIn({ login: 'class', password });
  expect(healthAccountOf(db(), ids.classTeacher)).toBeUndefined();
  await client.session.changePassword({ oldPassword: password, newPassword: 'свой пароль снова' });
  expect(await refusalOf(client.health.sheet({ pupilId }))).toMatchObject(closed);
  await deputy.client.health.grant({ ...request(), accountId: ids.classTeacher });
  expect((await client.health.sheet({ pupilId })).data).toEqual(sick);
});

test('the recovery key of the safe opens it when nobody is left, and after a new key too', async () => {
  const { deputy, admin, ids, pupilId } = await turnedOn();
  await deputy.client.health.revoke({ ...request(), accountId: ids.classTeacher });
  await admin.people.resetPassword({ ...request(), accountId: ids.deputy });
  const wrong = { ...request(), recoveryKey: 'АААА АААА' };
  expect(await refusalOf(admin.health.recover(wrong))).toMatchObject({
    data: { why: 'wrongRecoveryKey' },
  });
  await admin.health.recover({ ...request(), recoveryKey: school.recoveryKey });
  expect((await admin.health.sheet({ pupilId })).data).toEqual(sick);
});

test('a journal that never knew its recovery key asks for it, and takes no other', async () => {
  school.core.open!.journal.write((writable) => {
    writable.connection.prepare(`DELETE FROM setting WHERE key LIKE 'health.%'`).run();
  });
  const { client: admin } = school.administrator;
  const own = await accountOf(admin, 'kuznetsova');
  const on = (recoveryKey?: string) =>
    admin.health.turnOn({
      ...request(),
      accountIds: [own],
      ...(recoveryKey === undefined ? {} : { recoveryKey }),
    });
  expect(await refusalOf(on())).toMatchObject({ data: { why: 'recoveryKeyNeeded' } });
  const other = await smallSchool();
  expect(await refusalOf(on(other.recoveryKey))).toMatchObject({
    data: { why: 'wrongRecoveryKey' },
  });
  other.remove();
  await on(school.recoveryKey);
  expect(await refusalOf(on(school.recoveryKey))).toMatchObject({ data: { why: 'healthIsOn' } });
  expect(healthAccessOf(db(), 0)).toBeDefined();
});

test('turned on only by an administrator and only with somebody who can grant; off, it is nowhere', async () => {
  const { client: admin } = school.administrator;
  const pupilId = school.pupils.abramov;
  expect((await admin.pupils.card({ pupilId })).health).toBe('off');
  expect(await refusalOf(admin.health.sheet({ pupilId }))).toMatchObject({
    data: { why: 'healthIsOff' },
  });
  await school.windowOf('classTeacher');
  const classTeacher = await accountOf(admin, 'class');
  const input = { ...request(), accountIds: [classTeacher] };
  expect(await refusalOf(admin.health.turnOn(input))).toMatchObject({
    data: { why: 'nobodyToGrant' },
  });
  const deputy = await school.windowOf('deputy');
  expect(await refusalOf(deputy.client.health.turnOn(input))).toMatchObject({
    data: { why: 'role' },
  });
  expect((await admin.health.access()).on).toBe(false);
});

test('the trail tells who looked and who changed, once a day and never what', async () => {
  const { teacher, admin, pupilId } = await turnedOn();
  await teacher.client.health.sheet({ pupilId });
  await teacher.client.health.sheet({ pupilId });
  const rows = all<[], { action: string; n: number }>(
    db(),
    select(`SELECT action, count(*) AS n FROM audit WHERE action LIKE 'health.%' GROUP BY action`),
    [],
  );
  expect(Object.fromEntries(rows.map(({ action, n }) => [action, n]))).toEqual({
    'health.turnOn': 1,
    'health.save': 1,
    'health.look': 1,
  });
  const { changes } = await admin.pupils.history({ pupilId });
  expect(changes.filter(({ entity }) => entity === 'health')).toMatchObject([
    { before: { version: 0 }, after: { version: 1 } },
  ]);
  expect(allPupilHealth(db())).toHaveLength(1);
});

test('what the password gave is wiped at the log-out', async () => {
  const { teacher } = await turnedOn();
  const secret = teacher.connection.accountSecret!;
  expect(secret.some((byte) => byte !== 0)).toBe(true);
  await teacher.client.session.logOut();
  expect(secret.every((byte) => byte === 0)).toBe(true);
  expect(teacher.connection.accountSecret).toBeNull();
});
