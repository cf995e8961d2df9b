import { expect, test } from 'vitest';
import { beforeMigration } from '../testing/at-migration';

test('works given before keep the form of their kind and have no dates of their own', () => {
  const { connection, apply } = beforeMigration('0009-assigned-works');
  connection.exec(`
    INSERT INTO school_year (id, name, starts_on, ends_on) VALUES (1, '2026/2027', '2026-09-01', '2027-05-31');
    INSERT INTO school_class (id, year_id, grade, letter) VALUES (1, 1, 8, 'А');
    INSERT INTO subject (id, name) VALUES (1, 'Алгебра');
    INSERT INTO study_group (id, class_id) VALUES (1, 1);
    INSERT INTO journal_page VALUES (1, 1, 1);
    INSERT INTO lesson (id, page_id, date, lesson_number) VALUES (1, 1, '2026-11-16', 2);
    INSERT INTO work_kind (id, name, short_name, weight, written) VALUES (1, 'Диктант', 'Дикт', 3, 1);
    INSERT INTO lesson_work (lesson_id, position, kind_id, weight, title) VALUES (1, 1, 1, 3, 'Осень');`);
  apply();
  expect(connection.prepare('SELECT * FROM lesson_work').all()).toEqual([
    {
      lesson_id: 1,
      position: 1,
      kind_id: 1,
      weight: 3,
      title: 'Осень',
      written: null,
      given_on: null,
      due_on: null,
    },
  ]);
});
