import { expect, test } from 'vitest';
import { fieldProblem, tidyField } from './pupil-data';

const today = '2026-11-23';

test('numbers come into one form, a wrong one stays as it was typed', () => {
  expect(tidyField('snils', ' 11223344595 ')).toBe('112-233-445 95');
  expect(tidyField('snils', '123')).toBe('123');
  expect(tidyField('phone', '89001234567')).toBe('+7 900 123-45-67');
  expect(tidyField('address', '  ул. Лесная,   4 ')).toBe('ул. Лесная, 4');
});

test('each field is refused for its own reason, and an empty one is none', () => {
  expect(fieldProblem('lastName', '', today)).toBe('empty');
  expect(fieldProblem('middleName', '', today)).toBeUndefined();
  expect(fieldProblem('snils', '112-233-445 96', today)).toBe('snils');
  expect(fieldProblem('phone', '12', today)).toBe('phone');
  expect(fieldProblem('email', 'мама', today)).toBe('email');
  expect(fieldProblem('birthDate', '2025-01-01', today)).toBe('birthDate');
  expect(fieldProblem('birthDate', '1990-01-01', today)).toBe('birthDate');
  expect(fieldProblem('birthDate', '2012-05-01', today)).toBeUndefined();
  expect(fieldProblem('birthDate', null, today)).toBeUndefined();
});
