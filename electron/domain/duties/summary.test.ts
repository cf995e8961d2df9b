import { expect, test } from 'vitest';
import type { Duty } from './duty';
import { dutyLines } from './lines';
import { dutiesByClass, dutiesByPerson } from './summary';

const NOW = '2026-11-19T15:00';
const duty = (some: Partial<Duty>): Duty => ({
  kind: 'topicMissing',
  staffId: 1,
  role: 'teacher',
  classIds: [1],
  where: '',
  group: 'page 1',
  place: { at: 'load' },
  due: '2026-11-19T18:00',
  clauses: [],
  count: 1,
  ...some,
});
const lines = dutyLines(
  [
    duty({}),
    duty({ staffId: 2, group: 'page 2', classIds: [1, 2], due: '2026-11-10T18:00' }),
    duty({ staffId: null, role: 'deputy', classIds: [], group: 'school' }),
  ],
  NOW,
);

test('by person: what a role owes stands under the role, who has the most overdue first', () => {
  const names = new Map([
    [1, 'Яшина А. А.'],
    [2, 'Белова Б. Б.'],
  ]);
  expect(
    dutiesByPerson(lines, names).map(({ name, overdue, today }) => [name, overdue, today]),
  ).toEqual([
    ['Белова Б. Б.', 1, 0],
    ['Заместитель директора', 0, 1],
    ['Яшина А. А.', 0, 1],
  ]);
});

test('by class: a stream counts in each of its classes, who has nothing is not there', () => {
  const classes = [
    { id: 1, name: '10-А' },
    { id: 2, name: '10-Б' },
    { id: 3, name: '11-А' },
  ];
  expect(
    dutiesByClass(lines, classes).map(({ name, overdue, today }) => [name, overdue, today]),
  ).toEqual([
    ['10-А', 1, 1],
    ['10-Б', 1, 0],
  ]);
});
