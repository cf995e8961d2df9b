import type { TableFileProblem } from '#domain/import/table';

/** Leaves a reader half-way; `readTableFile` turns it into its result, nobody else sees it. */
export class TableError extends Error {
  readonly problem: TableFileProblem;

  constructor(problem: TableFileProblem) {
    super(problem.code);
    this.name = 'TableError';
    this.problem = problem;
  }
}
