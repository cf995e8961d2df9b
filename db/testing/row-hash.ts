import { createHash } from 'node:crypto';
import type { ReadableDb } from '../statement';

/** SHA-256 over the schema's version and every row of every table, whatever order they lie in. */
export function hashOfAllRows({ connection }: ReadableDb): string {
  const hash = createHash('sha256');
  hash.update(String(connection.pragma('user_version', { simple: true })));
  const tables = (connection.pragma('table_list') as { name: string; type: string }[])
    .filter(({ name, type }) => type === 'table' && !name.startsWith('sqlite_'))
    .map(({ name }) => name)
    .sort();
  for (const table of tables) {
    const columns = connection.pragma(`table_info("${table}")`) as unknown[];
    const order = columns.map((_, index) => index + 1).join();
    hash.update(`\n${table}\n`);
    const rows = connection.prepare(`SELECT * FROM "${table}" ORDER BY ${order}`).raw();
    for (const row of rows.iterate()) hash.update(`${JSON.stringify(row)}\n`);
  }
  return hash.digest('hex');
}
