import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { insertRegulation } from '#db/queries/regulation';
import { PRESETS } from '#domain/regulation/presets/index';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
let administrator: Client;
beforeEach(async () => {
  school = await smallSchool();
  administrator = school.administrator.client;
  await administrator.groups.add({
    requestId: randomUUID(),
    classId: 1,
    kind: 'subgroup',
    division: 'Английский язык',
    names: ['англ. 1', 'англ. 2'],
    otherClassIds: [],
  });
});
afterEach(() => school.remove());

const ofClass = (classId = 1) => administrator.groups.ofClass({ classId });
const groupIds = async () => (await ofClass()).divisions[0]?.groups.map(({ id }) => id) ?? [];
const spansOf = async (pupilId: number) =>
  (await ofClass()).pupils
    .find(({ id }) => id === pupilId)
    ?.spans.map(({ groupId, from, to }) => [groupId, from, to]);
type Day = `${number}-${number}-${number}`;
const place = async (
  client: Client,
  pupilId: number,
  group: 0 | 1 | null,
  from: Day,
  reason = '',
) => {
  const ids = await groupIds();
  const groupId = group === null ? null : (ids[group] ?? 0);
  return client.groups.place({
    requestId: randomUUID(),
    classId: 1,
    ofGroup: ids[0] ?? 0,
    from,
    reason,
    moves: [{ pupilId, groupId }],
  });
};

function inForce(preset: keyof typeof PRESETS): void {
  school.core.open!.journal.write((db) => {
    db.connection.prepare('DELETE FROM regulation_version').run();
    const made = { madeAt: '', madeBy: '' };
    insertRegulation(db, { document: PRESETS[preset], fromDate: '2026-09-01', ...made });
  });
}

test('the class teacher distributes the own class freely, but moves nobody (КИА 4.3.7, 4.4.11)', async () => {
  inForce('kia');
  const { client } = await school.windowOf('classTeacher');
  const { abramov } = school.pupils;
  const [one, two] = await groupIds();
  await place(client, abramov, 0, '2026-09-01');
  await place(client, abramov, 1, '2026-09-01');
  expect(await spansOf(abramov)).toEqual([[two, '2026-09-01', null]]);
  expect(await refusalOf(place(client, abramov, 0, '2026-11-23'))).toMatchObject({
    code: 'FORBIDDEN',
    data: { why: 'movesAreAdministrators' },
  });
  expect(await refusalOf(client.groups.ofClass({ classId: 2 }))).toMatchObject({
    data: { why: 'notYourClass' },
  });
  expect(
    await refusalOf(client.groups.remove({ requestId: randomUUID(), groupId: one ?? 0 })),
  ).toMatchObject({
    data: { why: 'role' },
  });
});

test('a move is free at the end of a period, otherwise it asks for a reason; the past stays', async () => {
  const { abramov } = school.pupils;
  const [one, two] = await groupIds();
  await place(administrator, abramov, 0, '2026-09-01');
  expect(await refusalOf(place(administrator, abramov, 1, '2026-11-24'))).toMatchObject({
    data: { why: 'reasonNeeded' },
  });
  await place(administrator, abramov, 1, '2026-11-24', 'заявление родителей');
  expect(await spansOf(abramov)).toEqual([
    [one, '2026-09-01', '2026-11-23'],
    [two, '2026-11-24', null],
  ]);
  const { periodStarts } = await ofClass();
  await place(administrator, abramov, 0, periodStarts[2] ?? '2027-01-11');
  expect((await spansOf(abramov))?.at(-1)?.[0]).toBe(one);
  const { client: deputy } = await school.windowOf('deputy');
  expect(await refusalOf(place(deputy, abramov, 1, periodStarts[3] ?? '2027-03-29'))).toMatchObject(
    {
      data: { why: 'movesAreAdministrators' },
    },
  );
});

test('the rule is not gone around by a day before the move, or by the first day of all (R4)', async () => {
  const { abramov, yolkina } = school.pupils;
  const [one, two] = await groupIds();
  const refused = { code: 'FORBIDDEN', data: { why: 'movesAreAdministrators' } };
  await place(administrator, abramov, 0, '2026-09-01');
  await place(administrator, abramov, 1, '2026-11-23', 'заявление');
  inForce('kia');
  const { client } = await school.windowOf('classTeacher');
  // «Stays» where the pupil was until the administrator's move would take that move back.
  expect(await refusalOf(place(client, abramov, 0, '2026-11-20'))).toMatchObject(refused);
  expect(await spansOf(abramov)).toEqual([
    [one, '2026-09-01', '2026-11-22'],
    [two, '2026-11-23', null],
  ]);
  // Where something was entered for the pupil in the group, its first day is no misprint any more.
  school.core.open!.journal.write(({ connection }) => {
    connection.prepare('INSERT INTO journal_page (group_id, subject_id) VALUES (?, 1)').run(one);
    const lesson = connection
      .prepare(
        `INSERT INTO lesson (page_id, date, lesson_number)
         SELECT max(id), '2026-11-16', 3 FROM journal_page`,
      )
      .run().lastInsertRowid;
    connection
      .prepare(
        `INSERT INTO journal_cell (lesson_id, pupil_id, attendance, version) VALUES (?, ?, 'absent', 1)`,
      )
      .run(lesson, yolkina);
  });
  await place(administrator, yolkina, 0, '2026-09-02');
  for (const day of ['2026-09-01', '2026-09-02'] as const) {
    expect(await refusalOf(place(client, yolkina, 1, day)), day).toMatchObject(refused);
    expect(await refusalOf(place(client, yolkina, null, day)), day).toMatchObject(refused);
  }
  // Who is told to stay stays: a distribution sends everybody.
  expect(await refusalOf(place(client, yolkina, 0, '2026-11-23'))).toBeUndefined();
  expect(await spansOf(yolkina)).toEqual([[one, '2026-09-02', null]]);
});

