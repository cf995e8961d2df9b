import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DayLesson } from './day-lesson';
import { compareOffers, substituteOffers, type TeacherOfDay } from './free-teachers';
import { sameHour } from './lesson-hour';

const hourOf = (number: number, shift = 1) => ({ number, shift, startsAt: null, endsAt: null });
let ids = 0;
const lessonOf = (change: {
  readonly number: number;
  readonly teacher: number;
  readonly classId?: number;
  readonly subjectId?: number;
  readonly group?: number;
  readonly cancelled?: boolean;
}): DayLesson => {
  ids += 1;
  const { classId = 1, group = 0 } = change;
  return {
    id: ids,
    pageId: ids,
    group: {
      id: classId * 10 + group,
      classIds: [classId],
      whole: group === 0,
      pupilIds: new Set([group]),
    },
    subjectId: change.subjectId ?? 1,
    date: '2026-11-23',
    hour: hourOf(change.number),
    teacherIds: [change.teacher],
    roomId: null,
    cancelled: change.cancelled ?? false,
  };
};
const teacherOf = (staffId: number, change: Partial<TeacherOfDay> = {}): TeacherOfDay => ({
  staffId,
  name: `Учитель ${staffId}`,
  absent: false,
  subjectIds: new Set(),
  classIds: new Set(),
  busy: [],
  substitutions: 0,
  ...change,
});

test('first who teaches the subject, then the class, then by the gap and what was taken already', () => {
  const lesson = lessonOf({ number: 3, teacher: 1 });
  const day = [
    lesson,
    lessonOf({ number: 2, teacher: 5, classId: 2 }),
    lessonOf({ number: 4, teacher: 5, classId: 2 }),
    lessonOf({ number: 4, teacher: 6, classId: 3 }),
  ];
  const offers = substituteOffers(lesson, day, [
    teacherOf(9),
    teacherOf(8, { substitutions: 2, classIds: new Set([1]) }),
    teacherOf(7, { substitutions: 1, classIds: new Set([1]) }),
    teacherOf(6, { classIds: new Set([1]) }),
    teacherOf(5, { classIds: new Set([1]) }),
    teacherOf(4, { subjectIds: new Set([1]) }),
    teacherOf(3, { subjectIds: new Set([1]), classIds: new Set([1]) }),
  ]);
  expect(offers.map(({ staffId }) => staffId)).toEqual([3, 4, 5, 6, 7, 8, 9]);
  expect(offers.map(({ place }) => place).slice(2, 4)).toEqual(['gap', 'beside']);
});

test('two groups of one class in one subject may be merged, nothing else of the busy is offered', () => {
  const lesson = lessonOf({ number: 3, teacher: 1, group: 1 });
  const day = [
    lesson,
    lessonOf({ number: 3, teacher: 2, group: 2 }),
    lessonOf({ number: 3, teacher: 3, group: 2, subjectId: 7 }),
    lessonOf({ number: 3, teacher: 4, classId: 2, group: 2 }),
  ];
  const offers = substituteOffers(
    lesson,
    day,
    [2, 3, 4, 5].map((id) => teacherOf(id)),
  );
  expect(offers.map(({ staffId, merges }) => [staffId, merges])).toEqual([
    [5, false],
    [2, true],
  ]);
});

test('whoever is offered is there and free, or merges two groups; the order is one for all', () => {
  const numbers = fc.integer({ min: 1, max: 4 });
  const teacher = fc.integer({ min: 1, max: 6 });
  const lessons = fc.array(
    fc.record({
      number: numbers,
      teacher,
      classId: fc.integer({ min: 1, max: 2 }),
      subjectId: fc.integer({ min: 1, max: 2 }),
      group: fc.integer({ min: 0, max: 2 }),
      cancelled: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const teachers = fc.array(
    fc.record({
      absent: fc.boolean(),
      strict: fc.option(fc.boolean(), { nil: undefined }),
      number: numbers,
      substitutions: fc.nat({ max: 3 }),
    }),
    { minLength: 6, maxLength: 6 },
  );
  fc.assert(
    fc.property(lessons, teachers, (rows, people) => {
      const day = rows.map((row) => lessonOf(row));
      const [lesson] = day as [DayLesson];
      const staff = people.map(({ absent, strict, number, substitutions }, index) =>
        teacherOf(index + 1, {
          absent,
          substitutions,
          busy: strict === undefined ? [] : [{ number, strict }],
        }),
      );
      const offers = substituteOffers(lesson, day, staff);
      for (const offer of offers) {
        const own = staff.find(({ staffId }) => staffId === offer.staffId);
        expect(own?.absent).toBe(false);
        expect(lesson.teacherIds).not.toContain(offer.staffId);
        const then = day.filter(
          (other) =>
            other !== lesson &&
            !other.cancelled &&
            other.teacherIds.includes(offer.staffId) &&
            sameHour(other.hour, lesson.hour),
        );
        expect(offer.merges).toBe(then.length > 0);
        if (offer.merges) expect(then[0]?.group.classIds).toEqual(lesson.group.classIds);
      }
      expect(substituteOffers(lesson, day.toReversed(), staff.toReversed())).toEqual(offers);
      expect(offers.toSorted(compareOffers)).toEqual(offers);
    }),
  );
});
