import { expect, test } from 'vitest';
import { newYearProblem, type NewYear } from './new-year';

const good: NewYear = {
  year: { startsOn: '2026-09-01', endsOn: '2027-05-31' },
  periods: [
    { startsOn: '2026-09-01', endsOn: '2026-10-23', gradeFrom: 1, gradeTo: 9 },
    { startsOn: '2026-11-02', endsOn: '2026-12-30', gradeFrom: 1, gradeTo: 9 },
    { startsOn: '2026-09-01', endsOn: '2026-12-30', gradeFrom: 10, gradeTo: 11 },
  ],
  holidays: [{ startsOn: '2026-10-24', endsOn: '2026-11-01' }],
};
const first = good.periods[0]!;

test('четверти and полугодия stand side by side', () => {
  expect(newYearProblem(good)).toBeUndefined();
});

test.each<[string, Partial<NewYear>]>([
  ['yearEndsBeforeItStarts', { year: { startsOn: '2027-05-31', endsOn: '2026-09-01' } }],
  ['periodOutsideYear', { periods: [{ ...first, startsOn: '2026-08-31' }] }],
  ['periodEndsBeforeItStarts', { periods: [{ ...first, endsOn: '2026-09-01' }] }],
  ['periodsOverlap', { periods: [first, { ...first, gradeFrom: 9, gradeTo: 11 }] }],
  ['holidayEndsBeforeItStarts', { holidays: [{ startsOn: '2026-11-05', endsOn: '2026-11-04' }] }],
])('%s', (problem, change) => {
  expect(newYearProblem({ ...good, ...change })).toBe(problem);
});
