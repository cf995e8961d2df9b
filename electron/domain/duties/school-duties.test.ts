import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate } from '../calendar/iso-date';
import { READINESS_STATES } from '../readiness/readiness';
import { SECTION_KEYS } from '../readiness/sections';
import { at, dayOf } from '../regulation/instant';
import { PRESETS } from '../regulation/presets/index';
import { PRESET_IDS } from '../regulation/regulation';
import { quarters, year } from '../regulation/testing/clause-table';
import { stateOf, DUTY_STATES } from './duty';
import { dutyWords } from './kinds';
import type { Owed } from './mark-duties';
import {
  copyOwed,
  programmeReportOwed,
  regulationOwed,
  setUpOwed,
  summarySheetOwed,
  yearUnopenedOwed,
} from './school-duties';

const preset = fc.constantFrom(...PRESET_IDS).map((id) => PRESETS[id]);
const offset = fc.integer({ min: -30, max: 330 });
const dayAt = (days: number): IsoDate => addDays(year.startsOn, days);
const section = fc.constantFrom(...SECTION_KEYS);
const item = fc.record({ section, state: fc.constantFrom(...READINESS_STATES) });

/** Every rule as of a day, with its fact still missing. */
const rules = fc.record({ regulation: preset, last: offset, item }).map((one) => {
  const undone = { ...one.item, state: 'missing' as const };
  const last = dayAt(one.last);
  return [
    (today) => copyOwed(one.regulation, last, year, quarters, today),
    (today) => copyOwed(one.regulation, undefined, year, quarters, today),
    (today) =>
      today > year.endsOn ? undefined : setUpOwed(one.regulation, undone, year, quarters, today),
    (today) => yearUnopenedOwed(one.regulation, year, undefined, today),
    (today) => summarySheetOwed(one.regulation, false, year, quarters, today),
    (today) => programmeReportOwed(one.regulation, last, year, quarters, today),
  ] satisfies ((today: IsoDate) => Owed | undefined)[];
});
const urgency = (owed: Owed, today: IsoDate) =>
  DUTY_STATES.indexOf(stateOf(owed, at(today, '12:00')));

test('a duty of the school grows more urgent day by day, and stays until its fact is there', () => {
  fc.assert(
    fc.property(rules, offset, fc.integer({ min: 1, max: 60 }), (all, first, later) => {
      const [early, late] = [dayAt(first), dayAt(first + later)];
      for (const rule of all) {
        const [before, after] = [rule(early), rule(late)];
        if (before === undefined || late > year.endsOn) continue;
        expect(after).toBeDefined();
        expect(urgency(after!, late)).toBeLessThanOrEqual(urgency(before, early));
        expect(after!.due).toBe(before.due);
      }
    }),
  );
});

test('nothing is told more than two weeks ahead but in its own days, and what is done is not told', () => {
  fc.assert(
    fc.property(rules, preset, item, offset, (all, regulation, one, days) => {
      const today = dayAt(days);
      for (const rule of all) {
        const owed = rule(today);
        if (owed !== undefined) expect(dayOf(owed.due) <= addDays(today, 14)).toBe(true);
      }
      expect(copyOwed(regulation, today, year, quarters, today)).toBeUndefined();
      expect(
        setUpOwed(regulation, { ...one, state: 'done' }, year, quarters, today),
      ).toBeUndefined();
      expect(summarySheetOwed(regulation, true, year, quarters, today)).toBeUndefined();
      expect(yearUnopenedOwed(regulation, year, { classes: 1 }, today)).toBeUndefined();
    }),
  );
});

test('a later copy is never owed sooner', () => {
  fc.assert(
    fc.property(
      preset,
      offset,
      fc.integer({ min: 0, max: 40 }),
      offset,
      (regulation, last, more, now) => {
        const owed = (day: number) =>
          copyOwed(regulation, dayAt(day), year, quarters, dayAt(now))?.due ?? '9999';
        expect(owed(last + more) >= owed(last)).toBe(true);
      },
    ),
  );
});

test('the days of the papers', () => {
  const copied = copyOwed(PRESETS.sgo, '2026-08-23', year, quarters, '2026-11-23');
  expect(copied).toMatchObject({ kind: 'backupLate', count: 92, clauses: ['СГО, администратор'] });
  expect(dutyWords('backupLate', copied!.count)).toBe('Резервная копия: последней 92 дня');
  expect(copyOwed(PRESETS.tip, '2026-11-20', year, quarters, '2026-11-23')).toBeUndefined();
  expect(copyOwed(PRESETS.tip, '2026-11-19', year, quarters, '2026-11-23')?.due).toBe(
    '2026-11-26T23:59',
  );

  const load = { section: 'load', state: 'partly' } as const;
  expect(setUpOwed(PRESETS.kia, load, year, quarters, '2026-08-05')).toBeUndefined();
  expect(setUpOwed(PRESETS.kia, load, year, quarters, '2026-08-06')?.due).toBe('2026-08-20T23:59');
  const rooms = { section: 'rooms', state: 'missing' } as const;
  expect(setUpOwed(PRESETS.elzh, rooms, year, quarters, '2026-09-06')).toMatchObject({
    due: '2026-09-05T23:59',
    clauses: ['ЭЛЖ 1.1.10', 'ЭЛЖ 1.2.5'],
  });
  expect(setUpOwed(PRESETS.elzh, rooms, year, quarters, addDays(year.endsOn, 1))).toBeUndefined();

  expect(yearUnopenedOwed(PRESETS.sgo, year, undefined, '2027-08-24')).toBeUndefined();
  expect(yearUnopenedOwed(PRESETS.sgo, year, { classes: 0 }, '2027-08-25')?.due).toBe(
    '2027-08-31T23:59',
  );

  expect(summarySheetOwed(PRESETS.elzh, false, year, quarters, '2027-06-20')?.due).toBe(
    '2027-06-30T23:59',
  );
  const [first] = quarters;
  const report = (made: IsoDate | undefined, today: IsoDate) =>
    programmeReportOwed(PRESETS.kia, made, year, quarters, today);
  expect(dayOf(report(undefined, '2026-11-23')!.due)).toBe(first!.endsOn);
  expect(report(first!.endsOn, '2026-11-23')).toBeUndefined();
});

test('a version of the regulation waits for the director, then for its day', () => {
  fc.assert(
    fc.property(offset, (days) => {
      const today = dayAt(days);
      const waits = (fromDate: string | null, approvedAt: string | null) =>
        regulationOwed({ fromDate, approvedAt }, today);
      expect(waits(null, null)).toMatchObject({ kind: 'regulationDraft' });
      expect(waits(null, '2026-11-20')).toMatchObject({ kind: 'regulationIdle' });
      expect(waits('2026-09-01', null)).toBeUndefined();
      expect(stateOf(waits(null, null)!, at(today, '12:00'))).toBe('today');
    }),
  );
  expect(dutyWords('summarySheets', 1, '7-А')).toBe('Распечатать сводную ведомость за год: 7-А');
  expect(dutyWords('summarySheets', 3, '7-А')).toBe(
    'Распечатать сводные ведомости за год: 3 класса',
  );
});
