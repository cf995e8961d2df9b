import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashOfAllRows } from '#db/testing/row-hash';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';
import { ASC_SCHOOL, ascFile, ascSchool, ascXml, largeAscFile } from './testing/asc-files';
import { chosenFile, journalOf, rowCounts } from './testing/chosen';
import { staffCsv } from './testing/sample-files';

let school: Awaited<ReturnType<typeof smallSchool>>;
let client: Client;
beforeEach(async () => {
  school = await smallSchool();
  ({ client } = school.administrator);
  const grant = chosenFile(school, 'сотрудники.csv', staffCsv());
  const { sha256, seen } = await client.imports.previewStaff({ grant });
  const agreed = { requestId: randomUUID(), withoutBadRows: false };
  await client.imports.applyStaff({ ...agreed, grant, sha256, seen });
  ({ client } = await school.windowOf('deputy'));
});
afterEach(() => school.remove());

type Asked = Omit<Parameters<Client['imports']['previewTimetable']>[0], 'grant'>;
const FROM = '2026-11-30';
const noNames: Asked = { validFrom: FROM, teachers: {}, subjects: {}, classes: {}, rooms: {} };
/** What a person decides of the small aSc school: 8Б is new, and so are the rooms. */
const decided: Asked = {
  ...noNames,
  classes: { '8Б': 'create' },
  rooms: { 21: 'create', 'Кабинет 22': 'create', 33: 'skip' },
};

async function load(bytes: Uint8Array, asked: Asked = decided, fileName = 'school.xml') {
  const grant = chosenFile(school, fileName, bytes);
  const preview = await client.imports.previewTimetable({ grant, ...asked });
  const { sha256 } = preview;
  const apply = (more: { readonly draft?: boolean; readonly classTeachers?: string[] } = {}) =>
    client.imports.applyTimetable({
      requestId: randomUUID(),
      grant,
      ...asked,
      sha256,
      name: 'Из aSc',
      ...more,
    });
  return { preview, apply };
}
const query = <Row>(sql: string) => journalOf(school.core).connection.prepare(sql).all() as Row[];

test('an aSc file: names to decide, then a version with weeks, rooms, parts and class teachers', async () => {
  const { preview: first } = await load(ascFile(), noNames);
  expect(first).toMatchObject({ source: 'asc', lessons: 11, problems: [], outcome: null });
  const open = (names: typeof first.rooms) =>
    names.flatMap(({ name, decided: taken }) => (taken === null ? [name] : []));
  expect(open(first.rooms)).toEqual(['21', '33', 'Кабинет 22']);
  expect(open(first.classes)).toEqual(['8Б']);
  expect(open(first.teachers)).toEqual([]);
  expect(open(first.subjects)).toEqual([]);

  const { preview, apply } = await load(ascFile());
  expect(preview.classTeachers).toEqual([
    {
      name: '8А',
      className: '8-А',
      teacher: 'Дроздова Ольга Сергеевна',
      now: 'Фамилия-classTeacher Имя',
    },
  ]);
  expect(preview.outcome?.cycleFrom).toBe(FROM);
  const result = await apply({ classTeachers: ['8А'] });
  expect(result).toMatchObject({ newClasses: 1, newRooms: 2, newTeachers: 0, newSubjects: 0 });
  const [version] = query<{ source: string; cycle_from: string }>(
    'SELECT * FROM timetable_version',
  );
  expect(version).toMatchObject({ source: 'asc', cycle_from: FROM, draft: 0 });
  expect(query(`SELECT name, division FROM study_group WHERE name <> '' ORDER BY name`)).toEqual([
    { name: '1 группа', division: '1 группа / 2 группа' },
    { name: '2 группа', division: '1 группа / 2 группа' },
  ]);
  expect(query('SELECT name FROM room ORDER BY name')).toEqual([{ name: '21' }, { name: '22' }]);
  const history = query<{ date: string }>(
    `SELECT DISTINCT lesson.date FROM lesson JOIN journal_page AS page ON page.id = lesson.page_id
     JOIN subject ON subject.id = page.subject_id WHERE subject.name = 'История' ORDER BY 1`,
  ).map(({ date }) => date);
  // Saturdays of weeks A: 5 and 19 December.
  expect(history.slice(0, 2)).toEqual(['2026-12-05', '2026-12-19']);
  const { homeroom } = query<{ homeroom: string }>(
    `SELECT last_name AS homeroom FROM school_class JOIN staff_member
       ON staff_member.id = homeroom_teacher_id WHERE grade = 8 AND letter = 'А'`,
  )[0] ?? { homeroom: '' };
  expect(homeroom).toBe('Дроздова');
});

