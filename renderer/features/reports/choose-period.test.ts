import { describe, expect, test } from 'vitest';
import type { Period } from '#contract/school';
import type { IsoDate } from '#domain/calendar/iso-date';
import { currentPeriod, matchingPeriod, periodsOfGrade } from './choose-period';

const period = (
  id: number,
  kind: Period['kind'],
  number: number,
  startsOn: IsoDate,
  endsOn: IsoDate,
  grades: readonly [number, number],
): Period => ({ id, kind, number, startsOn, endsOn, gradeFrom: grades[0], gradeTo: grades[1] });

const all: readonly Period[] = [
  period(9, 'year', 1, '2026-09-01', '2027-05-26', [1, 9]),
  period(1, 'quarter', 1, '2026-09-01', '2026-10-25', [1, 9]),
  period(2, 'quarter', 2, '2026-11-02', '2026-12-28', [1, 9]),
  period(3, 'quarter', 3, '2027-01-11', '2027-03-21', [1, 9]),
  period(4, 'quarter', 4, '2027-03-29', '2027-05-26', [1, 9]),
  period(5, 'half', 1, '2026-09-01', '2026-12-28', [10, 11]),
  period(6, 'half', 2, '2027-01-11', '2027-05-26', [10, 11]),
  period(8, 'year', 1, '2026-09-01', '2027-05-26', [10, 11]),
];
const ids = (periods: readonly Period[]) => periods.map(({ id }) => id);
const today: IsoDate = '2026-11-23';

test('a grade sees its own periods, the year last', () => {
  expect(ids(periodsOfGrade(all, 8))).toEqual([1, 2, 3, 4, 9]);
  expect(ids(periodsOfGrade(all, 11))).toEqual([5, 6, 8]);
});

describe('the period to begin with', () => {
  const at = (day: IsoDate, grade = 8) => currentPeriod(periodsOfGrade(all, grade), day)?.id;

  test('is the one that goes on, its first and last day too', () => {
    expect(at(today)).toBe(2);
    expect(at('2026-11-02')).toBe(2);
    expect(at('2026-12-28')).toBe(2);
    expect(at(today, 10)).toBe(5);
  });

  test('is the last one in the holidays and in summer, the first before the year', () => {
    expect(at('2026-10-28')).toBe(1);
    expect(at('2027-07-01')).toBe(4);
    expect(at('2026-08-20')).toBe(1);
  });

  test('is the year where there is nothing else, and nothing where nothing is', () => {
    expect(currentPeriod(all.slice(0, 1), today)?.id).toBe(9);
    expect(currentPeriod([], today)).toBeUndefined();
  });
});

describe('going from class to class', () => {
  const match = (grade: number, chosen?: number) => matchingPeriod(all, grade, chosen, today)?.id;

  test('keeps the period within the same grades', () => expect(match(5, 3)).toBe(3));
  test('takes the half for its quarter and a quarter for the half', () => {
    expect(match(10, 2)).toBe(5);
    expect(match(10, 3)).toBe(6);
    expect(match(9, 6)).toBe(4);
  });
  test('takes the year for the year', () => expect(match(11, 9)).toBe(8));
  test('takes the current one where nothing, or nothing known, is chosen', () => {
    expect(match(8)).toBe(2);
    expect(match(8, 777)).toBe(2);
  });
});
