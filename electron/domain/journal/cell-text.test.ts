import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIVE_POINTS } from '../marks/point-scale';
import { TEN_POINTS } from '../marks/testing/scales';
import { ATTENDANCES } from '../attendance/attendance';
import type { CellContent } from './cell-content';
import { cellParts, formatCell, parseCellText, type CellEntry } from './cell-text';

const entryOf = (text: string, scale = FIVE_POINTS): CellEntry => {
  const parsed = parseCellText(text, scale);
  if ('problem' in parsed) throw new Error(`${text}: ${parsed.problem}`);
  return parsed.entry;
};
const shown = (text: string) => formatCell(entryOf(text));

test.each([
  ['4', '4'],
  ['н', 'Н'],
  ['Б', 'Б'],
  ['4,5', '4 5'],
  ['4  5', '4 5'],
  ['4/3', '4/3'],
  ['5 4/3', '5 4/3'],
  ['.', '.'],
  ['н 4', 'Н 4'],
  ['4 н', 'Н 4'],
  ['н4', 'Н 4'],
  ['о 4', 'О 4'],
  ['о5', 'О5'],
  ['О5 4', 'О5 4'],
  ['оп', 'О'],
  ['- 5', '– 5'],
  ['H', 'Н'],
  ['Н Н', 'Н'],
  ['Б  4/5', 'Б 4/5'],
  ['зачёт', 'зач'],
  ['', ''],
])('«%s» stands as «%s»', (typed, text) => expect(shown(typed)).toBe(text));

test('marks of two works and of one work are told apart', () => {
  expect(entryOf('4 5').marks).toEqual([
    { work: 1, value: '4' },
    { work: 2, value: '5' },
  ]);
  expect(entryOf('4/5').marks).toEqual([
    { work: 1, value: '4' },
    { work: 1, value: '5' },
  ]);
  expect(entryOf('о7 4')).toEqual({
    attendance: 'late',
    lateMinutes: 7,
    marks: [{ work: 1, value: '4' }],
  });
});

test.each([
  ['6', 'unknown'],
  ['45', 'unknown'],
  ['4/', 'unknown'],
  ['привет', 'unknown'],
  ['н/а', 'onlyForPeriods'],
  ['Н Б', 'twoAttendances'],
  ['о300', 'minutes'],
  ['о0', 'minutes'],
  ['1 2 3 4 5 1 2 3 4 5', 'tooMany'],
])('«%s» is refused: %s', (typed, problem) =>
  expect(parseCellText(typed, FIVE_POINTS)).toMatchObject({ problem }),
);

const contents: fc.Arbitrary<Omit<CellContent, 'remark'>> = fc
  .record({
    attendance: fc.option(fc.constantFrom(...ATTENDANCES)),
    minutes: fc.option(fc.integer({ min: 1, max: 240 })),
    marks: fc.array(
      fc.record({
        work: fc.integer({ min: 1, max: 9 }),
        value: fc.constantFrom('1', '2', '3', '4', '5', '.', 'зач', 'незач', 'осв'),
      }),
      { maxLength: 9 },
    ),
  })
  .map(({ attendance, minutes, marks }) => ({
    attendance,
    lateMinutes: attendance === 'late' ? minutes : null,
    marks: marks.sort((a, b) => a.work - b.work),
  }));

test('a scale of ten points has its own marks', () => {
  expect(formatCell(entryOf('н10 7/8', TEN_POINTS))).toBe('Н 10 7/8');
  expect(parseCellText('11', TEN_POINTS)).toEqual({ problem: 'unknown', part: '11' });
  const [[ten, , four] = []] = cellParts(entryOf('10/4', TEN_POINTS), TEN_POINTS);
  expect([ten?.tone, four?.tone]).toEqual(['mark', 'poor']);
});

test('whatever a cell holds, its text says the same', () => {
  fc.assert(
    fc.property(contents, (entry) => {
      expect(entryOf(formatCell(entry))).toEqual(entry);
    }),
  );
});

test('any text is either refused or shown in a form that stays', () => {
  const pieces = fc.constantFrom('1', '4', 'н', 'О', '5', ' ', ',', '/', '.', '-', 'б', 'зач', '9');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map((all) => all.join('')),
      ),
      (text) => {
        const parsed = parseCellText(text, FIVE_POINTS);
        if ('problem' in parsed) return;
        const form = formatCell(parsed.entry);
        expect(entryOf(form)).toEqual(parsed.entry);
        expect(shown(form)).toBe(form);
      },
    ),
  );
});
