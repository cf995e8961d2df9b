import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIVE_POINT_MARKS } from '../marks/assessment';
import type { WeightedMark } from '../marks/average';
import { notesDemanded, periodMarkRules, type PeriodMarkRules } from '../regulation/period-rules';
import { PRESETS } from '../regulation/presets/index';
import { markCount, proposalOf } from './period-proposal';

const value = fc.constantFrom('1', '2', '3', '4', '5', '.', 'н/а', 'осв') as fc.Arbitrary<
  WeightedMark['value']
>;
const marks = fc.array(fc.record({ value, weight: fc.integer({ min: 1, max: 5 }) }), {
  maxLength: 12,
});
const set = fc.constantFrom('', '2', '3', '4', '5', 'н/а', 'осв');
const rules: fc.Arbitrary<PeriodMarkRules> = fc.record({
  minimum: fc.integer({ min: 0, max: 6 }),
  noteWhenDiffers: fc.boolean(),
  noteBelowMinimum: fc.boolean(),
  proposal: fc.record({
    basis: fc.constantFrom('plain', 'weighted'),
    threshold: fc.integer({ min: 1, max: 100 }),
    debts: fc.constantFrom('ignore', 'as-two', 'block'),
  }),
});
const proposed = (given: readonly WeightedMark[], { proposal: rule }: PeriodMarkRules) => {
  const ground = { kind: 'quarter', marks: given, periodMarks: [] } as const;
  const proposal = proposalOf(ground, FIVE_POINT_MARKS, rule);
  return proposal.kind === 'proposed' ? proposal.mark : undefined;
};

test('the mark that is proposed on enough marks never needs a reason', () => {
  fc.assert(
    fc.property(marks, rules, (given, rule) => {
      const mark = proposed(given, rule);
      if (mark === undefined || markCount(given) < rule.minimum) return;
      const demanded = notesDemanded(rule, { mark, proposed: mark, marks: markCount(given) });
      expect(demanded).toEqual([]);
    }),
  );
});

test('more marks never bring the reason of too few, and none is asked where the rule is off', () => {
  fc.assert(
    fc.property(marks, marks, rules, set, (given, more, rule, mark) => {
      const all = [...given, ...more];
      const few = (some: readonly WeightedMark[]) =>
        notesDemanded(rule, { mark, proposed: undefined, marks: markCount(some) });
      if (few(given).length === 0) expect(few(all)).toEqual([]);
      const off = { ...rule, noteWhenDiffers: false, noteBelowMinimum: false };
      const asked = { mark, proposed: proposed(all, rule), marks: markCount(all) };
      expect(notesDemanded(off, asked)).toEqual([]);
    }),
  );
});

test('«осв» and no mark need no reason, «н/а» only where there are enough marks', () => {
  fc.assert(
    fc.property(marks, rules, (given, rule) => {
      const asked = { proposed: proposed(given, rule), marks: markCount(given) };
      expect(notesDemanded(rule, { ...asked, mark: '' })).toEqual([]);
      expect(notesDemanded(rule, { ...asked, mark: 'осв' })).toEqual([]);
      const reasons = notesDemanded(rule, { ...asked, mark: 'н/а' });
      const due =
        rule.noteWhenDiffers && asked.proposed !== undefined && asked.marks >= rule.minimum;
      expect(reasons).toEqual(due ? ['differsFromAverage'] : []);
    }),
  );
});

test('КИА 5.2: three marks at up to two hours a week, more above; the year has no least number', () => {
  const kia = PRESETS.kia;
  expect(periodMarkRules(kia, 2, 'quarter').minimum).toBe(3);
  expect(periodMarkRules(kia, 3, 'half').minimum).toBeGreaterThan(3);
  expect(periodMarkRules(kia, 5, 'year').minimum).toBe(0);
  expect(
    notesDemanded(periodMarkRules(kia, 2, 'quarter'), { mark: '4', proposed: '4', marks: 2 }),
  ).toEqual(['belowMinimum']);
});
