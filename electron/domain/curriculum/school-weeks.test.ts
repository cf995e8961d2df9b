import { expect, test } from 'vitest';
import { defaultPeriods } from '../school/default-periods';
import { schoolWeeksOf } from './school-weeks';

test('the default year has 33 or 34 weeks, with either week; a grade without periods has none', () => {
  const year = defaultPeriods(2026);
  for (const grade of [1, 5, 11]) {
    for (const days of [5, 6] as const) {
      expect([33, 34]).toContain(schoolWeeksOf(grade, days, year, year));
    }
  }
  expect(schoolWeeksOf(12, 5, year, year)).toBe(0);
});
