import Database from 'better-sqlite3';
import { migrate } from '../migrate';
import { MIGRATIONS } from '../migrations';

/** A journal in memory as the migrations before the named one left it, and how that one is applied. */
export function beforeMigration(name: string): {
  readonly connection: Database.Database;
  readonly apply: () => void;
} {
  const index = MIGRATIONS.findIndex((migration) => migration.name === name);
  if (index < 0) throw new Error(`no migration ${name}`);
  const connection = new Database(':memory:');
  connection.pragma('foreign_keys = ON');
  migrate(connection, undefined, MIGRATIONS.slice(0, index));
  return {
    connection,
    apply: () => migrate(connection, undefined, MIGRATIONS.slice(0, index + 1)),
  };
}
