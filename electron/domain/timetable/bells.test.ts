import { expect, test } from 'vitest';
import { bellsProblem } from './bells';

const lesson = (startsAt: string, endsAt: string, lessonNumber = 1) => ({
  lessonNumber,
  startsAt,
  endsAt,
});
test('bells that cannot ring are told', () => {
  expect(bellsProblem([lesson('08:30', '09:10'), lesson('09:20', '10:00', 2)])).toBeUndefined();
  expect(bellsProblem([lesson('09:10', '08:30')])).toBe('endsBeforeItStarts');
  expect(bellsProblem([lesson('08:30', '09:10'), lesson('09:00', '09:40', 2)])).toBe('overlap');
  expect(bellsProblem([lesson('08:30', '09:10'), lesson('09:20', '10:00')])).toBe('lessonTwice');
});