test('the same school with other ids and in another order changes nothing; what was skipped stays so', async () => {
  await (await load(ascFile())).apply();
  const before = hashOfAllRows(journalOf(school.core));
  const xml = ascXml(ascSchool())
    .replaceAll(/"(L|T|S|R|C)(\d)/gu, '"*$1$2')
    .replaceAll(/,(R|C)(\d)/gu, ',*$1$2');
  const again = await load(Buffer.from(xml), noNames);
  expect(again.preview.outcome).toMatchObject({ changesAnything: false, changes: [] });
  expect(again.preview.rooms).toContainEqual(
    expect.objectContaining({ name: '33', certainty: 'remembered', decided: 'skip' }),
  );
  const refused = { code: 'INVALID', data: { why: 'nothingChanges' } };
  expect(await refusalOf(again.apply())).toEqual(refused);
  expect(hashOfAllRows(journalOf(school.core))).toBe(before);
});

test('a teacher the person corrects is remembered', async () => {
  const tables = {
    ...ascSchool(),
    teachers: ASC_SCHOOL.teachers.map((row) =>
      row.id === 'T4' ? { ...row, name: 'Чижова-Петрова Н.' } : row,
    ),
  };
  const file = Buffer.from(ascXml(tables));
  const { preview } = await load(file);
  const open = preview.teachers.find(({ name }) => name === 'Чижова-Петрова Н.');
  expect(open).toMatchObject({ decided: null });
  const nina = preview.ours.teachers.find(({ label }) => label.startsWith('Чижова'))?.id ?? 0;
  await (
    await load(file, { ...decided, teachers: { 'Чижова-Петрова Н.': { use: nina } } })
  ).apply();
  const again = await load(file, noNames);
  expect(again.preview.teachers[0]).toMatchObject({
    name: 'Галкина В. Л.',
    certainty: 'remembered',
  });
  expect(again.preview.outcome?.changesAnything).toBe(false);
});

test('a later file moves an hour and touches no lesson that was held', async () => {
  await (await load(ascFile())).apply();
  const db = journalOf(school.core);
  db.connection.exec(`UPDATE lesson SET topic = 'Тема' WHERE id =
    (SELECT lesson.id FROM lesson JOIN journal_page AS page ON page.id = page_id
     JOIN subject ON subject.id = subject_id
     WHERE subject.name = 'Алгебра' AND lesson_number = 3 AND date >= '2027-01-11' ORDER BY date LIMIT 1)`);
  const later = { ...noNames, validFrom: '2027-01-11' as const };
  const { preview, apply } = await load(ascFile(true), later);
  expect(preview.outcome?.classes.find(({ className }) => className === '8-А')).toEqual({
    className: '8-А',
    added: 0,
    removed: 0,
    moved: 1,
    room: 0,
    teachers: 0,
    kept: 10,
  });
  expect(preview.outcome?.changes).toMatchObject([
    { kind: 'moved', subject: 'Алгебра', was: { weekday: 2, room: '21' }, becomes: { weekday: 4 } },
  ]);
  const early = query(`SELECT * FROM lesson WHERE date < '2027-01-11' ORDER BY id`);
  const result = await apply();
  expect(result.lessonsHeld).toBe(1);
  expect(query(`SELECT * FROM lesson WHERE date < '2027-01-11' ORDER BY id`)).toEqual(early);
  expect(query(`SELECT * FROM lesson WHERE topic = 'Тема'`)).toHaveLength(1);
  // The cycle goes on as it was.
  expect(query('SELECT DISTINCT cycle_from FROM timetable_version')).toEqual([
    { cycle_from: FROM },
  ]);
});

test('a draft is kept beside: no lesson, no teacher of anybody changes', async () => {
  await (await load(ascFile())).apply();
  const before = rowCounts(journalOf(school.core));
  const { apply } = await load(ascFile(true), { ...noNames, validFrom: '2027-01-11' });
  expect(await apply({ draft: true })).toMatchObject({ draft: true, lessonsAdded: 0 });
  const now = rowCounts(journalOf(school.core));
  expect(now['lesson']).toBe(before['lesson']);
  expect(now['page_teacher']).toBe(before['page_teacher']);
  expect(query('SELECT draft FROM timetable_version ORDER BY id')).toEqual([
    { draft: 0 },
    { draft: 1 },
  ]);
});

describe('rooms', () => {
  const room = (name: string, archived: number) =>
    journalOf(school.core).connection.exec(
      `INSERT INTO building (name) SELECT 'Школа' WHERE NOT EXISTS (SELECT 1 FROM building);
       INSERT INTO room (building_id, name, archived) VALUES (1, '${name}', ${archived})`,
    );

  test('ours are found however they are written, none is made without being asked for', async () => {
    room('каб. 21', 0);
    room('22', 0);
    const { preview, apply } = await load(ascFile(), { ...decided, rooms: { 33: 'skip' } });
    expect(preview.rooms.map(({ name, decided: taken }) => [name, typeof taken])).toEqual([
      ['33', 'string'],
      ['21', 'object'],
      ['Кабинет 22', 'object'],
    ]);
    expect(await apply()).toMatchObject({ newRooms: 0 });
    expect(query('SELECT 1 FROM room')).toHaveLength(2);
    expect(query('SELECT 1 FROM timetable_entry WHERE room_id IS NULL')).toHaveLength(4);
  });

  test('one no longer used is taken into use again', async () => {
    room('21', 1);
    await (await load(ascFile())).apply();
    expect(query(`SELECT archived FROM room WHERE name = '21'`)).toEqual([{ archived: 0 }]);
  });
});

test('an existing stream gets the lesson of its classes once', async () => {
  const db = journalOf(school.core);
  db.connection.exec(`INSERT INTO school_class (year_id, grade, letter) VALUES (1, 8, 'Б');
    INSERT INTO study_group (class_id, name, kind) VALUES (1, 'поток', 'stream');
    INSERT INTO stream_class (group_id, class_id)
      SELECT max(study_group.id), (SELECT max(id) FROM school_class) FROM study_group;
    INSERT INTO journal_page (group_id, subject_id)
      SELECT max(study_group.id), (SELECT id FROM subject WHERE name = 'История') FROM study_group`);
  await (await load(ascFile())).apply();
  expect(
    query(`SELECT entry.week FROM timetable_entry AS entry JOIN journal_page AS page
      ON page.id = page_id JOIN study_group ON study_group.id = group_id WHERE kind = 'stream'`),
  ).toEqual([{ week: 1 }]);
  expect(
    query(
      `SELECT 1 FROM journal_page JOIN subject ON subject.id = subject_id WHERE subject.name = 'История'`,
    ),
  ).toHaveLength(1);
});

test('a table of classes and days comes the same way', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Расписание',
        rows: [
          ['Расписание уроков'],
          ['День', '№', '8А', '1А'],
          ['Понедельник', 1, 'Алгебра / 21', 'Алгебра'],
          [null, 2, 'Англ. яз., Галкина В. Л., 21 / Англ. яз., Чижова Н. О., 22', null],
        ],
      },
    ],
  });
  const rooms = { 21: 'skip', 22: 'skip' } as const;
  const { preview, apply } = await load(bytes, { ...noNames, rooms }, 'расписание.xlsx');
  expect(preview).toMatchObject({ source: 'grid', lessons: 4, problems: [] });
  expect(await apply()).toMatchObject({ newGroups: ['8-А, 1 группа', '8-А, 2 группа'] });
  const again = await load(bytes, noNames, 'расписание.xlsx');
  expect(again.preview.outcome?.changesAnything).toBe(false);
});

