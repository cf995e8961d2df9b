import { readdirSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { openReadOnly } from './open';
import { get, select } from './statement';
import { temporaryJournal } from './testing/temporary-journal';

vi.hoisted(() => {
  process.env['SQLITE_USE_URI'] = '0';
});

test('where SQLite does not know file: addresses, what it laid beside a copy is taken away', () => {
  const { journal, folder, key, remove } = temporaryJournal();
  journal.close();
  const opened = openReadOnly(journal.file, key);
  expect(get(opened.db, select<[], { n: number }>('SELECT count(*) AS n FROM school'), [])).toEqual(
    { n: 0 },
  );
  expect(readdirSync(folder)).toContain('journal.db-wal');
  opened.close();
  expect(readdirSync(folder)).toEqual(['journal.db']);
  remove();
});
