import type { CellContent } from '#contract/journal';
import type { PageCommands } from './page-commands';

type At = { readonly lessonId: number; readonly pupilId: number };
type Waiting = {
  readonly at: At;
  readonly version: number;
  readonly content: CellContent;
  readonly requestId: string;
  readonly answer: (version: number) => void;
  readonly fail: (error: unknown) => void;
};
type Outcome = { readonly version: number } | { readonly error: unknown };

/** Cells that went together under one request, to be repeated only together. */
type Batch = {
  readonly requestId: string;
  readonly cells: readonly Pick<Waiting, 'at' | 'version' | 'content' | 'requestId'>[];
  call: Promise<readonly Outcome[]> | undefined;
};

/**
 * Sends cells to the core. Those that are edited in one go (a paste, a filled range, an undo of one)
 * go in one request; a single one goes as it is. Where the answer of a batch was lost, its cells are
 * asked for again by the batch's own request, so nothing is written twice.
 */
export function createCellSender(
  commands: Pick<PageCommands, 'enterCell' | 'enterCells' | 'newId'>,
  most: number,
) {
  let waiting: Waiting[] = [];
  /** Batches whose answer is not here, by the requests of their cells. */
  const unanswered = new Map<string, Batch>();

  function ask(batch: Batch): Promise<readonly Outcome[]> {
    batch.call ??= commands.enterCells(batch.cells, batch.requestId).then(
      (outcomes) => {
        for (const { requestId } of batch.cells) unanswered.delete(requestId);
        return outcomes;
      },
      (error: unknown) => {
        batch.call = undefined;
        throw error;
      },
    );
    return batch.call;
  }
  function settle({ answer, fail }: Waiting, outcome: Outcome | undefined): void {
    if (outcome === undefined) fail(new Error('no answer for a cell'));
    else if ('version' in outcome) answer(outcome.version);
    else fail(outcome.error);
  }
  function sendBatch(cells: readonly Waiting[]): void {
    const batch: Batch = { requestId: commands.newId(), cells, call: undefined };
    for (const { requestId } of cells) unanswered.set(requestId, batch);
    ask(batch).then(
      (outcomes) => {
        for (const [index, cell] of cells.entries()) settle(cell, outcomes[index]);
      },
      (error: unknown) => {
        for (const { fail } of cells) fail(error);
      },
    );
  }
  /** A cell of a batch that was sent before and never answered. */
  function askAgain(batch: Batch, cell: Waiting): void {
    const index = batch.cells.findIndex(({ requestId }) => requestId === cell.requestId);
    ask(batch).then(
      (outcomes) => settle(cell, outcomes[index]),
      (error: unknown) => cell.fail(error),
    );
  }
  function flush(): void {
    const cells = waiting;
    waiting = [];
    const fresh: Waiting[] = [];
    for (const cell of cells) {
      const batch = unanswered.get(cell.requestId);
      if (batch === undefined) fresh.push(cell);
      else askAgain(batch, cell);
    }
    for (let from = 0; from < fresh.length; from += most) {
      const part = fresh.slice(from, from + most);
      const [only] = part;
      if (part.length > 1) sendBatch(part);
      else if (only !== undefined) {
        const { at, version, content, requestId, answer, fail } = only;
        commands.enterCell(at, version, content, requestId).then(answer, fail);
      }
    }
  }
  return (at: At, version: number, content: CellContent, requestId: string): Promise<number> =>
    new Promise((answer, fail) => {
      if (waiting.length === 0) queueMicrotask(flush);
      waiting.push({ at, version, content, requestId, answer, fail });
    });
}
