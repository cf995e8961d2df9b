import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MarksFileInput } from '#contract/imports';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';
import { chosenFile, journalOf, rowCounts, storedSymbols } from './testing/chosen';
import { attendanceReport, gradeSheet } from './testing/sample-files';

let school: Awaited<ReturnType<typeof smallSchool>>;
let client: Client;
beforeEach(async () => {
  school = await smallSchool();
  ({ client } = school.administrator);
});
afterEach(() => school.remove());

const counts = () => rowCounts(journalOf(school.core));
const query = <Row>(sql: string) => journalOf(school.core).connection.prepare(sql).all() as Row[];
const plain = { subjects: {}, pupils: {}, addYear: false };

/** Pupils of the small school's 8-А in the words of the other program. */
const class8A = (cells: (string | null)[]) => [
  {
    name: 'Абрамов Илья',
    subjects: [
      { name: 'Алгебра', cells, mark: '4' },
      { name: 'Физика', cells: [null, 'Н', null, null, ''] },
    ],
  },
  { name: 'Ёлкина Мария', subjects: [{ name: 'Алгебра', cells: ['О 4', null, null, '0', ''] }] },
];
const head = { className: '8А', year: '2026/2027', period: 'с 09.11.26 по 30.12.26' };

async function look(files: readonly Uint8Array[], input: Partial<MarksFileInput> = {}) {
  const grants = files.map((bytes, index) => chosenFile(school, `отчёт-${index}.xlsx`, bytes));
  const asked = { grants, ...plain, ...input };
  const preview = await client.imports.previewMarks(asked);
  const apply = () =>
    client.imports.applyMarks({ ...asked, requestId: randomUUID(), sha256: preview.sha256 });
  return { preview, apply };
}

const stored = () => storedSymbols(journalOf(school.core));

test('marks, codes, works and the mark of the quarter come into our class', async () => {
  const { preview, apply } = await look([
    await attendanceReport(class8A(['5/4', null, '3', 'Н Н 2', 'Б']), head),
  ]);
  expect(preview).toMatchObject({
    className: '8А',
    yearKnown: true,
    problems: [],
    found: { marks: 6, absences: 5, periodMarks: 1 },
  });
  expect(preview.pupils.map(({ certainty }) => certainty)).toEqual(['exact', 'exact']);
  expect(preview.outcome?.counts).toMatchObject({
    marks: 5,
    absences: 5,
    periodMarks: 1,
    remarks: 1,
  });
  const before = counts();
  const result = await apply();
  expect(result).toMatchObject({
    marks: 5,
    absences: 5,
    periodMarks: 1,
    conflicts: 0,
    newPupils: 0,
  });
  expect(stored()).toEqual(['2', '3', '4', '4', '5', 'Б', 'Н', 'Н', 'Н', 'О']);
  expect(counts()['audit']).toBe((before['audit'] ?? 0) + 1);
  expect(query("SELECT remark FROM journal_cell WHERE remark <> ''")).toEqual([
    { remark: 'В «Сетевом городе» здесь стояла отметка 0' },
  ]);
  expect(query('SELECT value FROM period_mark')).toEqual([{ value: '4' }]);
  // Every mark stands under a work of the chosen kind.
  expect(
    query('SELECT DISTINCT kind.name FROM lesson_work JOIN work_kind AS kind ON kind.id = kind_id'),
  ).toEqual([{ name: 'Работа на уроке' }]);
  const [cell] = query<{ lesson: number; pupil: number }>(
    `SELECT lesson_id AS lesson, pupil_id AS pupil FROM mark WHERE value = '5'`,
  );
  const history = await client.journal.cellHistory({
    lessonId: cell?.lesson ?? 0,
    pupilId: cell?.pupil ?? 0,
  });
  expect(history).toMatchObject([
    { action: 'import.marks', before: null, after: { marks: [{ value: '5' }, { value: '4' }] } },
  ]);
});

