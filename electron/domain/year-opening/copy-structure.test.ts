import { expect, test } from 'vitest';
import {
  planGroups,
  planLoad,
  type GroupRow,
  type NewClass,
  type StructureClass,
} from './copy-structure';

const one = (id: number, grade: number, letter: string): StructureClass => ({
  id,
  grade,
  letter,
  profile: '',
  homeroomTeacherId: null,
});
const fresh = (
  id: number,
  grade: number,
  letter: string,
  continuesId: number | null,
): NewClass => ({
  ...one(id, grade, letter),
  continuesId,
});
const stream = (id: number, classId: number, otherClassIds: readonly number[]): GroupRow => ({
  id,
  classId,
  name: 'поток',
  kind: 'stream',
  division: '',
  otherClassIds,
});
const streamsOf = (groups: readonly Omit<GroupRow, 'id'>[]) =>
  groups
    .filter(({ kind }) => kind === 'stream')
    .map(({ classId, otherClassIds }) => [classId, ...otherClassIds]);

test('a stream of classes that go on goes on with them (S4, S8)', () => {
  const old = [one(1, 10, 'А'), one(2, 10, 'Б')];
  const classes = [
    fresh(11, 10, 'А', null),
    fresh(12, 10, 'Б', null),
    fresh(21, 11, 'А', 1),
    fresh(22, 11, 'Б', 2),
  ];
  expect(streamsOf(planGroups(classes, old, [stream(5, 1, [2])], []))).toEqual([[21, 22]]);
});

test('a stream over several grades stays with the grades, with one page for all of them', () => {
  const old = [one(1, 10, 'А'), one(2, 11, 'А')];
  const classes = [fresh(11, 10, 'А', null), fresh(12, 11, 'А', 1)];
  const oldGroups = [stream(5, 1, [2])];
  const drafts = planGroups(classes, old, oldGroups, []);
  expect(streamsOf(drafts)).toEqual([[11, 12]]);
  const groups = drafts.map((group, index) => ({ ...group, id: 100 + index }));
  const load = planLoad({
    classes,
    old,
    curriculum: [],
    oldPages: [
      {
        groupId: 5,
        classId: 1,
        groupName: 'поток',
        subjectId: 7,
        teachers: [{ staffId: 3, hours: 1 }],
      },
    ],
    oldGroups,
    groups,
    existing: new Set(),
    works: () => true,
  });
  expect(load.map(({ groupId, staffId }) => [groupId, staffId])).toEqual([
    [groups.find(({ kind }) => kind === 'stream')?.id, 3],
  ]);
});