test('results without their activities are told so, and beside the .fet they are read', async () => {
  const alone = '<Activities_Timetable><Activity><Id>1</Id></Activity></Activities_Timetable>';
  const refused = await refusalOf(load(Buffer.from(alone), noNames));
  expect(refused).toMatchObject({ code: 'FILE_PROBLEM', data: { problem: 'resultsAlone' } });
});

test('a school of thirty classes', async () => {
  const file = largeAscFile();
  const first = (await load(file, noNames)).preview;
  const create = (names: typeof first.teachers) =>
    Object.fromEntries(
      names.flatMap(({ name, decided: taken }) => (taken ? [] : [[name, 'create' as const]])),
    );
  const { preview, apply } = await load(file, {
    ...noNames,
    teachers: create(first.teachers),
    subjects: create(first.subjects),
    classes: create(first.classes),
  });
  expect(preview.lessons).toBe(1080);
  expect(preview.outcome?.classes).toHaveLength(30);
  expect((await apply()).lessonsAdded).toBeGreaterThan(20_000);
  expect((await load(file, noNames)).preview.outcome?.changesAnything).toBe(false);
});

test('the load is saved for FET by whom it concerns, and only where it was chosen to be', async () => {
  const file = path.join(school.folder, 'нагрузка.fet');
  const place = () => {
    const grant = randomUUID();
    school.core.grants.add(grant, 'save', file);
    return grant;
  };
  const empty = await refusalOf(client.imports.saveFetLoad({ grant: place() }));
  expect(empty).toEqual({ code: 'INVALID', data: { why: 'nothingToExport' } });
  expect(existsSync(file)).toBe(false);
  await (await load(ascFile())).apply();
  // The timetable begins next Monday: until then nobody has its hours.
  journalOf(school.core).connection.exec(`UPDATE page_teacher SET from_date = '2026-09-01'`);
  const saved = await client.imports.saveFetLoad({ grant: place() });
  expect(saved).toMatchObject({ fileName: 'нагрузка.fet', individual: 0 });
  expect(readFileSync(file, 'utf8')).toContain('<Students>8-А 1 группа</Students>');
  const open = chosenFile(school, 'чужой.fet', new Uint8Array());
  expect((await refusalOf(client.imports.saveFetLoad({ grant: open })))?.code).toBe('NOT_FOUND');
  const teacher = (await school.windowOf('teacher')).client;
  expect((await refusalOf(teacher.imports.saveFetLoad({ grant: place() })))?.code).toBe(
    'FORBIDDEN',
  );
});
