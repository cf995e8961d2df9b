import { expect, test } from 'vitest';
import { laidOver, pasted, rangeOf, rangeText, stepOf } from './range';

const size = { rows: 3, cols: 3 };

test('what is copied is pasted back as it was, anywhere it fits', () => {
  const sheet = [
    ['1', '', '0,5'],
    ['2', '3', ''],
  ];
  const text = rangeText(rangeOf({ row: 1, col: 2 }, { row: 0, col: 0 }), ({ row, col }) => {
    return sheet[row]?.[col] ?? '?';
  });
  expect(text).toBe('1\t\t0,5\n2\t3\t');
  const at = { row: 1, col: 1 };
  expect(pasted(text, rangeOf(at, at), size)).toEqual([
    { row: 1, col: 1, text: '1' },
    { row: 1, col: 2, text: '' },
    { row: 2, col: 1, text: '2' },
    { row: 2, col: 2, text: '3' },
  ]);
});

test('a table is taken over and over where the range is its size several times', () => {
  const range = rangeOf({ row: 0, col: 0 }, { row: 3, col: 1 });
  expect(
    laidOver([['1'], ['2']], range)
      .map(({ text }) => text)
      .join(''),
  ).toBe('11221122');
  const odd = rangeOf({ row: 0, col: 0 }, { row: 2, col: 1 });
  expect(laidOver([['1'], ['2']], odd)).toHaveLength(2);
});

test('one cell fills the whole range', () => {
  expect(pasted('2\r\n', rangeOf({ row: 0, col: 0 }, { row: 1, col: 1 }), size)).toHaveLength(4);
});

test('keys stop at the edges', () => {
  expect(stepOf('ArrowRight', false, { row: 0, col: 2 }, size)).toEqual({ row: 0, col: 2 });
  expect(stepOf('ArrowDown', true, { row: 0, col: 1 }, size)).toEqual({ row: 2, col: 1 });
  expect(stepOf('End', true, { row: 0, col: 0 }, size)).toEqual({ row: 2, col: 2 });
  expect(stepOf('x', false, { row: 0, col: 0 }, size)).toBeUndefined();
});
