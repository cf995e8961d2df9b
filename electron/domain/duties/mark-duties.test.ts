import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate } from '../calendar/iso-date';
import { addHours, at, dayOf, endOf } from '../regulation/instant';
import { PRESETS } from '../regulation/presets/index';
import { PRESET_IDS } from '../regulation/regulation';
import { quarters, year } from '../regulation/testing/clause-table';
import { stateOf } from './duty';
import {
  debtsOwed,
  fewMarksOwed,
  periodMarksOwed,
  workOwed,
  type Owed,
  type WorkFacts,
} from './mark-duties';
import { repeatedOwed, termOwed } from './term-duties';

const preset = fc.constantFrom(...PRESET_IDS).map((id) => PRESETS[id]);
const date = fc
  .integer({ min: 0, max: 260 })
  .map((offset): IsoDate => addDays(year.startsOn, offset));
const count = fc.integer({ min: 0, max: 30 });
const hours = fc.integer({ min: -24 * 40, max: 24 * 120 });
const open = () => ({ open: true }) as const;
const second = quarters[1]!;

const lessonOn = (day: IsoDate) => ({
  date: day,
  grade: 8,
  shift: 1,
  studyDays: 5,
  startsAt: '10:20',
  endsAt: '11:00',
});
const work: fc.Arbitrary<WorkFacts & { readonly handIn: number | null }> = fc.record({
  dueOn: fc.constant(null),
  handIn: fc.option(fc.integer({ min: 0, max: 14 }), { nil: null }),
  control: fc.boolean(),
  unmarked: count,
  marked: count,
});

/** Every rule of this file and of the terms, as of a moment. */
const rules = fc.record({ regulation: preset, day: date, work, missing: count }).map((one) => {
  const facts = {
    ...one.work,
    dueOn: one.work.handIn === null ? null : addDays(one.day, one.work.handIn),
  };
  return {
    ...one,
    all: (missing: number) =>
      [
        (now) =>
          workOwed(
            one.regulation,
            lessonOn(one.day),
            { ...facts, unmarked: missing },
            year,
            now,
            open,
          ),
        (now) => debtsOwed({ dots: missing, dueOn: one.day }, dayOf(now), open),
        (now) => periodMarksOwed(one.regulation, second, missing, dayOf(now), open),
        (now) => termOwed(one.regulation, 'plansReady', year, quarters, missing, dayOf(now)),
        (now) =>
          repeatedOwed(one.regulation, 'pupilDataChecked', one.day, quarters, missing, dayOf(now)),
      ] as readonly ((now: `${IsoDate}T${string}`) => Owed | undefined)[],
  };
});

test('nothing is owed where nothing is missing', () => {
  fc.assert(
    fc.property(rules, hours, ({ all, day }, after) => {
      const now = addHours(at(day, '12:00'), after);
      expect(all(0).map((rule) => rule(now))).toEqual(all(0).map(() => undefined));
    }),
  );
});

test('what is overdue stays so while its fact is missing', () => {
  fc.assert(
    fc.property(rules, hours, hours, ({ all, day, missing }, a, b) => {
      const [sooner, later] = [Math.min(a, b), Math.max(a, b)].map((after) =>
        addHours(at(day, '12:00'), after),
      );
      for (const rule of all(missing)) {
        const overdue = (now = endOf(day)) => {
          const owed = rule(now);
          return owed !== undefined && stateOf(owed, now) === 'overdue';
        };
        expect(!overdue(sooner) || overdue(later)).toBe(true);
      }
    }),
  );
});

test('one more fact never adds: fewer missing is the same duty with fewer, or none', () => {
  fc.assert(
    fc.property(rules, count, hours, ({ all, day, missing }, fewer, after) => {
      const now = addHours(at(day, '12:00'), after);
      const less = Math.min(fewer, missing);
      all(missing).forEach((rule, index) => {
        const before = rule(now);
        const afterwards = all(less)[index]!(now);
        if (afterwards === undefined) return;
        expect(before).toBeDefined();
        expect(afterwards.count).toBeLessThanOrEqual(before!.count);
        expect(afterwards.due).toBe(before!.due);
      });
    }),
  );
});

test('the term of a work counts from the day it is handed in; of a control work of everybody', () => {
  const owed = (facts: Partial<WorkFacts>) =>
    workOwed(
      PRESETS.ins,
      lessonOn('2026-11-16'),
      { dueOn: null, control: true, unmarked: 3, marked: 20, ...facts },
      year,
      '2026-11-25T12:00',
      open,
    );
  expect(owed({})?.due).toBe('2026-11-19T23:59');
  expect(owed({ dueOn: '2026-11-20' })?.due).toBe('2026-11-23T23:59');
  expect(owed({ control: false })).toBeUndefined();
  expect(owed({ control: false, marked: 0 })?.count).toBe(3);
});

test('who lacks marks is told two weeks ahead and only while there is time', () => {
  const owed = (today: IsoDate) => fewMarksOwed({ marks: 3, by: '2026-12-28' }, 5, [], today);
  expect(owed('2026-12-13')).toBeUndefined();
  expect(owed('2026-12-14')?.due).toBe('2026-12-28T23:59');
  expect(owed('2026-12-29')).toBeUndefined();
});

test('marks for a quarter are owed from the day they are set on (R3)', () => {
  const owed = (id: 'kia' | 'tip', today: IsoDate) =>
    periodMarksOwed(PRESETS[id], { startsOn: '2026-11-09', endsOn: '2026-12-30' }, 25, today, open);
  expect(owed('kia', '2026-12-27')).toBeUndefined();
  expect(owed('kia', '2026-12-28')?.due).toBe('2026-12-28T23:59');
  expect(owed('tip', '2026-12-29')).toBeUndefined();
  expect(owed('tip', '2026-12-30')?.due).toBe('2027-01-06T23:59');
});
