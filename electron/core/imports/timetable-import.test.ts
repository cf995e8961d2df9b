import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';
import { chosenFile, journalOf, rowCounts } from './testing/chosen';
import { fetCsv, fetFile, pupilRows, pupilsCsv, staffCsv } from './testing/sample-files';

let school: Awaited<ReturnType<typeof smallSchool>>;
let client: Client;
beforeEach(async () => {
  school = await smallSchool();
  ({ client } = school.administrator);
  const grant = chosenFile(school, 'сотрудники.csv', staffCsv());
  const { sha256, seen } = await client.imports.previewStaff({ grant });
  const agreed = { requestId: randomUUID(), withoutBadRows: false };
  await client.imports.applyStaff({ ...agreed, grant, sha256, seen });
});
afterEach(() => school.remove());

const noNames = { teachers: {}, subjects: {}, classes: {}, rooms: { 21: 'create' as const } };
const counts = () => rowCounts(journalOf(school.core));

/** Hours, lessons and teachers of a page as the database has them. */
const query = <Row>(sql: string) => journalOf(school.core).connection.prepare(sql).all() as Row[];

type Asked = Parameters<Client['imports']['previewTimetable']>[0];
type Choices = Pick<Asked, 'teachers' | 'subjects' | 'classes' | 'rooms' | 'cycleFrom'>;

async function load(
  bytes: Uint8Array,
  validFrom: `${number}-${number}-${number}`,
  choices: Choices = noNames,
  more: { readonly draft?: boolean; readonly classTeachers?: string[] } = {},
) {
  const grant = chosenFile(school, 'timetable.csv', bytes);
  const preview = await client.imports.previewTimetable({ grant, validFrom, ...choices });
  const apply = () =>
    client.imports.applyTimetable({
      requestId: randomUUID(),
      grant,
      validFrom,
      ...choices,
      ...more,
      sha256: preview.sha256,
      name: 'Основное',
    });
  return { preview, apply };
}

test('a closed year takes no timetable from a file', async () => {
  const { apply } = await load(fetCsv(), '2026-09-01');
  journalOf(school.core).connection.exec("UPDATE school_year SET closed_on = '2026-11-20'");
  const before = counts();
  expect(await refusalOf(apply())).toEqual({ code: 'INVALID', data: { why: 'yearClosed' } });
  expect(counts()).toEqual(before);
});

test('a first timetable: pages, parts, teachers, and lessons on every school day', async () => {
  const { preview, apply } = await load(fetCsv(), '2026-09-01');
  expect(preview).toMatchObject({ lessons: 9, withoutClass: 1 });
  expect(preview.classes).toMatchObject([{ name: '8А', certainty: 'exact' }]);
  expect(preview.teachers.map(({ certainty }) => certainty)).toEqual([
    'exact',
    'exact',
    'exact',
    'exact',
  ]);
  const english = preview.subjects.find(({ name }) => name === 'Англ. язык');
  expect(english?.certainty).toBe('exact');
  const before = counts();
  const result = await apply();
  expect(result.newGroups).toEqual(['8-А, 1 группа', '8-А, 2 группа']);
  expect(counts()['lesson']).toBe((before['lesson'] ?? 0) + result.lessonsAdded);
  expect(counts()['audit']).toBe((before['audit'] ?? 0) + 1);

  const onHoliday = query(`SELECT lesson.id FROM lesson JOIN holiday
    ON lesson.date BETWEEN holiday.starts_on AND holiday.ends_on`);
  expect(onHoliday).toEqual([]);
  const parts = query<{ name: string; n: number }>(
    `SELECT study_group.name, count(*) AS n FROM study_group_membership AS member
     JOIN study_group ON study_group.id = member.group_id GROUP BY study_group.id`,
  );
  // Two pupils now and one who left on 10 November, in two parts.
  expect(parts).toEqual([
    { name: '1 группа', n: 2 },
    { name: '2 группа', n: 1 },
  ]);
  const [monday] = (await client.school.timetable({ classId: 1 })).lessons.filter(
    ({ weekday, lessonNumber }) => weekday === 1 && lessonNumber === 2,
  );
  expect(monday).toMatchObject({
    subjectName: 'Алгебра',
    teachers: ['Дроздова О. С.'],
    room: '21',
  });
});

