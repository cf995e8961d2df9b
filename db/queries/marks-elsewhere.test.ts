import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryJournal } from '../testing/temporary-journal';
import { findMarksElsewhere } from './marks-elsewhere';

let place: ReturnType<typeof temporaryJournal>;
/** Абрамов went from 8-А to 8-Б on 16 November; in English he changed the group on the 12th. */
beforeEach(() => {
  place = temporaryJournal();
  place.journal.write((db) =>
    db.connection.exec(`
      INSERT INTO school_year VALUES (1, '2026/2027', '2026-09-01', '2027-05-31', NULL),
        (2, '2025/2026', '2025-09-01', '2026-05-31', NULL);
      INSERT INTO school_class (id, year_id, grade, letter) VALUES
        (1, 1, 8, 'А'), (2, 1, 8, 'Б'), (3, 2, 7, 'А');
      INSERT INTO pupil (id, last_name, first_name) VALUES (1, 'Абрамов', 'Илья'), (2, 'Белова', 'Анна');
      INSERT INTO subject (id, name) VALUES (1, 'Алгебра'), (2, 'Английский язык');
      INSERT INTO study_group (id, class_id, name, kind, division) VALUES
        (1, 1, '', 'subgroup', ''), (2, 2, '', 'subgroup', ''), (3, 3, '', 'subgroup', ''),
        (4, 2, 'англ. 1', 'subgroup', 'Английский язык'), (5, 2, 'англ. 2', 'subgroup', 'Английский язык');
      INSERT INTO class_membership VALUES
        (1, 1, 1, '2026-09-01', '2026-11-15'), (2, 2, 1, '2026-11-16', NULL),
        (3, 2, 2, '2026-09-01', NULL), (4, 3, 1, '2025-09-01', '2026-05-31');
      INSERT INTO study_group_membership VALUES
        (1, 4, 1, '2026-09-01', '2026-11-11'), (2, 5, 1, '2026-11-12', NULL);
      INSERT INTO journal_page (id, group_id, subject_id) VALUES
        (1, 1, 1), (2, 2, 1), (3, 3, 1), (4, 4, 2), (5, 5, 2);`),
  );
  const given = [
    [1, '2026-10-05', 1, '2'],
    [1, '2026-11-05', 1, '3'],
    [2, '2026-11-18', 1, '5'],
    [2, '2026-11-06', 2, '4'],
    [3, '2026-03-05', 1, '2'],
    [4, '2026-11-10', 1, '4'],
    [5, '2026-11-19', 1, '5'],
  ] as const;
  place.journal.write(({ connection }) => {
    connection.exec(`INSERT INTO work_kind (id, name, short_name, weight, written)
      VALUES (1, 'Ответ на уроке', 'Отв', 1, 0)`);
    for (const [index, [page, date, pupil, value]] of given.entries()) {
      const id = index + 1;
      connection.exec(`
        INSERT INTO lesson (id, page_id, date, lesson_number) VALUES (${id}, ${page}, '${date}', 2);
        INSERT INTO lesson_work (lesson_id, position, kind_id, weight) VALUES (${id}, 1, 1, 2);
        INSERT INTO journal_cell (lesson_id, pupil_id, version) VALUES (${id}, ${pupil}, 1);
        INSERT INTO mark VALUES (${id}, ${pupil}, 1, 1, '${value}');`);
    }
  });
});
afterEach(() => place.remove());

const found = (id: number, subjectId: number, classId: number, groupId: number, name = '') =>
  findMarksElsewhere(
    place.journal.db,
    { id, subjectId, yearId: 1, classId, groupId, groupName: name },
    { from: '2026-11-01', to: '2026-12-30' },
  );

test('who came from another class of the year brings the marks of the days there, within the period', () => {
  expect(found(2, 1, 2, 2)).toEqual([[1, '3', 2, '2026-11-05', 8, 'А']]);
});

test('a page that was left gets nothing of the next', () => {
  expect(found(1, 1, 1, 1)).toEqual([]);
});

test('who changed the group of a subject brings the marks of the group before', () => {
  expect(found(5, 2, 2, 5, 'англ. 2')).toEqual([[1, '4', 2, '2026-11-10', 8, 'Б']]);
});
