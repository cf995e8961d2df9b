import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { IsoDate } from '#domain/calendar/iso-date';
import { schoolOfChanges } from '../changes/testing/school-of-changes';
import type { Client } from '../testing/school';
import { auditChainHolds } from '../unit-of-work';

type School = Awaited<ReturnType<typeof schoolOfChanges>>;
let school: School | undefined;
afterEach(() => school?.remove());

const NOVEMBER = { from: '2026-11-09', to: '2026-12-31' } as const;
const CONTROL = 5; // «Контрольная работа» of the usual kinds

async function opened() {
  school = await schoolOfChanges();
  const { client: deputy } = await school.windowOf('deputy');
  const { client: teacher } = await school.windowOf('teacher');
  const { client: second } = await school.windowOfSecond();
  return { school, deputy, teacher, second, pages: school.pages };
}

const work = (
  pageId: number,
  date: IsoDate,
  lessonNumber: number,
  change: Partial<Parameters<Client['controlWorks']['set']>[0]> = {},
) => ({
  requestId: randomUUID(),
  id: null,
  version: 0,
  pageId,
  date,
  lessonNumber,
  kindId: CONTROL,
  title: 'Степени',
  level: 'school' as const,
  note: '',
  fixed: false,
  overWhy: '',
  ...change,
});
const request = () => ({ requestId: randomUUID() });
const invalid = (why: string) => expect.objectContaining({ code: 'INVALID', data: { why } });

