import { expect, test } from 'vitest';
import { documentFileName } from './file-name';

test('a title becomes a name that every file system takes', () => {
  expect(documentFileName('Список класса 8-А', 'pdf')).toBe('Список класса 8-А.pdf');
  expect(documentFileName('1/2: «а» <б>\n|в?*\\', 'xlsx')).toBe('1 2 «а» б в.xlsx');
});
