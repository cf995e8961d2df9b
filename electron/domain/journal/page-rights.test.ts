import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROLES, type Actor, type Role } from '../people/roles';
import { canEditPage, canSeePage, type PageStaff } from './page-rights';

const today = '2026-11-23';
const actorOf = (staffId: number, ...roles: Role[]): Actor => ({
  accountId: staffId,
  staffId,
  roles,
});
const page: PageStaff = {
  homeroomTeacherIds: [2, null, 6],
  teachers: [
    { staffId: 1, fromDate: '2026-09-01', toDate: null },
    { staffId: 3, fromDate: '2026-09-01', toDate: '2026-10-31' },
  ],
};

test('the teacher fills the own page, others look or do not see it', () => {
  expect(canEditPage(actorOf(1, 'teacher'), page, today)).toBe(true);
  expect(canEditPage(actorOf(3, 'teacher'), page, today)).toBe(false);
  expect(canSeePage(actorOf(3, 'teacher'), page)).toBe(true);
  expect(canSeePage(actorOf(4, 'teacher'), page)).toBe(false);
  expect(canSeePage(actorOf(2, 'classTeacher'), page)).toBe(true);
  expect(canEditPage(actorOf(2, 'classTeacher'), page, today)).toBe(false);
  expect(canSeePage(actorOf(6, 'classTeacher'), page)).toBe(true);
  expect(canSeePage(actorOf(7, 'classTeacher'), page)).toBe(false);
  expect(canSeePage(actorOf(9, 'secretary'), page)).toBe(false);
  expect(canEditPage(actorOf(1, 'administrator', 'director', 'deputy'), page, today)).toBe(false);
});

test('who may fill a page may also see it', () => {
  const roles = fc.subarray([...ROLES]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), roles, (staffId, held) => {
      const actor = actorOf(staffId, ...held);
      expect(canSeePage(actor, page) || !canEditPage(actor, page, today)).toBe(true);
    }),
  );
});
