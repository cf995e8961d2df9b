import { expect, test } from 'vitest';
import { recoveryKeyOf } from '#domain/keys/recovery-key-text';
import { keyComplaint } from './recovery-key-field';

const key = recoveryKeyOf(Array.from({ length: 32 }, (_, index) => (index * 7) % 16));

test('nothing is wrong with a key, whole or while it is being typed', () => {
  expect(keyComplaint('')).toBeUndefined();
  expect(keyComplaint(key.slice(0, 13))).toBeUndefined();
  expect(keyComplaint(key)).toBeUndefined();
  expect(keyComplaint(key.toLowerCase().replaceAll('-', ' '))).toBeUndefined();
});

test('a slip is named', () => {
  expect(keyComplaint('2346 Щ')).toContain('«Щ»');
  expect(keyComplaint(`${key}22`)).toContain('Лишних знаков: 2');
  const slipped = (key.startsWith('2') ? '3' : '2') + key.slice(1);
  expect(keyComplaint(slipped)).toContain('опечатка');
});
