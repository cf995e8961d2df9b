import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from './migrate';
import { MIGRATIONS } from './migrations';
import { liesOnNetwork } from './network-path';
import { createJournal, openJournal, openReadOnly } from './open';
import { change, get, run, select } from './statement';
import { temporaryJournal } from './testing/temporary-journal';

let place: ReturnType<typeof temporaryJournal>;
beforeEach(() => {
  place = temporaryJournal();
});
afterEach(() => place.remove());

const addSubject = change<[string]>('INSERT INTO subject (name) VALUES (?)');
const countSubjects = select<[], { n: number }>('SELECT count(*) AS n FROM subject');

test('each migration is the file its hash was taken from', () => {
  for (const { name, sql, sha256 } of MIGRATIONS) {
    expect(createHash('sha256').update(sql).digest('hex'), name).toBe(sha256);
  }
});

test('every table is strict', () => {
  const tables = place.journal.db.connection.pragma('table_list') as {
    name: string;
    strict: number;
    type: string;
  }[];
  const loose = tables.filter(
    (table) => table.type === 'table' && !table.name.startsWith('sqlite_') && table.strict === 0,
  );
  expect(loose).toEqual([]);
});

test('nothing in the file can be read without the key', () => {
  place.journal.write((db) => run(db, addSubject, ['Природоведение']));
  place.journal.db.connection.pragma('wal_checkpoint(TRUNCATE)');
  const bytes = readFileSync(place.journal.file);
  expect(bytes.includes('Природоведение')).toBe(false);
  expect(bytes.subarray(0, 15).toString()).not.toBe('SQLite format 3');
});

test('a wrong key, a foreign file, a missing file and a newer journal are told apart', () => {
  const { file } = place.journal;
  const problem = (work: () => unknown) => {
    try {
      work();
      return undefined;
    } catch (error) {
      return (error as { problem?: string }).problem;
    }
  };
  const { key } = place;
  const other = path.join(place.folder, 'other.db');
  expect(problem(() => openJournal({ file, key: randomBytes(32) }))).toBe('wrongKey');
  expect(problem(() => openJournal({ file: other, key }))).toBe('missing');
  writeFileSync(other, 'not a database at all, but long enough to look like one'.repeat(100));
  expect(problem(() => openJournal({ file: other, key }))).toBe('wrongKey');
  rmSync(other);
  const foreign = createJournal({ file: other, key });
  foreign.db.connection.pragma('application_id = 7');
  foreign.close();
  expect(problem(() => openJournal({ file: other, key }))).toBe('notAJournal');
  place.journal.db.connection.pragma(`user_version = ${MIGRATIONS.length + 1}`);
  expect(problem(() => openJournal({ file, key }))).toBe('fromNewerProgram');
  place.journal.db.connection.pragma(`user_version = ${MIGRATIONS.length}`);
});

test('a write that throws leaves nothing behind', () => {
  expect(() =>
    place.journal.write((db) => {
      run(db, addSubject, ['Физика']);
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(get(place.journal.db, countSubjects, [])).toEqual({ n: 0 });
});

test('a select that writes and a change that reads are refused', () => {
  const wrong = select<[string], unknown>('INSERT INTO subject (name) VALUES (?)');
  expect(() => get(place.journal.db, wrong, ['Химия'])).toThrow('a select must read');
});

test('the audit trail can only grow', () => {
  const { connection } = place.journal.db;
  connection.exec(
    `INSERT INTO audit (at, request_id, actor, workstation, action, result, previous_hash, hash)
     VALUES ('2026-11-23T10:00:00Z', 'r', 'a', 'w', 'x', 'null', '', 'h')`,
  );
  expect(() => connection.exec(`UPDATE audit SET actor = 'b'`)).toThrow('insert-only');
  expect(() => connection.exec('DELETE FROM audit')).toThrow('insert-only');
});

test('a file copied while the snapshot is held is that moment, though writing went on', () => {
  place.journal.write((db) => run(db, addSubject, ['Физика']));
  const snapshot = place.journal.holdSnapshot();
  for (let i = 0; i < 3000; i++) {
    place.journal.write((db) => run(db, addSubject, [`Предмет ${i}`]));
  }
  place.journal.db.connection.pragma('wal_checkpoint(PASSIVE)');
  const copy = path.join(place.folder, 'copy.db');
  copyFileSync(place.journal.file, copy);
  snapshot.release();
  const opened = openReadOnly(copy, place.key);
  expect(get(opened.db, countSubjects, [])).toEqual({ n: 1 });
  expect(opened.db.connection.pragma('integrity_check', { simple: true })).toBe('ok');
  opened.close();
  expect(get(place.journal.db, countSubjects, [])).toEqual({ n: 3001 });
});

test('a migration that breaks a reference or fails takes itself back', () => {
  const connection = new Database(':memory:');
  const good = { name: 'a', sha256: '', sql: 'CREATE TABLE parent (id INTEGER PRIMARY KEY);' };
  const breaks = {
    name: 'b',
    sha256: '',
    sql: `CREATE TABLE child (parent INTEGER REFERENCES parent (id)); INSERT INTO child VALUES (5);`,
  };
  expect(() => migrate(connection, undefined, [good, breaks])).toThrow('damaged');
  expect(connection.pragma('user_version', { simple: true })).toBe(1);
  expect(() => connection.exec('SELECT * FROM child')).toThrow('no such table');
});

test('rebuilding a table keeps the rows that hang on it', () => {
  const connection = new Database(':memory:');
  connection.pragma('foreign_keys = ON');
  const first = {
    name: 'a',
    sha256: '',
    sql: `CREATE TABLE parent (id INTEGER PRIMARY KEY);
          CREATE TABLE child (parent INTEGER REFERENCES parent (id) ON DELETE CASCADE);
          INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1);`,
  };
  const rebuild = {
    name: 'b',
    sha256: '',
    sql: `CREATE TABLE fresh (id INTEGER PRIMARY KEY, name TEXT);
          INSERT INTO fresh SELECT id, NULL FROM parent;
          DROP TABLE parent; ALTER TABLE fresh RENAME TO parent;`,
  };
  let copied = 0;
  migrate(connection, () => (copied += 1), [first]);
  migrate(connection, () => (copied += 1), [first, rebuild]);
  expect(copied).toBe(1);
  expect(connection.prepare('SELECT count(*) AS n FROM child').get()).toEqual({ n: 1 });
});

test('a folder on the network is recognised', () => {
  const mounts = [
    '/dev/sda1 / ext4 rw 0 0',
    'server:/x /mnt/school nfs4 rw 0 0',
    '//pc/share /media/my\\040share cifs rw 0 0',
  ].join('\n');
  expect(liesOnNetwork('/home/user/journal.db', mounts)).toBe(false);
  expect(liesOnNetwork('/mnt/school/journal.db', mounts)).toBe(true);
  expect(liesOnNetwork('/media/my share/journal.db', mounts)).toBe(true);
  expect(liesOnNetwork('/mnt/schoolyard/journal.db', mounts)).toBe(false);
});
