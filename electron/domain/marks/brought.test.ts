import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysFromTo, type IsoDate } from '../calendar/iso-date';
import { FIVE_POINT_MARKS } from './assessment';
import { averageOf, weightedAverageOf } from './average';
import {
  daysElsewhere,
  formatBrought,
  mayBring,
  parseBrought,
  type BroughtGround,
  type BroughtMark,
} from './brought';
import { numberOf } from './mark-value';
import { FIVE_POINTS } from './point-scale';
import { compareRatios } from './ratio';

const FIRST = { startsOn: '2026-09-01', endsOn: '2026-10-25' } as const;
const SECOND = { startsOn: '2026-11-02', endsOn: '2026-12-30' } as const;
const ARRIVED = [{ from: '2026-11-16', to: null }] as const;
const ground: BroughtGround = {
  kind: 'current',
  period: SECOND,
  assessment: FIVE_POINT_MARKS,
  stays: ARRIVED,
};

const valueOf = (text: string, change: Partial<BroughtGround> = {}) =>
  parseBrought(text, { ...ground, ...change });

test('marks are typed as on the paper, with weight and day where it says so', () => {
  const plain = (value: string) => ({ value, weight: 1, date: null });
  const four = ['5', '4', '4', '3'].map(plain);
  for (const text of ['5 4 4 3', '5443', ' 5, 4; 4  3 ', '5\t4\n4 3']) {
    expect(valueOf(text)).toEqual(four);
  }
  expect(valueOf('5×2 4 х3')).toMatchObject({ problem: 'unknown' });
  expect(valueOf('5х2 4*3 3 (09.11) 2 (9.11.26)')).toEqual([
    { value: '5', weight: 2, date: null },
    { value: '4', weight: 3, date: null },
    { value: '3', weight: 1, date: '2026-11-09' },
    { value: '2', weight: 1, date: '2026-11-09' },
  ]);
  expect(valueOf('зач незач', { assessment: { ...FIVE_POINT_MARKS, grading: 'credit' } })).toEqual([
    plain('зач'),
    plain('незач'),
  ]);
  expect(valueOf('  ')).toEqual([]);
});

test('what is no such mark is told with the word it is about', () => {
  expect(valueOf('5 ф')).toEqual({ problem: 'unknown', part: 'ф' });
  expect(valueOf('5 6')).toEqual({ problem: 'otherScale', part: '6' });
  expect(valueOf('5 .')).toEqual({ problem: 'debt' });
  expect(valueOf('зач')).toEqual({ problem: 'otherScale', part: 'зач' });
  expect(valueOf('5×101')).toEqual({ problem: 'weight', part: '5×101' });
  expect(valueOf('5(31.02)')).toEqual({ problem: 'date', part: '5(31.02)' });
  expect(valueOf('5(12.10)')).toEqual({ problem: 'date', part: '5(12.10)' });
  expect(valueOf('5(16.11)')).toEqual({ problem: 'dateHere', part: '5(16.11)' });
  expect(valueOf('5 '.repeat(61))).toEqual({ problem: 'tooMany' });
  expect(valueOf('4 5', { kind: 'period', period: FIRST })).toEqual({ problem: 'onlyOne' });
});

test('the mark of a period the pupil ends here is not brought', () => {
  expect(mayBring(FIRST, ARRIVED)).toEqual({ current: true, period: true });
  expect(mayBring(SECOND, ARRIVED)).toEqual({ current: true, period: false });
  expect(valueOf('4', { kind: 'period' })).toEqual({ problem: 'notAway' });
  expect(valueOf('4', { kind: 'period', period: FIRST })).toMatchObject([{ value: '4' }]);
});

test('who left and came back may bring what lies between; who only left brings nothing', () => {
  const gone = { from: '2026-09-01', to: '2026-10-10' } as const;
  expect(mayBring(FIRST, [gone])).toEqual({ current: false, period: false });
  const back = [gone, { from: '2026-11-16', to: null }] as const;
  expect(mayBring(FIRST, back)).toEqual({ current: true, period: true });
  expect(daysElsewhere(FIRST, back)).toEqual([{ from: '2026-10-11', to: '2026-10-25' }]);
});

const days = daysFromTo(SECOND.startsOn, addDays(ARRIVED[0].from, -1));
const marks = fc.array(
  fc.record({
    value: fc.constantFrom('1', '2', '3', '4', '5', 'н/а', 'осв'),
    weight: fc.integer({ min: 0, max: 100 }),
    date: fc.option(fc.constantFrom<IsoDate>(...days), { nil: null }),
  }),
  { maxLength: 60 },
) as fc.Arbitrary<BroughtMark[]>;

test('what is formatted is read back as it was', () => {
  fc.assert(
    fc.property(marks, (some) => {
      expect(valueOf(formatBrought(some))).toEqual(some);
    }),
  );
});

test('any text is understood or refused, never thrown at', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'5443 ×*хx(.);,16.зачн/'.split('')) }),
  );
  fc.assert(
    fc.property(text, (one) => {
      const parsed = valueOf(one);
      if ('problem' in parsed) return;
      expect(valueOf(formatBrought(parsed))).toEqual(parsed);
    }),
  );
});

test('an average with brought marks lies between that of the own and that of the brought', () => {
  const numeric = marks.map((some) => some.filter(({ value }) => numberOf(value) !== undefined));
  fc.assert(
    fc.property(numeric, numeric, (own, brought) => {
      const all = [...own, ...brought];
      for (const average of [
        (some: readonly BroughtMark[]) =>
          averageOf(
            some.map(({ value }) => value),
            FIVE_POINTS,
          ),
        (some: readonly BroughtMark[]) => weightedAverageOf(some, FIVE_POINTS),
      ]) {
        const [a, b, both] = [average(own), average(brought), average(all)];
        if (a === undefined || b === undefined) {
          expect(both).toEqual(a ?? b);
        } else if (both !== undefined) {
          const [low, high] = compareRatios(a, b) <= 0 ? [a, b] : [b, a];
          expect(compareRatios(low, both)).toBeLessThanOrEqual(0);
          expect(compareRatios(both, high)).toBeLessThanOrEqual(0);
        }
      }
      // In which school a mark was given makes no difference.
      expect(weightedAverageOf([...brought, ...own], FIVE_POINTS)).toEqual(
        weightedAverageOf(all, FIVE_POINTS),
      );
    }),
  );
});

test('marks of another scale are taken as they are; the mark of a period by its own scale', () => {
  const scale = {
    lowest: 1,
    highest: 10,
    satisfactoryFrom: 5,
    goodFrom: 7,
    excellentFrom: 9,
    periodsInFive: true,
  };
  const assessment = { grading: 'marks', scale } as const;
  expect(valueOf('10 98', { assessment })).toMatchObject(
    ['10', '9', '8'].map((value) => ({ value })),
  );
  expect(valueOf('11', { assessment })).toMatchObject([{ value: '1' }, { value: '1' }]);
  const forPeriod = { assessment, kind: 'period', period: FIRST } as const;
  expect(valueOf('8', forPeriod)).toEqual({ problem: 'otherScale', part: '8' });
  expect(valueOf('4', forPeriod)).toMatchObject([{ value: '4' }]);
});
