import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareClassNames, formatClassName, parseClassName } from './class-name';

const format = (text: string) => {
  const name = parseClassName(text);
  return name && formatClassName(name);
};

test.each(['8-Б', '8Б', '8 "Б"', '8 б', '8 «Б»', ' 8 – Б ', '8-б класс', '8б кл.', '8_Б', '08Б'])(
  '%j is 8-Б',
  (text) => {
    expect(format(text)).toBe('8-Б');
  },
);

test.each([
  ['8B', '8-В'],
  ['10 ФМ', '10-ФМ'],
  ['5Б1', '5-Б1'],
  ['9 класс', '9'],
  ['11', '11'],
])('%j is %s', (text, name) => {
  expect(format(text)).toBe(name);
});

test.each(['', 'Б', '2024', '0-А', '13-А', '81', '8А 1 группа', 'Иванов', '8Z'])(
  '%j is no class',
  (text) => {
    expect(format(text)).toBeUndefined();
  },
);

const anyClass = fc.record({
  grade: fc.integer({ min: 1, max: 11 }),
  letter: fc.constantFrom('', ...'АБВГДЕЁЖ'.split(''), 'ФМ'),
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(anyClass, (name) => {
      expect(parseClassName(formatClassName(name))).toEqual(name);
    }),
  );
});

test('classes stand in natural order', () => {
  const names = ['10-А', '2-Б', '2-А', '11', '2-Ё', '2-Е', '2-Ж'];
  const sorted = names
    .flatMap((name) => parseClassName(name) ?? [])
    .sort(compareClassNames)
    .map(formatClassName);
  expect(sorted).toEqual(['2-А', '2-Б', '2-Е', '2-Ё', '2-Ж', '10-А', '11']);
});
