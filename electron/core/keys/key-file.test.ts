import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newKeyFile, readKeyFile, writeKeyFile } from './key-file';
import { addAccountSlot, LOW_COST } from './slots';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'keys-'));
  file = path.join(folder, 'keys.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const filled = async () => {
  const options = { key: randomBytes(32), login: 'a', password: 'b', cost: LOW_COST };
  return (await addAccountSlot(newKeyFile(), options)).keyFile;
};
const problem = () => readKeyFile(folder).catch((error: { problem?: string }) => error.problem);

test('what is written is read, and nothing lies beside it', async () => {
  const keyFile = await filled();
  await writeKeyFile(folder, newKeyFile());
  await writeKeyFile(folder, keyFile);
  expect(await readKeyFile(folder)).toEqual(keyFile);
  expect(readdirSync(folder)).toEqual(['keys.json']);
});

test('what a crash left of a write neither hinders the next one nor is read', async () => {
  const keyFile = await filled();
  await writeKeyFile(folder, keyFile);
  writeFileSync(`${file}.new`, '{"format": 1, "sl');
  expect(await readKeyFile(folder)).toEqual(keyFile);
  await writeKeyFile(folder, newKeyFile());
  expect((await readKeyFile(folder)).slots).toEqual([]);
});

test('a missing, a damaged and a newer file are told apart', async () => {
  expect(await problem()).toBe('missing');
  await writeKeyFile(folder, await filled());
  const text = readFileSync(file, 'utf8');
  const spoiled = [
    '',
    text.slice(0, text.length / 2),
    '[]',
    text.replace(/"wrapped": "[^"]{4}/, '"wrapped": "'),
    text.replace('"n": 1024', '"n": 1000'),
    text.replace('"n": 1024', '"n": 1073741824'),
    text.replace('"kind": "account"', '"kind": "other"'),
  ];
  for (const content of spoiled) {
    writeFileSync(file, content);
    expect(await problem(), content).toBe('damaged');
  }
  writeFileSync(file, text.replace('"format": 1', '"format": 2'));
  expect(await problem()).toBe('fromNewerProgram');
});

test('a folder in the way of the file is no key file', async () => {
  mkdirSync(file);
  await expect(writeKeyFile(folder, newKeyFile())).rejects.toThrow(/occupied|readOnly/);
  expect(await problem()).toBe('occupied');
});