test('a teacher proposes on an own page, the deputy fixes, then only the deputy changes it', async () => {
  const { deputy, teacher, second, pages, school } = await opened();
  const proposal = work(pages.algebra, '2026-11-24', 1);
  await expect(second.controlWorks.set(proposal)).rejects.toMatchObject({
    code: 'FORBIDDEN',
    data: { why: 'notYourPage' },
  });
  await expect(
    teacher.controlWorks.set({ ...proposal, fixed: true, requestId: randomUUID() }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN', data: { why: 'role' } });
  const { id, version } = await teacher.controlWorks.set(proposal);
  const [seen] = (await second.controlWorks.schedule(NOVEMBER)).works;
  expect(seen).toMatchObject({ id, fixed: false, mayChange: false, title: 'Степени' });
  expect((await teacher.controlWorks.schedule(NOVEMBER)).works[0]).toMatchObject({
    mayChange: true,
    kindShort: 'К/р',
    proposedBy: seen!.proposedBy,
  });
  expect(seen!.proposedBy).toContain('Фамилия-teacher');

  await deputy.controlWorks.fix({ ...request(), works: [{ id, version }], fixed: true });
  const fixed = { id, version: version + 1 };
  await expect(teacher.controlWorks.remove({ ...request(), ...fixed })).rejects.toMatchObject({
    code: 'FORBIDDEN',
    data: { why: 'controlFixed' },
  });
  // Who saw the proposal only does not take the fixed work away.
  await expect(deputy.controlWorks.remove({ ...request(), id, version })).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  await deputy.controlWorks.set({
    ...work(pages.algebra, '2026-11-23', 2, { fixed: true }),
    ...fixed,
  });
  expect((await teacher.controlWorks.schedule(NOVEMBER)).works).toMatchObject([
    { id, date: '2026-11-23', lessonNumber: 2, fixed: true, mayChange: false },
  ]);
  await deputy.controlWorks.remove({ ...request(), id, version: version + 2 });
  expect((await teacher.controlWorks.schedule(NOVEMBER)).works).toEqual([]);
  expect(auditChainHolds(school.journal.db)).toBe(true);
});

test('over the limit the core refuses without a reason, and the schedule shows what is over', async () => {
  const { deputy, teacher, second, pages } = await opened();
  await teacher.controlWorks.set(work(pages.algebra, '2026-11-24', 1));
  await expect(second.controlWorks.set(work(pages.physics, '2026-11-24', 2))).rejects.toEqual(
    invalid('controlOverLimit'),
  );
  const over = await second.controlWorks.set(
    work(pages.physics, '2026-11-24', 2, { overWhy: 'Районная работа' }),
  );
  const { works } = await deputy.controlWorks.schedule(NOVEMBER);
  const line = { className: '8-А', limit: 'perDay', works: 2, allowed: 1 };
  expect(works).toMatchObject([
    { over: [line], overWhy: '', explained: true },
    { over: [line], overWhy: 'Районная работа', explained: true },
  ]);

  // Another title of the earlier work asks for no reason: the day is explained already.
  const [algebra] = works;
  await teacher.controlWorks.set({
    ...work(pages.algebra, '2026-11-24', 1, { title: 'Корни' }),
    id: algebra!.id,
    version: algebra!.version,
  });
  // The reason goes together with its cause.
  await second.controlWorks.set({
    ...work(pages.physics, '2026-11-23', 3, { overWhy: 'Районная работа' }),
    ...over,
  });
  expect((await deputy.controlWorks.schedule(NOVEMBER)).works).toMatchObject([
    { date: '2026-11-23', over: [], overWhy: '' },
    { date: '2026-11-24', over: [], title: 'Корни' },
  ]);
});

test('the limits are the school’s: without one for the grade nothing is over', async () => {
  const { deputy, teacher, second, pages } = await opened();
  const limits = (gradeFrom: number, gradeTo: number, perDay: number, perWeek: number) => ({
    gradeFrom,
    gradeTo,
    perDay,
    perWeek,
  });
  expect((await teacher.controlWorks.schedule(NOVEMBER)).limits).toEqual([limits(1, 12, 1, 3)]);
  await expect(
    deputy.controlWorks.setLimits({
      ...request(),
      limits: [limits(5, 9, 1, 3), limits(9, 11, 1, 3)],
    }),
  ).rejects.toEqual(invalid('controlLimits'));
  await deputy.controlWorks.setLimits({ ...request(), limits: [limits(5, 9, 2, 2)] });
  await teacher.controlWorks.set(work(pages.algebra, '2026-11-24', 1));
  await second.controlWorks.set(work(pages.physics, '2026-11-24', 2));
  await expect(second.controlWorks.set(work(pages.physics, '2026-11-23', 3))).rejects.toEqual(
    invalid('controlOverLimit'),
  );
  await deputy.controlWorks.setLimits({ ...request(), limits: [] });
  await second.controlWorks.set(work(pages.physics, '2026-11-23', 3));
  // Limits that come later make what stands unexplained, and such a work cannot be fixed.
  await deputy.controlWorks.setLimits({ ...request(), limits: [limits(1, 12, 1, 1)] });
  const { works } = await deputy.controlWorks.schedule(NOVEMBER);
  expect(works.map(({ explained }) => explained)).toEqual([false, false, false]);
  await expect(
    deputy.controlWorks.fix({
      ...request(),
      works: works.map(({ id, version }) => ({ id, version })),
      fixed: true,
    }),
  ).rejects.toEqual(invalid('controlOverLimit'));
});

test('a work stands on a lesson, a teacher’s not on a day gone by', async () => {
  const { deputy, teacher, pages } = await opened();
  await expect(teacher.controlWorks.set(work(pages.algebra, '2026-11-25', 1))).rejects.toEqual(
    invalid('controlNoLesson'),
  );
  await expect(teacher.controlWorks.set(work(pages.algebra, '2026-11-18', 2))).rejects.toEqual(
    invalid('controlPast'),
  );
  await deputy.controlWorks.set(work(pages.algebra, '2026-11-18', 2, { fixed: true }));
  await expect(
    deputy.controlWorks.set(work(pages.algebra, '2026-11-18', 2, { title: 'Иная' })),
  ).rejects.toEqual(invalid('controlTwice'));
  // Grade 1 learns without marks: nothing to control.
  await expect(deputy.controlWorks.set(work(pages.reading, '2026-11-24', 3))).rejects.toMatchObject(
    { code: 'NOT_FOUND' },
  );
});

test('when the lesson moves or is cancelled the work says so', async () => {
  const { deputy, teacher, school, pages } = await opened();
  await teacher.controlWorks.set(work(pages.algebra, '2026-11-24', 1));
  const decide = (decision: Parameters<Client['changes']['decide']>[0]['decision'], last = 0) =>
    deputy.changes.decide({
      ...request(),
      lessonId: school.tuesday.algebra,
      lastChangeId: last,
      decision,
      reason: 'болезнь учителя',
      payment: 'paid',
      lateWhy: '',
    });
  const problem = async () =>
    (await teacher.controlWorks.schedule(NOVEMBER)).works.map((one) => one.problem);
  expect(await problem()).toEqual([null]);
  const day = await deputy.changes.day({ date: '2026-11-24' });
  expect(day.lessons.map(({ control }) => control).filter(Boolean)).toEqual([
    'Контрольная работа — Степени',
  ]);
  const { changeId } = await decide({ kind: 'move', date: '2026-11-23', lessonNumber: 5 });
  expect(await problem()).toEqual([{ kind: 'moved', date: '2026-11-23', number: 5 }]);
  await deputy.changes.takeBack({ ...request(), changeId, why: 'передумали' });
  expect(await problem()).toEqual([null]);
  await decide({ kind: 'cancellation' });
  expect(await problem()).toEqual([{ kind: 'cancelled' }]);
  const days = await teacher.controlWorks.offers({
    pageId: pages.algebra,
    from: '2026-11-23',
    to: '2026-11-24',
    workId: null,
  });
  expect(days[1]!.lessons).toMatchObject([{ number: 1, cancelled: true }]);
});

test('the day is chosen with the load of the class in sight', async () => {
  const { teacher, second, deputy, pages } = await opened();
  await second.controlWorks.set(work(pages.physics, '2026-11-24', 2));
  const ask = (client: Client, workId: number | null = null) =>
    client.controlWorks.offers({
      pageId: pages.algebra,
      from: '2026-11-23',
      to: '2026-11-25',
      workId,
    });
  const [physics] = (await deputy.controlWorks.schedule(NOVEMBER)).works;
  const [monday, tuesday, wednesday] = await ask(teacher);
  expect(monday).toMatchObject({
    dayOff: false,
    works: [],
    over: [],
    load: { day: { works: 1, allowed: 1 }, week: { works: 2, allowed: 3 } },
    lessons: [{ number: 2, cancelled: false, hints: ['firstLesson'] }],
  });
  expect(tuesday).toMatchObject({
    works: [`${physics!.page.subjectName}, Контрольная работа`],
    over: [{ className: '8-А', limit: 'perDay', works: 2, allowed: 1 }],
  });
  expect(wednesday).toMatchObject({ dayOff: true, lessons: [] });
  // The work that moves is no load to itself, and is not too near to itself.
  const { id } = await teacher.controlWorks.set(work(pages.algebra, '2026-11-23', 2));
  expect((await ask(teacher, id))[0]!.load.week.works).toBe(2);
  expect((await ask(teacher))[1]!.lessons[0]!.hints).toContain('tooSoon');
  expect((await ask(teacher, id))[1]!.lessons[0]!.hints).not.toContain('tooSoon');
  await expect(ask(second)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
test('the schedule goes on paper by school and by class', async () => {
  const { deputy, teacher, pages, school } = await opened();
  await teacher.controlWorks.set(work(pages.algebra, '2026-11-24', 1));
  const save = async (of: 'school' | 'classes') => {
    const file = path.join(school.folder, `${of}.csv`);
    const grant = randomUUID();
    school.core.grants.add(grant, 'save', file);
    await deputy.controlWorks.savePaper({ ...NOVEMBER, of, grant, format: 'csv' });
    return readFileSync(file, 'utf8');
  };
  const whole = await save('school');
  expect(whole).toMatch(/8-А;24\.11 .*К\/р\*/u);
  const sheets = await save('classes');
  expect(sheets).toMatch(/24\.11\.2026.*Контрольная работа.*Степени.*предложение учителя/u);
  expect(sheets).not.toContain('1-А');
});

test('works of several years are not fixed together, nor those of a closed year at its side', async () => {
  const { deputy, teacher, pages, school } = await opened();
  const now = await teacher.controlWorks.set(work(pages.algebra, '2026-11-24', 1));
  const { connection } = school.journal.db;
  const insert = (sql: string) => Number(connection.prepare(sql).run().lastInsertRowid);
  const year = insert(
    "INSERT INTO school_year (name, starts_on, ends_on, closed_on) VALUES ('2025/26', '2025-09-01', '2026-05-31', '2026-06-01')",
  );
  const eighth = insert(
    `INSERT INTO school_class (year_id, grade, letter) VALUES (${year}, 8, 'Я')`,
  );
  const group = insert(`INSERT INTO study_group (class_id) VALUES (${eighth})`);
  const page = insert(`INSERT INTO journal_page (group_id, subject_id) VALUES (${group}, 1)`);
  const old = insert(
    `INSERT INTO control_work (page_id, date, lesson_number, kind_id, title, level, note, fixed, over_why, proposed_by)
     VALUES (${page}, '2026-05-12', 1, ${CONTROL}, '', 'school', '', 0, '', '')`,
  );
  const works = [now, { id: old, version: 1 }];
  const fix = () => deputy.controlWorks.fix({ ...request(), works, fixed: true });
  await expect(fix()).rejects.toEqual(invalid('yearClosed'));
  connection.exec(`UPDATE school_year SET closed_on = NULL WHERE id = ${year}`);
  await expect(fix()).rejects.toEqual(invalid('dates'));
  const fixed = connection.prepare('SELECT sum(fixed) AS n FROM control_work').get();
  expect(fixed).toEqual({ n: 0 });
});

test('a work named twice is fixed once', async () => {
  const { deputy, teacher, pages } = await opened();
  const known = await teacher.controlWorks.set(work(pages.algebra, '2026-11-24', 1));
  await deputy.controlWorks.fix({ ...request(), works: [known, known], fixed: true });
  const [seen] = (await deputy.controlWorks.schedule(NOVEMBER)).works;
  expect(seen).toMatchObject({ fixed: true, version: known.version + 1 });
});
