import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultPeriods } from '../school/default-periods';
import { addDays, type IsoDate, type Weekday } from './iso-date';
import { cycleWeekOf, schoolDaysOf } from './school-days';

const year = defaultPeriods(2026);
const whole = { from: year.startsOn, to: year.endsOn };

test('a grade without periods has no school days', () => {
  expect(schoolDaysOf(12, whole, year)).toEqual([]);
});

test('a holiday of some grades leaves the others their lessons', () => {
  const holidays = [
    ...year.holidays,
    { startsOn: '2027-02-08', endsOn: '2027-02-14', gradeFrom: 1, gradeTo: 1 } as const,
  ];
  const days = (grade: number) =>
    schoolDaysOf(grade, { from: '2027-02-08', to: '2027-02-12' }, { ...year, holidays }).length;
  expect([days(1), days(2)]).toEqual([0, 5]);
});

test('a working Saturday has the lessons of the weekday it stands for, a day off has none', () => {
  const specialDays = [
    { date: '2026-11-07', worksAs: 5 as Weekday },
    { date: '2026-11-10', worksAs: null },
  ] as const;
  const days = schoolDaysOf(5, { from: '2026-11-07', to: '2026-11-11' }, { ...year, specialDays });
  expect(days).toEqual([
    { date: '2026-11-07', weekday: 5 },
    { date: '2026-11-08', weekday: 7 },
    { date: '2026-11-09', weekday: 1 },
    { date: '2026-11-11', weekday: 3 },
  ]);
});

test('weeks alternate on Mondays, forwards and backwards', () => {
  const from = fc.integer({ min: -400, max: 400 }).map((n): IsoDate => addDays('2026-09-01', n));
  fc.assert(
    fc.property(from, fc.integer({ min: -300, max: 300 }), (cycleFrom, days) => {
      const day = addDays(cycleFrom, days);
      const week = cycleWeekOf(day, cycleFrom);
      expect(cycleWeekOf(addDays(day, 7), cycleFrom)).toBe(week === 1 ? 2 : 1);
      expect(cycleWeekOf(addDays(day, 14), cycleFrom)).toBe(week);
    }),
  );
  const sunday: IsoDate = '2026-09-06';
  expect(cycleWeekOf(sunday, '2026-09-01')).toBe(1);
  expect(cycleWeekOf('2026-09-07', '2026-09-01')).toBe(2);
  expect(cycleWeekOf('2026-08-31', sunday)).toBe(1);
  expect(cycleWeekOf('2026-08-30', sunday)).toBe(2);
});
