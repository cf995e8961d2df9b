import { expect, test } from 'vitest';
import { beforeMigration } from '../testing/at-migration';

test('the homework of lessons stays word for word and nothing is set beside it', () => {
  const { connection, apply } = beforeMigration('0011-homework');
  connection.exec(`
    INSERT INTO school_year (id, name, starts_on, ends_on) VALUES (1, '2026/2027', '2026-09-01', '2027-05-31');
    INSERT INTO school_class (id, year_id, grade, letter) VALUES (1, 1, 8, 'А');
    INSERT INTO subject (id, name) VALUES (1, 'Алгебра');
    INSERT INTO study_group (id, class_id) VALUES (1, 1);
    INSERT INTO journal_page VALUES (1, 1, 1);
    INSERT INTO pupil (id, last_name, first_name) VALUES (1, 'Абрамов', 'Илья');
    INSERT INTO lesson (id, page_id, date, lesson_number, topic, homework, version) VALUES
      (1, 1, '2026-11-16', 2, 'Корни', '§ 14, № 312', 3), (2, 1, '2026-11-18', 2, '', '', 0);`);
  apply();
  const rows = (sql: string) => connection.prepare(sql).raw().all();
  expect(
    rows('SELECT id, topic, homework, version, homework_version FROM lesson ORDER BY id'),
  ).toEqual([
    [1, 'Корни', '§ 14, № 312', 3, 0],
    [2, '', '', 0, 0],
  ]);
  expect(rows('SELECT count(*) FROM homework')).toEqual([[0]]);

  const insert = (position: number, text: string, more = "NULL, NULL, '', ''") =>
    connection.exec(`INSERT INTO homework VALUES (1, ${position}, '${text}', NULL, ${more})`);
  insert(0, '', "'2026-11-20', 30, 'written', ''");
  insert(1, 'Карточка 4');
  connection.exec('INSERT INTO homework_pupil VALUES (1, 1, 1)');
  expect(() => insert(2, '')).toThrow('CHECK');
  expect(() => insert(3, 'Ещё', "'30.11.2026', NULL, '', ''")).toThrow('CHECK');
  expect(() => insert(4, 'Ещё', "NULL, 0, '', ''")).toThrow('CHECK');
  connection.exec('DELETE FROM homework WHERE position = 1');
  expect(rows('SELECT count(*) FROM homework_pupil')).toEqual([[0]]);
});
