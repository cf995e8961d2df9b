import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysFromTo, isIsoDate, weekdayOf } from '../calendar/iso-date';
import { defaultPeriods, startYearOf } from './default-periods';

const years = fc.integer({ min: 2000, max: 2090 });

describe('defaultPeriods', () => {
  test('is the federal calendar of 2025/2026', () => {
    const { name, periods, holidays } = defaultPeriods(2025);
    expect(name).toBe('2025/2026');
    expect(periods.map((p) => `${p.kind} ${p.number} ${p.startsOn} ${p.endsOn}`)).toEqual([
      'quarter 1 2025-09-01 2025-10-24',
      'quarter 2 2025-11-03 2025-12-30',
      'quarter 3 2026-01-12 2026-03-27',
      'quarter 4 2026-04-06 2026-05-26',
      'half 1 2025-09-01 2025-12-30',
      'half 2 2026-01-12 2026-05-26',
      'year 1 2025-09-01 2026-05-26',
    ]);
    expect(holidays.map((h) => `${h.startsOn} ${h.endsOn} ${h.name}`)).toContain(
      '2025-12-31 2026-01-11 Зимние каникулы',
    );
  });

  test('public holidays on a day off move to Monday', () => {
    const { holidays } = defaultPeriods(2026);
    const of = (name: string) => holidays.find((holiday) => holiday.name === name);
    expect(of('День Победы')).toMatchObject({ startsOn: '2027-05-09', endsOn: '2027-05-10' });
    expect(of('Праздник Весны и Труда')).toMatchObject({ endsOn: '2027-05-03' });
    expect(of('День защитника Отечества')).toMatchObject({ endsOn: '2027-02-23' });
  });

  test('in any year quarters are in order, apart, 33 to 36 weeks long, and begin on a weekday', () => {
    fc.assert(
      fc.property(years, (startYear) => {
        const year = defaultPeriods(startYear);
        const quarters = year.periods.filter((period) => period.kind === 'quarter');
        expect(quarters).toHaveLength(4);
        let days = 0;
        let before = addDays(year.startsOn, -1);
        for (const { startsOn, endsOn } of quarters) {
          expect(isIsoDate(startsOn) && isIsoDate(endsOn)).toBe(true);
          expect(startsOn > before).toBe(true);
          expect(startsOn < endsOn).toBe(true);
          expect(weekdayOf(startsOn)).toBeLessThan(6);
          days += daysFromTo(startsOn, endsOn).filter((day) => weekdayOf(day) < 6).length;
          before = endsOn;
        }
        expect(before <= year.endsOn).toBe(true);
        expect(days).toBeGreaterThanOrEqual(33 * 5);
        expect(days).toBeLessThanOrEqual(36 * 5);
      }),
    );
  });

  test('school holidays fill exactly the days between the quarters', () => {
    fc.assert(
      fc.property(years, (startYear) => {
        const { periods, holidays } = defaultPeriods(startYear);
        const quarters = periods.filter((period) => period.kind === 'quarter');
        for (const [index, name] of ['Осенние', 'Зимние', 'Весенние'].entries()) {
          const holiday = holidays.find((one) => one.name === `${name} каникулы`)!;
          expect(holiday.startsOn).toBe(addDays(quarters[index]!.endsOn, 1));
          expect(addDays(holiday.endsOn, 1)).toBe(quarters[index + 1]!.startsOn);
        }
      }),
    );
  });
});

test('a day belongs to the school year that began last', () => {
  expect(startYearOf('2026-11-22')).toBe(2026);
  expect(startYearOf('2027-05-31')).toBe(2026);
  expect(startYearOf('2027-08-31')).toBe(2026);
  expect(startYearOf('2027-09-01')).toBe(2027);
});
