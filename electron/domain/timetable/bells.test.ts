import { expect, test } from 'vitest';
import { bellsOf, bellsProblem } from './bells';

const lesson = (startsAt: string, endsAt: string, lessonNumber = 1) => ({
  lessonNumber,
  startsAt,
  endsAt,
});
const always = { shift: 1, weekday: null, date: null, gradeFrom: 1, gradeTo: 12 };
const usual = { bells: [lesson('08:30', '09:10')], uses: [always] };
const first = { bells: [lesson('08:30', '09:05')], uses: [{ ...always, gradeTo: 1 }] };
const monday = { bells: [lesson('09:00', '09:40')], uses: [{ ...always, weekday: 1 }] };
const shortened = {
  bells: [lesson('08:30', '09:00')],
  uses: [{ ...always, date: '2026-12-30' as const }],
};
const schedules = [usual, first, monday, shortened];

test('the narrowest rule rings: the very day, the weekday, every day; fewer grades before more', () => {
  const at = (grade: number, day: `${number}-${number}-${number}`) =>
    bellsOf(schedules, { grade, shift: 1 }, day)[0]?.startsAt;
  const until = (grade: number, day: `${number}-${number}-${number}`) =>
    bellsOf(schedules, { grade, shift: 1 }, day)[0]?.endsAt;
  expect(until(5, '2026-11-24')).toBe('09:10');
  expect(until(1, '2026-11-24')).toBe('09:05');
  expect(at(5, '2026-11-23')).toBe('09:00');
  expect(until(5, '2026-12-30')).toBe('09:00');
  expect(bellsOf(schedules, { grade: 5, shift: 2 }, '2026-11-24')).toEqual([]);
});

test('bells that cannot ring are told', () => {
  expect(bellsProblem([lesson('08:30', '09:10'), lesson('09:20', '10:00', 2)])).toBeUndefined();
  expect(bellsProblem([lesson('09:10', '08:30')])).toBe('endsBeforeItStarts');
  expect(bellsProblem([lesson('08:30', '09:10'), lesson('09:00', '09:40', 2)])).toBe('overlap');
  expect(bellsProblem([lesson('08:30', '09:10'), lesson('09:20', '10:00')])).toBe('lessonTwice');
});
