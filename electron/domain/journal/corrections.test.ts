import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_CELL, type CellContent, type CellMark } from './cell-content';
import {
  correctionsOfCell,
  correctionsOfLesson,
  correctionsOfPeriodMark,
  isSlip,
} from './corrections';

const cell = (change: Partial<CellContent>): CellContent => ({ ...EMPTY_CELL, ...change });
const marks = (...values: readonly CellMark['value'][]) =>
  cell({ marks: values.map((value) => ({ work: 1, value })) });

const anyMark = fc.record({
  work: fc.integer({ min: 1, max: 3 }),
  value: fc.constantFrom<CellMark['value']>('2', '3', '4', '5', '.', 'осв'),
});
const anyCell = fc.record({
  attendance: fc.constantFrom<CellContent['attendance']>(null, 'absent', 'ill', 'excused'),
  lateMinutes: fc.constant(null),
  remark: fc.constantFrom('', 'Забыл тетрадь'),
  marks: fc.array(anyMark, { maxLength: 4 }),
});

describe('ТИП 2.14: the first mark and the last one', () => {
  test('another mark, a mark taken out, a mark of two', () => {
    expect(correctionsOfCell(marks('3'), marks('4'))).toEqual([
      { kind: 'mark', before: '3', after: '4' },
    ]);
    expect(correctionsOfCell(marks('3', '5'), marks('5'))).toEqual([
      { kind: 'mark', before: '3/5', after: '5' },
    ]);
    expect(correctionsOfCell(marks('2'), EMPTY_CELL)).toEqual([
      { kind: 'mark', before: '2', after: '' },
    ]);
    expect(correctionsOfPeriodMark({ value: '3' }, { value: '4' })).toHaveLength(1);
  });

  test('entering into what was empty, a second mark beside and a debt that is closed are none', () => {
    expect(correctionsOfCell(EMPTY_CELL, marks('3'))).toEqual([]);
    expect(correctionsOfCell(marks('3'), marks('3', '5'))).toEqual([]);
    expect(correctionsOfCell(marks('.'), marks('4'))).toEqual([]);
    expect(correctionsOfPeriodMark({ value: '' }, { value: '4' })).toEqual([]);
    expect(correctionsOfLesson({ topic: '' }, { topic: 'Корни' })).toEqual([]);
  });

  test('absences and words are told apart from marks', () => {
    const absent = cell({ attendance: 'absent', marks: [{ work: 1, value: '4' }] });
    const ill = cell({ attendance: 'ill', marks: [{ work: 1, value: '5' }] });
    expect(correctionsOfCell(absent, ill)).toEqual([
      { kind: 'mark', before: '4', after: '5' },
      { kind: 'attendance', before: 'Н', after: 'Б' },
    ]);
    const texts = { topic: 'Корни', homework: '§ 1' };
    expect(correctionsOfLesson(texts, { ...texts, homework: '' })).toEqual([
      { kind: 'homework', before: '§ 1', after: '' },
    ]);
    // A lesson made by a substitution has no words of its own.
    expect(correctionsOfLesson({}, texts)).toEqual([]);
  });

  test('a cell that stays the same has no correction, and neither has one that only grows', () => {
    fc.assert(
      fc.property(anyCell, fc.array(anyMark, { maxLength: 3 }), (before, more) => {
        expect(correctionsOfCell(before, before)).toEqual([]);
        expect(correctionsOfCell(before, { ...before, marks: [...before.marks, ...more] })).toEqual(
          [],
        );
      }),
    );
  });

  test('a mark that is lost is always told', () => {
    fc.assert(
      fc.property(anyCell, fc.nat(), (before, index) => {
        const lost = before.marks[index % Math.max(1, before.marks.length)];
        fc.pre(lost !== undefined && lost.value !== '.');
        const left = before.marks.filter((mark) => mark !== lost);
        const [correction] = correctionsOfCell(before, { ...before, marks: left });
        expect(correction?.kind).toBe('mark');
      }),
    );
  });
});

test('a slip is mended by the same person within a quarter of an hour', () => {
  expect(isSlip(1, { accountId: 1, minutesAgo: 15 })).toBe(true);
  expect(isSlip(1, { accountId: 1, minutesAgo: 16 })).toBe(false);
  expect(isSlip(1, { accountId: 2, minutesAgo: 1 })).toBe(false);
  expect(isSlip(null, { accountId: null, minutesAgo: 1 })).toBe(false);
  expect(isSlip(1, undefined)).toBe(false);
});
