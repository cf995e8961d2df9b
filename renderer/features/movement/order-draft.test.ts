import { expect, test } from 'vitest';
import type { MovementPerson, MovementStart } from '#contract/movement';
import {
  emptyDraft,
  newLine,
  orderInput,
  withClass,
  withKind,
  type OrderDraft,
} from './order-draft';

const groups = (first: number) => [
  { id: first, name: '1 группа', division: '' },
  { id: first + 1, name: '2 группа', division: '' },
];
const classes: MovementStart['classes'] = [
  { id: 1, name: '6-А', grade: 6, yearId: 1, yearName: '2026/2027', groups: groups(10) },
  { id: 2, name: '6-Б', grade: 6, yearId: 1, yearName: '2026/2027', groups: groups(20) },
  { id: 3, name: '7-А', grade: 7, yearId: 2, yearName: '2027/2028', groups: groups(30) },
  { id: 4, name: '7-Б', grade: 7, yearId: 2, yearName: '2027/2028', groups: groups(40) },
  { id: 5, name: '6-А', grade: 6, yearId: 2, yearName: '2027/2028', groups: [] },
];
const person: MovementPerson = {
  id: 7,
  name: 'Абрамов Илья',
  sex: 'male',
  birthDate: null,
  className: '6-А',
  classId: 1,
  yearId: 1,
  grade: 6,
  to: null,
  groupNames: ['2 группа'],
};
const withPerson = (draft: OrderDraft): OrderDraft => ({
  ...draft,
  lines: [...draft.lines, newLine(draft, person, { classes })],
});

test('the one class that can be meant is taken with the groups of the same names', () => {
  const { lines } = withPerson(emptyDraft('transfer', '2026-11-23'));
  expect(lines[0]).toMatchObject({ toClassId: 2, groupIds: [21], on: '2026-11-23' });
  const promoted = withPerson(emptyDraft('promotion', '2027-09-01')).lines[0];
  expect(promoted).toMatchObject({ toClassId: 3, groupIds: [31] });
  expect(withClass(promoted!, classes[3]!)).toMatchObject({ toClassId: 4, groupIds: [41] });
  expect(withPerson(emptyDraft('repeat', '2027-09-01')).lines[0]).toMatchObject({ toClassId: 5 });
  expect(withPerson(emptyDraft('arrival', '2026-11-23')).lines[0]?.toClassId).toBeNull();
});

test('an order is ready when every line is, and not before', () => {
  const draft = withPerson({ ...emptyDraft('leaving', '2026-11-23'), number: '14' });
  expect(orderInput({ ...draft, number: ' ' })).toBeUndefined();
  expect(orderInput({ ...draft, lines: [] })).toBeUndefined();
  expect(orderInput(draft)?.items).toEqual([
    {
      kind: 'leaving',
      on: '2026-11-23',
      pupilId: 7,
      toClassId: null,
      groupIds: [],
      place: '',
      reason: '',
      debts: [],
    },
  ]);
  const owing = withPerson({ ...emptyDraft('conditionalPromotion', '2027-09-01'), number: '1' });
  expect(orderInput(owing)).toBeUndefined();
  const told = { ...owing.lines[0]!, subjectIds: [3], dueOn: '2027-10-01' as const };
  expect(orderInput({ ...owing, lines: [told] })?.items[0]?.debts).toEqual([
    { subjectId: 3, dueOn: '2027-10-01' },
  ]);
  const unnamed = newLine(emptyDraft('arrival', '2026-11-23'), null, { classes });
  const arrival = { ...emptyDraft('arrival', '2026-11-23'), number: '1' };
  expect(orderInput({ ...arrival, lines: [withClass(unnamed, classes[0]!)] })).toBeUndefined();
});

test('another kind keeps the pupils but for an arrival', () => {
  const draft = withPerson(emptyDraft('leaving', '2026-11-23'));
  expect(withKind(draft, 'transfer', { classes }).lines[0]).toMatchObject({
    person,
    toClassId: 2,
  });
  expect(withKind(draft, 'arrival', { classes }).lines).toEqual([]);
});