test('within a period nobody is moved where the regulation says so; the standard order lets class teachers', async () => {
  const { abramov } = school.pupils;
  await place(administrator, abramov, 0, '2026-09-01');
  const { client } = await school.windowOf('classTeacher');
  expect((await client.groups.ofClass({ classId: 1 })).moves).toBe('any');
  await place(client, abramov, 1, '2026-11-23', 'заявление');
  inForce('kia');
  expect((await ofClass()).moves).toBe('atPeriods');
  expect((await client.groups.ofClass({ classId: 1 })).moves).toBe('none');
  expect(
    await refusalOf(place(administrator, abramov, 0, '2026-11-25', 'заявление')),
  ).toMatchObject({ code: 'INVALID', data: { why: 'moveWithinPeriod' } });
});

test('marks stay where they were given when a pupil moves', async () => {
  const { abramov } = school.pupils;
  await place(administrator, abramov, 0, '2026-09-01');
  const { client: teacher } = await school.windowOf('teacher');
  await teacher.journal.enterCell({
    requestId: randomUUID(),
    lessonId: school.lessons.algebra[0] ?? 0,
    pupilId: abramov,
    version: 0,
    content: { attendance: null, lateMinutes: null, remark: '', marks: [{ work: 1, value: '5' }] },
  });
  const marks = () =>
    school.core.open?.journal.db.connection
      .prepare('SELECT * FROM journal_cell JOIN mark USING (lesson_id, pupil_id)')
      .all();
  const before = marks();
  expect(before).toHaveLength(1);
  await place(administrator, abramov, 1, '2026-11-24', 'заявление');
  expect(marks()).toEqual(before);
});

test('one who has left the class is in no group after that day, and is not put into one', async () => {
  const { vlasov } = school.pupils;
  const [one] = await groupIds();
  await place(administrator, vlasov, 0, '2026-09-01');
  expect(await spansOf(vlasov)).toEqual([[one, '2026-09-01', '2026-11-10']]);
  expect(await refusalOf(place(administrator, vlasov, 1, '2026-11-11', 'x'))).toMatchObject({
    data: { why: 'pupilNotInClass' },
  });
});

test('a stream has pupils of several classes; each class sees it among its groups', async () => {
  const add = (otherClassIds: number[], name = 'поток') =>
    administrator.groups.add({
      requestId: randomUUID(),
      classId: 1,
      kind: 'stream',
      division: '',
      names: [name],
      otherClassIds,
    });
  expect(await refusalOf(add([]))).toMatchObject({ data: { why: 'streamClasses' } });
  expect(await refusalOf(add([1]))).toMatchObject({ data: { why: 'streamClasses' } });
  await add([2]);
  expect(await refusalOf(add([2]))).toMatchObject({ data: { why: 'groupNameTaken' } });
  const stream = (await ofClass(2)).divisions.find(({ kind }) => kind === 'stream')?.groups[0];
  expect(stream?.classIds).toEqual([1, 2]);
  await administrator.groups.place({
    requestId: randomUUID(),
    classId: 2,
    ofGroup: stream?.id ?? 0,
    from: '2026-09-01',
    reason: '',
    moves: [{ pupilId: school.pupils.zhukov, groupId: stream?.id ?? 0 }],
  });
  expect((await ofClass(2)).pupils[0]?.spans[0]?.groupId).toBe(stream?.id);
  const narrow = administrator.groups.set({
    requestId: randomUUID(),
    groupId: stream?.id ?? 0,
    name: 'поток',
    division: '',
    archived: false,
    otherClassIds: [],
  });
  expect(await refusalOf(narrow)).toMatchObject({ data: { why: 'streamClasses' } });
});

test('a group nobody used goes, a used one is only put away', async () => {
  const [one, two] = await groupIds();
  await place(administrator, school.pupils.abramov, 0, '2026-09-01');
  await administrator.groups.remove({ requestId: randomUUID(), groupId: two ?? 0 });
  expect(await groupIds()).toEqual([one]);
  const remove = administrator.groups.remove({ requestId: randomUUID(), groupId: one ?? 0 });
  expect(await refusalOf(remove)).toMatchObject({ data: { why: 'groupInUse' } });
  const whole = administrator.groups.remove({ requestId: randomUUID(), groupId: 1 });
  expect(await refusalOf(whole)).toMatchObject({ data: { what: 'group' } });
});
