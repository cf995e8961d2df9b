import { expect, test, vi } from 'vitest';
import { cellKey } from '../store/keys';
import { openSmallPage } from '../testing/small-page';
import { drawOnce } from './draw-once';

const key = cellKey(102, 11);

/** A page whose cell keeps every sign it was drawn with. */
function watched(onDisk?: () => Promise<void>) {
  const { store, desk } = openSmallPage(() => 'down', {}, undefined, onDisk);
  const drawn: string[] = [];
  store.topics.subscribe(`cell:${key}`, () => drawn.push(store.cellView(key).sign));
  const moved = vi.fn<() => void>();
  store.topics.subscribe('cursor', moved);
  return { store, desk, drawn, moved };
}

test('a mark that is soon on the disk is drawn once, as saved', async () => {
  const { store, desk, drawn, moved } = watched();
  drawOnce(store, () => desk.act({ do: 'digit', digit: '4' }));
  expect(store.cellView(key).sign).toBe('saving');
  expect([drawn, moved.mock.calls]).toEqual([[], []]);
  await vi.waitFor(() => expect(drawn).toEqual(['saved']));
  expect(moved).toHaveBeenCalledOnce();
});

test('one that takes longer is seen with its sign, and once more when it is there', async () => {
  let done = () => undefined as void;
  const onDisk = new Promise<void>((resolve) => (done = resolve));
  const { store, desk, drawn } = watched(() => onDisk);
  drawOnce(store, () => desk.act({ do: 'digit', digit: '4' }));
  await vi.waitFor(() => expect(drawn).toEqual(['saving']));
  done();
  await vi.waitFor(() => expect(drawn).toEqual(['saving', 'saved']));
});

test('the next key does not wait for the one before, and nothing of either is lost', async () => {
  const { store, desk, drawn, moved } = watched();
  drawOnce(store, () => desk.act({ do: 'digit', digit: '4' }));
  drawOnce(store, () => desk.act({ do: 'digit', digit: '5' }));
  await vi.waitFor(() => expect(store.unfinished()).toBe(false));
  await vi.waitFor(() => expect(drawn.at(-1)).toBe('saved'));
  expect(store.cellView(cellKey(102, 12)).words.flat()).toMatchObject([{ text: '5' }]);
  expect(moved).toHaveBeenCalled();
});

test('a move that sends nothing is drawn at once', () => {
  const { store, desk, moved } = watched();
  drawOnce(store, () => desk.act({ do: 'move', to: 'down', extend: false }));
  expect(moved).toHaveBeenCalledOnce();
});
