import { expect, test } from 'vitest';
import { openSmallPage } from '../testing/small-page';
import { debtsShown } from '../store/debts';
import { cellKey, workKey } from '../store/keys';
import { PLAIN_ASSIGNMENT } from '#domain/journal/assigned-work';

test('digits go to the work that was chosen by its number; a work more is asked for by the menu', () => {
  const { store, desk } = openSmallPage(() => 'stay');
  desk.moveTo({ row: 0, col: 0 });
  desk.act({ do: 'work', position: 2 });
  expect(desk.notice()).toEqual({ kind: 'noSuchWork' });
  desk.act({ do: 'oneMoreWork' });
  expect(desk.kindMenu()).toEqual({ lessonId: 101, position: 2 });
  store.works.edit(workKey(101, 2), { kindId: 1, weight: 1, title: '', ...PLAIN_ASSIGNMENT });
  desk.act({ do: 'work', position: 2 });
  desk.act({ do: 'digit', digit: '4' });
  expect(store.cells.get(cellKey(101, 11)).shown.marks).toEqual([
    { work: 1, value: '5' },
    { work: 2, value: '4' },
  ]);
});

test('Alt and the dot walk the dots of the page; a mark closes one', () => {
  const { store, desk } = openSmallPage(() => 'stay');
  desk.act({ do: 'nextDebt' });
  expect(desk.notice()).toEqual({ kind: 'noDebts' });
  for (const place of [
    { row: 1, col: 0 },
    { row: 0, col: 1 },
  ]) {
    desk.moveTo(place);
    desk.act({ do: 'debt' });
  }
  expect(debtsShown(store).map(({ pupilId, lessonId }) => [pupilId, lessonId])).toEqual([
    [12, 101],
    [11, 102],
  ]);
  desk.moveTo({ row: 0, col: 0 });
  desk.act({ do: 'nextDebt' });
  expect(desk.cursor()).toEqual({ row: 1, col: 0 });
  desk.act({ do: 'nextDebt' });
  expect(desk.cursor()).toEqual({ row: 0, col: 1 });
  desk.act({ do: 'nextDebt' });
  expect(desk.cursor()).toEqual({ row: 1, col: 0 });
  desk.act({ do: 'digit', digit: '3' });
  expect(debtsShown(store).map(({ lessonId }) => lessonId)).toEqual([102]);
});