test('the same file again changes nothing and is refused', async () => {
  const first = await load(fetCsv(), '2026-09-01');
  await first.apply();
  const before = counts();
  const again = await load(fetCsv(), '2026-09-01');
  expect(again.preview.outcome).toMatchObject({
    changesAnything: false,
    lessonsAdded: 0,
    lessonsRemoved: 0,
  });
  expect(again.preview.teachers.every(({ certainty }) => certainty === 'remembered')).toBe(true);
  expect(await refusalOf(again.apply())).toEqual({
    code: 'INVALID',
    data: { why: 'nothingChanges' },
  });
  expect(counts()).toEqual(before);
});

test('a later timetable leaves the days before it and every lesson that holds something', async () => {
  await (await load(fetCsv(), '2026-09-01')).apply();
  const teacher = (await client.people.staff()).find(({ lastName }) => lastName === 'Дроздова');
  const db = journalOf(school.core);
  const [found] = query<{ id: number }>(`SELECT page.id FROM journal_page AS page JOIN subject
    ON subject.id = page.subject_id WHERE subject.name = 'Алгебра'`);
  const page = found?.id ?? 0;
  const tuesdays = query<{ id: number; date: string }>(
    `SELECT id, date FROM lesson WHERE page_id = ${page} AND lesson_number = 3 ORDER BY date`,
  );
  const [filled] = tuesdays.filter(({ date }) => date >= '2026-12-01');
  db.connection.prepare(`UPDATE lesson SET topic = 'Тема' WHERE id = ?`).run(filled?.id);

  const { preview, apply } = await load(fetCsv(true), '2026-11-30');
  expect(preview.outcome).toMatchObject({ lessonsHeld: 1, newPages: 0 });
  expect(preview.outcome?.classes).toEqual([
    { className: '8-А', added: 0, removed: 0, moved: 1, room: 0, teachers: 0, kept: 8 },
  ]);
  expect(preview.outcome?.changes).toEqual([
    {
      className: '8-А',
      kind: 'moved',
      subject: 'Алгебра',
      group: '',
      was: { weekday: 2, lessonNumber: 3, week: 0, room: '21' },
      becomes: { weekday: 4, lessonNumber: 5, week: 0, room: '21' },
      teachersWere: [],
      teachersBecome: [],
    },
  ]);
  const early = query(`SELECT * FROM lesson WHERE date < '2026-11-30' ORDER BY id`);
  const result = await apply();
  expect(query(`SELECT * FROM lesson WHERE date < '2026-11-30' ORDER BY id`)).toEqual(early);
  const left = query<{ id: number }>(
    `SELECT id FROM lesson WHERE page_id = ${page} AND lesson_number = 3 AND date >= '2026-11-30'`,
  );
  expect(left).toEqual([{ id: filled?.id }]);
  expect(result.lessonsRemoved).toBe(
    tuesdays.filter(({ date }) => date >= '2026-11-30').length - 1,
  );
  expect(
    query(`SELECT * FROM page_teacher WHERE staff_id = ${teacher?.id} AND to_date IS NOT NULL`),
  ).toEqual([]);
});

test('parts made before the class had pupils are filled by the next import', async () => {
  const db = journalOf(school.core);
  await (await load(fetCsv(), '2026-09-01')).apply();
  db.connection.exec('DELETE FROM study_group_membership');
  const { preview, apply } = await load(fetCsv(), '2026-09-01');
  expect(preview.outcome).toMatchObject({ changesAnything: true, lessonsAdded: 0, newGroups: [] });
  await apply();
  expect(counts()['study_group_membership']).toBe(3);
});

test('a name that is no class cannot be made one', async () => {
  const csv = Buffer.from(fetCsv().toString().replaceAll('"8А"', '"Кружок"'));
  const classes = { Кружок: 'create' as const };
  const { preview } = await load(csv, '2026-09-01', { ...noNames, classes });
  expect(preview.classes).toMatchObject([{ name: 'Кружок', decided: null }]);
  expect(preview.outcome).toBeNull();
});

