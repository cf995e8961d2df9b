import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { Decision } from '#domain/timetable/day-change';
import { change, run } from '#db/statement';
import { refusalOf } from '../testing/refusal-of';
import type { Client } from '../testing/school';
import { auditChainHolds } from '../unit-of-work';
import { schoolOfChanges } from './testing/school-of-changes';

let school: Awaited<ReturnType<typeof schoolOfChanges>>;
let deputy: Client;
beforeEach(async () => {
  // The clock stands at ten in the morning of the day the tests are on.
  school = await schoolOfChanges({ now: () => new Date(2026, 10, 23, 10, 0) });
  deputy = (await school.windowOf('deputy')).client;
});
afterEach(() => school.remove());

const requestId = () => randomUUID();
const invalid = (why: string) => ({ code: 'INVALID', data: { why } });
const decide = (
  lessonId: number,
  decision: Decision,
  more: { lastChangeId?: number; lateWhy?: string; payment?: 'paid' | 'unpaid' | 'merged' } = {},
) =>
  deputy.changes.decide({
    requestId: requestId(),
    lessonId,
    lastChangeId: 0,
    reason: '',
    payment: 'paid',
    lateWhy: '',
    ...more,
    decision: { ...decision },
  });
const takeBack = (changeId: number, why = '') =>
  deputy.changes.takeBack({ requestId: requestId(), changeId, why });
const absent = (
  staffId: number,
  fromDate: IsoDate = '2026-11-23',
  toDate: IsoDate = '2026-11-24',
) =>
  deputy.changes.setAbsence({
    requestId: requestId(),
    id: null,
    staffId,
    fromDate,
    toDate,
    reason: 'illness',
    document: 'Б/л № 12',
    note: '',
  });
const lessonsOn = async (date: '2026-11-23' | '2026-11-24') =>
  (await deputy.changes.day({ date })).lessons;
const lessonOn = async (date: '2026-11-23' | '2026-11-24', id: number) =>
  (await lessonsOn(date)).find((lesson) => lesson.id === id)!;
const rowsOf = (table: string) =>
  school.journal.db.connection.prepare(`SELECT * FROM ${table} ORDER BY 1`).all();
const fill = (lessonId: number) =>
  school.journal.write((db) =>
    run(db, change<[number]>("UPDATE lesson SET topic = 'Дроби' WHERE id = ?"), [lessonId]),
  );

async function secondQuarter(client: Client) {
  const { periods } = await client.school.overview();
  return periods.find(({ kind, number }) => kind === 'quarter' && number === 2)!.id;
}

test('lessons of an absent teacher wait; a substitution ends the waiting and is registered', async () => {
  const [, , today = 0] = school.lessons.algebra;
  expect((await lessonOn('2026-11-23', today)).waits).toBe(false);
  await absent(school.first);
  expect((await lessonOn('2026-11-23', today)).waits).toBe(true);
  const { substitutes } = await deputy.changes.offers({ lessonId: today });
  expect(substitutes.map(({ staffId }) => staffId)).toEqual([school.third, school.second]);
  await decide(today, { kind: 'substitution', staffId: school.second });
  const lesson = await lessonOn('2026-11-23', today);
  expect(lesson).toMatchObject({ waits: false, teachers: [{ id: school.second }] });
  expect(lesson.changes).toMatchObject([
    { kind: 'substitution', absent: 'Фамилия-teacher И.', substitute: 'Вторая И.', lateWhy: '' },
  ]);
  const register = await deputy.changes.register({ from: '2026-11-16', to: '2026-11-29' });
  expect(register.rows).toMatchObject([
    { subjectName: expect.any(String), absenceReason: 'illness', payment: 'paid' },
  ]);
  const hours = new Map(register.hours.map((row) => [row.staffId, row]));
  expect(hours.get(school.first)).toMatchObject({ given: 5, missed: 1, paid: 0 });
  expect(hours.get(school.second)).toMatchObject({ given: 3, missed: 0, paid: 1 });
  expect(auditChainHolds(school.journal.db)).toBe(true);
});

