import { expect, test } from 'vitest';
import { deskOfLacking, followCursor, lackingCount } from './lacking';
import { openSmallPage } from './testing/small-page';
import { cellKey } from './store/keys';

test('only those who lack marks are shown; what is entered there stands on the page', () => {
  const { desk, store } = openSmallPage(() => 'down', {});
  expect(lackingCount(store)).toBe(3);
  desk.moveTo({ row: 1, col: 1 });
  for (const text of ['5 4 3', '4 4 4']) desk.paste(text);
  desk.answerPaste(true);
  expect(store.averages.of(12, store.model.period).soFar).toMatchObject({ has: 3, missing: 0 });
  expect(lackingCount(store)).toBe(2);
  const some = deskOfLacking(desk, () => 'down')!;
  expect(some.store.model.pupils.map(({ id, number }) => [id, number])).toEqual([
    [11, 1],
    [13, 3],
  ]);
  some.moveTo({ row: 1, col: 1 });
  some.act({ do: 'digit', digit: '4' });
  expect(store.cells.get(cellKey(102, 13)).shown.marks).toEqual([{ work: 1, value: '4' }]);
  some.act({ do: 'undo' });
  expect(store.cells.get(cellKey(102, 13)).shown.marks).toEqual([]);
  some.moveTo({ row: 1, col: 1 });
  followCursor(some, desk);
  expect(desk.cursor()).toEqual({ row: 2, col: 1 });
});

test('where nobody lacks anything there is no such desk', () => {
  const { desk, store } = openSmallPage(() => 'down', { grading: 'none' });
  expect(lackingCount({ ...store, model: { ...store.model, pupils: [] } })).toBe(0);
  expect(
    deskOfLacking(
      { ...desk, store: { ...store, model: { ...store.model, pupils: [] } } },
      () => 'down',
    ),
  ).toBeUndefined();
});
