import fc from 'fast-check';
import { wordMarks, type MarkValue } from '../mark-value';
import { pointsOf, type PointScale } from '../point-scale';

export const TEN_POINTS: PointScale = {
  lowest: 1,
  highest: 10,
  satisfactoryFrom: 5,
  goodFrom: 7,
  excellentFrom: 9,
  periodsInFive: false,
};
export const HUNDRED_POINTS: PointScale = {
  lowest: 0,
  highest: 100,
  satisfactoryFrom: 50,
  goodFrom: 70,
  excellentFrom: 85,
  periodsInFive: false,
};

/** Every mark that a scale or the words know. */
export const marksOf = (scale: PointScale): readonly MarkValue[] => [
  ...pointsOf(scale),
  ...wordMarks,
];

/** Any sound scale. */
export const anyScale: fc.Arbitrary<PointScale> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 }),
    fc.integer({ min: 0, max: 100 }),
    fc.boolean(),
  )
  .map(([limits, more, periodsInFive]) => {
    const [lowest = 0, satisfactoryFrom = 1, goodFrom = 2, excellentFrom = 3] = limits.toSorted(
      (a, b) => a - b,
    );
    const highest = Math.min(100, excellentFrom + more);
    return { lowest, highest, satisfactoryFrom, goodFrom, excellentFrom, periodsInFive };
  });
