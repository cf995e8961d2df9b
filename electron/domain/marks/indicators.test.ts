import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatPercent,
  levelMarks,
  levelOf,
  markIndicators,
  mixedIndicators,
  pupilGroup,
  pupilIndicators,
  type LevelMark,
} from './indicators';
import { FIVE_POINTS, inFivePoints, pointsOf } from './point-scale';
import { compareRatios, type Ratio } from './ratio';
import { anyScale, TEN_POINTS } from './testing/scales';

const setMark = fc.option(fc.constantFrom(...levelMarks), { nil: undefined });
const shown = (share: Ratio | undefined) => share && formatPercent(share);
const times = (value: LevelMark, number: number) => Array.from({ length: number }, () => value);

test('the formulas by hand: «н/а» is in N, «осв» and a missing mark are not', () => {
  const of = markIndicators([
    ...times('5', 4),
    ...times('4', 10),
    ...times('3', 9),
    ...times('2', 1),
    ...times('н/а', 1),
    ...times('осв', 2),
    undefined,
  ]);
  expect(of.assessed).toBe(25);
  expect(shown(of.success)).toBe('92,0');
  expect(shown(of.quality)).toBe('56,0');
  // (400 + 640 + 324 + 16 + 7) / 25 = 55,48
  expect(shown(of.sou)).toBe('55,5');
  expect(of.average).toEqual({ numerator: 8900, denominator: 2400 });
});

test('where N is zero there is no indicator', () => {
  const of = markIndicators(['осв', 'зач', 'незач', '.', undefined]);
  expect(of.assessed).toBe(0);
  expect([of.average, of.success, of.quality, of.sou]).toEqual(times('5', 4).map(() => undefined));
});

test('quality ≤ success ≤ 1, СОУ lies between 7 % and 100 %, exempt pupils change nothing', () => {
  fc.assert(
    fc.property(fc.array(setMark), (marks) => {
      const of = markIndicators(marks);
      const more = markIndicators([...marks, 'осв', undefined]);
      const shares = [of.average, of.success, of.quality, of.sou];
      expect([more.average, more.success, more.quality, more.sou]).toEqual(shares);
      const one = { numerator: 1, denominator: 1 };
      const { success = one, quality = success, sou = one } = of;
      expect(of.success === undefined).toBe(of.assessed === 0);
      expect(compareRatios(quality, success)).toBeLessThanOrEqual(0);
      expect(compareRatios(success, one)).toBeLessThanOrEqual(0);
      expect(compareRatios(sou, { numerator: 7, denominator: 100 })).toBeGreaterThanOrEqual(0);
      expect(compareRatios(sou, one)).toBeLessThanOrEqual(0);
    }),
  );
});

test('marks of another scale count by their levels, its average is its own', () => {
  fc.assert(
    fc.property(
      anyScale.chain((scale) =>
        fc.record({
          scale: fc.constant(scale),
          marks: fc.array(fc.constantFrom(...pointsOf(scale))),
        }),
      ),
      ({ scale, marks }) => {
        const of = markIndicators(marks, scale);
        const five = markIndicators(marks.map((mark) => inFivePoints(Number(mark), scale)));
        expect([of.counts, of.success, of.quality, of.sou]).toEqual([
          five.counts,
          five.success,
          five.quality,
          five.sou,
        ]);
        const sum = marks.reduce((total, mark) => total + Number(mark), 0);
        const mean = { numerator: sum, denominator: Math.max(1, marks.length) };
        expect(of.average === undefined).toBe(marks.length === 0);
        expect(compareRatios(of.average ?? mean, mean)).toBe(0);
      },
    ),
  );
});

test('of several scales together the average is of the five-point marks alone', () => {
  const of = mixedIndicators([
    { mark: '10', scale: TEN_POINTS },
    { mark: '5', scale: TEN_POINTS },
    { mark: '4', scale: FIVE_POINTS },
    { mark: 'зач', scale: FIVE_POINTS },
  ]);
  expect([of.assessed, of.counts['5'], of.counts['4'], of.counts['3']]).toEqual([3, 1, 1, 1]);
  expect(of.average).toEqual({ numerator: 400, denominator: 100 });
  expect(levelOf({ mark: '11', scale: TEN_POINTS })).toBeUndefined();
});

test.each<[ReturnType<typeof pupilGroup>, (LevelMark | undefined)[]]>([
  ['excellent', ['5', '5', 'зач', 'осв']],
  ['one-four', ['5', '4', '5']],
  ['good', ['5', '4', '4']],
  ['good', ['4']],
  ['one-three', ['5', '4', '3']],
  ['satisfactory', ['5', '3', '3']],
  ['failing', ['5', '2', 'н/а', undefined]],
  ['failing', ['5', '1']],
  ['failing', ['5', 'незач']],
  ['not-assessed', ['5', 'н/а', undefined]],
  ['incomplete', ['5', undefined]],
  ['incomplete', ['5', '.']],
  ['ungraded', ['осв', 'зач']],
  ['ungraded', []],
])('%s: %j', (group, marks) => {
  expect(pupilGroup(marks)).toBe(group);
});

test('each pupil is in one group, and the shares are of the assessed', () => {
  fc.assert(
    fc.property(fc.array(fc.array(setMark)), (pupils) => {
      const of = pupilIndicators(pupils);
      expect(Object.values(of.groups).reduce((sum, each) => sum + each, 0)).toBe(pupils.length);
      expect(of.good).toBeLessThanOrEqual(of.succeeding);
      expect(of.succeeding).toBeLessThanOrEqual(of.assessed);
      expect(of.success === undefined).toBe(of.assessed === 0);
    }),
  );
});

test('the two levels differ: one pupil with all the twos', () => {
  const pupils: LevelMark[][] = [['2', '2'], ...[1, 2, 3].map(() => ['5', '4'] as LevelMark[])];
  expect(shown(pupilIndicators(pupils).success)).toBe('75,0');
  expect(shown(markIndicators(pupils.flat()).success)).toBe('75,0');
  const spread: LevelMark[][] = [
    ['2', '5'],
    ['5', '2'],
  ];
  expect(shown(pupilIndicators(spread).success)).toBe('0,0');
  expect(shown(markIndicators(spread.flat()).success)).toBe('50,0');
});
