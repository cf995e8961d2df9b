import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { change, run } from '#db/statement';
import { NO_DETAILS, NO_HOMEWORK, type LessonHomework } from '#domain/homework/homework';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool } from '../testing/school';
import { auditChainHolds } from '../unit-of-work';

let school: Awaited<ReturnType<typeof smallSchool>>;
beforeEach(async () => {
  school = await smallSchool();
});
afterEach(() => school.remove());

const db = () => school.core.open!.journal.db;
const rows = (sql: string) => db().connection.prepare(sql).raw().all();
const order = (lessonId: number, homework: LessonHomework = NO_HOMEWORK, version = 0) => ({
  requestId: randomUUID(),
  lessonId,
  version,
  forAll: homework.forAll,
  tasks: homework.tasks.map((task) => ({ ...task, pupilIds: [...task.pupilIds] })),
});
const own = (change: Partial<LessonHomework['tasks'][number]> = {}) => ({
  ...NO_DETAILS,
  text: 'Карточка 4',
  groupId: null,
  pupilIds: [school.pupils.abramov],
  ...change,
});
const period = () => (rows(`SELECT id FROM period WHERE kind = 'year'`) as [[number]])[0][0];
const addPart = change<[number]>(
  `INSERT INTO study_group (class_id, name, kind) VALUES (?, '1 группа', 'subgroup')`,
);
const addMember = change<[number, number]>(
  `INSERT INTO study_group_membership (group_id, pupil_id, from_date) VALUES (?, ?, '2026-09-01')`,
);
const addTeacher = change<[number, number]>(
  `INSERT INTO page_teacher (page_id, staff_id, from_date) VALUES (?, ?, '2026-09-01')`,
);

test('what is set is on the page for whoever opens it, in the trail, and taken back whole', async () => {
  const { client } = await school.windowOf('teacher');
  const [lessonId = 0] = school.lessons.algebra;
  const homework: LessonHomework = {
    forAll: { dueOn: '2026-11-23', minutes: 30, manner: 'written', materials: 'урок-12.pptx' },
    tasks: [own({ minutes: 10 })],
  };
  expect(await client.homework.set(order(lessonId, homework))).toEqual({ version: 1 });
  const director = (await school.windowOf('director')).client;
  const pageOf = () => director.journal.page({ pageId: school.pages.algebra, periodId: period() });
  expect((await pageOf()).homework).toEqual([[lessonId, 1, homework]]);
  expect(
    rows(`SELECT action, entity FROM audit_change JOIN audit ON audit.id = audit_id
      WHERE entity = 'homework'`),
  ).toEqual([['homework.set', 'homework']]);
  expect(auditChainHolds(db())).toBe(true);

  expect(await client.homework.set(order(lessonId, NO_HOMEWORK, 1))).toEqual({ version: 2 });
  expect((await pageOf()).homework).toEqual([[lessonId, 2, NO_HOMEWORK]]);
  expect(rows('SELECT * FROM homework')).toEqual([]);
});

test('another’s change in between is a conflict, and nothing is lost', async () => {
  const { client } = await school.windowOf('teacher');
  const [lessonId = 0] = school.lessons.algebra;
  const first = { ...NO_HOMEWORK, tasks: [own()] };
  await client.homework.set(order(lessonId, first));
  expect(
    await refusalOf(client.homework.set(order(lessonId, { ...NO_HOMEWORK, tasks: [] }))),
  ).toEqual({ code: 'CONFLICT', data: { current: { version: 1, ...first } } });
});

test('only who fills the page sets it, for those who learn there, for a day after the lesson', async () => {
  const { client } = await school.windowOf('teacher');
  const [lessonId = 0] = school.lessons.algebra;
  const why = async (homework: LessonHomework, lesson = lessonId) =>
    (await refusalOf(client.homework.set(order(lesson, homework))))?.data;
  const tasks = (change: Parameters<typeof own>[0]) => ({ ...NO_HOMEWORK, tasks: [own(change)] });
  expect(await why(tasks({ pupilIds: [school.pupils.zhukov] }))).toEqual({ why: 'pupilNotOnPage' });
  expect(await why(tasks({ pupilIds: [] }))).toEqual({ why: 'taskForNobody' });
  expect(await why(tasks({ groupId: 1 }))).toEqual({ why: 'taskForNobody' });
  expect(await why(tasks({ groupId: 999, pupilIds: [] }))).toEqual({ what: 'group' });
  expect(await why({ ...NO_HOMEWORK, forAll: { ...NO_DETAILS, dueOn: '2026-11-16' } })).toEqual({
    why: 'dates',
  });
  expect(await why(NO_HOMEWORK, school.lessons.physics[0])).toEqual({ why: 'notYourPage' });
  expect(rows('SELECT * FROM homework')).toEqual([]);
});

