import { expect, test } from 'vitest';
import { columnDaysAway, layOut, seamBetween } from './layout';

const holidays = [
  { name: 'Осенние каникулы', startsOn: '2026-10-26', endsOn: '2026-11-03' },
] as const;
const lesson = (id: number, date: `${number}-${number}-${number}`) =>
  ({ kind: 'lesson', lesson: { id, date, number: 1, controls: [] } }) as const;
const period = {
  kind: 'period',
  period: {
    id: 1,
    kind: 'quarter',
    number: 2,
    startsOn: '2026-11-04',
    endsOn: '2026-12-30',
    gradeFrom: 1,
    gradeTo: 9,
  },
} as const;

test('a weekend and holidays part lessons, days of one week do not', () => {
  expect(seamBetween('2026-11-16', '2026-11-18', holidays)).toBe('none');
  expect(seamBetween('2026-11-20', '2026-11-23', holidays)).toBe('week');
  expect(seamBetween('2026-10-23', '2026-11-05', holidays)).toBe('holiday');
  expect(seamBetween('2026-11-16', '2026-11-16', holidays)).toBe('none');
});

test('columns stand side by side, wider where the text is longer, under their months', () => {
  const columns = [
    lesson(1, '2026-11-26'),
    lesson(2, '2026-11-30'),
    lesson(3, '2026-12-01'),
    period,
  ];
  const { boxes, months, width } = layOut(
    { columns, scrolled: 3, holidays },
    (id) => ({ chars: id === 2 ? 5 : 1, head: id === 3 ? 7 : 3 }),
    16,
  );
  expect(boxes.map(({ left, width }) => [left, width])).toEqual([
    [0, 36],
    [39, 54],
    [93, 55],
  ]);
  expect(months).toEqual([
    { date: '2026-11-26', left: 0, width: 93 },
    { date: '2026-12-01', left: 93, width: 55 },
  ]);
  expect(width).toBe(148);
  expect(columnDaysAway(boxes, 0, 4)).toBe(1);
  expect(columnDaysAway(boxes, 2, 7)).toBe(2);
});
