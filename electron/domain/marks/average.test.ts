import fc from 'fast-check';
import { expect, test } from 'vitest';
import { averageOf, formatAverage, weightedAverageOf, weightSchema } from './average';
import type { MarkValue } from './mark-value';
import { FIVE_POINTS, pointsOf } from './point-scale';
import { compareRatios, formatRatio } from './ratio';
import { anyScale, marksOf } from './testing/scales';

const value = fc.constantFrom(...marksOf(FIVE_POINTS));
const weight = fc.integer({ min: 0, max: 1000 }).map((hundredths) => hundredths / 100);
const marks = fc.array(fc.record({ value, weight }), { maxLength: 40 });
const text = (average: ReturnType<typeof averageOf>) => average && formatAverage(average);

test('the published example: 5 (3), 5 (1), 4 (5) is 40/9', () => {
  const average = weightedAverageOf(
    [
      { value: '5', weight: 3 },
      { value: '5', weight: 1 },
      { value: '4', weight: 5 },
    ],
    FIVE_POINTS,
  );
  expect(text(average)).toBe('4,44');
});

test.each<[string, MarkValue[]]>([
  ['3,50', ['3', '4']],
  ['5,00', ['5']],
  ['3,67', ['4', '4', '3']],
  ['4,33', ['5', '5', '3', '.', 'н/а', 'осв', 'зач', 'незач']],
])('%s', (expected, values) => {
  expect(text(averageOf(values, FIVE_POINTS))).toBe(expected);
});

test('halves of a hundredth go up where floating point would go down', () => {
  expect(formatRatio({ numerator: 2675, denominator: 1000 }, 2)).toBe('2,68');
  expect(formatRatio({ numerator: 3285, denominator: 1000 }, 2)).toBe('3,29');
  expect(formatRatio({ numerator: 1005, denominator: 1000 }, 2)).toBe('1,01');
  expect(formatRatio({ numerator: 1, denominator: 200 }, 2)).toBe('0,01');
});

test('any number of thousandths is rounded as on paper', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 50 }), (n, times) => {
      const tens = Math.floor(n / 10) + (n % 10 >= 5 ? 1 : 0);
      const expected = `${Math.floor(tens / 100)},${String(tens % 100).padStart(2, '0')}`;
      expect(formatRatio({ numerator: n * times, denominator: 1000 * times }, 2)).toBe(expected);
    }),
  );
});

test('the average lies between the lowest and the highest mark that counted', () => {
  fc.assert(
    fc.property(marks, (list) => {
      const average = weightedAverageOf(list, FIVE_POINTS);
      const counted = list.filter((mark) => mark.weight > 0).map((mark) => Number(mark.value));
      const numbers = counted.filter((number) => number >= 1);
      const low = { numerator: Math.min(...numbers, 5), denominator: 1 };
      const high = { numerator: Math.max(...numbers, 1), denominator: 1 };
      expect(average === undefined).toBe(numbers.length === 0);
      expect(compareRatios(average ?? low, low)).toBeGreaterThanOrEqual(0);
      expect(compareRatios(average ?? high, high)).toBeLessThanOrEqual(0);
    }),
  );
});

test('equal weights give the plain average, order and scale of the weights do not matter', () => {
  fc.assert(
    fc.property(fc.array(value), fc.integer({ min: 1, max: 90 }), (values, same) => {
      const weighted = weightedAverageOf(
        values.map((mark) => ({ value: mark, weight: same })),
        FIVE_POINTS,
      );
      const plain = averageOf(values.toReversed(), FIVE_POINTS);
      expect(weighted === undefined).toBe(plain === undefined);
      expect(text(weighted)).toBe(text(plain));
    }),
  );
});

test('a whole weight is the same as so many marks of weight one', () => {
  const listed = fc.array(
    fc.record({
      value: fc.constantFrom(...pointsOf(FIVE_POINTS)),
      weight: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(listed, (list) => {
      const repeated = list.flatMap((mark) =>
        Array.from({ length: mark.weight }, () => mark.value),
      );
      const [a, b] = [weightedAverageOf(list, FIVE_POINTS), averageOf(repeated, FIVE_POINTS)];
      expect(a && b && compareRatios(a, b)).toBe(0);
    }),
  );
});

test('a debt does nothing by default, and is a two where the school says so', () => {
  expect(text(averageOf(['5', '.'], FIVE_POINTS))).toBe('5,00');
  expect(text(averageOf(['5', '.'], FIVE_POINTS, 'as-two'))).toBe('3,50');
  expect(averageOf(['.'], FIVE_POINTS)).toBeUndefined();
});

test('on whatever scale the average lies within it, and what the scale has not is left out', () => {
  const scaled = anyScale.chain((scale) =>
    fc.record({
      scale: fc.constant(scale),
      list: fc.array(fc.constantFrom(...marksOf(scale)), { minLength: 1 }),
      foreign: fc.integer({ min: 0, max: 100 }),
    }),
  );
  fc.assert(
    fc.property(scaled, ({ scale, list, foreign }) => {
      const average = averageOf(list, scale);
      if (average !== undefined) {
        const ends = [scale.lowest, scale.highest].map((end) => ({
          numerator: end,
          denominator: 1,
        }));
        expect(compareRatios(average, ends[0]!)).toBeGreaterThanOrEqual(0);
        expect(compareRatios(average, ends[1]!)).toBeLessThanOrEqual(0);
      }
      if (foreign < scale.lowest || foreign > scale.highest) {
        expect(averageOf([...list, `${foreign}`], scale)).toEqual(average);
      }
    }),
  );
});

test('weights of zero do not count, and alone give none', () => {
  expect(weightedAverageOf([{ value: '5', weight: 0 }], FIVE_POINTS)).toBeUndefined();
  expect(
    text(
      weightedAverageOf(
        [
          { value: '2', weight: 0 },
          { value: '4', weight: 0.1 },
        ],
        FIVE_POINTS,
      ),
    ),
  ).toBe('4,00');
});

test('a weight has at most two decimals', () => {
  for (const good of [0, 0.1, 0.29, 1.15, 100]) {
    expect(weightSchema.safeParse(good).success).toBe(true);
  }
  for (const bad of [-1, 0.001, 100.01, Number.NaN, Infinity, '1']) {
    expect(weightSchema.safeParse(bad).success).toBe(false);
  }
});
