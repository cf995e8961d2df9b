import { existsSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { migrate } from './migrate';
import { MIGRATIONS } from './migrations';
import { isNetworkPath } from './network-path';
import { JournalError, problemOf } from './problem';
import type { ReadableDb, WritableDb } from './statement';

// SQLite reads this once, when the first file is opened: file: addresses can then say `immutable`.
process.env['SQLITE_USE_URI'] ??= '1';

/** «SJRN»: tells our file from any other SQLite database. */
export const APPLICATION_ID = 0x534a524e;

/** A moment of the journal; `db` reads what stood there then. */
type Snapshot = { readonly db: ReadableDb; readonly release: () => void };

/** An open journal: everybody may read, only `write` changes anything. */
export type Journal = {
  readonly file: string;
  readonly db: ReadableDb;
  /** Runs `work` inside BEGIN IMMEDIATE … COMMIT; whatever it throws takes everything back. */
  readonly write: <T>(work: (db: WritableDb) => T) => T;
  /**
   * Holds the file on disk still while others go on writing (into the WAL), so that a plain copy of
   * it is a consistent snapshot of this moment. Ends with `release`.
   */
  readonly holdSnapshot: () => Snapshot;
  readonly close: () => void;
};

type OpenOptions = {
  readonly file: string;
  readonly key: Buffer;
  /** Called before a migration changes an existing journal; must leave a verified copy behind. */
  readonly beforeMigration?: () => void;
};

function connect(file: string, key: Buffer, options: Database.Options): Database.Database {
  if (key.length !== 32) throw new JournalError('wrongKey');
  const connection = new Database(file, options);
  try {
    connection.pragma(`cipher='chacha20'`);
    connection.pragma(`key='raw:${key.toString('hex')}'`);
    connection.pragma('application_id'); // the first read: a wrong key shows here
    return connection;
  } catch (error) {
    connection.close();
    throw new JournalError(problemOf(error) ?? 'damaged', { cause: error });
  }
}

function setUp(connection: Database.Database): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('busy_timeout = 3000');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
  connection.pragma('temp_store = MEMORY'); // nothing of ours in temporary files
  connection.pragma('cache_size = -32000');
}

function holdSnapshot(connection: Database.Database, file: string, key: Buffer): Snapshot {
  const [state] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (state?.busy !== 0) throw new JournalError('inUse');
  // With the WAL empty this reader takes the lock under which no checkpoint may touch the file.
  const reader = connect(file, key, { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM sqlite_schema').get();
  return { db: { connection: reader }, release: () => reader.close() };
}

function journalOf(connection: Database.Database, file: string, key: Buffer): Journal {
  const db: ReadableDb = { connection };
  return {
    file,
    db,
    write: (work) => {
      connection.exec('BEGIN IMMEDIATE');
      try {
        const result = work(db as WritableDb);
        connection.exec('COMMIT');
        return result;
      } catch (error) {
        if (connection.inTransaction) connection.exec('ROLLBACK');
        throw error;
      }
    },
    holdSnapshot: () => holdSnapshot(connection, file, key),
    close: () => {
      if (!connection.open) return;
      connection.pragma('optimize');
      connection.close();
    },
  };
}

/** A new empty journal in a file that does not exist yet. Throws `JournalError`. */
export function createJournal({ file, key }: Pick<OpenOptions, 'file' | 'key'>): Journal {
  if (isNetworkPath(file)) throw new JournalError('networkPath');
  if (existsSync(file)) throw new JournalError('inUse');
  const connection = connect(file, key, {});
  connection.pragma(`application_id = ${APPLICATION_ID}`);
  setUp(connection);
  migrate(connection);
  return journalOf(connection, file, key);
}

/** Opens an existing journal and brings its schema up to this program's. Throws `JournalError`. */
export function openJournal({ file, key, beforeMigration }: OpenOptions): Journal {
  if (isNetworkPath(file)) throw new JournalError('networkPath');
  if (!existsSync(file)) throw new JournalError('missing');
  const connection = connect(file, key, { fileMustExist: true });
  try {
    if (connection.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new JournalError('notAJournal');
    }
    setUp(connection);
    migrate(connection, beforeMigration);
    return journalOf(connection, file, key);
  } catch (error) {
    connection.close();
    throw new JournalError(problemOf(error) ?? 'damaged', { cause: error });
  }
}

/**
 * SQLite makes a lock and a log beside a journal even to read it. It does not where it is told that
 * nobody changes the file; where it cannot be told, they are taken away afterwards.
 */
function connectToLook(file: string, key: Buffer) {
  const options = { readonly: true, fileMustExist: true };
  try {
    const connection = connect(`${pathToFileURL(file).href}?immutable=1`, key, options);
    return { connection, close: () => connection.close() };
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_CANTOPEN') throw error;
  }
  const beside = ['-wal', '-shm'].map((end) => file + end).filter((name) => !existsSync(name));
  const connection = connect(file, key, options);
  const close = () => {
    connection.close();
    for (const name of beside) rmSync(name, { force: true });
  };
  return { connection, close };
}

/**
 * Opens a journal that nobody writes, only to look: a copy. Nothing is written beside it, so that
 * it may lie where nothing can be written. Throws `JournalError`.
 */
export function openReadOnly(
  file: string,
  key: Buffer,
): { readonly db: ReadableDb; readonly close: () => void } {
  if (!existsSync(file)) throw new JournalError('missing');
  let close: (() => void) | undefined;
  try {
    const opened = connectToLook(file, key);
    ({ close } = opened);
    const { connection } = opened;
    if (connection.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new JournalError('notAJournal');
    }
    if (Number(connection.pragma('user_version', { simple: true })) > MIGRATIONS.length) {
      throw new JournalError('fromNewerProgram');
    }
    connection.pragma('trusted_schema = OFF');
    connection.pragma('cell_size_check = ON');
    connection.pragma('temp_store = MEMORY');
    return { db: { connection }, close };
  } catch (error) {
    close?.();
    throw new JournalError(problemOf(error) ?? 'damaged', { cause: error });
  }
}

/** Whether every page can be read and the tables hold together; reads the whole file. */
export function isSound(db: ReadableDb): boolean {
  try {
    return db.connection.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch (error) {
    if (problemOf(error) === 'driveGone') throw error;
    return false;
  }
}
