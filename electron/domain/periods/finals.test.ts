import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIVE_POINT_MARKS, type Assessment } from '../marks/assessment';
import type { MarkValue } from '../marks/mark-value';
import { TEN_POINTS } from '../marks/testing/scales';
import { proposeFinalMark, type Finals } from './finals';

const CREDIT: Assessment = { ...FIVE_POINT_MARKS, grading: 'credit' };
const proposed = (
  year: MarkValue | '',
  exam: MarkValue | '',
  finals: Finals = 'exam',
  assessment: Assessment = FIVE_POINT_MARKS,
) => {
  const proposal = proposeFinalMark({ year, exam }, finals, assessment);
  return proposal.kind === 'proposed' ? proposal.mark : '';
};

test.each([
  ['4', '5', '5'],
  ['4', '3', '4'],
  ['3', '4', '4'],
  ['5', '2', '4'],
  ['4', '4', '4'],
  ['4', '', ''],
  ['', '5', ''],
  ['4', 'осв', '4'],
  ['4', 'н/а', ''],
  ['н/а', '4', ''],
  ['осв', 'осв', 'осв'],
] as const)('year %s and examination %s give «%s» (№ 546, п. 5.3)', (year, exam, final) => {
  expect(proposed(year, exam)).toBe(final);
});

test('without an examination the final mark is that of the year, whatever stands beside', () => {
  expect(proposed('4', '', 'final')).toBe('4');
  expect(proposed('4', '2', 'final')).toBe('4');
  expect(proposed('зач', '', 'final', CREDIT)).toBe('зач');
  expect(proposed('осв', '', 'final')).toBe('осв');
});

test('where passes are given both have to be passed', () => {
  expect(proposed('зач', 'зач', 'exam', CREDIT)).toBe('зач');
  expect(proposed('зач', 'незач', 'exam', CREDIT)).toBe('незач');
  expect(proposed('незач', 'зач', 'exam', CREDIT)).toBe('незач');
  expect(proposed('зач', '5')).toBe('');
});

test('the final mark is never below half the sum nor a whole point above it, on any scale', () => {
  const scales = fc.constantFrom(FIVE_POINT_MARKS, {
    grading: 'marks',
    scale: TEN_POINTS,
  } satisfies Assessment);
  fc.assert(
    fc.property(scales, fc.nat(9), fc.nat(9), (assessment, a, b) => {
      const [year, exam] = [a, b].map((one) => 1 + (one % assessment.scale.highest));
      const mark = Number(proposed(`${year!}`, `${exam!}`, 'exam', assessment));
      const twice = 2 * mark - (year! + exam!);
      expect(twice === 0 || twice === 1).toBe(true);
      // In which order they stand changes nothing.
      expect(Number(proposed(`${exam!}`, `${year!}`, 'exam', assessment))).toBe(mark);
    }),
  );
});
