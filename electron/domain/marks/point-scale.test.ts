import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  FIVE_POINTS,
  inFivePoints,
  isSoundScale,
  pointsIn,
  pointsOf,
  typedPoints,
  type PointScale,
} from './point-scale';
import { anyScale, HUNDRED_POINTS, TEN_POINTS } from './testing/scales';

const typed = (digits: string, scale: PointScale) => {
  const outcome = typedPoints(digits, scale);
  return outcome.kind === 'none' ? 'none' : `${outcome.kind} ${outcome.value ?? '-'}`;
};

test('on five points a digit is a mark at once', () => {
  expect(['0', '1', '3', '5', '6'].map((digit) => typed(digit, FIVE_POINTS))).toEqual([
    'none',
    'whole 1',
    'whole 3',
    'whole 5',
    'none',
  ]);
});

test('on ten points only «1» waits, and «0» alone is a ten', () => {
  expect(['0', '1', '10', '15', '2', '9'].map((digits) => typed(digits, TEN_POINTS))).toEqual([
    'whole 10',
    'begun 1',
    'whole 10',
    'none',
    'whole 2',
    'whole 9',
  ]);
});

test('on a hundred points two digits end a mark, but for «10»', () => {
  expect(
    ['0', '7', '73', '10', '100', '101'].map((digits) => typed(digits, HUNDRED_POINTS)),
  ).toEqual(['whole 0', 'begun 7', 'whole 73', 'begun 10', 'whole 100', 'none']);
});

test('every mark of every scale can be typed, and what is typed is of the scale', () => {
  fc.assert(
    fc.property(anyScale, (scale) => {
      expect(isSoundScale(scale)).toBe(true);
      for (const mark of pointsOf(scale)) {
        for (let length = 1; length < mark.length; length += 1) {
          // No digit on the way to it ends the typing with another mark.
          expect(typedPoints(mark.slice(0, length), scale).kind).toBe('begun');
        }
        expect(typedPoints(mark, scale)).toMatchObject({ value: mark });
      }
    }),
  );
  fc.assert(
    fc.property(anyScale, fc.stringMatching(/^\d{1,3}$/), (scale, digits) => {
      const outcome = typedPoints(digits, scale);
      if (outcome.kind === 'none' || outcome.value === undefined) return;
      expect(pointsIn(outcome.value, scale)).toBeDefined();
    }),
  );
});

test('levels never fall when points rise, and both ends are reached', () => {
  fc.assert(
    fc.property(anyScale, (scale) => {
      const levels = pointsOf(scale).map((mark) => Number(inFivePoints(Number(mark), scale)));
      expect(levels).toEqual(levels.toSorted((a, b) => a - b));
      expect(levels[0]).toBeLessThan(3);
      expect(levels.at(-1)).toBe(5);
    }),
  );
  expect(pointsOf(FIVE_POINTS).map((mark) => inFivePoints(Number(mark), FIVE_POINTS))).toEqual(
    pointsOf(FIVE_POINTS),
  );
  expect(
    pointsOf(TEN_POINTS)
      .map((mark) => inFivePoints(Number(mark), TEN_POINTS))
      .join(''),
  ).toBe('2222334455');
});
