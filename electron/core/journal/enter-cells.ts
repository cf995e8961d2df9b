import { ORPCError } from '@orpc/server';
import type { CellChange, CellOutcome, CellState } from '#contract/journal';
import type { ErrorCode } from '#contract/errors';
import type { Writing } from '../unit-of-work';
import { cellsEntering, type CellEntry } from './enter-cell';

/** A refusal of one cell; whatever else goes wrong undoes them all. */
function outcomeOf(error: unknown): CellOutcome {
  if (!(error instanceof ORPCError)) throw error;
  if (error.code === 'CONFLICT') {
    return { conflict: (error.data as { readonly current: CellState }).current };
  }
  return { refused: error.code as Exclude<ErrorCode, 'CONFLICT'>, data: error.data as unknown };
}

/** Enters many cells at once; each that may not be is left as it was and told so (J1, J11). */
export function enterCells(
  writing: Writing,
  { cells }: { readonly cells: readonly CellEntry[] },
): readonly CellOutcome[] {
  const { actor, core, connection } = writing;
  const enter = cellsEntering(writing);
  const told = new Map<number, CellChange[]>();
  const outcomes = cells.map((cell): CellOutcome => {
    try {
      const { pageId, change } = enter(cell);
      const known = told.get(pageId);
      if (known === undefined) told.set(pageId, [change]);
      else known.push(change);
      return { version: change.state.version };
    } catch (error) {
      return outcomeOf(error);
    }
  });
  writing.afterCommit(() => {
    for (const [pageId, changes] of told) {
      const change = { kind: 'cells', cells: changes, by: actor.name } as const;
      core.pageEvents.publish(pageId, change, connection);
    }
  });
  return outcomes;
}
