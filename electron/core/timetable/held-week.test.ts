import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { schoolOfChanges } from '../changes/testing/school-of-changes';
import { refusalOf } from '../testing/refusal-of';
import { timetablePaper } from './paper';

let school: Awaited<ReturnType<typeof schoolOfChanges>>;
beforeEach(async () => {
  school = await schoolOfChanges({ now: () => new Date(2026, 10, 23, 10, 0) });
  const { client } = await school.windowOf('deputy');
  const decide = (
    lessonId: number,
    decision: Parameters<typeof client.changes.decide>[0]['decision'],
  ) =>
    client.changes.decide({
      requestId: randomUUID(),
      lessonId,
      lastChangeId: 0,
      decision,
      reason: '',
      payment: 'paid',
      lateWhy: '',
    });
  await decide(school.tuesday.algebra, { kind: 'substitution', staffId: school.second });
  await decide(school.tuesday.reading, { kind: 'cancellation' });
  await decide(school.tuesday.physics, { kind: 'move', date: '2026-11-24', lessonNumber: 5 });
});
afterEach(() => school.remove());

const week = { day: '2026-11-26' } as const;

test('a week shows substitutions, cancellations and both ends of a move', async () => {
  const { client } = await school.windowOf('director');
  const held = await client.timetable.heldWeek(week);
  expect(held).toMatchObject({ from: '2026-11-23', to: '2026-11-29' });
  const { algebra, physics } = school.pages;
  const tuesday = held!.lessons.filter(({ date }) => date === '2026-11-24');
  expect(
    tuesday.map(({ lessonNumber, pageId, teachers, off, goneTo }) => ({
      lessonNumber,
      pageId,
      teachers,
      off,
      gone: goneTo?.number,
    })),
  ).toEqual(
    expect.arrayContaining([
      { lessonNumber: 1, pageId: algebra, teachers: ['Вторая И.'], off: false, gone: undefined },
      { lessonNumber: 2, pageId: physics, teachers: ['Вторая И.'], off: true, gone: 5 },
      { lessonNumber: 5, pageId: physics, teachers: ['Вторая И.'], off: false, gone: undefined },
      expect.objectContaining({ lessonNumber: 3, off: true }),
    ]),
  );
  expect(tuesday).toHaveLength(4);
});

test('a teacher sees what others hold instead and what is held for others', async () => {
  const { client } = await school.windowOf('teacher');
  const of = async (staffId: number) =>
    (await client.timetable.heldWeek({ ...week, staffId }))!.lessons
      .filter(({ date, lessonNumber }) => date === '2026-11-24' && lessonNumber === 1)
      .map(({ teacherIds, ownTeacherIds }) => ({ teacherIds, ownTeacherIds }));
  const line = [{ teacherIds: [school.second], ownTeacherIds: [school.first] }];
  expect(await of(school.first)).toEqual(line);
  expect(await of(school.second)).toEqual(line);
  expect(await of(school.third)).toEqual([]);
});

test('why a lesson is changed and how it is paid is told to nobody in passing', async () => {
  const { client } = await school.windowOf('secretary');
  const lesson = { date: '2026-11-24', pageId: school.pages.algebra } as const;
  const seen = { from: { date: '2026-11-24', number: 1 }, to: null, instead: null };
  const change = { kind: 'substitution', substitute: 'Вторая И.', ...seen };
  const held = await client.timetable.heldWeek(week);
  const span = { from: '2026-11-24', to: '2026-11-24' } as const;
  const [day] = await client.changes.plan({ ...span, staffId: school.second });
  const of = (lessons: readonly { pageId: number; date: string; changes: unknown }[] = []) =>
    lessons.find(({ pageId, date }) => pageId === lesson.pageId && date === lesson.date)?.changes;
  expect(of(held?.lessons)).toEqual([change]);
  expect(of(day?.lessons)).toEqual([change]);
});

test('a week of a room or a class is only that; a pupil’s is for those who see the pupil', async () => {
  const deputy = (await school.windowOf('deputy')).client;
  const all = (await deputy.timetable.heldWeek(week))!.lessons;
  const classId = all.find(({ pageId }) => pageId === school.pages.algebra)!.classIds[0]!;
  const ofClass = (await deputy.timetable.heldWeek({ ...week, classId }))!.lessons;
  expect(new Set(ofClass.map(({ className }) => className))).toEqual(new Set(['8-А']));
  const pupil = { ...week, pupilId: school.pupils.abramov };
  expect((await deputy.timetable.heldWeek(pupil))!.lessons.length).toBe(ofClass.length);
  const { client } = await school.windowOf('teacher');
  expect(await refusalOf(client.timetable.heldWeek(pupil))).toMatchObject({ code: 'FORBIDDEN' });
  expect((await deputy.timetable.heldWeek({ ...week, roomId: school.rooms[0] }))!.lessons).toEqual(
    [],
  );
});

test('paper says that it is one week with its changes, and what they are', async () => {
  const { connection } = await school.windowOf('deputy');
  const reading = {
    db: school.journal.db,
    actor: connection.session!,
    today: '2026-11-23',
    core: school.core,
  } as const;
  const paper = timetablePaper(reading, {
    ...week,
    withChanges: true,
    of: 'teacher',
    id: school.first,
    paper: 'A4',
  });
  expect(paper.heading[1]).toBe(
    'Неделя с 23.11.2026 по 29.11.2026, с заменами и переносами на 23.11.2026',
  );
  const cells = paper.parts.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  expect(cells).toContain('8-А, Русский язык, замена: Вторая И.');
});
