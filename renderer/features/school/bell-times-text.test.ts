import { expect, test } from 'vitest';
import { bellsProblem } from '#domain/timetable/bells';
import { usualBells } from '#domain/timetable/usual-bells';
import { nextBell, parseTime } from './bell-times-text';

test('a time is understood as people type it, and nothing else is', () => {
  expect(['8:30', '08.30', '8 30', '830', '0830', '8'].map(parseTime)).toEqual([
    '08:30',
    '08:30',
    '08:30',
    '08:30',
    '08:30',
    '08:00',
  ]);
  expect(['', '24:00', '8:60', 'утро', '8:3'].map(parseTime)).toEqual(
    Array.from({ length: 5 }, () => undefined),
  );
});

test('the suggested bells ring one after another, and so does the next one', () => {
  const bells = usualBells();
  expect(bells).toHaveLength(8);
  expect(bellsProblem(bells)).toBeUndefined();
  expect(bellsProblem([...bells, nextBell(bells)])).toBeUndefined();
  expect(nextBell([])).toEqual({ lessonNumber: 1, startsAt: '08:30', endsAt: '09:10' });
});