test('again: nothing; over other marks: told and left', async () => {
  const first = await attendanceReport(class8A(['5', null, null, null, null]), head);
  await (await look([first])).apply();
  const after = counts();
  const again = await look([first]);
  expect(again.preview.outcome?.counts).toMatchObject({ cells: 0, newLessons: 0, conflicts: 0 });
  expect(await refusalOf(again.apply())).toEqual({
    code: 'INVALID',
    data: { why: 'nothingChanges' },
  });
  expect(counts()).toEqual(after);
  const other = await look([await attendanceReport(class8A(['2', '3', null, null, null]), head)]);
  expect(other.preview.outcome?.counts).toMatchObject({ cells: 1, conflicts: 1 });
  expect(other.preview.outcome?.notes.filter(({ kind }) => kind === 'conflict')).toEqual([
    {
      kind: 'conflict',
      text: 'Абрамов Илья, Алгебра, 16.11.2026: в журнале стоит «5», в файле «2», оставлено как в журнале',
    },
  ]);
  await other.apply();
  expect(stored()).toEqual(['3', '4', '5', 'Н', 'О']);
});

test('a lesson cancelled by a change of the day takes nothing: the mark comes to a lesson of its own', async () => {
  const [cancelled] = school.lessons.algebra;
  school.core.open!.journal.write((db) =>
    db.connection.prepare('UPDATE lesson SET cancelled = 1 WHERE id = ?').run(cancelled),
  );
  const [subject] = query<{ name: string }>(
    `SELECT subject.name FROM journal_page JOIN subject ON subject.id = subject_id
     WHERE journal_page.id = ${school.pages.algebra}`,
  );
  const subjects = [{ name: subject?.name ?? '', cells: ['5', null, null, null, null] }];
  const file = await attendanceReport([{ name: 'Абрамов Илья', subjects }], head);
  await (await look([file])).apply();
  expect(query(`SELECT * FROM mark WHERE lesson_id = ${cancelled}`)).toEqual([]);
  const [lesson] = query<{ cancelled: number; date: string; number: number }>(
    `SELECT lesson.cancelled, lesson.date, lesson.lesson_number AS number
     FROM mark JOIN lesson ON lesson.id = mark.lesson_id WHERE mark.value = '5'`,
  );
  expect(lesson).toMatchObject({ cancelled: 0, date: '2026-11-16' });
  expect(lesson?.number).not.toBe(2);
});

test('a lesson that the timetable has is used, also where it has none yet at that number', async () => {
  const { algebra } = school.pages;
  const subject = query<{ name: string }>(
    `SELECT subject.name FROM journal_page JOIN subject ON subject.id = subject_id WHERE journal_page.id = ${algebra}`,
  )[0]?.name;
  const rows = [
    {
      name: 'Абрамов Илья',
      subjects: [{ name: subject ?? '', cells: ['5', null, '4', '3', null] }],
    },
  ];
  const before = counts();
  await (await look([await attendanceReport(rows, head)])).apply();
  // 16 and 18 November had one lesson each; the second of the 18th is new.
  expect(counts()['lesson']).toBe((before['lesson'] ?? 0) + 1);
  expect(
    query(
      `SELECT date, lesson_number AS number FROM lesson WHERE page_id = ${algebra} ORDER BY 1, 2`,
    ),
  ).toEqual([
    { date: '2026-11-16', number: 2 },
    { date: '2026-11-18', number: 1 },
    { date: '2026-11-18', number: 2 },
    { date: '2026-11-23', number: 2 },
  ]);
  // The physics of that day has number 2 as well, so the new lesson took 1.
  expect(
    query(
      `SELECT value FROM mark JOIN lesson ON lesson.id = lesson_id ORDER BY date, lesson_number`,
    ),
  ).toEqual([{ value: '5' }, { value: '3' }, { value: '4' }]);
});

