import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRecoveryKey, readRecoverySigns } from '#domain/keys/recovery-key-text';
import { newRecoveryKey } from './recovery-key';

const SIGNS = '234679ACEHKMPTXY';
const TO_CYRILLIC: Readonly<Record<string, string>> = {
  A: 'А',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
  '3': 'З',
  '4': 'Ч',
  '6': 'Б',
};
const freshKey = fc.constant(undefined).map(newRecoveryKey);

test('a key is nine groups of four signs, never twice the same', () => {
  const keys = Array.from({ length: 200 }, newRecoveryKey);
  expect(new Set(keys).size).toBe(200);
  for (const key of keys) expect(key).toMatch(/^[234679ACEHKMPTXY]{4}(-[234679ACEHKMPTXY]{4}){8}$/);
});

test('any case, spaces, dashes and Cyrillic look-alikes give the key as printed', () => {
  const ways = fc.array(
    fc.record({
      cyrillic: fc.boolean(),
      small: fc.boolean(),
      after: fc.constantFrom('', '', '', ' ', '-', '–', '—', '−', '\t', '\u00A0', '\u00AD', '\r\n'),
    }),
    { minLength: 36, maxLength: 36 },
  );
  fc.assert(
    fc.property(freshKey, ways, (key, chosen) => {
      const typed = Array.from(key.replaceAll('-', '')).map((sign, index) => {
        const { cyrillic, small, after } = chosen[index]!;
        const letter = cyrillic ? (TO_CYRILLIC[sign] ?? sign) : sign;
        return (small ? letter.toLowerCase() : letter) + after;
      });
      expect(parseRecoveryKey(` ${typed.join('')}`)).toEqual({ ok: true, key });
    }),
  );
});

test('every wrong sign is a typing mistake, wherever it stands', () => {
  const key = newRecoveryKey();
  for (let at = 0; at < key.length; at++) {
    if (key[at] === '-') continue;
    for (const sign of SIGNS.replace(key[at]!, '')) {
      const typed = key.slice(0, at) + sign + key.slice(at + 1);
      expect(parseRecoveryKey(typed)).toEqual({ ok: false, problem: 'mistyped' });
    }
  }
});

test('two neighbours swapped are a typing mistake', () => {
  fc.assert(
    fc.property(freshKey, fc.nat({ max: 34 }), (key, at) => {
      const signs = Array.from(key.replaceAll('-', ''));
      fc.pre(signs[at] !== signs[at + 1]);
      [signs[at], signs[at + 1]] = [signs[at + 1]!, signs[at]!];
      expect(parseRecoveryKey(signs.join(''))).toEqual({ ok: false, problem: 'mistyped' });
    }),
  );
});

test('four wrong signs in a row are a typing mistake', () => {
  const quad = fc.string({
    unit: fc.constantFrom(...Array.from(SIGNS)),
    minLength: 4,
    maxLength: 4,
  });
  fc.assert(
    fc.property(freshKey, fc.nat({ max: 32 }), quad, (key, at, wrong) => {
      const signs = key.replaceAll('-', '');
      fc.pre(signs.slice(at, at + 4) !== wrong);
      const typed = signs.slice(0, at) + wrong + signs.slice(at + 4);
      expect(parseRecoveryKey(typed)).toEqual({ ok: false, problem: 'mistyped' });
    }),
  );
});

test('a missing sign, a sign too many and a foreign sign are told apart', () => {
  const key = newRecoveryKey();
  expect(parseRecoveryKey('')).toEqual({ ok: false, problem: 'length' });
  expect(parseRecoveryKey(key.slice(0, -1))).toEqual({ ok: false, problem: 'length' });
  expect(parseRecoveryKey(`${key}7`)).toEqual({ ok: false, problem: 'length' });
  for (const foreign of ['Ж', '0', '8', 'B', '%', '😀']) {
    expect(parseRecoveryKey(foreign + key.slice(1))).toEqual({ ok: false, problem: 'foreignSign' });
  }
});

test('any text gives an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      expect(parseRecoveryKey(text).ok).toBe(false);
    }),
  );
});

test('what is typed so far is shown as on the sheet', () => {
  expect(readRecoverySigns('')).toEqual({ printed: '', count: 0, foreign: undefined });
  expect(readRecoverySigns(' а з-4 хty')).toEqual({
    printed: 'A34X-TY',
    count: 6,
    foreign: undefined,
  });
  expect(readRecoverySigns('2346 7Ж9')).toEqual({ printed: '2346-7', count: 5, foreign: 'Ж' });
});
