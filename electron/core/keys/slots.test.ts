import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { newKeyFile, type KeyFile } from './key-file';
import { newRecoveryKey } from './recovery-key';
import {
  addAccountSlot,
  addRecoverySlot,
  DEFAULT_COST,
  LOW_COST,
  openWithPassword,
  openWithRecoveryKey,
  removeSlot,
} from './slots';

const cost = LOW_COST;

async function twoAccounts() {
  const key = randomBytes(32);
  const recoveryKey = newRecoveryKey();
  const first = await addAccountSlot(newKeyFile(), { key, login: 'zavuch', password: 'a1', cost });
  const second = await addAccountSlot(first.keyFile, {
    key,
    login: 'Учитель',
    password: 'b2',
    cost,
  });
  const { keyFile } = await addRecoverySlot(second.keyFile, { key, recoveryKey, cost });
  return { key, recoveryKey, keyFile, first: first.slotId, second: second.slotId };
}

test('each login with its own password gives the key and its slot', async () => {
  const { keyFile, key, first, second } = await twoAccounts();
  const open = (login: string, password: string) => openWithPassword(keyFile, { login, password });
  expect(await open('zavuch', 'a1')).toMatchObject({ key, slotId: first });
  expect(await open(' ZAVUCH ', 'a1')).toMatchObject({ key, slotId: first });
  expect(await open('учитель', 'b2')).toMatchObject({ key, slotId: second });
  expect(await open('zavuch', 'b2')).toBeUndefined();
  expect(await open('zavuch', 'A1')).toBeUndefined();
  expect(await open('nobody', 'a1')).toBeUndefined();
});

test('a password typed in another Unicode form is the same password', async () => {
  const key = randomBytes(32);
  const password = 'Мой пароль ёй';
  const options = { key, login: 'a', password: password.normalize('NFC'), cost };
  const { keyFile } = await addAccountSlot(newKeyFile(), options);
  const typed = { login: 'a', password: password.normalize('NFD') };
  expect(await openWithPassword(keyFile, typed)).toBeDefined();
});

test('a new password next to the old one opens, and the old slot can go', async () => {
  const { keyFile, key, first } = await twoAccounts();
  const added = await addAccountSlot(keyFile, { key, login: 'zavuch', password: 'c3', cost });
  expect(await openWithPassword(added.keyFile, { login: 'zavuch', password: 'c3' })).toMatchObject({
    key,
    slotId: added.slotId,
  });
  const without = removeSlot(added.keyFile, first);
  expect(await openWithPassword(without, { login: 'zavuch', password: 'a1' })).toBeUndefined();
  expect(await openWithPassword(without, { login: 'zavuch', password: 'c3' })).toBeDefined();
});

test('the recovery key opens, however it is typed; another one does not', async () => {
  const { keyFile, key, recoveryKey } = await twoAccounts();
  expect(await openWithRecoveryKey(keyFile, recoveryKey)).toEqual({ key });
  const typed = recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('a', 'а');
  expect(await openWithRecoveryKey(keyFile, typed)).toEqual({ key });
  expect(await openWithRecoveryKey(keyFile, newRecoveryKey())).toBeUndefined();
  expect(await openWithRecoveryKey(keyFile, 'not a key')).toBeUndefined();
  await expect(
    addRecoverySlot(keyFile, { key, recoveryKey: recoveryKey.slice(1), cost }),
  ).rejects.toThrow('not a recovery key');
});

test('a slot passed off as another one does not open', async () => {
  const { keyFile, first, second } = await twoAccounts();
  const swapped: KeyFile = {
    ...keyFile,
    slots: keyFile.slots.map((slot) =>
      slot.id === first ? Object.assign({}, slot, { id: second }) : slot,
    ),
  };
  expect(await openWithPassword(swapped, { login: 'zavuch', password: 'a1' })).toBeUndefined();
});

test('neither the key nor a login nor a password can be read in the file', async () => {
  const { keyFile, key, recoveryKey } = await twoAccounts();
  const text = JSON.stringify(keyFile);
  for (const secret of [key.toString('base64'), key.toString('hex'), recoveryKey, 'zavuch', 'Уч']) {
    expect(text).not.toContain(secret);
  }
});

test('an unknown login takes as long as a wrong password', async () => {
  const dear = { n: 2 ** 15, r: 8, p: 1 };
  const key = randomBytes(32);
  const options = { key, login: 'a', password: 'b', cost: dear };
  const { keyFile } = await addAccountSlot(newKeyFile(), options);
  const least = async (login: string) => {
    const times: number[] = [];
    for (let i = 0; i < 5; i++) {
      const start = performance.now();
      expect(await openWithPassword(keyFile, { login, password: 'x' })).toBeUndefined();
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  };
  const known = await least('a');
  const unknown = await least('z');
  expect(unknown).toBeGreaterThan(known / 2);
  expect(unknown).toBeLessThan(known * 2);
});

test('the cost of a real school fits the memory limit', async () => {
  const key = randomBytes(32);
  const options = { key, login: 'a', password: 'b' };
  const { keyFile } = await addAccountSlot(newKeyFile(), options);
  expect(keyFile.slots[0]?.kdf).toMatchObject(DEFAULT_COST);
  expect(await openWithPassword(keyFile, options)).toMatchObject({ key });
});

test("an account's secret comes back with its password, is none of the keys and of no other slot", async () => {
  const key = randomBytes(32);
  const who = { key, login: 'zavuch', password: 'a1', cost };
  const first = await addAccountSlot(newKeyFile(), who);
  const second = await addAccountSlot(newKeyFile(), who);
  const opened = await openWithPassword(first.keyFile, who);
  expect(opened?.accountSecret).toEqual(first.accountSecret);
  expect(first.accountSecret).not.toEqual(second.accountSecret);
  expect(first.accountSecret).not.toEqual(key);
  expect(JSON.stringify(first.keyFile)).not.toContain(first.accountSecret.toString('base64'));
});
