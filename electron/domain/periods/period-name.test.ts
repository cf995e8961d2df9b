import { expect, test } from 'vitest';
import { periodName, periodNumeral } from './period-name';

test.each([
  [{ kind: 'quarter', number: 2 }, 'II четверть', 'II'],
  [{ kind: 'trimester', number: 3 }, 'III триместр', 'III'],
  [{ kind: 'half', number: 1 }, 'I полугодие', 'I'],
  [{ kind: 'year', number: 1 }, 'год', 'Год'],
  [{ kind: 'exam', number: 1 }, 'экзамен', 'Экз.'],
  [{ kind: 'final', number: 1 }, 'итоговая', 'Итог'],
] as const)('%o is «%s»', (period, name, numeral) => {
  expect(periodName(period)).toBe(name);
  expect(periodNumeral(period)).toBe(numeral);
});
