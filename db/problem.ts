/** Why a journal's file cannot be opened or written; told to people in their words elsewhere. */
export type JournalProblem =
  | 'missing'
  | 'notAJournal'
  | 'notACopy'
  | 'wrongKey'
  | 'fromNewerProgram'
  | 'damaged'
  | 'incomplete'
  | 'networkPath'
  | 'diskFull'
  | 'readOnly'
  | 'driveGone'
  | 'inUse'
  | 'occupied';

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
  SQLITE_IOERR: 'driveGone',
  SQLITE_READONLY: 'readOnly',
  SQLITE_CANTOPEN: 'missing',
  SQLITE_BUSY: 'inUse',
};

const FILE_PROBLEMS: Readonly<Record<string, JournalProblem>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EFBIG: 'diskFull',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  EIO: 'driveGone',
  ENODEV: 'driveGone',
  ENXIO: 'driveGone',
  ENOTCONN: 'driveGone',
  EBUSY: 'inUse',
  EEXIST: 'occupied',
  EISDIR: 'occupied',
  ENOTEMPTY: 'occupied',
};

/** The problem behind an error of SQLite or of the file system; undefined where it is none. */
export function problemOf(error: unknown): JournalProblem | undefined {
  if (error instanceof JournalError) return error.problem;
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = String(error.code);
  const known = Object.keys(SQLITE_PROBLEMS).find((name) => code.startsWith(name));
  return known === undefined ? FILE_PROBLEMS[code] : SQLITE_PROBLEMS[known];
}
