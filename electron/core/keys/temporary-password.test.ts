import { expect, test } from 'vitest';
import { newTemporaryPassword } from './temporary-password';

test('five groups of three digits, every digit in every place', () => {
  const passwords = Array.from({ length: 2000 }, newTemporaryPassword);
  expect(new Set(passwords).size).toBe(2000);
  for (const password of passwords) expect(password).toMatch(/^\d{3}(-\d{3}){4}$/);
  for (let at = 0; at < 19; at++) {
    const seen = new Set(passwords.map((password) => password[at]));
    expect(seen.size).toBe(at % 4 === 3 ? 1 : 10);
  }
});
