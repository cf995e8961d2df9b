import { expect, test } from 'vitest';
import type { AttendanceSheet } from '#contract/attendance';
import {
  absencesIn,
  absentOn,
  absentSpan,
  cellsOf,
  columnsOf,
  footOf,
  hoursOf,
  notFilled,
  rowsOf,
} from './sheet-view';

const lesson = (
  id: number,
  date: `${number}-${number}-${number}`,
  number: number,
  subjectName: string,
  pupilIds: readonly number[],
  filled = true,
) => ({ id, date, number, subjectName, groupName: '', teachers: ['Учитель'], filled, pupilIds });
const sheet: AttendanceSheet = {
  classId: 1,
  className: '8-А',
  from: '2026-11-16',
  to: '2026-11-21',
  previous: null,
  next: null,
  canSetReasons: true,
  lessons: [
    lesson(1, '2026-11-16', 1, 'Алгебра', [1, 2]),
    // Two subgroups of one hour.
    lesson(2, '2026-11-16', 2, 'Английский язык', [1]),
    lesson(3, '2026-11-16', 2, 'Немецкий язык', [2]),
    lesson(4, '2026-11-17', 1, 'Физика', [1], false),
  ],
  pupils: [
    { id: 1, name: 'Абрамов Илья' },
    { id: 2, name: 'Белова Мария' },
  ],
  cells: [
    [1, 1, 1, 'absent', null, null],
    [2, 1, 3, 'ill', null, 7],
    [3, 2, 1, 'late', 10, null],
  ],
  documents: [],
};
const hours = hoursOf(sheet);
const cells = cellsOf(sheet);
const range = (top: number, bottom: number, left: number, right: number) => ({
  top,
  bottom,
  left,
  right,
});

test('an hour is one column, whichever subgroup learns what; a foreign lesson is no cell', () => {
  expect(columnsOf(hours, 'week').map(({ name, over = '' }) => `${over} ${name}`)).toEqual([
    ' Вся неделя',
    'пн, 16.11 1',
    'пн, 16.11 2',
    'вт, 17.11 1',
  ]);
  const rows = rowsOf(sheet, hours, cells, (id) => `справка ${id}`);
  expect(rows.map((row) => row.cells.map(({ text, sign = '' }) => text + sign))).toEqual([
    ['Н\u00A01 Б\u00A01', 'Н', 'Бс', ''],
    ['О\u00A01', '', 'О10', ''],
  ]);
  expect(rows[0]!.cells[2]!.title).toBe('по болезни, по документу: справка 7');
  expect(rows[1]!.cells[3]).toMatchObject({ tone: 'off' });
  expect(footOf(sheet, hours, cells)[0]!.cells.map(({ text }) => text)).toEqual([
    '1',
    '1',
    '1',
    '0',
  ]);
});

test('the first column stands for the whole row, a cell for itself; lateness is no absence', () => {
  const ids = (chosen: ReturnType<typeof range>) =>
    absencesIn(chosen, sheet, hours, cells).map(([lessonId, pupilId]) => [lessonId, pupilId]);
  expect(ids(range(0, 0, 0, 0))).toEqual([
    [1, 1],
    [2, 1],
  ]);
  expect(ids(range(0, 0, 1, 1))).toEqual([[1, 1]]);
  expect(ids(range(0, 1, 0, 3))).toHaveLength(2);
  expect(ids(range(1, 1, 0, 3))).toEqual([]);
});

test('who is missing on a day, and which lessons nobody has noted up to today', () => {
  expect(absentOn('2026-11-16', sheet, hours, cells)).toEqual(['Абрамов Илья (Н, Б)']);
  expect(absentSpan(1, sheet)).toEqual({ from: '2026-11-16', to: '2026-11-16' });
  expect(absentSpan(2, sheet)).toEqual({ from: sheet.from, to: sheet.to });
  expect(notFilled(sheet, '2026-11-16')).toEqual([]);
  expect(notFilled(sheet, '2026-11-17').map(({ id }) => id)).toEqual([4]);
});