test('a certificate there already is turns the «Н» of a file as well', async () => {
  const [row] = query<{ id: number }>('SELECT id FROM school_class WHERE grade = 8');
  const classTeacher = (await school.windowOf('classTeacher')).client;
  await classTeacher.attendance.addDocument({
    requestId: randomUUID(),
    classId: row?.id ?? 0,
    pupilId: school.pupils.abramov,
    kind: 'medical',
    number: '15',
    reason: 'ill',
    from: '2026-11-01',
    to: '2026-12-30',
    note: '',
  });
  const cells = [null, 'Н', null, 'Н', null];
  const file = await attendanceReport(class8A(cells), head);
  await (await look([file])).apply();
  const codes = query<{ attendance: string; turned: number }>(
    `SELECT attendance, document_id IS NOT NULL AS turned
     FROM journal_cell AS cell LEFT JOIN excused_cell AS excused USING (lesson_id, pupil_id)
     WHERE cell.pupil_id = ${school.pupils.abramov}`,
  );
  expect(codes.length).toBeGreaterThan(1);
  for (const code of codes) expect(code).toEqual({ attendance: 'ill', turned: 1 });
});

test('a class of a past year arrives whole: year, class, pupils, marks of the quarters', async () => {
  const names = ['Абрамов Илья', 'Новикова Анна Олеговна'];
  const past = { className: '7А', year: '2025/2026', period: 'с 10.11.25 по 29.12.25' };
  const files = [
    await attendanceReport(
      names.map((name) => ({
        name,
        subjects: [{ name: 'Алгебра', cells: ['5', 'Н', null, null, '4'] }],
      })),
      past,
    ),
    await gradeSheet(
      names.map((name) => ({
        name,
        subjects: [{ name: 'Алгебра', marks: ['4', 'н/а', '5'] as const }],
      })),
      past,
    ),
  ];
  const { preview, apply } = await look(files);
  expect(preview).toMatchObject({ yearName: '2025/2026', yearKnown: false, classChoice: 'create' });
  // Who learns here now is recognised, the other is new.
  expect(new Map(preview.pupils.map(({ name, decided }) => [name, decided]))).toEqual(
    new Map<string, unknown>([
      ['Абрамов Илья', { use: school.pupils.abramov }],
      ['Новикова Анна Олеговна', 'create'],
    ]),
  );
  const before = counts();
  expect(await refusalOf(apply())).toEqual({ code: 'INVALID', data: { why: 'yearMissing' } });
  expect(counts()).toEqual(before);
  const agreed = await look(files, { addYear: true });
  expect(await agreed.apply()).toMatchObject({
    marks: 4,
    absences: 2,
    periodMarks: 6,
    newPupils: 1,
  });
  expect(query(`SELECT name, starts_on AS "from" FROM school_year ORDER BY name`)).toEqual([
    { name: '2025/2026', from: '2025-09-01' },
    { name: '2026/2027', from: '2026-09-01' },
  ]);
  expect(
    query(`SELECT DISTINCT to_date AS "to" FROM class_membership JOIN school_class
    ON school_class.id = class_id WHERE grade = 7`),
  ).toEqual([{ to: '2026-05-31' }]);
  // This year's lists are as they were.
  expect((await client.people.pupils({})).map(({ className }) => className).sort()).toEqual([
    '1-А',
    '8-А',
    '8-А',
  ]);
});

test('an unknown pupil of a class of ours waits; a name may be left out', async () => {
  const rows = [
    ...class8A(['5', null, null, null, null]),
    { name: 'Чужой Пётр', subjects: [{ name: 'Хор', cells: ['5', null, null, null, null] }] },
  ];
  const bytes = await attendanceReport(rows, head);
  const waiting = await look([bytes]);
  expect(waiting.preview.outcome).toBeNull();
  expect(await refusalOf(waiting.apply())).toEqual({
    code: 'INVALID',
    data: { why: 'unmatchedNames' },
  });
  const decided = await look([bytes], {
    pupils: { 'Чужой Пётр': 'skip' },
    subjects: { Хор: 'skip' },
  });
  expect(await decided.apply()).toMatchObject({ marks: 2, newPupils: 0 });
});

