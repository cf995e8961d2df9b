import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate } from '../calendar/iso-date';
import { deadlineOf, type EntryKind, type LessonFacts } from '../regulation/deadlines';
import { at, endOf, type LocalInstant } from '../regulation/instant';
import { lockOf, type LockedThing } from '../regulation/locks';
import { PRESETS } from '../regulation/presets/index';
import { PRESET_IDS } from '../regulation/regulation';
import { OPEN_YEAR, year } from '../regulation/testing/clause-table';
import {
  enteredUntil,
  openingOf,
  outageCause,
  outageCovers,
  outageIsOpen,
  outageProblem,
  outageSpan,
  type Outage,
} from './outage';

const day = fc.integer({ min: 0, max: 40 }).map((days): IsoDate => addDays('2026-11-01', days));
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((pair) => pair.map((part) => String(part).padStart(2, '0')).join(':'));
const instant = fc.tuple(day, clock).map(([date, time]) => at(date, time));
const outage: fc.Arbitrary<Outage> = fc
  .record({
    ends: fc.tuple(instant, fc.option(instant, { nil: null })),
    late: fc.integer({ min: 0, max: 20 }),
    classIds: fc.subarray([1, 2, 3]),
    withdrawnAt: fc.constantFrom(null, '2026-11-20T10:00' as const),
  })
  .map(({ ends: [one, other], late, classIds, withdrawnAt }) => {
    const [fromAt, toAt] = other === null || one <= other ? [one, other] : [other, one];
    const last = (toAt ?? fromAt).slice(0, 10) as IsoDate;
    return {
      fromAt,
      toAt,
      what: 'отключили свет',
      untilDay: addDays(last, late),
      classIds,
      recordedAt: fromAt,
      withdrawnAt,
    };
  });
const lesson = fc.record({
  date: day,
  hours: fc.option(fc.tuple(clock, clock), { nil: undefined }),
  classIds: fc.subarray([1, 2, 3, 4], { minLength: 1 }),
});
const then = ({
  date,
  hours,
  classIds,
}: typeof lesson extends fc.Arbitrary<infer T> ? T : never) => {
  const [startsAt, endsAt] = hours?.toSorted() ?? [];
  return { date, startsAt, endsAt, classIds };
};

test('a lesson is met exactly where some minute of it lies in the failure, and some class of it', () => {
  fc.assert(
    fc.property(outage, lesson, (one, drawn) => {
      const held = then(drawn);
      const begins = at(held.date, held.startsAt ?? '00:00');
      const ends = at(held.date, held.endsAt ?? '23:59');
      const inTime = begins <= (one.toAt ?? '9999-01-01T00:00') && ends >= one.fromAt;
      const inClass =
        one.classIds.length === 0 || one.classIds.some((id) => held.classIds.includes(id));
      expect(outageCovers(one, held)).toBe(inTime && inClass);
    }),
  );
});

test('deadlines of R1 move to the failure’s last day and never come nearer; of other lessons they stay', () => {
  const kinds: readonly EntryKind[] = [
    'attendance',
    'topic',
    'homework',
    'oralMark',
    'writtenMark',
  ];
  fc.assert(
    fc.property(
      fc.array(outage, { maxLength: 3 }),
      lesson,
      fc.constantFrom(...PRESET_IDS),
      fc.constantFrom(...kinds),
      (outages, drawn, preset, kind) => {
        const held = then(drawn);
        const facts: LessonFacts = { ...held, grade: 8, shift: 1, studyDays: 6 };
        const until = enteredUntil(outages, held);
        const usual = deadlineOf(PRESETS[preset], kind, facts, year)?.at;
        const moved = deadlineOf(
          PRESETS[preset],
          kind,
          { ...facts, enteredUntil: until },
          year,
        )?.at;
        if (usual === undefined) return expect(moved).toBeUndefined();
        expect(moved).toBe(until !== undefined && until > usual ? until : usual);
        const met = outages.filter((one) => one.withdrawnAt === null && outageCovers(one, held));
        expect(until !== undefined).toBe(met.length > 0);
        for (const one of met) expect(endOf(one.untilDay) <= until!).toBe(true);
      },
    ),
  );
});

test('what the regulation has closed is open until the last day, but never in a closed year', () => {
  const things: readonly LockedThing[] = ['attendance', 'topic', 'homework', 'oralMark'];
  fc.assert(
    fc.property(outage, lesson, instant, fc.constantFrom(...things), (one, drawn, now, what) => {
      const facts: LessonFacts = { ...then(drawn), grade: 8, shift: 1, studyDays: 6 };
      const rules = {
        ...PRESETS.ins,
        rules: {
          ...PRESETS.ins.rules,
          recordsClosedToo: { ...PRESETS.ins.rules.recordsClosedToo, value: true },
        },
      };
      const lock = (closed: LocalInstant | null) =>
        lockOf(
          rules,
          what,
          facts,
          year,
          now,
          { ...OPEN_YEAR, yearClosedOn: closed && '2026-09-02' },
          [openingOf(one)],
        );
      if (outageIsOpen(one, now)) expect(lock(null).open).toBe(true);
      expect(lock('2026-09-02T00:00').open).toBe(false);
    }),
  );
});

test('a failure is told in words, hours only where they matter', () => {
  const [fromAt, toAt] = ['2026-11-23T00:00', '2026-11-23T23:59'] as const;
  expect(outageSpan({ fromAt, toAt })).toBe('23.11.2026');
  expect(outageSpan({ fromAt: '2026-11-23T10:00', toAt: '2026-11-23T12:00' })).toBe(
    '23.11.2026, 10:00–12:00',
  );
  expect(outageSpan({ fromAt: '2026-11-23T10:00', toAt: '2026-11-24T23:59' })).toBe(
    '23.11.2026 10:00 – 24.11.2026',
  );
  expect(outageSpan({ fromAt, toAt: null })).toBe('с 23.11.2026');
  expect(outageCause({ fromAt, toAt, what: 'отключили свет' })).toBe(
    'Технический сбой 23.11.2026: отключили свет',
  );
});

test('what cannot be a failure is told', () => {
  const around = {
    now: '2026-11-23T12:00' as const,
    year: { startsOn: '2026-09-01', endsOn: '2027-05-26' } as const,
  };
  const said = { fromAt: '2026-11-23T10:00', toAt: null, untilDay: '2026-11-27' } as const;
  expect(outageProblem(said, around)).toBeUndefined();
  expect(outageProblem({ ...said, fromAt: '2026-11-24T10:00' }, around)).toBe('dates');
  expect(outageProblem({ ...said, toAt: '2026-11-23T09:00' }, around)).toBe('dates');
  expect(outageProblem({ ...said, toAt: '2026-11-24T09:00' }, around)).toBe('dates');
  expect(outageProblem({ ...said, fromAt: '2026-08-23T10:00' }, around)).toBe('dates');
  expect(outageProblem({ ...said, untilDay: '2026-11-22' }, around)).toBe('pastDay');
  expect(outageProblem({ ...said, untilDay: '2028-11-22' }, around)).toBe('openedTooLong');
});
