import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeProblem } from './place';
import { canChangeWork, canPropose } from './rights';

const movedTo = { date: '2026-11-26', number: 3 } as const;

test('a lesson that is held is no problem, whatever happened around it', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), (moved, schoolDay) => {
      const facts = {
        lesson: { cancelled: false },
        movedTo: moved ? movedTo : undefined,
        schoolDay,
      };
      expect(placeProblem(facts)).toBeUndefined();
    }),
  );
});

test('a moved, a cancelled and a vanished lesson are told apart', () => {
  const gone = { lesson: undefined, movedTo: undefined, schoolDay: true };
  expect(placeProblem({ ...gone, movedTo })).toEqual({ kind: 'moved', ...movedTo });
  expect(placeProblem({ ...gone, lesson: { cancelled: true } })).toEqual({ kind: 'cancelled' });
  expect(placeProblem({ ...gone, schoolDay: false })).toEqual({ kind: 'dayOff' });
  expect(placeProblem(gone)).toEqual({ kind: 'noLesson' });
});

test('a teacher proposes on own pages and changes no fixed work; the deputy does both', () => {
  const page = {
    homeroomTeacherIds: [7],
    teachers: [{ staffId: 5, fromDate: '2026-09-01', toDate: null }],
  } as const;
  const actor = (staffId: number, ...roles: ('teacher' | 'deputy' | 'classTeacher')[]) => ({
    accountId: 1,
    staffId,
    roles,
  });
  const today = '2026-11-23';
  expect(canPropose(actor(5, 'teacher'), page, today)).toBe(true);
  expect(canPropose(actor(6, 'teacher'), page, today)).toBe(false);
  expect(canPropose(actor(7, 'classTeacher'), page, today)).toBe(false);
  expect(canChangeWork(actor(5, 'teacher'), page, { fixed: false }, today)).toBe(true);
  expect(canChangeWork(actor(5, 'teacher'), page, { fixed: true }, today)).toBe(false);
  expect(canChangeWork(actor(6, 'deputy'), page, { fixed: true }, today)).toBe(true);
});
