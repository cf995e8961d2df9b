import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { insertBuilding, insertRoom } from '#db/queries/rooms';
import { change, run, select, all } from '#db/statement';
import type { Placement } from '#domain/timetable/ground';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool } from '../testing/school';

let remove = () => {};
afterEach(() => remove());

const setHours = change<[]>('UPDATE page_teacher SET hours_per_week = 2');
const lessonsOf = select<[number], { date: string; n: number }>(
  'SELECT date, lesson_number AS n FROM lesson WHERE page_id = ? ORDER BY date, lesson_number',
);

async function schoolWithDraft() {
  const school = await smallSchool();
  remove = school.remove;
  const { open } = school.core;
  if (open === null) throw new Error('not open');
  const roomId = open.journal.write((db) => {
    run(db, setHours, []);
    return insertRoom(db, insertBuilding(db, 'Главное'), '204');
  });
  const { client } = await school.windowOf('deputy');
  const request = () => ({ requestId: randomUUID() });
  const { versionId } = await client.timetable.newDraft({
    ...request(),
    copyOf: null,
    name: 'Основное',
  });
  const { algebra, physics, reading } = school.pages;
  const at = (pageId: number, weekday: 1 | 2 | 3 | 4 | 5, lessonNumber: number): Placement => ({
    pageId,
    weekday,
    lessonNumber,
    week: 0,
    roomId,
  });
  const edit = (take: Placement[], put: Placement[], override = false, id = versionId) =>
    client.timetable.edit({ ...request(), versionId: id, take, put, override });
  const lessons = (pageId: number) =>
    all(open.journal.db, lessonsOf, [pageId]).map(({ date, n }) => `${date} ${n}`);
  return {
    school,
    client,
    versionId,
    roomId,
    request,
    at,
    edit,
    lessons,
    algebra,
    physics,
    reading,
  };
}

test('the core refuses who would be in two places at once, asks about the rest', async () => {
  const { client, versionId, at, edit, algebra, physics, reading } = await schoolWithDraft();
  await edit([], [at(algebra, 2, 1)]);
  // One class, two lessons.
  expect(await refusalOf(edit([], [at(physics, 2, 1)], true))).toEqual({
    code: 'INVALID',
    data: { why: 'timetableClash' },
  });
  // One teacher, one subject, two classes: a joint lesson, if somebody says so; and one room.
  expect(await refusalOf(edit([], [at(reading, 2, 1)]))).toMatchObject({ code: 'INVALID' });
  await edit([], [at(reading, 2, 1)], true);
  const data = await client.timetable.editor({ versionId });
  expect(data.placements).toHaveLength(2);
  expect(data.pages.find(({ id }) => id === algebra)).toMatchObject({
    hours: 2,
    whole: true,
    subjectName: expect.any(String),
  });
  // Pupil 3 left on 10 November: two of the class are left.
  const page = data.pages.find(({ id }) => id === algebra);
  expect(data.audiences[page?.audience ?? -1]).toHaveLength(2);
});

test('hours that others have changed meanwhile are a conflict, and nothing is half done', async () => {
  const { client, versionId, at, edit, algebra, physics } = await schoolWithDraft();
  await edit([], [at(algebra, 1, 1)]);
  const stale = edit([at(algebra, 1, 2)], [at(physics, 1, 3)]);
  expect(await refusalOf(stale)).toMatchObject({ code: 'CONFLICT' });
  const otherRoom = edit([{ ...at(algebra, 1, 1), roomId: null }], []);
  expect(await refusalOf(otherRoom)).toMatchObject({ code: 'CONFLICT' });
  expect((await client.timetable.hours({ versionId })).placements).toEqual([at(algebra, 1, 1)]);
  expect(await refusalOf(edit([], [at(999, 1, 3)]))).toMatchObject({ code: 'NOT_FOUND' });
});

test('a draft is put in force from tomorrow on: told before, history untouched', async () => {
  const { client, versionId, at, edit, algebra, request, lessons } = await schoolWithDraft();
  expect(
    await refusalOf(client.timetable.putInForce({ ...request(), versionId, from: '2026-11-24' })),
  ).toMatchObject({ data: { why: 'emptyTimetable' } });
  await edit([], [at(algebra, 3, 4), at(algebra, 4, 4)]);
  expect(lessons(algebra)).toEqual(['2026-11-16 2', '2026-11-18 2', '2026-11-23 2']);
  const from = '2026-12-14';
  const told = await client.timetable.inForceSummary({ versionId, from });
  expect(told).toMatchObject({ removed: 0, held: 0, clashes: 0, instead: null, next: null });
  const done = await client.timetable.putInForce({ ...request(), versionId, from });
  expect(done).toEqual({ added: told.added, removed: 0, kept: 0, held: 0 });
  expect(lessons(algebra)[3]).toBe('2026-12-16 4');
  expect(await refusalOf(edit([], [at(algebra, 5, 1)]))).toMatchObject({
    data: { why: 'versionInForce' },
  });

  // A copy of it, changed, from later on.
  const copy = await client.timetable.newDraft({ ...request(), copyOf: versionId, name: 'Копия' });
  await edit([at(algebra, 3, 4)], [at(algebra, 3, 5)], false, copy.versionId);
  const change = await client.timetable.inForceSummary({
    versionId: copy.versionId,
    from: '2026-12-21',
  });
  expect(change).toMatchObject({ instead: 'Основное' });
  expect(change.added).toBe(change.removed);
  await client.timetable.putInForce({
    ...request(),
    versionId: copy.versionId,
    from: '2026-12-21',
  });
  expect(lessons(algebra).slice(3, 6)).toEqual(['2026-12-16 4', '2026-12-17 4', '2026-12-23 5']);
  const states = (await client.timetable.versions()).map(({ state, until }) => [state, until]);
  expect(states).toEqual([
    ['coming', '2026-12-20'],
    ['coming', expect.any(String)],
  ]);

  // Taken back before it began: the one before goes on.
  await client.timetable.withdraw({ ...request(), versionId: copy.versionId });
  expect(lessons(algebra)[5]).toBe('2026-12-23 4');
  await client.timetable.withdraw({ ...request(), versionId });
  expect(lessons(algebra)).toHaveLength(3);
  await client.timetable.deleteDraft({ ...request(), versionId: copy.versionId });
  expect(await client.timetable.versions()).toHaveLength(1);
});

