import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate } from '../calendar/iso-date';
import { defaultPeriods } from '../school/default-periods';
import type { Role } from '../people/roles';
import { moveRule, opensPeriod } from './move-rule';
import type { Membership } from './membership';

const { periods } = defaultPeriods(2026);
const second = periods.find(({ kind, number }) => kind === 'quarter' && number === 2);
const since: readonly Membership[] = [{ id: 1, groupId: 1, from: '2026-09-01', to: null }];
const ask = (
  roles: readonly Role[],
  from: IsoDate,
  spans: readonly Membership[] = since,
  groupId: number | null = 2,
) => moveRule({ roles, spans, from, groupId, grade: 8, periods });

test('a move is free only for the administrator at the end of a period (КИА 4.4.11)', () => {
  const start = second?.startsOn ?? '1900-01-01';
  expect(ask(['administrator'], start)).toBe('free');
  expect(ask(['administrator'], addDays(start, -2))).toBe('free');
  expect(ask(['administrator'], addDays(start, 1))).toBe('reason');
  expect(ask(['deputy'], start)).toBe('reason');
  expect(ask(['deputy', 'administrator'], start)).toBe('free');
  expect(ask(['classTeacher'], start)).toBe('forbidden');
  expect(ask(['administrator'], start, since, null)).toBe('free');
  expect(ask(['classTeacher'], start, since, null)).toBe('forbidden');
});

test('the first distribution is free, whoever may do it and whenever (КИА 4.3.7)', () => {
  const from = fc.integer({ min: 0, max: 250 }).map((days) => addDays('2026-09-01', days));
  const role = fc.constantFrom<Role>('administrator', 'deputy', 'classTeacher');
  fc.assert(
    fc.property(from, role, (day, who) => {
      expect(ask([who], day, [])).toBe('free');
      // The same day put right before anything went on.
      expect(ask([who], day, [{ id: 1, groupId: 1, from: day, to: null }])).toBe('free');
      expect(ask([who], day, since, 1)).toBe('free');
    }),
  );
});

test('the holidays before a period belong to its opening, the days inside do not', () => {
  for (const period of periods.filter(
    ({ kind, gradeFrom }) => kind !== 'year' && gradeFrom === 1,
  )) {
    expect(opensPeriod(period.startsOn, 8, periods)).toBe(true);
    expect(opensPeriod(period.endsOn, 8, periods)).toBe(false);
    expect(opensPeriod(addDays(period.endsOn, 1), 8, periods)).toBe(true);
  }
});
