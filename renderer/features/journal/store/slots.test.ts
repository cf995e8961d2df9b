import { expect, test } from 'vitest';
import { createSlots, type Failure, type Stored } from './slots';

type Request = {
  readonly next: Stored<string>;
  readonly requestId: string;
  readonly answer: (version: number) => void;
  readonly fail: (failure: Failure<string>) => void;
};

function setUp() {
  const requests: Request[] = [];
  let ids = 0;
  const slots = createSlots<string>({
    empty: '',
    same: (a, b) => a === b,
    send: (_key, next, requestId) =>
      new Promise((answer, reject) => {
        const fail = (failure: Failure<string>) => reject(Object.assign(new Error(), { failure }));
        requests.push({ next, requestId, answer, fail });
      }),
    failureOf: (error) => (error as { failure: Failure<string> }).failure,
    changed: () => undefined,
    newId: () => `request-${(ids += 1)}`,
  });
  slots.load('a', { version: 3, content: '4' });
  const last = () => requests.at(-1)!;
  return { slots, requests, last };
}
const settle = () => new Promise((done) => setTimeout(done));

test('a change is seen at once and is written under the version that was seen', async () => {
  const { slots, last } = setUp();
  slots.edit('a', '5');
  expect(slots.get('a')).toMatchObject({ shown: '5', sign: 'saving' });
  expect(last().next).toEqual({ version: 3, content: '5' });
  last().answer(4);
  await settle();
  expect(slots.get('a')).toMatchObject({ sign: 'saved', stored: { version: 4, content: '5' } });
});

test('one request at a time: only the newest of what came meanwhile is sent', async () => {
  const { slots, requests, last } = setUp();
  slots.edit('a', '5');
  slots.edit('a', '3');
  slots.edit('a', '2');
  expect(requests).toHaveLength(1);
  last().answer(4);
  await settle();
  expect(requests).toHaveLength(2);
  expect(last().next).toEqual({ version: 4, content: '2' });
  last().answer(5);
  await settle();
  expect(slots.get('a')).toMatchObject({ sign: 'saved', shown: '2', stored: { version: 5 } });
});

test('a conflict shows what the other wrote and keeps what was typed', async () => {
  const { slots, last } = setUp();
  slots.edit('a', '5');
  last().fail({ kind: 'conflict', current: { version: 7, content: '2' } });
  await settle();
  expect(slots.get('a')).toMatchObject({ sign: 'conflict', shown: '2', mine: '5' });
  slots.keepMine('a');
  expect(last().next).toEqual({ version: 7, content: '5' });
  last().answer(8);
  await settle();
  expect(slots.get('a')).toMatchObject({ sign: 'saved', shown: '5', mine: undefined });
});

test('a conflict over the same value is none, and the other value can be left', async () => {
  const { slots, requests, last } = setUp();
  slots.edit('a', '5');
  last().fail({ kind: 'conflict', current: { version: 7, content: '5' } });
  await settle();
  expect(slots.get('a')).toMatchObject({ sign: 'saved', stored: { version: 7 } });
  slots.edit('a', '3');
  last().fail({ kind: 'conflict', current: { version: 8, content: '2' } });
  await settle();
  slots.letGo('a');
  expect(slots.get('a')).toMatchObject({ sign: 'saved', shown: '2', mine: undefined });
  expect(requests).toHaveLength(2);
});

test('a refusal brings the old value back', async () => {
  const { slots, last } = setUp();
  slots.edit('a', '5');
  last().fail({ kind: 'refused' });
  await settle();
  expect(slots.get('a')).toMatchObject({ sign: 'refused', shown: '4', mine: '5' });
});

test('without an answer nothing is lost, and the same request is repeated first', async () => {
  const { slots, requests, last } = setUp();
  slots.edit('a', '5');
  last().fail({ kind: 'unsent' });
  await settle();
  expect(slots.get('a')).toMatchObject({ sign: 'unsent', shown: '5' });
  slots.load('a', { version: 3, content: '4' });
  expect(slots.get('a').shown).toBe('5');
  slots.retry();
  expect(requests.map(({ requestId }) => requestId)).toEqual(['request-1', 'request-1']);
  last().answer(4);
  await settle();
  expect(slots.get('a')).toMatchObject({ sign: 'saved', shown: '5' });
});

test('what was typed after a lost answer follows the repeated request', async () => {
  const { slots, requests, last } = setUp();
  slots.edit('a', '5');
  last().fail({ kind: 'unsent' });
  await settle();
  slots.edit('a', '2');
  expect(last()).toMatchObject({ requestId: 'request-1', next: { content: '5' } });
  last().answer(4);
  await settle();
  expect(last()).toMatchObject({ requestId: 'request-2', next: { version: 4, content: '2' } });
  expect(requests).toHaveLength(3);
});

test('a change of somebody else is shown; the echo of the own one is not a change', async () => {
  const { slots, last } = setUp();
  slots.receive('a', { version: 4, content: '2' });
  expect(slots.get('a')).toMatchObject({ shown: '2', flash: 1 });
  slots.edit('a', '5');
  slots.receive('a', { version: 5, content: '5' });
  last().answer(5);
  slots.receive('a', { version: 5, content: '5' });
  await settle();
  expect(slots.get('a')).toMatchObject({ shown: '5', sign: 'saved', flash: 1 });
});

test('what another wrote right after, heard before the own answer, is not missed', async () => {
  const { slots, last } = setUp();
  slots.edit('a', '5');
  slots.receive('a', { version: 5, content: '2' });
  last().answer(4);
  await settle();
  expect(slots.get('a')).toMatchObject({ shown: '2', stored: { version: 5 }, flash: 1 });
});
