import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIVE_POINT_MARKS, type Assessment } from './assessment';
import type { WeightedMark } from './average';
import { forecast, MOST_MORE } from './forecast';
import { numberOf, type MarkValue } from './mark-value';
import { FIVE_POINTS, pointsOf } from './point-scale';
import { defaultProposalRule, proposePeriodMark, type ProposalRule } from './propose';
import { HUNDRED_POINTS, marksOf, TEN_POINTS } from './testing/scales';

const marks = (...list: (readonly [MarkValue, number])[]): WeightedMark[] =>
  list.map(([value, weight]) => ({ value, weight }));
const rank = (mark: MarkValue | undefined) =>
  mark === undefined ? -1 : mark === 'зач' ? 1 : (numberOf(mark) ?? 0);

const assessments: readonly Assessment[] = [
  FIVE_POINT_MARKS,
  { grading: 'marks', scale: TEN_POINTS },
  { grading: 'marks', scale: { ...TEN_POINTS, periodsInFive: true } },
  { grading: 'marks', scale: HUNDRED_POINTS },
  { grading: 'credit', scale: FIVE_POINTS },
];
const weight = fc.constantFrom(0, 0.5, 1, 2, 3);
const rule: fc.Arbitrary<ProposalRule> = fc.record({
  basis: fc.constantFrom('weighted', 'plain'),
  threshold: fc.constantFrom(30, 50, 51, 66, 100),
  debts: fc.constantFrom('ignore', 'as-two', 'block'),
});
const situation = fc.constantFrom(...assessments).chain((assessment) =>
  fc.record({
    assessment: fc.constant(assessment),
    list: fc.array(fc.record({ value: fc.constantFrom(...marksOf(assessment.scale)), weight }), {
      maxLength: 12,
    }),
    weights: fc.array(weight, { maxLength: 3 }),
    rule,
  }),
);

test('one «5» for a control work, or two for answers, lift a «3» to a «4»', () => {
  const list = marks(['3', 1], ['4', 1], ['3', 1], ['3', 1]);
  const found = forecast(list, [1, 3], FIVE_POINT_MARKS);
  expect(found?.now).toBe('3');
  expect(found?.up).toEqual([
    {
      to: '4',
      ways: [
        { weight: 3, value: '4', count: 1 },
        { weight: 1, value: '5', count: 1 },
      ],
    },
    { to: '5', ways: [{ weight: 3, value: '5', count: 4 }] },
  ]);
  expect(found?.falls).toEqual([]);
  const fragile = forecast(marks(['4', 1], ['4', 1]), [1, 3], FIVE_POINT_MARKS);
  expect(fragile?.falls).toEqual([
    { weight: 3, value: '2', to: '3' },
    { weight: 1, value: '2', to: '3' },
  ]);
});

test('nothing is forecast before anything counts, nor where a debt forbids a mark', () => {
  expect(forecast([], [1], FIVE_POINT_MARKS)).toBeUndefined();
  expect(forecast(marks(['осв', 1]), [1], FIVE_POINT_MARKS)).toBeUndefined();
  const blocked = { ...defaultProposalRule, debts: 'block' } as const;
  expect(forecast(marks(['5', 1], ['.', 1]), [1], FIVE_POINT_MARKS, blocked)).toBeUndefined();
});

test('a hundred points are forecast by their levels', () => {
  const found = forecast(marks(['60', 1]), [1], { grading: 'marks', scale: HUNDRED_POINTS });
  expect(found?.up).toEqual([
    { to: '70', ways: [{ weight: 1, value: '79', count: 1 }] },
    { to: '85', ways: [{ weight: 1, value: '97', count: 2 }] },
  ]);
  expect(found?.falls).toEqual([{ weight: 1, value: '49', to: '55' }]);
});

test('a forecast comes true when its marks are given, and one mark fewer does not do', () => {
  fc.assert(
    fc.property(situation, ({ assessment, list, weights, rule: how }) => {
      const after = (more: readonly WeightedMark[]) => {
        const proposal = proposePeriodMark([...list, ...more], assessment, how);
        return proposal.kind === 'proposed' ? proposal.mark : undefined;
      };
      const found = forecast(list, weights, assessment, how);
      expect(found?.now).toBe(after([]));
      for (const { to, ways } of found?.up ?? []) {
        for (const { weight: of, value, count } of ways) {
          const more = (number: number, mark: MarkValue = value) =>
            Array.from({ length: number }, () => ({ value: mark, weight: of }));
          expect(rank(after(more(count)))).toBeGreaterThanOrEqual(rank(to));
          // Not even the best marks of this weight reach it with one mark fewer.
          const best = assessment.grading === 'credit' ? 'зач' : pointsOf(assessment.scale).at(-1)!;
          expect(rank(after(more(count - 1, best)))).toBeLessThan(rank(to));
          // And no lower mark does as many times.
          const lower = pointsOf(assessment.scale).find(
            (mark) => Number(mark) === Number(value) - 1,
          );
          if (lower !== undefined && assessment.grading === 'marks') {
            expect(rank(after(more(count, lower)))).toBeLessThan(rank(to));
          }
        }
      }
      for (const { weight: of, value, to } of found?.falls ?? []) {
        expect(after([{ value, weight: of }])).toBe(to);
        expect(rank(to)).toBeLessThan(rank(found?.now));
      }
    }),
  );
});

test('no mixture of marks and weights is shorter than the shortest way', () => {
  const small = fc.record({
    list: fc.array(fc.record({ value: fc.constantFrom(...pointsOf(FIVE_POINTS)), weight }), {
      minLength: 1,
      maxLength: 8,
    }),
    weights: fc.uniqueArray(fc.constantFrom(1, 2, 3), { minLength: 1, maxLength: 2 }),
  });
  const given = pointsOf(FIVE_POINTS);
  /** Every set of so many marks. */
  const sets = (weights: readonly number[], count: number): WeightedMark[][] =>
    count === 0
      ? [[]]
      : sets(weights, count - 1).flatMap((set) =>
          weights.flatMap((of) => given.map((value) => [...set, { value, weight: of }])),
        );
  fc.assert(
    fc.property(small, ({ list, weights }) => {
      for (const { to, ways } of forecast(list, weights, FIVE_POINT_MARKS)?.up ?? []) {
        const shortest = Math.min(MOST_MORE + 1, ...ways.map(({ count }) => count));
        for (const more of sets(weights, Math.min(2, shortest - 1))) {
          const proposal = proposePeriodMark([...list, ...more], FIVE_POINT_MARKS);
          const mark = proposal.kind === 'proposed' ? proposal.mark : undefined;
          expect(rank(mark)).toBeLessThan(rank(to));
        }
      }
    }),
    { numRuns: 60 },
  );
});
