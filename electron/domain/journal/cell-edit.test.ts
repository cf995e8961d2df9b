import { expect, test } from 'vitest';
import { EMPTY_CELL } from './cell-content';
import {
  cleared,
  withAbsenceToggled,
  withAttendance,
  withMark,
  withOneMoreMark,
} from './cell-edit';
import { formatCell } from './cell-text';

const four = withMark(EMPTY_CELL, 1, '4');

test('a digit replaces the mark of the work and leaves the rest', () => {
  const both = withMark(withAttendance(four, 'ill'), 2, '5');
  expect(formatCell(both)).toBe('Б 4 5');
  expect(formatCell(withMark(both, 1, '3'))).toBe('Б 3 5');
  expect(formatCell(withMark(EMPTY_CELL, 2, '5'))).toBe('– 5');
});

test('one more mark goes to the work without one, then to the next work', () => {
  expect(formatCell(withOneMoreMark(EMPTY_CELL, 1, '4'))).toBe('4');
  expect(formatCell(withOneMoreMark(four, 1, '5'))).toBe('4 5');
  let full = EMPTY_CELL;
  for (let turn = 0; turn < 12; turn += 1) full = withOneMoreMark(full, 1, '5');
  expect(full.marks).toHaveLength(9);
});

test('a space puts Н and takes it off again; minutes go with the lateness', () => {
  expect(formatCell(withAbsenceToggled(four))).toBe('Н 4');
  expect(formatCell(withAbsenceToggled(withAbsenceToggled(four)))).toBe('4');
  const late = { ...EMPTY_CELL, attendance: 'late', lateMinutes: 5 } as const;
  expect(withAttendance(late, 'absent').lateMinutes).toBeNull();
});

test('clearing keeps the remark', () => {
  expect(cleared({ ...four, remark: 'без тетради' })).toEqual({
    ...EMPTY_CELL,
    remark: 'без тетради',
  });
});
