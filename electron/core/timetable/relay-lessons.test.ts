import { afterEach, expect, test } from 'vitest';
import { insertTimetableEntry, insertTimetableVersion } from '#db/queries/import-timetable';
import { findLessonStates } from '#db/queries/lessons';
import { insertHoliday } from '#db/queries/school';
import { change, run } from '#db/statement';
import { smallSchool } from '../testing/school';
import { previewRelay, relayLessons } from './relay-lessons';

let remove = () => {};
afterEach(() => remove());

const fillLesson = change<[number]>("UPDATE lesson SET topic = 'Дроби' WHERE id = ?");
const insertChange = change<[number, string | null]>(
  `INSERT INTO day_change (kind, lesson_id, date, lesson_number, before, registered_at, registered_by, revoked_at)
   VALUES ('substitution', ?, '2026-11-25', 1, '{}', '', '', ?)`,
);

async function schoolWithTimetable() {
  const school = await smallSchool();
  remove = school.remove;
  const { open } = school.core;
  if (open === null) throw new Error('not open');
  const { journal } = open;
  const version = (validFrom: '2026-09-01' | '2026-11-24', weekday: number, lessonNumber = 1) =>
    journal.write((db) => {
      const id = insertTimetableVersion(db, 1, { name: 'Основное', validFrom, source: '' });
      const pageId = school.pages.algebra;
      insertTimetableEntry(db, id, { weekday, lessonNumber, week: 0, pageId, roomId: null });
      return id;
    });
  const records: unknown[] = [];
  const relay = (from: '2026-11-23' | '2026-11-24' | '2026-09-01') =>
    journal.write((db) =>
      relayLessons(
        { db, record: (...row) => records.push(row) },
        { year: { id: 1, endsOn: '2026-12-06' }, from },
      ),
    );
  const lessons = () =>
    findLessonStates(journal.db, 1, '2026-09-01').filter(
      ({ pageId }) => pageId === school.pages.algebra,
    );
  const days = () => lessons().map(({ date, lessonNumber }) => `${date} ${lessonNumber}`);
  return { school, journal, version, relay, records, lessons, days };
}

test('a new version changes lessons from its day on; filled and changed ones stay', async () => {
  const { journal, version, relay, records, lessons, days } = await schoolWithTimetable();
  version('2026-09-01', 3);
  const first = relay('2026-11-23');
  expect(first).toEqual({ added: 2, removed: 1, kept: 0, held: 0 });
  expect(days()).toEqual(['2026-11-16 2', '2026-11-18 2', '2026-11-25 1', '2026-12-02 1']);
  expect(relay('2026-11-23')).toEqual({ added: 0, removed: 0, kept: 2, held: 0 });
  expect(records).toHaveLength(1);

  const [, , wednesday, second] = lessons();
  journal.write((db) => run(db, fillLesson, [wednesday?.id ?? 0]));
  journal.write((db) => run(db, insertChange, [second?.id ?? 0, null]));
  version('2026-11-24', 4);
  const order = { year: { id: 1, endsOn: '2026-12-06' as const }, from: '2026-11-24' as const };
  const told = previewRelay(journal.db, order);
  expect(told).toEqual({ added: 2, removed: 0, kept: 0, held: 2 });
  expect(relay('2026-11-24')).toEqual(told);
  expect(days()).toEqual([
    '2026-11-16 2',
    '2026-11-18 2',
    '2026-11-25 1',
    '2026-11-26 1',
    '2026-12-02 1',
    '2026-12-03 1',
  ]);
});

test('a holiday takes its empty lessons away; one named in the register is only hidden', async () => {
  const { journal, version, relay, lessons } = await schoolWithTimetable();
  version('2026-09-01', 3);
  relay('2026-11-23');
  const [, , wednesday] = lessons();
  journal.write((db) => run(db, insertChange, [wednesday?.id ?? 0, '2026-11-23T10:00:00Z']));
  journal.write((db) =>
    insertHoliday(db, 1, { name: 'Карантин', startsOn: '2026-11-24', endsOn: '2026-12-05' }),
  );
  expect(relay('2026-11-23')).toEqual({ added: 0, removed: 2, kept: 0, held: 0 });
  expect(lessons().map(({ date, cancelled }) => [date, cancelled])).toEqual([
    ['2026-11-16', 0],
    ['2026-11-18', 0],
    ['2026-11-25', 1],
  ]);
});
