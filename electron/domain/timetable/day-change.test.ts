import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate } from '../calendar/iso-date';
import {
  decisionProblem,
  placeAfter,
  takeBackProblem,
  type ChangeableLesson,
  type Decision,
} from './day-change';

const days = fc.integer({ min: 0, max: 9 }).map((day): IsoDate => addDays('2026-11-23', day));
const numbers = fc.integer({ min: 1, max: 8 });
const rooms = fc.integer({ min: 1, max: 3 });
const lessons: fc.Arbitrary<ChangeableLesson> = fc.record({
  date: days,
  lessonNumber: numbers,
  roomId: fc.option(rooms),
  cancelled: fc.boolean(),
  heldInRoomId: fc.option(rooms),
  holds: fc.boolean(),
  substituted: fc.boolean(),
});
const decisions: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({ kind: fc.constant('substitution' as const), staffId: numbers }),
  fc.record({ kind: fc.constant('cancellation' as const) }),
  fc.record({ kind: fc.constant('move' as const), date: days, lessonNumber: numbers }),
  fc.record({ kind: fc.constant('replacement' as const), pageId: numbers }),
  fc.record({ kind: fc.constant('room' as const), roomId: rooms }),
);

test('what was held stays where and what it is; a cancelled lesson takes no decision', () => {
  fc.assert(
    fc.property(lessons, decisions, (lesson, decision) => {
      const problem = decisionProblem(lesson, decision);
      if (lesson.cancelled) expect(problem).toBe('lessonCancelled');
      if (problem !== undefined) return;
      const after = placeAfter(lesson, decision);
      const { date, lessonNumber, roomId, cancelled } = lesson;
      const same = { date, lessonNumber, roomId, cancelled };
      if (lesson.holds) expect(after).toMatchObject({ date, lessonNumber, cancelled });
      // A substitution leaves the lesson as it is; nothing else does.
      if (decision.kind === 'substitution') expect(after).toEqual(same);
      if (decision.kind === 'room') expect(after).toEqual({ ...same, roomId: decision.roomId });
      if (decision.kind === 'move') {
        expect([after.date, after.lessonNumber]).not.toEqual([date, lessonNumber]);
      }
    }),
  );
});

test('a moved lesson keeps the room it was to be held in', () => {
  fc.assert(
    fc.property(lessons, days, numbers, (lesson, date, lessonNumber) => {
      const after = placeAfter(lesson, { kind: 'move', date, lessonNumber });
      expect(after).toMatchObject({ date, lessonNumber, roomId: lesson.heldInRoomId });
    }),
  );
});

test('only the last change goes, and nothing that was held is taken away', () => {
  const change = {
    kind: 'move',
    isLast: true,
    lessonHolds: false,
    madeLessonHolds: false,
  } as const;
  expect(takeBackProblem(change)).toBeUndefined();
  expect(takeBackProblem({ ...change, isLast: false })).toBe('laterChange');
  expect(takeBackProblem({ ...change, lessonHolds: true })).toBe('lessonHeld');
  const replacement = { ...change, kind: 'replacement', lessonHolds: true } as const;
  expect(takeBackProblem(replacement)).toBeUndefined();
  expect(takeBackProblem({ ...replacement, madeLessonHolds: true })).toBe('lessonHeld');
  expect(takeBackProblem({ ...change, kind: 'substitution', lessonHolds: true })).toBeUndefined();
});
