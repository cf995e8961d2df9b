import { expect, test } from 'vitest';
import { beforeMigration } from '../testing/at-migration';

test('what was entered stays as it is; a document holds its days and the cells it turned', () => {
  const { connection, apply } = beforeMigration('0010-absence-documents');
  connection.exec(`
    INSERT INTO school_year (id, name, starts_on, ends_on) VALUES (1, '2026/2027', '2026-09-01', '2027-05-31');
    INSERT INTO school_class (id, year_id, grade, letter) VALUES (1, 1, 8, 'А');
    INSERT INTO subject (id, name) VALUES (1, 'Алгебра');
    INSERT INTO study_group (id, class_id) VALUES (1, 1);
    INSERT INTO journal_page VALUES (1, 1, 1);
    INSERT INTO pupil (id, last_name, first_name) VALUES (1, 'Абрамов', 'Илья');
    INSERT INTO lesson (id, page_id, date, lesson_number) VALUES (1, 1, '2026-11-16', 2);
    INSERT INTO journal_cell (lesson_id, pupil_id, attendance, version) VALUES (1, 1, 'absent', 1);`);
  const cells = () => connection.prepare('SELECT * FROM journal_cell').raw().all();
  const before = cells();
  apply();
  expect(cells()).toEqual(before);
  const insert = (from: string, to: string) =>
    connection.exec(
      `INSERT INTO absence_document (pupil_id, kind, reason, from_date, to_date, entered_by, entered_at)
       VALUES (1, 'medical', 'ill', '${from}', '${to}', '', '')`,
    );
  insert('2026-11-16', '2026-11-18');
  expect(() => insert('2026-11-18', '2026-11-16')).toThrow(/CHECK/);
  connection.exec('INSERT INTO excused_cell VALUES (1, 1, 1)');
  expect(() => connection.exec('INSERT INTO excused_cell VALUES (1, 2, 1)')).toThrow(/FOREIGN KEY/);
  connection.exec('DELETE FROM journal_cell');
  expect(connection.prepare('SELECT count(*) FROM excused_cell').raw().get()).toEqual([0]);
});