test('a day that goes by a timetable in force is not changed', async () => {
  const { client, versionId, at, edit, algebra, request } = await schoolWithDraft();
  await edit([], [at(algebra, 3, 4)]);
  const putInForce = (id: number, from: `${number}-${number}-${number}`) =>
    client.timetable.putInForce({ ...request(), versionId: id, from });
  await putInForce(versionId, '2026-11-02');
  const copy = await client.timetable.newDraft({ ...request(), copyOf: versionId, name: 'Новое' });
  for (const from of ['2026-11-10', '2026-11-23'] as const) {
    expect(await refusalOf(putInForce(copy.versionId, from))).toMatchObject({
      data: { why: 'pastDay' },
    });
  }
  expect(await refusalOf(putInForce(copy.versionId, '2027-08-01'))).toMatchObject({
    data: { why: 'dates' },
  });
  expect(await refusalOf(client.timetable.withdraw({ ...request(), versionId }))).toMatchObject({
    data: { why: 'versionInForce' },
  });
});

test('only the administrator and the deputy make timetables; drafts are theirs to see', async () => {
  const { school, client, versionId, at, edit, algebra, request } = await schoolWithDraft();
  await edit([], [at(algebra, 3, 4)]);
  for (const role of ['teacher', 'classTeacher', 'secretary', 'director'] as const) {
    const { client: other } = await school.windowOf(role);
    expect(await other.timetable.versions()).toEqual([]);
    const asked = [
      other.timetable.editor({ versionId }),
      other.timetable.edit({
        ...request(),
        versionId,
        take: [],
        put: [at(algebra, 3, 5)],
        override: false,
      }),
      other.timetable.putInForce({ ...request(), versionId, from: '2026-12-01' }),
      other.timetable.newDraft({ ...request(), copyOf: null, name: 'Моё' }),
      other.timetable.setBusy({
        ...request(),
        staffId: 1,
        weekday: 1,
        lessonNumber: 1,
        busy: 'wish',
      }),
      other.school.timetable({ versionId }),
    ];
    for (const call of asked) expect(await refusalOf(call)).toMatchObject({ code: 'FORBIDDEN' });
  }
  expect((await client.school.timetable({ versionId })).lessons).toHaveLength(1);
});

test('a pupil’s week is for those who see the pupil', async () => {
  const { school, client, versionId, at, edit, algebra, reading, request, roomId } =
    await schoolWithDraft();
  await edit([], [at(algebra, 3, 4), at(reading, 4, 1)]);
  await client.timetable.putInForce({ ...request(), versionId, from: '2026-11-24' });
  const { abramov, zhukov } = school.pupils;
  const ask = { pupilId: abramov, day: '2026-11-25' as const };
  expect((await client.school.timetable(ask)).lessons.map(({ pageId }) => pageId)).toEqual([
    algebra,
  ]);
  expect((await client.school.timetable({ roomId, day: '2026-11-25' })).lessons).toHaveLength(2);
  expect((await client.school.timetable({ day: '2026-11-20' })).version).toBeNull();
  const { client: own } = await school.windowOf('classTeacher');
  expect((await own.school.timetable(ask)).lessons).toHaveLength(1);
  expect(await refusalOf(own.school.timetable({ ...ask, pupilId: zhukov }))).toMatchObject({
    data: { why: 'notYourClass' },
  });
  const { client: teacher } = await school.windowOf('teacher');
  expect(await refusalOf(teacher.school.timetable(ask))).toMatchObject({ code: 'FORBIDDEN' });
});

test('an hour in which a teacher does not teach is asked about, and can be taken away', async () => {
  const { client, versionId, at, edit, algebra, request } = await schoolWithDraft();
  const { pages } = await client.timetable.editor({ versionId });
  const staffId = pages.find(({ id }) => id === algebra)?.teacherIds[0] ?? 0;
  const hour = { staffId, weekday: 2 as const, lessonNumber: 3 };
  await client.timetable.setBusy({ ...request(), ...hour, busy: 'strict' });
  expect(await refusalOf(edit([], [at(algebra, 2, 3)]))).toMatchObject({ code: 'INVALID' });
  await client.timetable.setBusy({ ...request(), ...hour, busy: 'wish' });
  await edit([], [at(algebra, 2, 3)]);
  await client.timetable.setBusy({ ...request(), ...hour, busy: 'no' });
  expect((await client.timetable.editor({ versionId })).busy).toEqual([]);
});
