import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Weekday } from '../calendar/iso-date';
import { compareTimetables } from './compare-timetables';
import { placementKey, timetableGround, type Placement, type TimetablePage } from './ground';
import { ownRoom, roomChoices, type TimetableRoom } from './room-choice';
import { unplacedHours, weeklyHoursOf } from './unplaced';

const page = (id: number, rest: Partial<TimetablePage> = {}): TimetablePage => ({
  id,
  classIds: [1],
  groupId: id,
  whole: true,
  division: '',
  subjectId: id,
  counted: true,
  physical: false,
  hard: false,
  teacherIds: [10 + id],
  audience: 0,
  hours: 2,
  ...rest,
});
const at = (pageId: number, lessonNumber: number, rest: Partial<Placement> = {}): Placement => ({
  pageId,
  weekday: 1,
  lessonNumber,
  week: 0,
  roomId: null,
  ...rest,
});

test('hours of a page: one teacher, shared out, held together, by the curriculum', () => {
  expect(weeklyHoursOf([3], undefined)).toBe(3);
  expect(weeklyHoursOf([2, 1], undefined)).toBe(3);
  expect(weeklyHoursOf([2, 2], undefined)).toBe(2);
  expect(weeklyHoursOf([2, 2], 4)).toBe(4);
  expect(weeklyHoursOf([2, 2], 2)).toBe(2);
  expect(weeklyHoursOf([], 2)).toBe(2);
  expect(weeklyHoursOf([], undefined)).toBe(0);
});

test('an hour of one of alternating weeks counts a half', () => {
  const pages = [page(1, { hours: 1.5 })];
  const placed = [at(1, 1), at(1, 2, { week: 1 })];
  expect(unplacedHours(pages, placed, true).get(1)).toBe(0);
  expect(unplacedHours(pages, placed, false).get(1)).toBe(-0.5);
});

test('rooms: free before taken, used, own, fitted, of the class before any other', () => {
  const rooms: TimetableRoom[] = [
    { id: 1, name: '101', keeperId: null, subjectIds: [] },
    { id: 2, name: '102', keeperId: 11, subjectIds: [] },
    { id: 3, name: '103', keeperId: null, subjectIds: [1] },
    { id: 4, name: '104', keeperId: null, subjectIds: [] },
    { id: 5, name: '105', keeperId: null, subjectIds: [] },
  ];
  const ground = timetableGround({
    pages: [page(1), page(2, { classIds: [2], audience: 1 })],
    classes: [{ id: 1, grade: 5, shift: 1, studyDays: 5, roomId: 4 }],
    audiences: [[1], [2]],
    busy: [],
    bells: [],
  });
  const order = (placements: readonly Placement[]) =>
    roomChoices(ground, placements, at(1, 2), rooms).map(({ room, takenBy }) =>
      takenBy === undefined ? room.id : -room.id,
    );
  expect(order([])).toEqual([2, 3, 4, 1, 5]);
  expect(order([at(1, 1, { roomId: 5 }), at(2, 2, { roomId: 2 })])).toEqual([5, 3, 4, 1, -2]);
  expect(ownRoom(roomChoices(ground, [], at(1, 2), rooms))).toBe(2);
  expect(ownRoom(roomChoices(ground, [], at(2, 2), rooms.slice(0, 1)))).toBeNull();
});

test('a comparison leads from one version to the other', () => {
  const some = fc.uniqueArray(
    fc.record({
      pageId: fc.constantFrom<number>(1, 2),
      weekday: fc.constantFrom<Weekday>(1, 2, 3),
      lessonNumber: fc.constantFrom<number>(1, 2, 3),
      week: fc.constant<0 | 1 | 2>(0),
      roomId: fc.constantFrom<number | null>(null, 1),
    }),
    { maxLength: 10, selector: placementKey },
  );
  const keys = (all: Iterable<Placement>) =>
    [...all].map((one) => `${placementKey(one)} ${one.roomId ?? ''}`).sort();
  fc.assert(
    fc.property(some, some, (before, after) => {
      const result = new Map(before.map((one) => [placementKey(one), one]));
      const differences = compareTimetables(before, after);
      for (const { moved, added, removed, rooms } of differences) {
        for (const one of [...removed, ...moved.map(({ from }) => from)]) {
          result.delete(placementKey(one));
        }
        for (const one of [...added, ...[...moved, ...rooms].map(({ to }) => to)]) {
          result.set(placementKey(one), one);
        }
        expect(Math.min(added.length, removed.length)).toBe(0);
      }
      expect(keys(result.values())).toEqual(keys(after));
      expect(compareTimetables(after, after)).toEqual([]);
    }),
  );
});
