import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate } from '../calendar/iso-date';
import { withMark } from './cell-edit';
import { EMPTY_CELL } from './cell-content';
import { datesFit, debtAge, isWritten, openDebts } from './assigned-work';

const day = fc.integer({ min: 0, max: 60 }).map((n): IsoDate => addDays('2026-11-02', n));
const cells = fc.array(
  fc.record({
    pupilId: fc.integer({ min: 1, max: 5 }),
    lessonId: fc.integer({ min: 1, max: 9 }),
    date: day,
    marks: fc.array(
      fc.record({
        work: fc.integer({ min: 1, max: 3 }),
        value: fc.constantFrom('.' as const, '4' as const, '2' as const, 'осв' as const),
      }),
      { maxLength: 4 },
    ),
  }),
  { maxLength: 12 },
);

test('each dot is one debt, the oldest first, and only dots are', () => {
  fc.assert(
    fc.property(cells, (all) => {
      const debts = openDebts(all, () => null);
      const dots = all.flatMap(({ marks }) => marks).filter(({ value }) => value === '.');
      expect(debts).toHaveLength(dots.length);
      expect(debts.map(({ date }) => date)).toEqual(debts.map(({ date }) => date).toSorted());
    }),
  );
});

test('a mark in place of the dot closes that debt and no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), (one, other) => {
      const owing = withMark(withMark(EMPTY_CELL, one, '.'), other, '.');
      const at = { pupilId: 1, lessonId: 1, date: '2026-11-18' } as const;
      const closed = { ...at, marks: withMark(owing, one, '4').marks };
      expect(openDebts([closed], () => null).map(({ work }) => work)).toEqual(
        one === other ? [] : [other],
      );
    }),
  );
});

test('a debt stands from its lesson and is overdue from the day after it was due', () => {
  const debt = { date: '2026-11-18', dueOn: '2026-11-20' } as const;
  expect(debtAge(debt, '2026-11-18')).toEqual({ days: 0, overdue: 0 });
  expect(debtAge(debt, '2026-11-20')).toEqual({ days: 2, overdue: 0 });
  expect(debtAge(debt, '2026-11-23')).toEqual({ days: 5, overdue: 3 });
  expect(debtAge({ ...debt, dueOn: null }, '2026-11-23')).toEqual({ days: 5, overdue: 0 });
});

test('the form is that of the kind unless the work says otherwise; nothing is due before it is given', () => {
  expect(isWritten({ written: null }, { written: true })).toBe(true);
  expect(isWritten({ written: false }, { written: true })).toBe(false);
  const lesson = '2026-11-18';
  expect(datesFit({ givenOn: null, dueOn: null }, lesson)).toBe(true);
  expect(datesFit({ givenOn: null, dueOn: '2026-11-17' }, lesson)).toBe(false);
  expect(datesFit({ givenOn: '2026-11-16', dueOn: '2026-11-17' }, lesson)).toBe(true);
});
