import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  keyPairOf,
  newHealthKey,
  newKeyPair,
  seal,
  sealFor,
  subkey,
  unseal,
  unsealWith,
} from './seal';

const bytes = fc.uint8Array({ maxLength: 300 }).map((data) => Buffer.from(data));

test('what is sealed opens with its key and its binding alone, and with every bit as it was', () => {
  fc.assert(
    fc.property(bytes, fc.string(), fc.nat(), (plain, bound, at) => {
      const key = newHealthKey();
      const sealed = seal(key, plain, bound);
      expect(unseal(key, sealed, bound)).toEqual(plain);
      expect(unseal(newHealthKey(), sealed, bound)).toBeUndefined();
      expect(unseal(key, sealed, `${bound}.`)).toBeUndefined();
      const changed = Buffer.from(sealed);
      const place = at % changed.length;
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(unseal(key, changed, bound)).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});

test('what is sealed for a pair opens with that pair alone', () => {
  fc.assert(
    fc.property(bytes, fc.nat(), (plain, at) => {
      const pair = newKeyPair();
      const sealed = sealFor(pair.publicKey, plain, 'for 7');
      expect(unsealWith(pair, sealed, 'for 7')).toEqual(plain);
      expect(unsealWith(newKeyPair(), sealed, 'for 7')).toBeUndefined();
      expect(unsealWith(pair, sealed, 'for 8')).toBeUndefined();
      const changed = Buffer.from(sealed);
      const place = at % changed.length;
      changed[place] = (changed[place] ?? 0) ^ 1;
      // The highest bit of an X25519 key does not count: that one change alone opens nothing new.
      expect(unsealWith(pair, changed, 'for 7')).toBeUndefined();
    }),
    { numRuns: 30 },
  );
});

test('a pair out of 32 bytes is always the same, and subkeys of two purposes differ', () => {
  const secret = randomBytes(32);
  const salt = randomBytes(16);
  expect(keyPairOf(secret).publicKey).toEqual(keyPairOf(secret).publicKey);
  expect(subkey(secret, salt, 'one')).toEqual(subkey(secret, salt, 'one'));
  expect(subkey(secret, salt, 'one')).not.toEqual(subkey(secret, salt, 'other'));
  expect(subkey(secret, salt, 'one')).not.toEqual(subkey(secret, randomBytes(16), 'one'));
});

test('rubbish opens nothing and throws nothing', () => {
  fc.assert(
    fc.property(bytes, (rubbish) => {
      expect(unseal(newHealthKey(), rubbish, '')).toBeUndefined();
      expect(unsealWith(newKeyPair(), rubbish, '')).toBeUndefined();
    }),
  );
});
