import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPlanBook } from './plan-book';
import { createPlanSaver, type SavePlan } from './plan-saver';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const row = (topic: string) => ({
  section: '',
  topic,
  hours: 1,
  kind: 'lesson' as const,
  homework: '',
  resources: '',
  used: false,
});

function opened(send: SavePlan) {
  const book = createPlanBook([row('А'), row('Б')]);
  let calls = 0;
  const saver = createPlanSaver(
    book,
    { version: 4, title: 'План', ids: [1, 2] },
    {
      send,
      newId: () => `request ${(calls += 1)}`,
      failureOf: (error) =>
        error instanceof RangeError ? { kind: 'conflict', version: 9 } : { kind: 'unsent' },
    },
  );
  return { book, saver };
}
const pause = () => vi.advanceTimersByTimeAsync(600);

test('typing is saved after a pause, once, and new lines get their ids', async () => {
  const send = vi.fn<SavePlan>(async ({ version, rows }) => ({
    version: version + 1,
    ids: rows.map(({ id }, index) => id ?? 100 + index),
  }));
  const { book, saver } = opened(send);
  book.setCell(0, 1, 'А1');
  book.setCell(0, 1, 'А12');
  book.insert('below');
  book.setCell(1, 1, 'Новая');
  await pause();
  expect(send).toHaveBeenCalledTimes(1);
  expect(send.mock.calls[0]?.[0]).toMatchObject({
    version: 4,
    rows: [{ id: 1, topic: 'А12' }, { topic: 'Новая' }, { id: 2, topic: 'Б' }],
  });
  expect(saver.state().sign).toBe('saved');
  book.setCell(1, 2, '2');
  await pause();
  expect(send.mock.calls[1]?.[0]).toMatchObject({ version: 5, rows: [{}, { id: 101 }, {}] });
});

test('a topic emptied to be typed anew is not lost, an empty new line is not sent', async () => {
  const send = vi.fn<SavePlan>(async ({ version }) => ({ version: version + 1, ids: [1, 2] }));
  const { book } = opened(send);
  book.setCell(1, 1, '');
  book.insert('below');
  await pause();
  expect(send.mock.calls[0]?.[0].rows.map(({ topic }) => topic)).toEqual(['А', 'Б']);
});

test('a lost answer is asked for again under the same request; a conflict waits for the person', async () => {
  const errors: Error[] = [new Error('lost')];
  const send = vi.fn<SavePlan>(async ({ version }) => {
    const error = errors.shift();
    if (error !== undefined) throw error;
    return { version: version + 1, ids: [1, 2] };
  });
  const { book, saver } = opened(send);
  book.setCell(0, 1, 'А1');
  await pause();
  expect(saver.state().sign).toBe('unsent');
  saver.retry();
  await pause();
  expect(send.mock.calls.map(([, requestId]) => requestId)).toEqual(['request 1', 'request 1']);
  expect(saver.state().sign).toBe('saved');

  errors.push(new RangeError('conflict'));
  book.setCell(0, 1, 'А2');
  await pause();
  expect(saver.state().sign).toBe('conflict');
  book.setCell(0, 1, 'А3');
  await pause();
  expect(send).toHaveBeenCalledTimes(3);
  saver.keepMine();
  await pause();
  expect(send.mock.calls[3]?.[0]).toMatchObject({ version: 9, rows: [{ topic: 'А3' }, {}] });
});
