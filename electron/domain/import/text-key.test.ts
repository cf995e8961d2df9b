import { expect, test } from 'vitest';
import { textKey, textWords } from './text-key';

test.each([
  ['Ф.И.О.  ученика', 'фио ученика'],
  ['ФИО ученика:', 'фио ученика'],
  ['Средневзвешенный \n балл', 'средневзвешенный балл'],
  ['Ёлкина-Щукина', 'елкина щукина'],
  ['№ п/п', '№ п п'],
  ['Дата\u00a0рожд.', 'дата рожд'],
  ['  ', ''],
])('%j', (text, key) => {
  expect(textKey(text)).toBe(key);
  expect(textKey(key)).toBe(key);
});

test('words', () => {
  expect(textWords(' Ин. яз. ')).toEqual(['ин', 'яз']);
});
