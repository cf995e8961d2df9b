import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '../calendar/iso-date';
import { ATTENDANCES } from './attendance';
import { absenceSums, type LessonOfPupil } from './sums';

const anyLessons = fc.array(
  fc.record({
    date: fc.constantFrom<IsoDate>('2026-11-16', '2026-11-17', '2026-11-18'),
    attendance: fc.constantFrom(null, ...ATTENDANCES),
    lateMinutes: fc.constantFrom(null, 5, 10),
  }),
  { maxLength: 24 },
);

test('reasons add up to the whole, a day counts only where every lesson was missed', () => {
  fc.assert(
    fc.property(anyLessons, (lessons) => {
      const { lessons: sums, days, late } = absenceSums(lessons);
      for (const { total, ill, excused, absent } of [sums, days]) {
        expect(ill + excused + absent).toBe(total);
      }
      const present = lessons.filter(({ attendance }) => attendance === null).length;
      expect(sums.total + late + present).toBe(lessons.length);
      const whole = [...Map.groupBy(lessons, ({ date }) => date).values()].filter((own) =>
        own.every(({ attendance }) => attendance !== null && attendance !== 'late'),
      );
      expect(days.total).toBe(whole.length);
    }),
  );
});

test('a day has the reason that stands most often; where two do, none is known', () => {
  const day = (...attendances: LessonOfPupil['attendance'][]): LessonOfPupil[] =>
    attendances.map((attendance) => ({ date: '2026-11-16', attendance, lateMinutes: null }));
  expect(absenceSums(day('ill', 'ill', 'absent')).days).toMatchObject({ total: 1, ill: 1 });
  expect(absenceSums(day('ill', 'excused')).days).toMatchObject({ total: 1, absent: 1 });
  expect(absenceSums(day('ill', 'late')).days.total).toBe(0);
  expect(absenceSums([{ date: '2026-11-16', attendance: 'late', lateMinutes: 10 }])).toMatchObject({
    late: 1,
    lateMinutes: 10,
  });
});
