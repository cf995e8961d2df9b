import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIVE_POINT_MARKS } from './assessment';
import type { WeightedMark } from './average';
import { explainProposal } from './explain';
import type { ProposalRule } from './propose';

const values = ['1', '2', '3', '4', '5', '.', 'н/а', 'осв', 'зач', 'незач'] as const;
const marks: fc.Arbitrary<WeightedMark[]> = fc.array(
  fc.record({ value: fc.constantFrom(...values), weight: fc.integer({ min: 0, max: 9 }) }),
  { maxLength: 15 },
);

const rules: fc.Arbitrary<ProposalRule> = fc.record({
  basis: fc.constantFrom('plain', 'weighted'),
  threshold: fc.integer({ min: 1, max: 100 }),
  debts: fc.constantFrom('ignore', 'as-two', 'block'),
});

test('the sum and the weights of the explanation give the average, and no mark is left untold', () => {
  fc.assert(
    fc.property(marks, fc.constantFrom('marks', 'credit'), rules, (given, grading, rule) => {
      const told = explainProposal(given, { ...FIVE_POINT_MARKS, grading }, rule);
      if (told === undefined) return;
      const { numerator, denominator } = told.proposal.average;
      expect(told.sum * denominator).toBe(told.weights * numerator);
      expect(told.counted.length + told.left.length).toBe(given.length);
    }),
  );
});
