import { expect, test } from 'vitest';
import type { Curriculum } from '#contract/curriculum';
import { changesOf, copiedToParallel, footRows, itemsOf, restyled, withChanges } from './sheet';

const schoolClass = { studyDays: 5, weeks: 34, limit: 3 } as const;
const view: Curriculum = {
  yearName: '2026/2027',
  classes: [
    { ...schoolClass, id: 1, grade: 8, name: '8-А' },
    { ...schoolClass, id: 2, grade: 8, name: '8-Б' },
    { ...schoolClass, id: 3, grade: 9, name: '9-А' },
  ],
  subjects: [
    { id: 1, name: 'Алгебра', area: '', kind: 'main', grading: 'marks', scaleId: 1 },
    { id: 2, name: 'Кружок', area: '', kind: 'extra', grading: 'none', scaleId: 1 },
  ],
  items: [
    [1, 1, 3, null, 'mandatory', null, null, 'none'],
    [2, 2, 1, null, 'extra', null, null, 'none'],
  ],
  scales: [{ id: 2, name: 'Десятибалльная', highest: 10 }],
};
const items = itemsOf(view);

test('typed hours keep part and grading, a new cell gets the part of its subject', () => {
  const { changes } = changesOf(view, items, [
    { row: 0, col: 0, text: '3,5' },
    { row: 1, col: 2, text: '1' },
    { row: 1, col: 1, text: '' },
    { row: 0, col: 1, text: '0' },
    { row: 9, col: 9, text: '5' },
  ]);
  expect(
    changes.map((one) => [one.classId, one.subjectId, one.after?.hoursPerWeek, one.after?.part]),
  ).toEqual([
    [1, 1, 3.5, 'mandatory'],
    [3, 2, 1, 'extra'],
    [2, 2, undefined, undefined],
  ]);
});

test('one wrong text changes nothing of what was pasted', () => {
  const { changes, wrong } = changesOf(view, items, [
    { row: 0, col: 0, text: '5' },
    { row: 0, col: 1, text: 'три' },
  ]);
  expect([changes, wrong]).toEqual([[], 'три']);
});

test('undoing is the same change turned round', () => {
  const { changes } = changesOf(view, items, [{ row: 0, col: 0, text: '' }]);
  const back = changes.map((one) => ({ ...one, before: one.after, after: one.before }));
  const undone = withChanges(withChanges(view, changes), back);
  expect(itemsOf(undone)).toEqual(items);
  expect(itemsOf(withChanges(view, changes)).size).toBe(1);
});

test('a plan is copied to its parallel only, whole', () => {
  const [from] = view.classes;
  if (from === undefined) throw new Error('no class');
  const { changes, names } = copiedToParallel(view, items, from);
  expect(names).toEqual(['8-Б']);
  expect(
    changes.map(({ classId, subjectId, after }) => [classId, subjectId, after?.hoursPerWeek]),
  ).toEqual([
    [2, 1, 3],
    [2, 2, undefined],
  ]);
});

test('over the maximum stands out; extra hours do not count', () => {
  const more = withChanges(view, restyled(view, items, [{ row: 0, col: 0 }], { hoursPerWeek: 4 }));
  const rows = footRows(view, itemsOf(more));
  expect(rows[3]?.cells.map((cell) => [cell.text, 'bad' in cell])).toEqual([
    ['4/3', true],
    ['0/3', false],
    ['0/3', false],
  ]);
});
