import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ATTENDANCES } from '../attendance/attendance';
import { markValues, numericMarks } from '../marks/mark-value';
import { summarize } from './selection-summary';

const cell = fc.record({
  attendance: fc.option(fc.constantFrom(...ATTENDANCES)),
  marks: fc.array(fc.record({ work: fc.constant(1), value: fc.constantFrom(...markValues) }), {
    maxLength: 3,
  }),
});

test('two selections together hold what both hold, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(cell), fc.array(cell), (one, other) => {
      const [a, b, both] = [summarize(one), summarize(other), summarize([...other, ...one])];
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
    fc.property(fc.array(fc.constantFrom(...numericMarks)), (values) => {
      const { average } = summarize(
        values.map((value) => ({ attendance: null, marks: [{ work: 1, value }] })),
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
    summarize([
      { attendance: null, marks: [] },
      { attendance: 'late', marks: [{ work: 1, value: '4' }] },
      { attendance: 'absent', marks: [] },
      { attendance: null, marks: [{ work: 2, value: '.' }] },
    ]),
  ).toEqual({
    cells: 4,
    filled: 3,
    marks: 2,
    average: '4,00',
    attendance: { absent: 1, ill: 0, excused: 0, late: 1 },
  });
});