test('a substitute fills exactly that lesson and sets no period marks', async () => {
  const [monday = 0, , today = 0] = school.lessons.algebra;
  const { client } = await school.windowOfSecond();
  const periodId = await secondQuarter(client);
  const look = { pageId: school.pages.algebra, periodId };
  const notYours = { code: 'FORBIDDEN', data: { why: 'notYourPage' } };
  expect(await refusalOf(client.journal.page(look))).toEqual(notYours);
  await absent(school.first);
  const { changeId } = await decide(today, { kind: 'substitution', staffId: school.second });

  const page = await client.journal.page(look);
  expect(page.page).toMatchObject({ canEdit: false, mine: false, lessonsToFill: [today] });
  expect(page.substitutes).toEqual([[today, 'Вторая И.']]);
  const pages = await client.journal.pages({});
  expect(pages.find(({ id }) => id === school.pages.algebra)?.substituting).toEqual([
    { date: '2026-11-23', number: 2 },
  ]);
  const set = (lessonId: number) =>
    client.journal.setLesson({
      requestId: requestId(),
      lessonId,
      version: 0,
      topic: 'Корни',
      homework: '',
    });
  expect(await set(today)).toEqual({ version: 1 });
  expect(await refusalOf(set(monday))).toEqual(notYours);
  const mark = {
    pageId: school.pages.algebra,
    pupilId: school.pupils.yolkina,
    periodId,
    version: 0,
    value: '4',
    note: '',
  } as const;
  expect(
    await refusalOf(client.journal.setPeriodMark({ ...mark, requestId: requestId() })),
  ).toEqual(notYours);

  // The one whose page it is sees who held the lesson.
  const owner = (await school.windowOf('teacher')).client;
  expect((await owner.journal.page(look)).substitutes).toEqual([[today, 'Вторая И.']]);
  await takeBack(changeId);
  expect(await refusalOf(set(today))).toEqual(notYours);
});

test('a cancelled lesson is on no page, takes nothing and comes back as it was', async () => {
  const [, , today = 0] = school.lessons.algebra;
  const before = rowsOf('lesson');
  const owner = (await school.windowOf('teacher')).client;
  const look = { pageId: school.pages.algebra, periodId: await secondQuarter(owner) };
  const { changeId } = await decide(today, { kind: 'cancellation' });
  expect((await owner.journal.page(look)).lessons.map(([id]) => id)).not.toContain(today);
  const set = { requestId: requestId(), lessonId: today, version: 0, topic: 'Т', homework: '' };
  expect(await refusalOf(owner.journal.setLesson(set))).toEqual(invalid('lessonCancelled'));
  expect((await lessonOn('2026-11-23', today)).cancelled).toBe(true);
  await takeBack(changeId);
  expect(rowsOf('lesson')).toEqual(before);
});

test('a lesson with a topic is neither cancelled nor moved nor replaced', async () => {
  const { algebra } = school.tuesday;
  fill(algebra);
  for (const decision of [
    { kind: 'cancellation' },
    { kind: 'move', date: '2026-11-24', lessonNumber: 5 },
    { kind: 'replacement', pageId: school.pages.physics },
  ] as const) {
    expect(await refusalOf(decide(algebra, decision)), decision.kind).toEqual(
      invalid('lessonHeld'),
    );
  }
});

