import { expect, test } from 'vitest';
import type { ClassGroups, Division } from '#contract/groups';
import { bySex, halves, movesBack, offeredDay } from './placing';

const group = (id: number, name: string) =>
  ({ id, name, kind: 'subgroup', archived: false, removable: false, classIds: [1] }) as const;
const division: Division = {
  name: 'Труд',
  kind: 'subgroup',
  groups: [group(1, 'мальчики'), group(2, 'девочки')],
};
const pupil = (id: number, sex: 'male' | 'female' | null, groupId?: number) => ({
  id,
  name: `Ученик ${id}`,
  sex,
  from: '2026-09-01' as const,
  to: null,
  spans: groupId === undefined ? [] : [{ groupId, from: '2026-09-01' as const, to: null }],
});
const groups: ClassGroups = {
  classId: 1,
  className: '8-А',
  grade: 8,
  year: { startsOn: '2026-09-01', endsOn: '2027-05-31' },
  periodStarts: [],
  moves: 'any',
  divisions: [division],
  pupils: [
    pupil(1, 'male'),
    pupil(2, 'female', 2),
    pupil(3, 'female'),
    pupil(4, null),
    { ...pupil(5, 'male'), from: '2027-01-11' },
  ],
};
const DAY = '2026-09-01';

test('those without a group are shared out; nobody is moved, nobody is placed before coming', () => {
  expect(halves(groups, division, DAY)).toEqual([
    { pupilId: 1, groupId: 1 },
    { pupilId: 3, groupId: 2 },
    { pupilId: 4, groupId: 2 },
  ]);
  expect(bySex(groups, division, DAY)).toEqual([
    { pupilId: 1, groupId: 1 },
    { pupilId: 3, groupId: 2 },
  ]);
});

test('undoing puts each pupil back where they were', () => {
  const moves = [
    { pupilId: 1, groupId: 2 },
    { pupilId: 2, groupId: 1 },
  ];
  expect(movesBack(groups, division, { moves, from: '2026-11-23' })).toEqual([
    { pupilId: 1, groupId: null },
    { pupilId: 2, groupId: 2 },
  ]);
});

test('the first distribution is offered from the first day of the year', () => {
  expect(offeredDay({ ...groups, pupils: [pupil(1, 'male')] }, '2026-11-23')).toBe('2026-09-01');
  expect(offeredDay(groups, '2026-11-23')).toBe('2026-11-23');
  expect(offeredDay(groups, '2027-08-01')).toBe('2027-05-31');
});