test('grade 1 has no homework, neither as a text nor beside it (R7)', async () => {
  const { client } = await school.windowOf('teacher');
  const [lessonId = 0] = school.lessons.reading;
  const refused = { code: 'INVALID', data: { why: 'noHomeworkInThisGrade' } };
  expect(await refusalOf(client.homework.set(order(lessonId)))).toEqual(refused);
  const texts = { requestId: randomUUID(), lessonId, version: 0, topic: 'Буква А' };
  expect(await refusalOf(client.journal.setLesson({ ...texts, homework: 'с. 5' }))).toEqual(
    refused,
  );
  expect(
    await client.journal.setLesson({ ...texts, requestId: randomUUID(), homework: '' }),
  ).toEqual({ version: 1 });
});

test('a day’s load adds up all subjects of the pupil who has most, set ahead too', async () => {
  const { client, connection } = await school.windowOf('teacher');
  const { algebra, physics } = school.lessons;
  school.core.open!.journal.write((write) => {
    run(write, addTeacher, [school.pages.physics, connection.session!.staffId]);
    const eighth = (rows(`SELECT id FROM school_class WHERE grade = 8`) as [[number]])[0][0];
    const part = run(write, addPart, [eighth]).id;
    run(write, addMember, [part, school.pupils.abramov]);
  });
  const page = await client.journal.page({ pageId: school.pages.algebra, periodId: period() });
  const [[groupId] = [0]] = page.groups;
  expect(page.groups).toEqual([[groupId, '1 группа', [school.pupils.abramov]]]);
  const set = async (lessonId: number, text: string, homework: LessonHomework) => {
    const texts = { lessonId, version: 0, topic: '', homework: text };
    await client.journal.setLesson({ requestId: randomUUID(), ...texts });
    await client.homework.set(order(lessonId, homework));
  };
  const takes = (minutes: number, dueOn: '2026-11-23' | null = null) => ({
    ...NO_DETAILS,
    minutes,
    dueOn,
  });
  // For the next lesson, on the 18th; a group has more to do, by the 23rd.
  await set(algebra[0]!, '№ 312', {
    forAll: takes(40),
    tasks: [own({ groupId, pupilIds: [], ...takes(25, '2026-11-23') })],
  });
  await set(physics[0]!, '§ 8', { forAll: takes(30), tasks: [] });
  await set(physics[1]!, '§ 9', { forAll: takes(20), tasks: [] });
  await set(algebra[1]!, '№ 320', { forAll: NO_DETAILS, tasks: [] });

  expect(await client.homework.days({ lessonId: algebra[0]! })).toEqual([
    {
      date: '2026-11-18',
      minutes: 70,
      norm: 150,
      unknown: 0,
      subjects: [
        { subjectName: expect.any(String), minutes: 40 },
        { subjectName: expect.any(String), minutes: 30 },
      ],
    },
    {
      date: '2026-11-23',
      minutes: 45,
      norm: 150,
      unknown: 1,
      subjects: [
        { subjectName: expect.any(String), minutes: 25 },
        { subjectName: expect.any(String), minutes: 20 },
      ],
    },
  ]);
  const other = (await school.windowOf('secretary')).client;
  expect(await refusalOf(other.homework.days({ lessonId: algebra[0]! }))).toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('a lesson with a task of its own holds something: it is neither moved nor cancelled', async () => {
  const { client } = await school.windowOf('teacher');
  const [, , lessonId = 0] = school.lessons.algebra;
  await client.homework.set(order(lessonId, { ...NO_HOMEWORK, tasks: [own()] }));
  const deputy = (await school.windowOf('deputy')).client;
  const decide = {
    requestId: randomUUID(),
    lessonId,
    lastChangeId: 0,
    decision: { kind: 'cancellation' },
    reason: '',
    payment: 'unpaid',
    lateWhy: 'забыли',
  } as const;
  expect(await refusalOf(deputy.changes.decide(decide))).toEqual({
    code: 'INVALID',
    data: { why: 'lessonHeld' },
  });
});
