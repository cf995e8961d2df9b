import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markValues, numericMarks, type MarkValue } from './mark-value';
import { defaultProposalRule, proposePeriodMark, proposeYearMark } from './propose';

const threshold = fc.integer({ min: 1, max: 100 });
const basis = fc.constantFrom('plain', 'weighted');
const rule = fc.record({ basis, threshold, debts: fc.constantFrom('ignore', 'as-two') });
const weight = fc.integer({ min: 0, max: 500 }).map((hundredths) => hundredths / 100);
const marks = fc.array(fc.record({ value: fc.constantFrom(...markValues), weight }));
const mark = (proposal: ReturnType<typeof proposePeriodMark>) =>
  proposal.kind === 'proposed' ? proposal.mark : undefined;
const year = (...values: MarkValue[]) => mark(proposeYearMark(values));

test('a half goes up by default', () => {
  expect(year('4', '3', '4', '3')).toBe('4');
  expect(year('4', '3', '3', '3')).toBe('3');
  expect(year('4', '4', '4', '3')).toBe('4');
  expect(year('5', '4')).toBe('5');
  expect(year('5', 'н/а', 'осв')).toBe('5');
});

test('the threshold is the school’s: 2,66 at 0,66 is a «3», at 0,67 a «2»', () => {
  const of = (hundredths: number) => proposeYearMark(['3', '3', '2'], hundredths);
  expect(mark(of(66))).toBe('3');
  expect(mark(of(67))).toBe('2');
  expect(() => of(0)).toThrow(RangeError);
});

test('the proposal explains itself', () => {
  const proposal = proposePeriodMark([
    { value: '5', weight: 1 },
    { value: '4', weight: 1 },
  ]);
  expect(proposal).toMatchObject({
    kind: 'proposed',
    mark: '5',
    rounded: 'up',
    rule: defaultProposalRule,
  });
});

test('none where nothing counts, none with debts where they block', () => {
  expect(proposePeriodMark([{ value: 'осв', weight: 1 }])).toEqual({
    kind: 'none',
    why: 'nothing-counts',
  });
  const debt = [
    { value: '5', weight: 1 },
    { value: '.', weight: 1 },
  ] as const;
  expect(proposePeriodMark(debt, { ...defaultProposalRule, debts: 'block' })).toEqual({
    kind: 'none',
    why: 'debts',
  });
  expect(mark(proposePeriodMark(debt))).toBe('5');
});

test('the mark lies between the lowest and the highest that counted', () => {
  fc.assert(
    fc.property(marks, rule, (list, how) => {
      const proposed = mark(proposePeriodMark(list, how));
      const numbers = list
        .filter((item) => how.basis === 'plain' || item.weight > 0)
        .map(({ value }) => (value === '.' && how.debts === 'as-two' ? 2 : Number(value)))
        .filter((number) => number >= 1);
      expect(proposed === undefined).toBe(numbers.length === 0);
      expect(Number(proposed ?? 5)).toBeGreaterThanOrEqual(Math.min(...numbers, 5));
      expect(Number(proposed ?? 1)).toBeLessThanOrEqual(Math.max(...numbers, 1));
    }),
  );
});

test('raising one mark never lowers the proposal', () => {
  const graded = fc.array(fc.record({ value: fc.constantFrom(...numericMarks), weight }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(graded, fc.nat(), rule, (list, at, how) => {
      const index = at % list.length;
      const raised = list.map((item, i) =>
        i === index ? { ...item, value: numericMarks[Number(item.value)] ?? '5' } : item,
      );
      const [before, after] = [list, raised].map((each) => mark(proposePeriodMark(each, how)));
      expect(Number(after ?? 0)).toBeGreaterThanOrEqual(Number(before ?? 0));
    }),
  );
});

test('a lower threshold never proposes less', () => {
  fc.assert(
    fc.property(marks, threshold, threshold, (list, a, b) => {
      const of = (hundredths: number) =>
        Number(
          mark(proposePeriodMark(list, { ...defaultProposalRule, threshold: hundredths })) ?? 0,
        );
      expect(of(Math.min(a, b))).toBeGreaterThanOrEqual(of(Math.max(a, b)));
    }),
  );
});
