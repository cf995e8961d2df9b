import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cellText } from '#domain/documents/table-document';
import type { ReadinessSection } from '#domain/readiness/sections';
import { amountWords, missingWords } from '#domain/readiness/words';
import type { Session } from '../context';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, TODAY, type Client } from '../testing/school';
import type { Reading } from '../unit-of-work';
import { readinessPaper } from './paper';

let school: Awaited<ReturnType<typeof smallSchool>>;
let administrator: Client;
let deputy: Client;
beforeEach(async () => {
  school = await smallSchool();
  administrator = (await school.windowOf('administrator')).client;
  deputy = (await school.windowOf('deputy')).client;
});
afterEach(() => school.remove());

const request = () => ({ requestId: randomUUID() });
const sql = (text: string) => school.core.open!.journal.write((db) => db.connection.exec(text));
async function rowOf(section: ReadinessSection) {
  const { rows } = await administrator.readiness.ofYear();
  const row = rows.find((one) => one.section === section)!;
  return { ...row, words: [row.state, amountWords(row), missingWords(row, 9)].join(' | ') };
}
const wordsOf = async (section: ReadinessSection) => (await rowOf(section)).words;

test('a section is done when what it asks for is in the journal, and no more when it is gone', async () => {
  expect(await wordsOf('classes')).toBe('partly | 1 из 2 классов | 1-А');
  const setup = await administrator.classes.setup();
  const { id, letter, shift, studyDays, profile, roomId, homeroomTeacherId } = setup.classes.find(
    ({ grade }) => grade === 1,
  )!;
  const before = { letter, shift, studyDays, profile, roomId, homeroomTeacherId };
  const teacher = setup.teachers.find(({ name }) => name.includes('teacher'))!;
  const after = { ...before, homeroomTeacherId: teacher.id };
  await administrator.classes.set({ ...request(), classId: id, before, after });
  expect(await wordsOf('classes')).toBe('done | 2 из 2 классов | ');
  await administrator.classes.set({ ...request(), classId: id, before: after, after: before });
  expect(await wordsOf('classes')).toBe('partly | 1 из 2 классов | 1-А');

  expect(await wordsOf('profile')).toBe('missing | 0 из 2 сведений | адрес; телефон');
  const { profile: own } = await administrator.profile.get();
  await administrator.profile.save({ ...request(), ...own, address: 'ул. Садовая, 1' });
  expect(await wordsOf('profile')).toBe('partly | 1 из 2 сведений | телефон');

  expect(await wordsOf('rooms')).toBe('missing | нет | кабинеты и места занятий');
  const building = await administrator.rooms.addBuilding({
    ...request(),
    name: 'Школа',
    address: '',
  });
  expect(building).toBeTruthy();
  sql(`INSERT INTO room (building_id, name) SELECT id, '12' FROM building`);
  expect(await wordsOf('rooms')).toBe('done | есть | ');
});

test('curriculum, load, timetable, plans and control works, each by its own facts', async () => {
  expect(await wordsOf('load')).toBe('missing |  | Сначала — «Предметы учебного плана»');
  await deputy.curriculum.set({
    ...request(),
    cells: [1, 2].map((subjectId) => ({
      classId: 1,
      subjectId,
      before: null,
      after: {
        hoursPerWeek: 2,
        hoursPerYear: null,
        part: 'mandatory',
        grading: null,
        scaleId: null,
        finals: 'none',
      },
    })),
  });
  expect(await wordsOf('subjects')).toBe('partly | 1 из 2 классов | 1-А');
  const { subjects } = await administrator.load.view();
  const [first = '', second = ''] = subjects.map(({ name }) => name.toLowerCase());
  expect(await wordsOf('load')).toBe(`missing | 0 из 2 предметов | 8-А, ${first}; 8-А, ${second}`);
  sql(`UPDATE page_teacher SET hours_per_week = 2`);
  expect(await wordsOf('load')).toBe(`partly | 1 из 2 предметов | 8-А, ${second}`);

  // Two hours of each page that is taught, and of one that the curriculum has and nobody teaches.
  expect(await wordsOf('timetable')).toBe('missing | 0 из 2 классов | 1-А (2 ч); 8-А (4 ч)');
  sql(`INSERT INTO timetable_version (id, year_id, name, valid_from, draft)
         VALUES (1, 1, '', '2026-09-01', 1);
       INSERT INTO timetable_entry (version_id, weekday, lesson_number, page_id)
         SELECT 1, day.value, page.id, page.id FROM journal_page AS page, json_each('[1, 2]') AS day`);
  expect((await rowOf('timetable')).have).toBe(0);
  sql(`UPDATE timetable_version SET draft = 0`);
  expect(await wordsOf('timetable')).toBe('done | 2 из 2 классов | ');
  sql(`DELETE FROM timetable_entry WHERE page_id = 1 AND weekday = 2`);
  expect(await wordsOf('timetable')).toBe('partly | 1 из 2 классов | 8-А (1 ч)');

  expect((await rowOf('plans')).missing[0]).toMatch(/^1-А, .+ — Фамилия-teacher И\.$/);
  sql(`INSERT INTO plan (id, year_id, subject_id, grade, title) VALUES (1, 1, 1, 8, 'План');
       INSERT INTO plan_page VALUES (1, 1)`);
  const withoutLines = await rowOf('plans');
  sql(`INSERT INTO plan_row (plan_id, position, topic) VALUES (1, 1, 'Дроби')`);
  expect(await rowOf('plans')).toMatchObject({ have: withoutLines.have + 1 });

  expect(await wordsOf('controlWorks')).toBe('missing | 0 из 1 класса | 8-А');
  sql(`INSERT INTO control_work (page_id, date, lesson_number, kind_id)
       VALUES (1, '2026-11-24', 1, 5)`);
  expect((await rowOf('controlWorks')).state).toBe('missing');
  sql(`UPDATE control_work SET fixed = 1`);
  expect(await wordsOf('controlWorks')).toBe('done | 1 из 1 класса | ');
});

