import { expect, test } from 'vitest';
import { beforeMigration } from '../testing/at-migration';

test('marks of every kind survive, and marks of wider scales have a place', () => {
  const { connection, apply } = beforeMigration('0002-the-school-year');
  connection.exec(`
    INSERT INTO school_year VALUES (1, '2026/2027', '2026-09-01', '2027-05-31');
    INSERT INTO period VALUES (1, 1, 'quarter', 1, '2026-09-01', '2026-10-23', 1, 9);
    INSERT INTO holiday VALUES (1, 1, 'Осенние каникулы', '2026-10-24', '2026-11-01');
    INSERT INTO school_class VALUES (1, 1, 8, 'А', NULL);
    INSERT INTO pupil (id, last_name, first_name) VALUES (1, 'Абрамов', 'Илья');
    INSERT INTO subject (id, name) VALUES (1, 'Алгебра');
    INSERT INTO study_group (id, class_id) VALUES (1, 1);
    INSERT INTO journal_page VALUES (1, 1, 1);
    INSERT INTO lesson (id, page_id, date, lesson_number) VALUES (1, 1, '2026-09-02', 1);
    INSERT INTO work_kind VALUES (1, 'Контрольная работа', 'К/р', 3, 1, 0);
    INSERT INTO lesson_work VALUES (1, 1, 1, 3, '');
    INSERT INTO journal_cell VALUES (1, 1, 'late', 5, 'Опоздал', 2);
    INSERT INTO mark VALUES (1, 1, 1, 1, '4'), (1, 1, 2, 1, '.'), (1, 1, 3, 1, 'н/а');
    INSERT INTO period_mark VALUES (1, 1, 1, '5', 'по решению', 3);`);
  const rows = (sql: string) => connection.prepare(sql).raw().all();
  const tables = ['lesson', 'lesson_work', 'journal_cell', 'mark', 'period_mark'];
  const all = () => tables.map((table) => rows(`SELECT * FROM ${table} ORDER BY 1, 2, 3`));
  const before = all();
  apply();
  expect(all()).toEqual(before);
  expect(rows('SELECT grade_from, grade_to FROM holiday')).toEqual([[1, 12]]);
  expect(rows('SELECT shift, study_days FROM school_class')).toEqual([[1, 5]]);
  expect(rows('SELECT scale_id FROM subject')).toEqual([[1]]);
  const put = (value: string) =>
    connection.prepare('INSERT INTO mark VALUES (1, 1, 4, 1, ?)').run(value);
  for (const wrong of ['', '101', '04', '4.5', 'пять', '-1']) {
    expect(() => put(wrong), wrong).toThrow('CHECK');
  }
  put('100');
  connection.exec('DELETE FROM journal_cell');
  expect(rows('SELECT count(*) FROM mark')).toEqual([[0]]);
});
