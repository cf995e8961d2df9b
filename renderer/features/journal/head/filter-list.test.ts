import { expect, test } from 'vitest';
import { matching } from './filter-list';

const options = [
  { id: 1, text: '8-Б · Алгебра', hint: 'Иванова А. П.' },
  { id: 2, text: '10-А · Алгебра' },
  { id: 3, text: 'Зачёт' },
];
const ids = (typed: string) => matching(options, typed).map(({ id }) => id);

test('words in any order, without hyphens, Ё as Е', () => {
  expect(ids('алг 8б')).toEqual([1]);
  expect(ids('8-б')).toEqual([1]);
  expect(ids('зачет')).toEqual([3]);
  expect(ids('иванова')).toEqual([1]);
  expect(ids('')).toEqual([1, 2, 3]);
  expect(ids('химия')).toEqual([]);
});