test('two pupils of one name are told and left; one of ours cannot be two of the file', async () => {
  const subjects = [{ name: 'Алгебра', cells: ['5', null, null, null, null] }];
  const twice = ['Абрамов Илья', 'Ёлкина Мария', 'Ёлкина Мария'];
  const bytes = await attendanceReport(
    twice.map((name) => ({ name, subjects })),
    head,
  );
  const { preview, apply } = await look([bytes]);
  expect(preview.problems).toEqual([
    'В файле 2 ученика с именем «Ёлкина Мария»: их отметки не загружаются',
  ]);
  expect(await apply()).toMatchObject({ marks: 1 });
  const doubled = await attendanceReport(
    ['Абрамов Илья', 'Илья Абрамов'].map((name) => ({ name, subjects })),
    head,
  );
  const waiting = await look([doubled]);
  expect(waiting.preview.pupils.map(({ decided }) => decided)).toEqual([null, null]);
  expect(waiting.preview.outcome).toBeNull();
});

test('a subject learned in parts: each pupil on the page of the own part', async () => {
  const db = journalOf(school.core);
  const { abramov, yolkina } = school.pupils;
  db.connection
    .exec(`INSERT INTO study_group (id, class_id, name) VALUES (90, 1, '1 группа'), (91, 1, '2 группа');
    INSERT INTO study_group_membership (group_id, pupil_id, from_date)
      VALUES (90, ${abramov}, '2026-09-01'), (91, ${yolkina}, '2026-09-01');
    INSERT INTO journal_page (id, group_id, subject_id)
      SELECT 900 + part, 90 + part, subject.id FROM subject, (SELECT 0 AS part UNION SELECT 1)
      WHERE subject.name = 'Алгебра'`);
  const bytes = await attendanceReport(class8A(['5', null, '3', null, null]), head);
  await (await look([bytes])).apply();
  const marks = query(`SELECT lesson.page_id AS page, mark.pupil_id AS pupil, mark.value
    FROM mark JOIN lesson ON lesson.id = mark.lesson_id ORDER BY 1, lesson.date`);
  expect(marks).toEqual([
    { page: 900, pupil: abramov, value: '5' },
    { page: 900, pupil: abramov, value: '3' },
    { page: 901, pupil: yolkina, value: '4' },
  ]);
  // No page of the whole class beside those of the parts.
  expect(
    query(`SELECT page.id FROM journal_page AS page JOIN subject ON subject.id = subject_id
    WHERE subject.name = 'Алгебра'`),
  ).toEqual([{ id: 900 }, { id: 901 }]);
  expect((await look([bytes])).preview.outcome?.counts).toMatchObject({ cells: 0, conflicts: 0 });
});

test('a failure in the middle leaves nothing; a changed file and a stranger are refused', async () => {
  const bytes = await attendanceReport(class8A(['5', '4', '3', '2', '5']), head);
  const { preview, apply } = await look([bytes]);
  const db = journalOf(school.core);
  db.connection.exec(`CREATE TEMP TRIGGER fail BEFORE INSERT ON main.period_mark
    BEGIN SELECT RAISE(ABORT, 'planted'); END`);
  const before = counts();
  expect((await refusalOf(apply()))?.code).toBe('INTERNAL');
  expect(counts()).toEqual(before);
  chosenFile(
    school,
    'отчёт-0.xlsx',
    await attendanceReport(class8A(['2', null, null, null, null]), head),
  );
  expect(await refusalOf(apply())).toEqual({ code: 'INVALID', data: { why: 'fileChanged' } });
  const deputy = (await school.windowOf('deputy')).client;
  const call = deputy.imports.applyMarks({
    ...plain,
    grants: [randomUUID()],
    requestId: randomUUID(),
    sha256: preview.sha256,
  });
  expect(await refusalOf(call)).toEqual({ code: 'FORBIDDEN', data: { why: 'role' } });
});

test('a closed year takes no marks of another program', async () => {
  journalOf(school.core).connection.exec("UPDATE school_year SET closed_on = '2026-11-20'");
  const { apply } = await look([
    await attendanceReport(class8A(['5/4', null, '3', 'Н Н 2', 'Б']), head),
  ]);
  expect(await refusalOf(apply())).toEqual({ code: 'INVALID', data: { why: 'yearClosed' } });
  expect(stored()).toEqual([]);
});
