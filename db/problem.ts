/** Why a journal's file cannot be opened or written; told to people in their words elsewhere. */
export type JournalProblem =
  | 'missing'
  | 'notAJournal'
  | 'wrongKey'
  | 'fromNewerProgram'
  | 'damaged'
  | 'networkPath'
  | 'diskFull'
  | 'readOnly'
  | 'inUse';

export class JournalError extends Error {
  readonly problem: JournalProblem;
  constructor(problem: JournalProblem, options?: ErrorOptions) {
    super(`journal: ${problem}`, options);
    this.problem = problem;
  }
}

const SQLITE_PROBLEMS: Readonly<Record<string, JournalProblem>> = {
  SQLITE_NOTADB: 'wrongKey',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_FULL: 'diskFull',
  SQLITE_READONLY: 'readOnly',
  SQLITE_CANTOPEN: 'missing',
  SQLITE_BUSY: 'inUse',
};

/** The problem behind an SQLite error, or undefined where it is not about the file. */
export function problemOf(error: unknown): JournalProblem | undefined {
  if (error instanceof JournalError) return error.problem;
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = String(error.code);
  const known = Object.keys(SQLITE_PROBLEMS).find((name) => code.startsWith(name));
  if (known !== undefined) return SQLITE_PROBLEMS[known];
  if (code === 'ENOSPC') return 'diskFull';
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'readOnly';
  return undefined;
}
