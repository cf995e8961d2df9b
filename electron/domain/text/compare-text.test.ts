import { expect, test } from 'vitest';
import { compareText } from './compare-text';

test('Ё stands as Е, a shorter surname before a longer one, a space before a letter', () => {
  const names = [
    'Жуков Ян',
    'Ёлкина Яна',
    'Елкина Анна',
    'Ежов Пётр',
    'Иванова Анна',
    'Иванов Яков',
  ];
  expect(names.toSorted(compareText)).toEqual([
    'Ежов Пётр',
    'Елкина Анна',
    'Ёлкина Яна',
    'Жуков Ян',
    'Иванов Яков',
    'Иванова Анна',
  ]);
  expect(['Ёлкин Антон', 'Елкин Борис'].toSorted(compareText)[0]).toBe('Ёлкин Антон');
});
