import { expect, test } from 'vitest';
import { beforeMigration } from '../testing/at-migration';

test('the words for rooms become rooms, and each hour keeps its own', () => {
  const { connection, apply } = beforeMigration('0004-timetable-and-changes');
  connection.exec(`
    INSERT INTO school_year (id, name, starts_on, ends_on) VALUES (1, '2026/2027', '2026-09-01', '2027-05-31');
    INSERT INTO school_class (id, year_id, grade, letter) VALUES (1, 1, 8, 'А');
    INSERT INTO subject (id, name) VALUES (1, 'Алгебра');
    INSERT INTO study_group (id, class_id) VALUES (1, 1);
    INSERT INTO journal_page VALUES (1, 1, 1);
    INSERT INTO timetable_version (id, year_id, name, valid_from) VALUES (1, 1, 'Основное', '2026-09-01');
    INSERT INTO timetable_entry VALUES
      (1, 1, 1, 1, 1, '204'), (2, 1, 2, 1, 1, 'Спортзал'), (3, 1, 3, 1, 1, ''), (4, 1, 4, 1, 1, '204');
    INSERT INTO name_match VALUES ('fet', 'teacher', 'Лаптева О. С.', 7);`);
  apply();
  const rows = (sql: string) => connection.prepare(sql).raw().all();
  expect(
    rows(`SELECT entry.id, week, room.name FROM timetable_entry AS entry
          LEFT JOIN room ON room.id = room_id ORDER BY entry.id`),
  ).toEqual([
    [1, 0, '204'],
    [2, 0, 'Спортзал'],
    [3, 0, null],
    [4, 0, '204'],
  ]);
  expect(rows('SELECT count(*) FROM building')).toEqual([[1]]);
  expect(rows('SELECT name, target_id FROM name_match')).toEqual([['Лаптева О. С.', 7]]);
  expect(rows('SELECT draft, cycle_from FROM timetable_version')).toEqual([[0, null]]);
});

test('a journal without rooms gets no building it did not name', () => {
  const { connection, apply } = beforeMigration('0004-timetable-and-changes');
  apply();
  expect(connection.prepare('SELECT count(*) AS n FROM building').get()).toEqual({ n: 0 });
});