test('names nobody knows wait for the person, who may create or leave them', async () => {
  const csv = Buffer.from(
    fetCsv()
      .toString()
      .replaceAll('Физика', 'Робототехника')
      .replaceAll('"8А"', '"11Я"')
      .replaceAll('Синицын П. И.', 'Вакансия'),
  );
  const before = counts();
  const waiting = await load(csv, '2026-09-01');
  expect(waiting.preview.outcome).toBeNull();
  expect(await refusalOf(waiting.apply())).toEqual({
    code: 'INVALID',
    data: { why: 'unmatchedNames' },
  });
  expect(counts()).toEqual(before);
  const decided = await load(csv, '2026-09-01', {
    teachers: { Вакансия: 'skip' },
    subjects: { Робототехника: 'create' },
    classes: { '11Я': 'create' },
    rooms: { 21: 'skip' },
  });
  expect(decided.preview.outcome?.notes).toContainEqual({
    kind: 'emptyClasses',
    classNames: ['11-Я'],
  });
  expect(await decided.apply()).toMatchObject({ newSubjects: 1, newClasses: 1, newTeachers: 0 });
});

test('a failure in the middle leaves nothing', async () => {
  const { apply } = await load(fetCsv(), '2026-09-01');
  journalOf(school.core).connection.exec(`CREATE TEMP TRIGGER fail BEFORE INSERT ON main.lesson
    WHEN new.date > '2027-03-01' BEGIN SELECT RAISE(ABORT, 'planted'); END`);
  const before = counts();
  expect((await refusalOf(apply()))?.code).toBe('INTERNAL');
  expect(counts()).toEqual(before);
});

test('a solved .fet file, and what is no timetable', async () => {
  const { preview } = await load(fetFile(), '2026-09-01');
  expect(preview).toMatchObject({ lessons: 3, problems: [] });
  const wrong = await refusalOf(load(pupilsCsv(pupilRows(3)), '2026-09-01'));
  expect(wrong).toMatchObject({ code: 'FILE_PROBLEM', data: { problem: 'notThisKind' } });
  const deputy = (await school.windowOf('deputy')).client;
  const grant = chosenFile(school, 'timetable.fet', fetFile());
  const asked = { grant, validFrom: '2026-09-01' as const, ...noNames };
  expect((await deputy.imports.previewTimetable(asked)).lessons).toBe(3);
  const teacher = (await school.windowOf('teacher')).client;
  expect((await refusalOf(teacher.imports.previewTimetable(asked)))?.code).toBe('FORBIDDEN');
});

const sample = new URL('../../../../shared/samples/fet/shkola_timetable.csv', import.meta.url);

test.skipIf(!existsSync(sample))('a whole school of 14 classes', async () => {
  const grant = chosenFile(school, 'timetable.csv', readFileSync(sample));
  const asked = { grant, validFrom: '2026-09-01' as const };
  const first = await client.imports.previewTimetable({ ...asked, ...noNames });
  const make = (names: typeof first.teachers) =>
    Object.fromEntries(
      names.flatMap(({ name, decided }) => (decided ? [] : [[name, 'create' as const]])),
    );
  const choices = {
    teachers: make(first.teachers),
    subjects: make(first.subjects),
    classes: make(first.classes),
  };
  const preview = await client.imports.previewTimetable({ ...asked, ...choices });
  expect(preview.lessons).toBe(410);
  const started = performance.now();
  const result = await client.imports.applyTimetable({
    requestId: randomUUID(),
    ...asked,
    ...choices,
    sha256: preview.sha256,
    name: 'Основное',
  });
  expect(performance.now() - started).toBeLessThan(3000);
  expect(9 + result.lessonsAdded - result.lessonsRemoved).toBe(
    query(`SELECT 1 FROM lesson`).length,
  );
  expect(result.lessonsAdded).toBeGreaterThan(12_000);
  const again = await client.imports.previewTimetable({ ...asked, ...noNames });
  expect(again.outcome?.changesAnything).toBe(false);

  // The solved .fet file of the same school is the same timetable.
  const fet = chosenFile(
    school,
    'school.fet',
    readFileSync(new URL('shkola_data_and_timetable.fet', sample)),
  );
  const solved = await client.imports.previewTimetable({ ...asked, ...noNames, grant: fet });
  expect(solved.lessons).toBe(410);
  expect(solved.outcome).toMatchObject({ changesAnything: false, lessonsAdded: 0 });
});
