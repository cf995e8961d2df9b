import { expect, test } from 'vitest';
import type { TableFileProblem } from './table';
import { describeTableFileProblem } from './table-problem-text';
import { describeXmlProblem } from './xml-problem-text';

const problems: readonly TableFileProblem[] = [
  { code: 'empty' },
  { code: 'notASpreadsheet' },
  { code: 'damaged' },
  { code: 'oldExcel' },
  { code: 'passwordProtected' },
  { code: 'tooLarge', what: 'file', limit: 20_000_000 },
  { code: 'tooLarge', what: 'unpacked', limit: 64_000_000 },
  { code: 'tooLarge', what: 'cells', limit: 200_000 },
];

test.each(problems)('$code: what happened, what is untouched, what to do', (problem) => {
  const text = describeTableFileProblem(problem);
  expect(text).toContain('Ничего не загружено.');
  expect(text.split('. ').length).toBeGreaterThan(2);
  expect(text).toMatch(/^[А-ЯЁ][^{}]*\.$/u);
});

test('sizes are said', () => {
  expect(describeTableFileProblem({ code: 'tooLarge', what: 'file', limit: 20_000_000 })).toContain(
    '20 МБ',
  );
});

test.each(['empty', 'notXml', 'damaged', 'tooLarge'] as const)('XML: %s', (code) => {
  expect(describeXmlProblem({ code })).toContain('Ничего не загружено.');
});
