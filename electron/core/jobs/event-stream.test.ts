import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { eventStream } from './event-stream';

async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const event of stream) all.push(event);
  return all;
}

test('the newest progress and the last event always come', async () => {
  const events = await collect(
    eventStream<number>(async (emit) => {
      for (let i = 1; i <= 5; i++) {
        emit(i);
        emit(i * 10);
        await after(2);
      }
    }),
  );
  expect(events).toEqual([10, 20, 30, 40, 50]);
});

test('an event emitted at the very end is not lost', async () => {
  expect(await collect(eventStream<string>(async (emit) => emit('done')))).toEqual(['done']);
  expect(await collect(eventStream<string>(async () => undefined))).toEqual([]);
});

test("the job's error comes after its events", async () => {
  const seen: number[] = [];
  const listen = async () => {
    for await (const event of eventStream<number>(async (emit) => {
      emit(1);
      await after(2);
      throw new Error('no room');
    })) {
      seen.push(event);
    }
  };
  await expect(listen()).rejects.toThrow('no room');
  expect(seen).toEqual([1]);
});

test('whoever stops listening aborts the job and waits for it to clean up', async () => {
  let cleaned = false;
  for await (const event of eventStream<number>(async (emit, signal) => {
    try {
      emit(1);
      await after(60_000, undefined, { signal });
    } finally {
      await after(5);
      cleaned = true;
    }
  })) {
    expect(event).toBe(1);
    break;
  }
  expect(cleaned).toBe(true);
});
