import { describe, expect, test } from 'vitest';
import { arrangeRows, compareValues, rowsToTsv } from './rows';

type Row = { readonly name: string; readonly class: string; readonly marks: number | null };
const columns = [
  { key: 'name', title: 'Имя', value: (row: Row) => row.name },
  { key: 'class', title: 'Класс', value: (row: Row) => row.class },
  { key: 'marks', title: 'Отметок', value: (row: Row) => row.marks },
];
const rows: readonly Row[] = [
  { name: 'Ёлкин', class: '10-А', marks: 2 },
  { name: 'Жуков', class: '2-А', marks: null },
  { name: 'Дроздова', class: '2-Б', marks: 10 },
];
const names = (found: readonly Row[]) => found.map(({ name }) => name);
const by = (column: string, descending = false) =>
  names(arrangeRows(rows, columns, '', { column, descending }));

describe('sorting', () => {
  test('Ё stands with Е, classes in natural order, numbers by size, nothing last', () => {
    expect(by('name')).toEqual(['Дроздова', 'Ёлкин', 'Жуков']);
    expect(by('class')).toEqual(['Жуков', 'Дроздова', 'Ёлкин']);
    expect(by('marks')).toEqual(['Ёлкин', 'Дроздова', 'Жуков']);
    expect(by('name', true)).toEqual(['Жуков', 'Ёлкин', 'Дроздова']);
    expect(compareValues('', 'а')).toBeGreaterThan(0);
  });

  test('without sorting the rows stay as they came', () => {
    expect(arrangeRows(rows, columns, '', null)).toEqual(rows);
  });
});

test('every word of the filter has to be somewhere in the row; Е finds Ё', () => {
  expect(names(arrangeRows(rows, columns, 'елк 10', null))).toEqual(['Ёлкин']);
  expect(names(arrangeRows(rows, columns, ' 2-а ', null))).toEqual(['Жуков']);
  expect(arrangeRows(rows, columns, 'елк 2-', null)).toEqual([]);
});

test('copied text has a heading, and a cell never breaks a line', () => {
  const tsv = rowsToTsv([{ name: 'Иванов\tИван\nСын', class: '1-А', marks: null }], columns);
  expect(tsv).toBe('Имя\tКласс\tОтметок\r\nИванов Иван Сын\t1-А\t');
});
