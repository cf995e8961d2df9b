import { expect, test } from 'vitest';
import { tableOfText } from './read-clipboard';

test('a table of Excel: tabs, quoted line breaks and quotes', () => {
  expect(tableOfText('Дроби\t2\r\n"Корни\nи степени"\t"""5"""\r\n')).toEqual([
    ['Дроби', '2'],
    ['Корни\nи степени', '"5"'],
  ]);
});

test('a column of text, empty lines kept', () => {
  expect(tableOfText('А\n\nБ')).toEqual([['А'], [''], ['Б']]);
});
