import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysFromTo, type IsoDate } from '../calendar/iso-date';
import {
  endedFrom,
  groupOn,
  isOn,
  moved,
  overlap,
  without,
  type Membership,
  type Span,
} from './membership';

const FIRST = '2026-09-01';
const YEAR = daysFromTo('2026-08-25', '2027-06-05');
const dayAt = (offset: number): IsoDate => addDays(FIRST, offset);
const day = fc.integer({ min: 0, max: 270 }).map(dayAt);
const group = fc.constantFrom(1, 2, 3);
const until = fc.option(day, { nil: null });
const move = fc.record({ groupId: fc.option(group, { nil: null }), from: day, until });
const span: fc.Arbitrary<Span> = fc
  .tuple(day, fc.option(fc.integer({ min: 0, max: 120 }), { nil: null }))
  .map(([from, length]) => ({ from, to: length === null ? null : addDays(from, length) }));

/** Any history: moves one after another, in any order of days. */
const history = fc.array(move, { maxLength: 12 }).map((moves) => {
  let spans: Membership[] = [];
  for (const one of moves) spans = moved(spans, one);
  return spans;
});

describe('memberships of one division', () => {
  test('never two groups on one day, and no span ends before it begins', () => {
    fc.assert(
      fc.property(history, (spans) => {
        for (const date of YEAR) {
          expect(spans.filter((one) => isOn(one, date)).length).toBeLessThan(2);
        }
        for (const [index, one] of spans.entries()) {
          expect(one.to === null || one.from <= one.to).toBe(true);
          for (const other of spans.slice(index + 1)) expect(overlap(one, other)).toBe(false);
        }
      }),
    );
  });

  test('a move changes no day before it: marks stay with the group they were given in', () => {
    fc.assert(
      fc.property(history, move, (spans, one) => {
        const after = moved(spans, one);
        for (const date of YEAR.filter((date) => date < one.from)) {
          expect(groupOn(after, date)).toBe(groupOn(spans, date));
        }
      }),
    );
  });

  test('from its day on the pupil is in the new group until leaving the class, and in no other', () => {
    fc.assert(
      fc.property(history, move, (spans, one) => {
        const after = moved(spans, one);
        for (const date of YEAR.filter((date) => date >= one.from)) {
          const there = one.until === null || date <= one.until;
          expect(groupOn(after, date)).toBe(there ? (one.groupId ?? undefined) : undefined);
        }
      }),
    );
  });

  test('the same move twice is the same as once', () => {
    fc.assert(
      fc.property(history, move, (spans, one) => {
        const once = moved(spans, one);
        expect(moved(once, one)).toEqual(once);
      }),
    );
  });

  test('staying where one is keeps the row', () => {
    const spans = [{ id: 7, groupId: 1, from: FIRST, to: null }] as const;
    const later = { groupId: 1, from: '2026-11-02', until: null } as const;
    expect(moved(spans, later)).toEqual(spans);
  });

  test('leaving the class ends all: nothing on that day and later, everything before as it was', () => {
    fc.assert(
      fc.property(history, day, (spans, from) => {
        const left = endedFrom(spans, from);
        for (const date of YEAR) {
          expect(groupOn(left, date)).toBe(date < from ? groupOn(spans, date) : undefined);
        }
      }),
    );
  });
});

test('taking days away leaves exactly the others', () => {
  fc.assert(
    fc.property(span, fc.array(span, { maxLength: 4 }), (one, away) => {
      const left = without(one, away);
      for (const date of YEAR) {
        const expected = isOn(one, date) && !away.some((gone) => isOn(gone, date));
        expect(left.filter((part) => isOn(part, date)).length).toBe(expected ? 1 : 0);
      }
    }),
  );
});