test('pupils in no group of a division are counted; whoever learns by an own plan is not', async () => {
  expect(await wordsOf('groups')).toBe('done | не требуется | ');
  sql(`INSERT INTO study_group (id, class_id, name, division) VALUES
         (91, 1, '1 группа', 'Английский язык'), (92, 1, '2 группа', 'Английский язык')`);
  expect(await wordsOf('groups')).toBe('missing | 0 из 1 деления | 8-А: Английский язык');
  sql(`INSERT INTO study_group_membership (group_id, pupil_id, from_date)
       VALUES (91, ${school.pupils.abramov}, '2026-09-01')`);
  expect(await wordsOf('groups')).toBe('missing | 0 из 1 деления | 8-А: Английский язык (1)');
  sql(`INSERT INTO individual_plan (id, pupil_id, year_id, from_date)
       VALUES (1, ${school.pupils.yolkina}, 1, '2026-09-01')`);
  expect(await wordsOf('groups')).toBe('done | 1 из 1 деления | ');
  expect(await wordsOf('individual')).toBe('missing | 0 из 1 плана | Ёлкина М., 8-А');
});

test('who is missing an account is named, and whose it is to open it', async () => {
  expect(await wordsOf('accounts')).toBe('done | 2 из 2 учителей | ');
  sql(`UPDATE account SET blocked_at = '2026-11-20' WHERE login = 'teacher'`);
  const row = await rowOf('accounts');
  expect(row.words).toBe('partly | 1 из 2 учителей | Фамилия-teacher И.');
  expect(row.by).toBe('Кузнецова А. П. (администратор журнала)');
  expect((await rowOf('plans')).by).toBe('учителя; Фамилия-deputy И. (заместитель директора)');
  expect(row).toMatchObject({ due: '2026-09-05', clauses: expect.arrayContaining(['ТИП 2.1']) });
});

test('only the administration asks; the paper has every section and the lines to sign', async () => {
  for (const role of ['classTeacher', 'teacher', 'secretary'] as const) {
    const { client } = await school.windowOf(role);
    expect(await refusalOf(client.readiness.ofYear())).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusalOf(client.readiness.paper({}))).toMatchObject({ code: 'FORBIDDEN' });
  }
  const { client: director } = await school.windowOf('director');
  const { rows } = await director.readiness.ofYear();
  const { db } = school.core.open!.journal;
  const reading = { db, actor: {} as Session, today: TODAY, core: school.core } as Reading;
  const paper = readinessPaper(reading, {});
  expect(paper.parts[0]!.rows.map(({ cells }) => cells[3])).toEqual(rows.map(amountWords));
  expect(paper.parts[0]!.rows.map(({ cells }) => cellText(cells[4] ?? ''))).toContain('1-А');
  expect(paper.signatures?.map(({ role }) => role)).toEqual([
    'Заместитель директора по УВР',
    'Директор',
  ]);
  const grant = randomUUID();
  const file = path.join(school.folder, 'ready.xlsx');
  writeFileSync(file, '');
  school.core.grants.add(grant, 'save', file);
  expect(await director.readiness.savePaper({ grant, format: 'xlsx' })).toEqual({
    fileName: 'ready.xlsx',
  });
});
