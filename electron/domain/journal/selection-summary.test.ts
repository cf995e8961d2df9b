import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ATTENDANCES } from '../attendance/attendance';
import { FIVE_POINTS, pointsOf } from '../marks/point-scale';
import { marksOf, TEN_POINTS } from '../marks/testing/scales';
import { summarize, type SelectionSummary } from './selection-summary';

const cell = fc.record({
  attendance: fc.option(fc.constantFrom(...ATTENDANCES)),
  marks: fc.array(
    fc.record({ work: fc.constant(1), value: fc.constantFrom(...marksOf(TEN_POINTS)) }),
    {
      maxLength: 3,
    },
  ),
});

test('two selections together hold what both hold, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(cell), fc.array(cell), (one, other) => {
      const [a, b, both] = [one, other, [...other, ...one]].map((cells) =>
        summarize(cells, TEN_POINTS),
      ) as [SelectionSummary, SelectionSummary, SelectionSummary];
      expect(both.cells).toBe(a.cells + b.cells);
      expect(both.filled).toBe(a.filled + b.filled);
      expect(both.marks).toBe(a.marks + b.marks);
      for (const letter of ATTENDANCES) {
        expect(both.attendance[letter]).toBe(a.attendance[letter] + b.attendance[letter]);
      }
    }),
  );
});

test('the average lies between the least and the greatest mark and is empty without any', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pointsOf(TEN_POINTS))), (values) => {
      const { average } = summarize(
        values.map((value) => ({ attendance: null, marks: [{ work: 1, value }] })),
        TEN_POINTS,
      );
      if (values.length === 0) expect(average).toBe('');
      else {
        const number = Number(average.replace(',', '.'));
        const numbers = values.map(Number);
        expect(number).toBeGreaterThanOrEqual(Math.min(...numbers) - 0.005);
        expect(number).toBeLessThanOrEqual(Math.max(...numbers) + 0.005);
      }
    }),
  );
});

test('empty cells are counted as cells only', () => {
  expect(
    summarize(
      [
        { attendance: null, marks: [] },
        { attendance: 'late', marks: [{ work: 1, value: '4' }] },
        { attendance: 'absent', marks: [] },
        { attendance: null, marks: [{ work: 2, value: '.' }] },
      ],
      FIVE_POINTS,
    ),
  ).toEqual({
    cells: 4,
    filled: 3,
    marks: 2,
    average: '4,00',
    attendance: { absent: 1, ill: 0, excused: 0, late: 1 },
  });
});

test('marks of several scales together have no average', () => {
  const marks = [{ work: 1, value: '5' as const }];
  expect(summarize([{ attendance: null, marks }], undefined)).toMatchObject({
    marks: 1,
    average: '',
  });
});
