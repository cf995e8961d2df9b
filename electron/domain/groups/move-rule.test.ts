import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar/iso-date';
import { defaultPeriods } from '../school/default-periods';
import { moveRule, opensPeriod } from './move-rule';
import { moved, type Membership } from './membership';

const { periods } = defaultPeriods(2026);
const second = periods.find(({ kind, number }) => kind === 'quarter' && number === 2);
const since: readonly Membership[] = [{ id: 1, groupId: 1, from: '2026-09-01', to: null }];
type Asked = Parameters<typeof moveRule>[0];
const ask = ({
  groupId = 2,
  spans = since,
  ...some
}: Partial<Omit<Asked, 'after'>> & Pick<Asked, 'from'> & { readonly groupId?: number | null }) =>
  moveRule({
    mayMove: true,
    withinPeriod: true,
    entered: false,
    spans,
    after: moved(spans, { groupId, from: some.from, until: null }),
    grade: 8,
    periods,
    ...some,
  });

test('a move is free at the end of a period for whom the regulation lets (КИА 4.4.11)', () => {
  const start = second?.startsOn ?? '1900-01-01';
  expect(ask({ from: start })).toBe('free');
  expect(ask({ from: addDays(start, -2) })).toBe('free');
  expect(ask({ from: addDays(start, 1) })).toBe('reason');
  expect(ask({ from: addDays(start, 1), withinPeriod: false })).toBe('notNow');
  expect(ask({ from: start, withinPeriod: false })).toBe('free');
  expect(ask({ from: start, mayMove: false })).toBe('forbidden');
  expect(ask({ from: start, groupId: null })).toBe('free');
  expect(ask({ from: start, groupId: null, mayMove: false })).toBe('forbidden');
});

test('the first distribution is free, whoever may do it and whenever (КИА 4.3.7)', () => {
  const from = fc.integer({ min: 0, max: 250 }).map((days) => addDays('2026-09-01', days));
  fc.assert(
    fc.property(from, fc.boolean(), fc.boolean(), (day, mayMove, withinPeriod) => {
      const allowed = { mayMove, withinPeriod, from: day };
      expect(ask({ ...allowed, spans: [] })).toBe('free');
      // The same day put right before anything went on.
      const today = [{ id: 1, groupId: 1, from: day, to: null }];
      expect(ask({ ...allowed, spans: today })).toBe('free');
      expect(ask({ ...allowed, groupId: 1 })).toBe('free');
    }),
  );
});

test('what takes a move back, or leaves a group something was entered in, is a move', () => {
  const there: readonly Membership[] = [
    { id: 1, groupId: 1, from: '2026-09-01', to: '2026-11-22' },
    { id: 2, groupId: 2, from: '2026-11-23', to: null },
  ];
  const asked = { from: '2026-11-20', groupId: 1, mayMove: false } as const;
  expect(ask({ ...asked, spans: there })).toBe('forbidden');
  // Who had left the group is put into it again.
  expect(ask({ ...asked, spans: there.slice(0, 1) })).toBe('forbidden');
  const first = { from: '2026-09-01', mayMove: false } as const;
  expect(ask(first)).toBe('free');
  for (const groupId of [2, null]) {
    expect(ask({ ...first, groupId, entered: true })).toBe('forbidden');
  }
  expect(ask({ ...first, groupId: 1, entered: true })).toBe('free');
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
