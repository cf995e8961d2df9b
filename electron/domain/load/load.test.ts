import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysFromTo, type IsoDate } from '../calendar/iso-date';
import { needOf, stateOf } from './need';
import { areSound, hoursOn, reassigned, teachersOn, type PageTeacher } from './page-teachers';

const YEAR = daysFromTo('2026-09-01', '2027-05-31');
const day = fc.integer({ min: 0, max: 260 }).map((days): IsoDate => addDays('2026-09-01', days));
const staff = fc.constantFrom(1, 2, 3);
const change = fc.record({
  from: day,
  instead: fc.option(staff, { nil: undefined }),
  staffId: fc.option(staff, { nil: undefined }),
  hours: fc.constantFrom(1, 2, 3.5),
});
const history = fc.array(change, { maxLength: 10 }).map((changes) => {
  let rows: PageTeacher[] = [];
  for (const one of changes) rows = reassigned(rows, one);
  return rows;
});

describe("a page's teachers", () => {
  test('nobody teaches a page twice at once, whatever was changed in whatever order', () => {
    fc.assert(
      fc.property(history, (rows) => {
        expect(areSound(rows)).toBe(true);
      }),
    );
  });

  test('a change touches no day before it', () => {
    fc.assert(
      fc.property(history, change, (rows, one) => {
        const after = reassigned(rows, one);
        const who = (of: readonly PageTeacher[], date: IsoDate) =>
          teachersOn(of, date).map(({ staffId, hours }) => [staffId, hours]);
        for (const date of YEAR.filter((date) => date < one.from)) {
          expect(who(after, date)).toEqual(who(rows, date));
        }
      }),
    );
  });

  test('from its day on the new one teaches with these hours, the replaced one does not', () => {
    fc.assert(
      fc.property(history, change, (rows, one) => {
        const after = reassigned(rows, one);
        for (const date of YEAR.filter((date) => date >= one.from)) {
          const own = after.filter((row) => row.from <= date && (row.to ?? date) >= date);
          if (one.staffId !== undefined) {
            expect(own.find((row) => row.staffId === one.staffId)?.hours).toBe(one.hours);
          }
          if (one.instead !== undefined && one.instead !== one.staffId) {
            expect(own.some((row) => row.staffId === one.instead)).toBe(false);
          }
        }
      }),
    );
  });

  test('two rows of one teacher that meet on a day are refused', () => {
    const row = { staffId: 1, hours: 2, from: '2026-09-01', to: '2026-10-10' } as const;
    expect(areSound([row, { ...row, from: '2026-10-10', to: null }])).toBe(false);
    expect(areSound([row, { ...row, from: '2026-10-11', to: null }])).toBe(true);
    expect(areSound([{ ...row, to: '2026-08-31' }])).toBe(false);
    expect(hoursOn([row, { ...row, staffId: 2, hours: 0.5 }], '2026-09-05')).toBe(2.5);
  });
});

test('hours are planned once for the class and once for each subgroup', () => {
  expect(needOf({ planned: 3, whole: 3, groups: [] }).difference).toBe(0);
  expect(needOf({ planned: 3, whole: 0, groups: [3, 0] })).toEqual({
    needed: 6,
    given: 3,
    difference: -3,
  });
  expect(needOf({ planned: 3, whole: 1, groups: [2, 2] })).toEqual({
    needed: 5,
    given: 5,
    difference: 0,
  });
  expect(stateOf({ planned: 0.5, whole: 0, groups: [] })).toBe('missing');
  expect(stateOf({ planned: 2, whole: 0, groups: [1, 3] })).toBe('missing');
  expect(stateOf({ planned: 2, whole: 3, groups: [] })).toBe('surplus');
  expect(stateOf({ planned: 2, whole: 0, groups: [2, 2] })).toBe('even');
});

test('given exactly means no difference, and every subgroup taught as much as planned', () => {
  const hours = fc.integer({ min: 0, max: 12 }).map((halves) => halves / 2);
  fc.assert(
    fc.property(hours, hours, fc.array(hours, { maxLength: 4 }), (planned, whole, groups) => {
      const given = { planned, whole, groups };
      if (stateOf(given) !== 'even') return;
      expect(needOf(given).difference).toBe(0);
      for (const each of groups) expect(whole + each).toBe(planned);
    }),
  );
});
