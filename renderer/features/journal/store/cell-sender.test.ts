import { expect, test } from 'vitest';
import { EMPTY_CELL, sameCell, type CellContent } from '#domain/journal/cell-content';
import { createCellSender } from './cell-sender';
import type { PageCommands } from './page-commands';
import { createSlots } from './slots';

type Batch = {
  readonly cells: Parameters<PageCommands['enterCells']>[0];
  readonly requestId: string;
  readonly answer: (outcomes: Awaited<ReturnType<PageCommands['enterCells']>>) => void;
  readonly lose: () => void;
};
const settle = () => new Promise((done) => setTimeout(done));
const mark = (value: '2' | '4' | '5'): CellContent => ({
  ...EMPTY_CELL,
  marks: [{ work: 1, value }],
});

function setUp(most = 100) {
  const alone: string[] = [];
  const batches: Batch[] = [];
  let ids = 0;
  const newId = () => `request-${(ids += 1)}`;
  const send = createCellSender(
    {
      newId,
      enterCell: async (_at, version, _content, requestId) => {
        alone.push(requestId);
        return version + 1;
      },
      enterCells: (cells, requestId) =>
        new Promise((answer, reject) => {
          batches.push({ cells, requestId, answer, lose: () => reject(new Error('lost')) });
        }),
    },
    most,
  );
  const cells = createSlots<CellContent>({
    empty: EMPTY_CELL,
    same: sameCell,
    newId,
    send(key, { version, content }, requestId) {
      const at = { lessonId: 1, pupilId: Number(key) };
      const marks = content.marks.map((one) => ({ ...one }));
      return send(at, version, { ...content, marks }, requestId);
    },
    failureOf: (error) =>
      error instanceof Error
        ? { kind: 'unsent' }
        : { kind: 'conflict', current: { version: 9, content: mark('2') } },
    changed: () => undefined,
  });
  return { cells, alone, batches };
}
const signs = (cells: ReturnType<typeof setUp>['cells'], ...keys: string[]) =>
  keys.map((key) => cells.get(key).sign);

test('cells of one go are one request, a single one goes as it is', async () => {
  const { cells, alone, batches } = setUp();
  cells.edit('1', mark('5'));
  await settle();
  expect([alone.length, batches.length]).toEqual([1, 0]);
  for (const key of ['1', '2', '3']) cells.edit(key, mark('4'));
  await settle();
  expect(batches.map((batch) => batch.cells.length)).toEqual([3]);
  batches[0]!.answer([{ version: 2 }, { version: 1 }, { error: 'conflict' }]);
  await settle();
  expect(signs(cells, '1', '2', '3')).toEqual(['saved', 'saved', 'conflict']);
  expect(cells.get('3')).toMatchObject({ shown: mark('2'), mine: mark('4') });
});

test('a batch whose answer was lost is repeated as a whole under its own request, once', async () => {
  const { cells, batches } = setUp();
  for (const key of ['1', '2', '3']) cells.edit(key, mark('4'));
  await settle();
  batches[0]!.lose();
  await settle();
  expect(signs(cells, '1', '2', '3')).toEqual(['unsent', 'unsent', 'unsent']);
  cells.edit('2', mark('5'));
  await settle();
  cells.retry();
  await settle();
  expect(batches).toHaveLength(2);
  expect(batches[1]).toMatchObject({
    requestId: batches[0]!.requestId,
    cells: batches[0]!.cells,
  });
  batches[1]!.answer([{ version: 1 }, { version: 1 }, { version: 1 }]);
  await settle();
  // What was typed meanwhile follows under the version the batch has given.
  expect(signs(cells, '1', '2', '3')).toEqual(['saved', 'saved', 'saved']);
  expect(cells.get('2')).toMatchObject({ shown: mark('5'), stored: { version: 2 } });
});

test('taking back a batch before its answer is one batch again', async () => {
  const { cells, batches } = setUp();
  for (const key of ['1', '2']) cells.edit(key, mark('4'));
  await settle();
  for (const key of ['1', '2']) cells.edit(key, EMPTY_CELL);
  batches[0]!.answer([{ version: 1 }, { version: 1 }]);
  await settle();
  expect(batches[1]?.cells).toMatchObject([{ version: 1 }, { version: 1 }]);
});

test('what is more than a request takes goes in several', async () => {
  const { cells, batches, alone } = setUp(2);
  for (const key of ['1', '2', '3', '4', '5']) cells.edit(key, mark('4'));
  await settle();
  expect([batches.length, alone.length]).toEqual([2, 1]);
});
