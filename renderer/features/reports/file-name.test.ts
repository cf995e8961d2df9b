import { expect, test } from 'vitest';
import { summaryFileName } from './file-name';

test('names the class and the period', () => {
  expect(summaryFileName('8-Б', 'II четверть')).toBe('Сводная ведомость 8-Б II четверть.pdf');
});

test('holds nothing that a file may not be called', () => {
  expect(summaryFileName('8/1:"х"', 'год')).toBe('Сводная ведомость 8 1 х год.pdf');
});
