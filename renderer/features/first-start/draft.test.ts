import { expect, test } from 'vitest';
import {
  administratorProblems,
  datesProblem,
  emptyDraft,
  schoolProblems,
  toNewJournal,
} from './draft';

const filled = {
  ...emptyDraft(2026),
  name: 'Школа № 5',
  lastName: 'Иванова',
  firstName: 'Мария',
  login: 'ivanova.m',
  password: 'синий трамвай у реки',
  repeat: 'синий трамвай у реки',
};

test('the suggested dates of every year hold together', () => {
  for (let year = 2020; year < 2045; year++)
    expect(datesProblem(emptyDraft(year)), `${year}`).toBe(undefined);
});

test('a filled draft is what the core takes', () => {
  expect(schoolProblems(filled)).toEqual({});
  expect(administratorProblems(filled)).toEqual({});
  expect(toNewJournal(filled)?.periods).toHaveLength(6);
});

test('each mistake has its words', () => {
  expect(schoolProblems({ ...filled, name: '  ' })).toHaveProperty('name');
  expect(datesProblem({ ...filled, yearEndsOn: null })).toMatch(/Заполните/);
  expect(
    datesProblem({
      ...filled,
      periods: filled.periods.map((period) =>
        period.number === 2 ? { ...period, startsOn: '2026-09-10' as const } : period,
      ),
    }),
  ).toMatch(/пересекаются/);
  expect(Object.keys(administratorProblems({ ...filled, password: 'qwertyui' }))).toEqual([
    'password',
    'repeat',
  ]);
  expect(toNewJournal({ ...filled, yearStartsOn: null })).toBe(undefined);
});
