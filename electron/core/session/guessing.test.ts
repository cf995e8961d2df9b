import { createCipheriv, randomBytes, scryptSync } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readKeyFile, writeKeyFile, type KeyFile } from '../keys/key-file';
import { addAccountSlot, LOW_COST } from '../keys/slots';
import { refusalOf } from '../testing/refusal-of';
import { PASSWORD, smallSchool, windowOn } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
beforeEach(async () => {
  school = await smallSchool();
});
afterEach(() => school.remove());
const open = () => {
  if (school.core.open === null) throw new Error('not open');
  return school.core.open;
};

/** A key file with a slot of this login under a password and a key of the forger's own. */
async function forgeSlot(login: string, slotId?: string): Promise<void> {
  const { folder } = open();
  const keyFile = await readKeyFile(folder);
  const forged = await addAccountSlot(keyFile, {
    key: Buffer.alloc(32, 7),
    login,
    password: 'пароль взломщика',
    cost: LOW_COST,
  });
  if (slotId !== undefined) {
    // The id is authenticated with the slot, so a forger wraps it under the id wished.
    const salt = randomBytes(16);
    const iv = randomBytes(12);
    const text = 'пароль взломщика'.normalize('NFKC');
    const wrapping = scryptSync(text, salt, 32, { N: 1024, r: 8, p: 1 });
    const cipher = createCipheriv('aes-256-gcm', wrapping, iv);
    cipher.setAAD(Buffer.from(`account:${slotId}`));
    const wrapped = Buffer.concat([cipher.update(Buffer.alloc(32, 7)), cipher.final()]);
    const own = forged.keyFile.slots.at(-1);
    if (own === undefined) throw new Error('no slot');
    const slot = {
      ...own,
      id: slotId,
      kdf: { n: 1024, r: 8, p: 1, salt: salt.toString('base64') },
      iv: iv.toString('base64'),
      wrapped: wrapped.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
    } satisfies KeyFile['slots'][number];
    await writeKeyFile(folder, { ...keyFile, slots: [slot] });
    return;
  }
  await writeKeyFile(folder, forged.keyFile);
}
const slotOf = (login: string) =>
  (
    open()
      .journal.db.connection.prepare('SELECT slot_id AS slotId FROM account WHERE login = ?')
      .get(login) as { slotId: string }
  ).slotId;

test('a forged key file does not make an administrator while the journal is open', async () => {
  await forgeSlot('kuznetsova', slotOf('kuznetsova'));
  const { client } = windowOn(school.core);
  const secret = { login: 'kuznetsova', password: 'пароль взломщика' };
  expect((await refusalOf(client.session.logIn(secret)))?.code).toBe('WRONG_PASSWORD');
});

test('a forged key file does not take the lock off', async () => {
  const { client } = await school.windowOf('teacher');
  await client.session.lock();
  await forgeSlot('teacher');
  const unlock = client.session.unlock({ password: 'пароль взломщика' });
  expect((await refusalOf(unlock))?.code).toBe('WRONG_PASSWORD');
  expect((await client.session.current())?.locked).toBe(true);
});

test('guesses sent at once wait like those sent in a row', async () => {
  const guesses = Array.from({ length: 12 }, (_, i) => {
    const { client } = windowOn(school.core);
    const password = i === 9 ? PASSWORD : `догадка ${i}`;
    return refusalOf(client.session.logIn({ login: 'teacher', password }));
  });
  const codes = (await Promise.all(guesses)).map((refused) => refused?.code);
  expect(new Set(codes)).toEqual(new Set(['WRONG_PASSWORD']));
});

test('one window has one password checked at a time', async () => {
  const { client } = windowOn(school.core);
  const attempt = (login: string) =>
    refusalOf(client.session.logIn({ login, password: 'догадка' }));
  const [, second] = await Promise.all([attempt('a'), attempt('b')]);
  expect(second).toEqual({ code: 'WRONG_PASSWORD', data: { waitSeconds: 1 } });
});

test('another spelling of the login does not shorten the waiting', async () => {
  const { client } = windowOn(school.core);
  const attempt = (login: string, password = 'догадка') =>
    refusalOf(client.session.logIn({ login, password }));
  for (const login of ['teacher', 'TEACHER', 'ｔｅａｃｈｅｒ', 'ｔeacher', 'tｅacher']) {
    await attempt(login);
  }
  expect((await attempt('teacher', PASSWORD))?.code).toBe('WRONG_PASSWORD');
});
