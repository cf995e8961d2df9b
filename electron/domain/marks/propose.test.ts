import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIVE_POINT_MARKS, type Assessment } from './assessment';
import type { MarkValue } from './mark-value';
import { FIVE_POINTS, inFivePoints, pointsOf } from './point-scale';
import { defaultProposalRule, proposePeriodMark, proposeYearMark } from './propose';
import { anyScale, marksOf, TEN_POINTS } from './testing/scales';

const threshold = fc.integer({ min: 1, max: 100 });
const basis = fc.constantFrom('plain', 'weighted');
const rule = fc.record({ basis, threshold, debts: fc.constantFrom('ignore', 'as-two') });
const weight = fc.integer({ min: 0, max: 500 }).map((hundredths) => hundredths / 100);
const marks = fc.array(fc.record({ value: fc.constantFrom(...marksOf(FIVE_POINTS)), weight }));
const mark = (proposal: ReturnType<typeof proposePeriodMark>) =>
  proposal.kind === 'proposed' ? proposal.mark : undefined;
const year = (...values: MarkValue[]) => mark(proposeYearMark(values, FIVE_POINT_MARKS));

test('a half goes up by default', () => {
  expect(year('4', '3', '4', '3')).toBe('4');
  expect(year('4', '3', '3', '3')).toBe('3');
  expect(year('4', '4', '4', '3')).toBe('4');
  expect(year('5', '4')).toBe('5');
  expect(year('5', 'н/а', 'осв')).toBe('5');
});

test('the threshold is the school’s: 2,66 at 0,66 is a «3», at 0,67 a «2»', () => {
  const of = (hundredths: number) => proposeYearMark(['3', '3', '2'], FIVE_POINT_MARKS, hundredths);
  expect(mark(of(66))).toBe('3');
  expect(mark(of(67))).toBe('2');
  expect(() => of(0)).toThrow(RangeError);
});

test('the proposal explains itself', () => {
  const proposal = proposePeriodMark(
    [
      { value: '5', weight: 1 },
      { value: '4', weight: 1 },
    ],
    FIVE_POINT_MARKS,
  );
  expect(proposal).toMatchObject({
    kind: 'proposed',
    mark: '5',
    rounded: 'up',
    rule: defaultProposalRule,
  });
});

test('none where nothing counts, none with debts where they block', () => {
  expect(proposePeriodMark([{ value: 'осв', weight: 1 }], FIVE_POINT_MARKS)).toEqual({
    kind: 'none',
    why: 'nothing-counts',
  });
  const debt = [
    { value: '5', weight: 1 },
    { value: '.', weight: 1 },
  ] as const;
  expect(
    proposePeriodMark(debt, FIVE_POINT_MARKS, { ...defaultProposalRule, debts: 'block' }),
  ).toEqual({
    kind: 'none',
    why: 'debts',
  });
  expect(mark(proposePeriodMark(debt, FIVE_POINT_MARKS))).toBe('5');
});

test('the mark lies between the lowest and the highest that counted', () => {
  fc.assert(
    fc.property(marks, rule, (list, how) => {
      const proposed = mark(proposePeriodMark(list, FIVE_POINT_MARKS, how));
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
  const graded = fc.array(fc.record({ value: fc.constantFrom(...pointsOf(FIVE_POINTS)), weight }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(graded, fc.nat(), rule, (list, at, how) => {
      const index = at % list.length;
      const raised = list.map((item, i) =>
        i === index ? { ...item, value: pointsOf(FIVE_POINTS)[Number(item.value)] ?? '5' } : item,
      );
      const [before, after] = [list, raised].map((each) =>
        mark(proposePeriodMark(each, FIVE_POINT_MARKS, how)),
      );
      expect(Number(after ?? 0)).toBeGreaterThanOrEqual(Number(before ?? 0));
    }),
  );
});

test('a lower threshold never proposes less', () => {
  fc.assert(
    fc.property(marks, threshold, threshold, (list, a, b) => {
      const of = (hundredths: number) =>
        Number(
          mark(
            proposePeriodMark(list, FIVE_POINT_MARKS, {
              ...defaultProposalRule,
              threshold: hundredths,
            }),
          ) ?? 0,
        );
      expect(of(Math.min(a, b))).toBeGreaterThanOrEqual(of(Math.max(a, b)));
    }),
  );
});

const assessed = (scale: Assessment['scale'], grading: Assessment['grading'] = 'marks') => ({
  grading,
  scale,
});

test('on ten points the average is rounded there, and put into five where the scale says so', () => {
  const list = ['8', '9', '8'].map((value) => ({ value: value as MarkValue, weight: 1 }));
  expect(mark(proposePeriodMark(list, assessed(TEN_POINTS)))).toBe('8');
  const inFive = { ...TEN_POINTS, periodsInFive: true };
  expect(mark(proposePeriodMark(list, assessed(inFive)))).toBe('4');
  expect(mark(proposeYearMark(['4', '5'], assessed(inFive)))).toBe('5');
  expect(mark(proposeYearMark(['9', '10'], assessed(TEN_POINTS)))).toBe('10');
});

test('passes: «зач» from a half on, by weight', () => {
  const passes = (...list: (readonly [MarkValue, number])[]) =>
    mark(
      proposePeriodMark(
        list.map(([value, of]) => ({ value, weight: of })),
        assessed(FIVE_POINTS, 'credit'),
      ),
    );
  expect(passes(['зач', 1], ['незач', 1])).toBe('зач');
  expect(passes(['зач', 1], ['незач', 2])).toBe('незач');
  expect(passes(['.', 1], ['осв', 1])).toBeUndefined();
});

test('on whatever scale: a mark of the scale between the ends, never lower for a better mark', () => {
  const scaled = anyScale.chain((scale) =>
    fc.record({
      scale: fc.constant(scale),
      list: fc.array(
        fc.record({ value: fc.constantFrom(...pointsOf(scale)), weight: fc.constantFrom(1, 2, 3) }),
        { minLength: 1, maxLength: 12 },
      ),
      at: fc.nat(),
    }),
  );
  fc.assert(
    fc.property(scaled, ({ scale, list, at }) => {
      const of = (items: typeof list) =>
        Number(mark(proposePeriodMark(items, assessed(scale))) ?? Number.NaN);
      const raised = list.map((item, index) =>
        index === at % list.length
          ? { ...item, value: pointsOf(scale).at(-1) ?? item.value }
          : item,
      );
      expect(of(raised)).toBeGreaterThanOrEqual(of(list));
      const points = list.map(({ value }) => Number(value));
      const ends = [Math.min(...points), Math.max(...points)].map((end) =>
        scale.periodsInFive ? Number(inFivePoints(end, scale)) : end,
      );
      expect(of(list)).toBeGreaterThanOrEqual(ends[0]!);
      expect(of(list)).toBeLessThanOrEqual(ends[1]!);
    }),
  );
});
