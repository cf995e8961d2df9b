import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '../calendar/iso-date';
import { lessonHour, lessonOver, sameHour, type ClockTime, type RungBell } from './lesson-hour';

const bell = (change: Partial<RungBell>): RungBell => ({
  shift: 1,
  weekday: null,
  date: null,
  gradeFrom: 1,
  gradeTo: 11,
  lessonNumber: 1,
  startsAt: '08:30',
  endsAt: '09:15',
  ...change,
});
const lesson = { date: '2026-11-23', number: 1, shift: 1, grade: 8 } as const;

test('the narrowest bells ring: of the day, of the weekday, of every day', () => {
  const every = bell({ endsAt: '09:15' });
  const monday = bell({ weekday: 1, endsAt: '09:10' });
  const day = bell({ date: '2026-11-23', endsAt: '09:00' });
  expect(lessonHour(lesson, [every, monday]).endsAt).toBe('09:10');
  expect(lessonHour(lesson, [day, monday, every]).endsAt).toBe('09:00');
  expect(lessonHour({ ...lesson, date: '2026-11-24' }, [every, monday, day]).endsAt).toBe('09:15');
  expect(lessonHour({ ...lesson, shift: 2 }, [every]).endsAt).toBeNull();
  expect(lessonHour(lesson, [bell({ gradeTo: 4 })]).endsAt).toBeNull();
});

test('shifts meet by the clock, not by number; without bells by number within the shift', () => {
  const first = { number: 6, shift: 1, startsAt: '13:00', endsAt: '13:45' } as const;
  const second = { number: 1, shift: 2, startsAt: '13:30', endsAt: '14:15' } as const;
  expect(sameHour(first, second)).toBe(true);
  expect(sameHour(first, { ...second, startsAt: '13:45' })).toBe(false);
  const bare = { startsAt: null, endsAt: null };
  expect(sameHour({ ...bare, number: 1, shift: 1 }, { ...bare, number: 1, shift: 2 })).toBe(false);
});

test('a lesson is over from its end on, and never before its day (ТИП 2.13)', () => {
  const clocks = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((one) => String(one).padStart(2, '0')).join(':') as ClockTime);
  fc.assert(
    fc.property(clocks, fc.option(clocks), (clock, endsAt) => {
      const now = { today: '2026-11-23', clock } as const;
      expect(lessonOver('2026-11-22', { endsAt }, now)).toBe(true);
      expect(lessonOver('2026-11-24', { endsAt }, now)).toBe(false);
      expect(lessonOver('2026-11-23', { endsAt }, now)).toBe(endsAt !== null && endsAt <= clock);
    }),
  );
});

test('the narrowest rule rings: the very day, the weekday, every day; fewer grades before more', () => {
  const rung = (
    startsAt: ClockTime,
    endsAt: ClockTime,
    part: Partial<RungBell> = {},
  ): RungBell => ({
    shift: 1,
    weekday: null,
    date: null,
    gradeFrom: 1,
    gradeTo: 12,
    lessonNumber: 1,
    startsAt,
    endsAt,
    ...part,
  });
  const bells = [
    rung('08:30', '09:10'),
    rung('08:30', '09:05', { gradeTo: 1 }),
    rung('09:00', '09:40', { weekday: 1 }),
    rung('08:30', '09:00', { date: '2026-12-30' }),
  ];
  for (const order of [bells, bells.toReversed()]) {
    const at = (grade: number, date: IsoDate, shift = 1) =>
      lessonHour({ date, number: 1, shift, grade }, order);
    expect(at(5, '2026-11-24').endsAt).toBe('09:10');
    expect(at(1, '2026-11-24').endsAt).toBe('09:05');
    expect(at(5, '2026-11-23').startsAt).toBe('09:00');
    expect(at(1, '2026-11-23').startsAt).toBe('09:00');
    expect(at(5, '2026-12-30').endsAt).toBe('09:00');
    expect(at(5, '2026-11-24', 2).startsAt).toBeNull();
  }
});
