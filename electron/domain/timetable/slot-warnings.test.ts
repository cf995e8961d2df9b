import { expect, test } from 'vitest';
import type { Weekday } from '../calendar/iso-date';
import { timetableGround, type Placement, type TimetablePage } from './ground';
import { slotHints, slotKey } from './slot-hints';
import { gapsOf, warningsOf } from './slot-warnings';

const page = (id: number, rest: Partial<TimetablePage> = {}): TimetablePage => ({
  id,
  classIds: [1],
  groupId: 1,
  whole: true,
  division: '',
  subjectId: id,
  counted: true,
  physical: false,
  hard: false,
  teacherIds: [id],
  audience: 0,
  hours: 3,
  ...rest,
});
const PHYSICAL = 20;
const OTHER_CLASS = 21;
const CLUB = 22;
const HARD = 23;
const ground = timetableGround({
  pages: [
    ...Array.from({ length: 10 }, (_, index) => page(index + 1)),
    page(PHYSICAL, { physical: true }),
    page(OTHER_CLASS, { classIds: [2], groupId: 2, audience: 1, teacherIds: [1] }),
    page(CLUB, { counted: false }),
    page(HARD, { hard: true }),
  ],
  classes: [
    { id: 1, grade: 3, shift: 1, studyDays: 5, roomId: null },
    { id: 2, grade: 3, shift: 1, studyDays: 5, roomId: null },
  ],
  audiences: [[1], [2]],
  busy: [],
  bells: [],
});
const at = (pageId: number, weekday: Weekday, lessonNumber: number): Placement => ({
  pageId,
  weekday,
  lessonNumber,
  week: 0,
  roomId: null,
});
const day = (weekday: Weekday, lessons: number, first = 1) =>
  Array.from({ length: lessons }, (_, index) => at(index + 1, weekday, index + first));
const kinds = (others: readonly Placement[], candidate: Placement) =>
  warningsOf(ground, others, candidate).map(({ kind }) => kind);

test('СанПиН: five lessons in grade 3, six once a week with physical education', () => {
  expect(kinds(day(1, 4), at(9, 1, 5))).toEqual([]);
  expect(kinds(day(1, 5), at(9, 1, 6))).toEqual(['tooLong']);
  expect(kinds(day(1, 5), at(PHYSICAL, 1, 6))).toEqual([]);
  const another = [...day(2, 5), at(PHYSICAL, 2, 6)];
  expect(kinds([...another, ...day(1, 5)], at(PHYSICAL, 1, 6))).toEqual(['tooLong']);
  expect(kinds(day(1, 6), at(PHYSICAL, 1, 7))).toEqual(['tooLong']);
  expect(kinds(day(1, 5), at(CLUB, 1, 6))).toEqual([]);
});

test('free lessons of the class and of the teacher are told where the hour makes them', () => {
  expect(kinds([at(2, 1, 1)], at(3, 1, 3))).toEqual(['classGap']);
  expect(kinds([at(2, 1, 1), at(3, 1, 3)], at(4, 1, 2))).toEqual([]);
  expect(kinds([at(OTHER_CLASS, 1, 1)], at(1, 1, 3))).toEqual(['teacherGap']);
  expect(gapsOf(new Set([2, 5, 6]))).toBe(2);
});

test('a subject twice a day, a Saturday of five-day week, a zeroth lesson', () => {
  expect(kinds([at(1, 1, 1)], at(1, 1, 2))).toEqual(['twiceADay']);
  expect(kinds([], at(1, 6, 1))).toEqual(['dayOff']);
  expect(kinds([], at(1, 1, 0))).toEqual(['zeroLesson']);
});

test('a hard subject is better neither the first lesson nor the last', () => {
  expect(kinds(day(1, 4, 2), at(HARD, 1, 1))).toEqual(['hardFirst']);
  expect(kinds(day(1, 3), at(HARD, 1, 4))).toEqual(['hardLast']);
  // Not the last of that day, or still within the good hours.
  expect(kinds([...day(1, 3), at(5, 1, 5)], at(HARD, 1, 4))).toEqual([]);
  expect(kinds(day(1, 2), at(HARD, 1, 3))).toEqual([]);
  expect(kinds(day(1, 3), at(9, 1, 4))).toEqual([]);
  // Two groups of the class learn at one time: it is the last for both.
  expect(kinds(day(1, 4), at(HARD, 1, 4))).toEqual(['hardLast']);
});

test('hints of the week: the hour that moves does not stand in its own way', () => {
  const placements = [...day(1, 3), at(OTHER_CLASS, 2, 1)];
  const hints = slotHints(ground, placements, [at(1, 1, 1)], {
    weekdays: [1, 2],
    numbers: [1, 2],
  });
  const level = (weekday: Weekday, lessonNumber: number) =>
    hints.get(slotKey({ weekday, lessonNumber }))?.level;
  expect(level(1, 1)).toBe('free');
  expect(level(1, 2)).toBe('never');
  // Its teacher teaches the other primary class then.
  expect(level(2, 1)).toBe('ask');
  expect(level(2, 2)).toBe('free');
  const twice = slotHints(ground, [at(1, 1, 1), at(1, 2, 2)], [at(1, 1, 1)], {
    weekdays: [2],
    numbers: [2],
  });
  expect(twice.get('2 2')?.level).toBe('never');
  // Advice is said and takes nothing from the place.
  const hard = slotHints(ground, [], [at(HARD, 1, 2)], { weekdays: [2], numbers: [1, 2] });
  expect(hard.get('2 1')).toMatchObject({ level: 'free', warnings: [{ kind: 'hardFirst' }] });
  expect(hard.get('2 2')).toMatchObject({ level: 'free', warnings: [] });
});
