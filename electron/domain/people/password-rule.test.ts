import { expect, test } from 'vitest';
import { isWeakPassword } from './password-rule';

test.each([
  'короче7',
  '12345678',
  'qwertyui',
  'йцукенгш',
  'ааааааааа',
  'ivanova1',
  'moy-Ivanova1-x',
])('«%s» is too easy', (password) => expect(isWeakPassword(password, 'ivanova1')).toBe(true));

test.each(['кот мурлычет', 'Весна-2026!', 'g7-hhq-22'])('«%s» will do', (password) =>
  expect(isWeakPassword(password, 'ivanova')).toBe(false),
);
