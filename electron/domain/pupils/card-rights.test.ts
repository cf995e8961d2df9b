import { expect, test } from 'vitest';
import { ROLES, type Role } from '../people/roles';
import { canEditCard, canKeepPapers, canSeeCard } from './card-rights';

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

test('whom the regulation lets changes every card, a class teacher own ones (R4)', () => {
  const lets =
    (...roles: readonly Role[]) =>
    (role: Role) =>
      roles.includes(role);
  const all = lets('administrator', 'classTeacher', 'secretary');
  expect(who((role) => canEditCard(actor(role), foreign, all))).toEqual([
    'administrator',
    'secretary',
  ]);
  expect(who((role) => canEditCard(actor(role), own, all))).toEqual([
    'administrator',
    'classTeacher',
    'secretary',
  ]);
  const gymnasium = lets('administrator');
  expect(who((role) => canEditCard(actor(role), own, gymnasium))).toEqual(['administrator']);
});

test('consents and health are kept by the secretary and class teachers whatever the rule (КИА 4.3.10)', () => {
  expect(who((role) => canKeepPapers(actor(role), foreign))).toEqual([
    'administrator',
    'secretary',
  ]);
  expect(who((role) => canKeepPapers(actor(role), own))).toEqual([
    'administrator',
    'classTeacher',
    'secretary',
  ]);
});
