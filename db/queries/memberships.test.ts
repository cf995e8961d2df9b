import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryJournal } from '../testing/temporary-journal';
import { findAway, findGroupPupils } from './memberships';

let place: ReturnType<typeof temporaryJournal>;
beforeEach(() => {
  place = temporaryJournal();
  place.journal.write((db) =>
    db.connection.exec(`
      INSERT INTO school_year VALUES (1, '2026/2027', '2026-09-01', '2027-05-31', NULL);
      INSERT INTO school_class (id, year_id, grade, letter) VALUES (1, 1, 10, 'А'), (2, 1, 10, 'Б');
      INSERT INTO pupil (id, last_name, first_name) VALUES (1, 'Абрамов', 'Илья'), (2, 'Белова', 'Анна');
      INSERT INTO subject (id, name) VALUES (1, 'Физика');
      INSERT INTO study_group (id, class_id, name, kind, division) VALUES
        (1, 1, '', 'subgroup', ''), (2, 1, 'англ. 1', 'subgroup', 'Английский язык'),
        (3, 1, 'англ. 2', 'subgroup', 'Английский язык'), (4, 2, 'профиль', 'stream', '');
      INSERT INTO stream_class VALUES (4, 1);
      INSERT INTO class_membership VALUES (1, 1, 1, '2026-09-01', NULL), (2, 2, 2, '2026-09-01', NULL);
      INSERT INTO study_group_membership VALUES
        (1, 2, 1, '2026-09-01', '2026-10-31'), (2, 3, 1, '2026-11-01', NULL),
        (3, 4, 1, '2026-09-01', NULL), (4, 3, 1, '2027-01-11', NULL), (5, 4, 2, '2026-09-01', NULL);
      INSERT INTO individual_plan VALUES (1, 1, 1, '2026-11-02', NULL, 'приказ № 7');
      INSERT INTO individual_plan_item VALUES (1, 1, 'exempt', 0, NULL);`),
  );
});
afterEach(() => place.remove());

test('who is in which group on a day: the class, the subgroup of that day, the stream of both classes', () => {
  const on = (day: '2026-10-01' | '2026-11-23') =>
    [...findGroupPupils(place.journal.db, 1, day)]
      .toSorted(([one], [other]) => one - other)
      .map(([id, pupils]) => [id, [...pupils]]);
  expect(on('2026-10-01')).toEqual([
    [1, [1]],
    [2, [1]],
    [4, [1, 2]],
  ]);
  expect(on('2026-11-23')).toEqual([
    [1, [1]],
    [3, [1]],
    [4, [1, 2]],
  ]);
  expect(findAway(place.journal.db, 1)).toEqual([
    { pupilId: 1, subjectId: 1, mode: 'exempt', from: '2026-11-02', to: null },
  ]);
});
