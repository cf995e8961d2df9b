import type Database from 'better-sqlite3';
import { MIGRATIONS, type Migration } from './migrations';
import { JournalError } from './problem';

function apply(connection: Database.Database, migration: Migration, version: number): void {
  // Off outside the transaction: a rebuilt table would otherwise take its children with it.
  connection.pragma('foreign_keys = OFF');
  try {
    connection.exec('BEGIN EXCLUSIVE');
    connection.exec(migration.sql);
    const broken = connection.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new JournalError('damaged');
    connection.pragma(`user_version = ${version}`);
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  } finally {
    connection.pragma('foreign_keys = ON');
  }
}

/**
 * Brings the schema up to the last migration. A journal of a newer program is refused, and an
 * existing one is copied first (`beforeMigration`). Each migration is one transaction.
 */
export function migrate(
  connection: Database.Database,
  beforeMigration?: () => void,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  const version = Number(connection.pragma('user_version', { simple: true }));
  if (version > migrations.length) throw new JournalError('fromNewerProgram');
  if (version === migrations.length) return;
  if (version > 0 && beforeMigration !== undefined) {
    // What a crash left in the WAL belongs into the file that is kept.
    connection.pragma('wal_checkpoint(TRUNCATE)');
    beforeMigration();
  }
  for (const [index, migration] of migrations.entries()) {
    if (index >= version) apply(connection, migration, index + 1);
  }
}
