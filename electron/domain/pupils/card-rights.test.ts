import { expect, test } from 'vitest';
import { ROLES, type Role } from '../people/roles';
import { canEditCard, canSeeCard } from './card-rights';

const actor = (role: Role) => ({ accountId: 1, staffId: 7, roles: [role] });
const own = { homeroomTeacherIds: [7, null] };
const foreign = { homeroomTeacherIds: [8, null] };
const who = (may: (role: Role) => boolean) => ROLES.filter(may);

test('the administration and the secretary see every card, a class teacher own ones (U2)', () => {
  const all = ['administrator', 'director', 'deputy', 'secretary'];
  expect(who((role) => canSeeCard(actor(role), foreign))).toEqual(all);
  expect(who((role) => canSeeCard(actor(role), own)).toSorted()).toEqual(
    [...all, 'classTeacher'].toSorted(),
  );
});

test('the secretary and the administrator change every card, a class teacher own ones (КИА 4.3.10)', () => {
  expect(who((role) => canEditCard(actor(role), foreign))).toEqual(['administrator', 'secretary']);
  expect(who((role) => canEditCard(actor(role), own))).toEqual([
    'administrator',
    'classTeacher',
    'secretary',
  ]);
});
