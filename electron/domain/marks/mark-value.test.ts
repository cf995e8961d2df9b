import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fitsGrading,
  type Grading,
  markValues,
  markValueSchema,
  numberOf,
  parseMark,
  periodMarkSchema,
} from './mark-value';

test('each mark is read back from its own text', () => {
  for (const value of markValues) expect(parseMark(value)).toBe(value);
});

test.each([
  [' 5 ', '5'],
  ['Н/А', 'н/а'],
  ['н\\а', 'н/а'],
  ['H/A', 'н/а'],
  ['осв.', 'осв'],
  ['Осв', 'осв'],
  ['Зачёт', 'зач'],
  ['незачёт', 'незач'],
  ['не зач', 'незач'],
  ['нз', 'незач'],
])('«%s» means «%s»', (text, value) => {
  expect(parseMark(text)).toBe(value);
});

test.each(['', '0', '6', '55', '4,5', '-1', 'н', 'б', '..', 'constructor', '5-'])(
  '«%s» is no mark',
  (text) => {
    expect(parseMark(text)).toBeUndefined();
  },
);

test('whatever text is parsed, the outcome is a mark of the schema or none', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const mark = parseMark(text);
      expect(mark === undefined || markValueSchema.safeParse(mark).success).toBe(true);
    }),
  );
});

test('only the digits count in an average', () => {
  const counted = markValues.filter((value) => numberOf(value) !== undefined);
  expect(counted.map(numberOf)).toEqual([1, 2, 3, 4, 5]);
});

test('a foreign value is refused in Russian, a debt is no period mark', () => {
  expect(markValueSchema.safeParse('6').error?.issues[0]?.message).toMatch(/Такой отметки нет/);
  expect(periodMarkSchema.safeParse('.').success).toBe(false);
  expect(periodMarkSchema.safeParse('н/а').success).toBe(true);
});

test('a grading admits its own marks', () => {
  const marksOf = (grading: Grading) =>
    markValues.filter((value) => fitsGrading(value, grading)).join(' ');
  expect(marksOf('marks')).toBe('1 2 3 4 5 . н/а осв');
  expect(marksOf('credit')).toBe('. н/а осв зач незач');
  expect(marksOf('none')).toBe('');
});
