import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fits, ofPeriods } from './assessment';
import { markValueSchema, numberOf, parseMark, periodMarkSchema, type Grading } from './mark-value';
import { FIVE_POINTS, type PointScale } from './point-scale';
import { HUNDRED_POINTS, marksOf, TEN_POINTS } from './testing/scales';

const everyMark = marksOf(HUNDRED_POINTS);

test('each mark is read back from its own text', () => {
  for (const value of everyMark) expect(parseMark(value)).toBe(value);
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

test.each(['', '05', '101', '4,5', '-1', 'н', 'б', '..', 'constructor', '5-'])(
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
  const counted = marksOf(FIVE_POINTS).filter((value) => numberOf(value) !== undefined);
  expect(counted.map(numberOf)).toEqual([1, 2, 3, 4, 5]);
});

test('a foreign value is refused in Russian, a debt is no period mark', () => {
  expect(markValueSchema.safeParse('101').error?.issues[0]?.message).toMatch(/Такой отметки нет/);
  expect(periodMarkSchema.safeParse('.').success).toBe(false);
  expect(periodMarkSchema.safeParse('н/а').success).toBe(true);
});

test('a page admits the marks of its grading and scale', () => {
  const taken = (grading: Grading, scale: PointScale) =>
    everyMark.filter((value) => fits(value, { grading, scale })).join(' ');
  expect(taken('marks', FIVE_POINTS)).toBe('1 2 3 4 5 . н/а осв');
  expect(taken('marks', TEN_POINTS)).toBe('1 2 3 4 5 6 7 8 9 10 . н/а осв');
  expect(taken('credit', TEN_POINTS)).toBe('. н/а осв зач незач');
  expect(taken('none', FIVE_POINTS)).toBe('');
  const inFive = ofPeriods({ grading: 'marks', scale: { ...TEN_POINTS, periodsInFive: true } });
  expect([fits('5', inFive), fits('10', inFive)]).toEqual([true, false]);
  expect(fits('10', ofPeriods({ grading: 'marks', scale: TEN_POINTS }))).toBe(true);
});