test('a move goes where pupils, teacher and page are free, and a page shows it there', async () => {
  const { algebra } = school.tuesday;
  const move = (date: '2026-11-24' | '2026-11-23' | '2026-11-29', lessonNumber: number) =>
    decide(algebra, { kind: 'move', date, lessonNumber });
  expect(await refusalOf(move('2026-11-24', 2))).toEqual(invalid('classBusy'));
  expect(await refusalOf(move('2026-11-23', 2))).toEqual(invalid('slotTaken'));
  expect(await refusalOf(move('2026-11-23', 4))).toEqual(invalid('teacherBusy'));
  expect(await refusalOf(move('2026-11-29', 1))).toEqual(invalid('noLessonsThatDay'));
  expect(await refusalOf(move('2026-11-24', 1))).toEqual(invalid('nothingChanges'));
  const { days } = await deputy.changes.offers({ lessonId: algebra });
  const monday = days.find(({ date }) => date === '2026-11-23')!;
  expect(monday.hours.map(({ problems }) => problems.length === 0)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  const { changeId } = await move('2026-11-23', 1);
  expect(await lessonOn('2026-11-24', algebra)).toMatchObject({
    goneTo: { date: '2026-11-23', number: 1 },
  });
  expect(await lessonOn('2026-11-23', algebra)).toMatchObject({ number: 1, goneTo: null });
  fill(algebra);
  expect(await refusalOf(takeBack(changeId))).toEqual(invalid('lessonHeld'));
});

test('a replacement gives the hour to another subject of the class and can be undone', async () => {
  const { algebra, physics } = school.tuesday;
  const before = rowsOf('lesson');
  await absent(school.first);
  const { replacements } = await deputy.changes.offers({ lessonId: algebra });
  expect(replacements.map(({ pageId }) => pageId)).toEqual([school.pages.physics]);
  const { changeId } = await decide(algebra, {
    kind: 'replacement',
    pageId: school.pages.physics,
  });
  const lessons = await lessonsOn('2026-11-24');
  const made = lessons.find(({ instead }) => instead)!;
  expect(made).toMatchObject({ pageId: school.pages.physics, number: 1 });
  const room = { kind: 'room', roomId: school.rooms[0] } as const;
  expect(await refusalOf(decide(made.id, room))).toEqual(invalid('lessonMadeInstead'));
  expect(
    await refusalOf(decide(physics, { kind: 'move', date: '2026-11-24', lessonNumber: 1 })),
  ).toEqual(invalid('slotTaken'));
  fill(made.id);
  expect(await refusalOf(takeBack(changeId))).toEqual(invalid('lessonHeld'));
  school.journal.write((db) =>
    run(db, change<[number]>("UPDATE lesson SET topic = '' WHERE id = ?"), [made.id]),
  );
  await takeBack(changeId);
  expect(rowsOf('lesson')).toEqual(before);
});

test('after the lesson a reason is needed, and it stays marked as late (ТИП 2.13)', async () => {
  const [monday = 0, , today = 0] = school.lessons.algebra;
  const give = { kind: 'substitution', staffId: school.second } as const;
  expect(await refusalOf(decide(monday, give))).toEqual(invalid('lateWithoutReason'));
  const { changeId } = await decide(monday, give, { lateWhy: 'Не было света' });
  expect(await refusalOf(takeBack(changeId))).toEqual(invalid('lateWithoutReason'));
  await takeBack(changeId, 'Ошибка');

  // Ten o'clock: the lesson is over only when the bells say so.
  school.journal.write((db) => {
    db.connection.exec(`INSERT INTO bell_schedule VALUES (1, 1, 'Обычные');
      INSERT INTO bell VALUES (1, 2, '09:20', '10:00');
      INSERT INTO bell_use (schedule_id, shift) VALUES (1, 1)`);
  });
  expect(await refusalOf(decide(today, give))).toEqual(invalid('lateWithoutReason'));
  const late = await decide(today, give, { lateWhy: 'Сообщили поздно' });
  const { changes } = await lessonOn('2026-11-23', today);
  expect(changes).toMatchObject([{ id: late.changeId, lateWhy: 'Сообщили поздно' }]);
});

test('who is busy or absent is no substitute; another decision of the lesson is a conflict', async () => {
  const { physics } = school.tuesday;
  const [, , algebra = 0] = school.lessons.algebra;
  await absent(school.second, '2026-11-24');
  const give = (lessonId: number, staffId: number, lastChangeId = 0) =>
    decide(lessonId, { kind: 'substitution', staffId }, { lastChangeId });
  expect(await refusalOf(give(algebra, school.first))).toEqual(invalid('teacherBusy'));
  await absent(school.third, '2026-11-24');
  expect(await refusalOf(give(physics, school.third))).toEqual(invalid('teacherAbsent'));
  const { changeId } = await give(physics, school.first);
  expect((await refusalOf(give(physics, school.third)))?.code).toBe('CONFLICT');
  expect(await refusalOf(give(physics, school.third, changeId))).toEqual(invalid('changeStands'));
  const room = { kind: 'room', roomId: school.rooms[1] } as const;
  await decide(physics, room, { lastChangeId: changeId });
  expect(await refusalOf(takeBack(changeId))).toEqual(invalid('laterChange'));
});

test('an absence is corrected, never overlaps, and stays while lessons were changed for it', async () => {
  const { id } = await absent(school.first);
  expect(await refusalOf(absent(school.first, '2026-11-24'))).toEqual(invalid('absenceOverlaps'));
  const { changeId } = await decide(school.tuesday.algebra, { kind: 'cancellation' });
  const remove = () => deputy.changes.removeAbsence({ requestId: requestId(), id });
  expect(await refusalOf(remove())).toEqual(invalid('absenceInUse'));
  await takeBack(changeId);
  await remove();
  expect((await deputy.changes.day({ date: '2026-11-24' })).absences).toEqual([]);
});

test('only an administrator and a deputy change; a teacher reads own lines', async () => {
  await decide(school.tuesday.algebra, { kind: 'substitution', staffId: school.second });
  const order = { requestId: requestId(), lessonId: school.tuesday.physics, lastChangeId: 0 };
  const cancel = {
    ...order,
    decision: { kind: 'cancellation' },
    reason: '',
    payment: 'unpaid',
    lateWhy: '',
  } as const;
  for (const role of ['director', 'classTeacher', 'teacher', 'secretary'] as const) {
    const { client } = await school.windowOf(role);
    expect(await refusalOf(client.changes.decide(cancel)), role).toEqual({
      code: 'FORBIDDEN',
      data: { why: role === 'director' ? 'regulated' : 'role' },
    });
  }
  const span = { from: '2026-11-01', to: '2026-11-30' } as const;
  const director = (await school.windowOf('director')).client;
  expect((await director.changes.register(span)).rows).toHaveLength(1);
  const { client } = await school.windowOfSecond();
  const own = await client.changes.register({ ...span, staffId: school.first });
  expect(own.rows).toHaveLength(1);
  expect(own.hours.map(({ staffId }) => staffId)).toEqual([school.second]);
  const [, tomorrow] = await client.changes.plan({ from: '2026-11-23', to: '2026-11-24' });
  expect(tomorrow?.lessons.map(({ substituting }) => substituting)).toEqual([true, false]);
});
