import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PlanRowInput } from '#contract/plans';
import { auditChainHolds } from '../unit-of-work';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
let teacher: Client;
beforeEach(async () => {
  school = await smallSchool();
  teacher = (await school.windowOf('teacher')).client;
});
afterEach(() => school.remove());

const requestId = () => randomUUID();
const db = () => school.core.open!.journal.db;
const row = (topic: string, change: Partial<PlanRowInput> = {}): PlanRowInput => ({
  section: '',
  topic,
  hours: 1,
  kind: 'lesson',
  homework: '',
  resources: '',
  ...change,
});

/** Algebra of 8-А with a plan of these lines. */
async function algebraPlan(...rows: readonly PlanRowInput[]) {
  const { planId } = await teacher.plans.create({
    requestId: requestId(),
    subjectId: 1,
    grade: 8,
    title: 'Алгебра, 8',
    pageIds: [school.pages.algebra],
  });
  const { ids, version } = await teacher.plans.save({
    requestId: requestId(),
    planId,
    version: 0,
    title: 'Алгебра, 8',
    rows: [...rows],
  });
  return { planId, ids, version };
}
const topics = async (planId: number) =>
  (await teacher.plans.open({ planId })).rows.map(([, , topic]) => topic);

describe('a plan', () => {
  test('is saved whole, answers ids, keeps those of lines that were moved or changed', async () => {
    const { planId, ids, version } = await algebraPlan(row('Дроби'), row('Корни', { hours: 2 }));
    const again = await teacher.plans.save({
      requestId: requestId(),
      planId,
      version,
      title: 'Алгебра',
      rows: [row('Корни', { id: ids[1], hours: 3 }), row('Новая'), row('Дроби', { id: ids[0] })],
    });
    expect(again.ids[0]).toBe(ids[1]);
    expect(again.ids[2]).toBe(ids[0]);
    expect(await topics(planId)).toEqual(['Корни', 'Новая', 'Дроби']);
    const { plans } = await teacher.plans.list({});
    expect(plans).toMatchObject([{ title: 'Алгебра', rows: 3, hours: 5, canEdit: true }]);
    expect(auditChainHolds(db())).toBe(true);
  });

  test('a stale version is refused, and nothing is written', async () => {
    const { planId, version } = await algebraPlan(row('Дроби'));
    const call = { planId, version: version - 1, title: 'Другое', rows: [] };
    expect(await refusalOf(teacher.plans.save({ requestId: requestId(), ...call }))).toEqual({
      code: 'CONFLICT',
      data: { current: { version } },
    });
    expect(await topics(planId)).toEqual(['Дроби']);
  });

  test('a topic that was given cannot be taken out, and such a plan stays', async () => {
    const { planId, ids, version } = await algebraPlan(row('Дроби'), row('Корни'));
    await take(school.lessons.algebra[0]!, 'Дроби', [ids[0]!]);
    const without = { planId, version, title: 'Алгебра', rows: [row('Корни', { id: ids[1] })] };
    expect(await refusalOf(teacher.plans.save({ requestId: requestId(), ...without }))).toEqual({
      code: 'INVALID',
      data: { why: 'planRowInUse' },
    });
    expect(await topics(planId)).toEqual(['Дроби', 'Корни']);
    const gone = teacher.plans.remove({ requestId: requestId(), planId, version });
    expect(await refusalOf(gone)).toEqual({ code: 'INVALID', data: { why: 'planInUse' } });
  });

  test('is copied, and removed with what works by it', async () => {
    const { planId } = await algebraPlan(row('Дроби', { kind: 'control', homework: '§ 1' }));
    const copy = await teacher.plans.create({
      requestId: requestId(),
      subjectId: 1,
      grade: 1,
      title: 'Копия',
      copyOf: planId,
      pageIds: [school.pages.reading],
    });
    const opened = await teacher.plans.open(copy);
    expect(opened.rows.map((one) => one.slice(1))).toEqual([
      ['', 'Дроби', 1, 'control', '§ 1', '', 0],
    ]);
    expect(opened.pages.map(({ name }) => name)).toEqual(['1-А']);
    const { version } = opened;
    await teacher.plans.remove({ requestId: requestId(), planId: copy.planId, version });
    const { without } = await teacher.plans.list({});
    expect(without.map(({ name }) => name)).toEqual(['1-А']);
  });

  test('a page takes no plan of another grade', async () => {
    const { planId } = await algebraPlan(row('Дроби'));
    const wrong = { requestId: requestId(), pageId: school.pages.reading, planId };
    expect(await refusalOf(teacher.plans.attach(wrong))).toEqual({
      code: 'INVALID',
      data: { why: 'planOfOther' },
    });
  });
});

const take = (lessonId: number, topic: string, planRows: number[], version = 0) =>
  teacher.journal.setLesson({
    requestId: requestId(),
    lessonId,
    version,
    topic,
    homework: '',
    planRows,
  });

describe('the journal page', () => {
  test('gets the next topic, writes it with its line, and lag and lead follow', async () => {
    const { ids } = await algebraPlan(row('Дроби'), row('Корни'), row('К/р', { kind: 'control' }));
    const { pages, lessons } = school;
    const next = () => teacher.plans.nextTopics({ pageId: pages.algebra });
    expect((await next())?.lessons).toEqual(
      lessons.algebra.map((id, index) => [id, index + 1, [ids[index]]]),
    );
    await take(lessons.algebra[0]!, 'Дроби и корни', [ids[0]!, ids[1]!]);
    expect((await next())?.lessons).toEqual([[lessons.algebra[1], 3, [ids[2]]]]);
    const { standing, rows } = await teacher.plans.layout({ pageId: pages.algebra });
    // Today's lesson is still to be held: two topics in the first of two lessons is in step.
    expect(standing.progress).toMatchObject({ planned: 2, given: 1, covered: 2, lag: 0 });
    expect(rows.map(({ givenOn }) => givenOn)).toEqual([['2026-11-16'], ['2026-11-16'], []]);

    const { periods } = await teacher.school.overview();
    const { id } = periods.find(({ kind, number }) => kind === 'quarter' && number === 2)!;
    const page = await teacher.journal.page({ pageId: pages.algebra, periodId: id });
    expect(page.planLinks).toEqual([
      [lessons.algebra[0], ids[0]],
      [lessons.algebra[0], ids[1]],
    ]);
    // Without a topic nothing was given.
    await take(lessons.algebra[0]!, '', [ids[0]!], 1);
    expect((await next())?.lessons).toHaveLength(3);
  });

  test('a lesson takes no line of a plan the page does not work by', async () => {
    const { ids } = await algebraPlan(row('Дроби'));
    const call = take(school.lessons.reading[0]!, 'Чтение', [ids[0]!]);
    expect(await refusalOf(call)).toEqual({ code: 'INVALID', data: { why: 'topicOfOtherPlan' } });
  });

  test('lessons held before the plan came count as its topics in order', async () => {
    await take(school.lessons.algebra[0]!, 'Своими словами', []);
    await take(school.lessons.algebra[1]!, 'И ещё', []);
    const { ids } = await algebraPlan(row('Дроби'), row('Корни'), row('Теорема'));
    const pageId = school.pages.algebra;
    expect((await teacher.plans.layout({ pageId })).outside).toHaveLength(2);
    expect(await teacher.plans.countGiven({ requestId: requestId(), pageId })).toEqual({
      lessons: 2,
    });
    const { rows, outside } = await teacher.plans.layout({ pageId });
    expect(outside).toEqual([]);
    expect(rows.map(({ givenOn }) => givenOn.length)).toEqual([1, 1, 0]);
    expect((await teacher.plans.nextTopics({ pageId }))?.lessons).toEqual([
      [school.lessons.algebra[2], 3, [ids[2]]],
    ]);
  });

  test('a work chosen with a control topic can be taken back while it has no marks', async () => {
    const [lessonId = 0] = school.lessons.algebra;
    const work = { lessonId, position: 1, kindId: 2, weight: 3, title: '' };
    await teacher.journal.setWork({ requestId: requestId(), ...work });
    await teacher.journal.removeWork({ requestId: requestId(), lessonId, position: 1 });
    expect(db().connection.prepare('SELECT count(*) AS n FROM lesson_work').get()).toEqual({
      n: 0,
    });
    await teacher.journal.setWork({ requestId: requestId(), ...work });
    const content = {
      attendance: null,
      lateMinutes: null,
      remark: '',
      marks: [{ work: 1, value: '5' as const }],
    };
    const pupilId = school.pupils.abramov;
    await teacher.journal.enterCell({
      requestId: requestId(),
      lessonId,
      pupilId,
      version: 0,
      content,
    });
    const call = teacher.journal.removeWork({ requestId: requestId(), lessonId, position: 1 });
    expect(await refusalOf(call)).toEqual({ code: 'INVALID', data: { why: 'workInUse' } });
  });
});

describe('corrections', () => {
  test('win back lost hours, are proposed, and taking them back restores all', async () => {
    const { ids } = await algebraPlan(
      ...['А', 'Б', 'В', 'Г', 'Д'].map((topic) => row(topic, { section: 'Р' })),
    );
    const pageId = school.pages.algebra;
    const before = await teacher.plans.layout({ pageId });
    expect(before.standing.lessonsMissing).toBe(2);
    expect(before.proposals).toEqual([
      { rowId: ids[1], kind: 'merge', hours: 0 },
      { rowId: ids[3], kind: 'merge', hours: 0 },
    ]);
    const changes = before.proposals.map((one) => ({ ...one, reason: 'Карантин' }));
    await teacher.plans.correct({ requestId: requestId(), pageId, changes });
    const after = await teacher.plans.layout({ pageId });
    expect(after.standing.lessonsMissing).toBe(0);
    expect(after.rows[1]?.correction).toMatchObject({ kind: 'merge', reason: 'Карантин' });
    const back = changes.map(({ rowId }) => ({ rowId, kind: null }));
    await teacher.plans.correct({ requestId: requestId(), pageId, changes: back });
    expect(await teacher.plans.layout({ pageId })).toEqual(before);
  });

  test('speak only of the plan of the page', async () => {
    await algebraPlan(row('А'));
    const changes = [{ rowId: 999, kind: 'leaveOut' as const, hours: 0, reason: 'Карантин' }];
    const call = { requestId: requestId(), pageId: school.pages.algebra, changes };
    expect(await refusalOf(teacher.plans.correct(call))).toEqual({
      code: 'INVALID',
      data: { why: 'topicOfOtherPlan' },
    });
  });
});

describe('whose', () => {
  test("another's page, plan and lesson are refused; the administration sees all", async () => {
    const { planId, version } = await algebraPlan(row('Дроби'));
    const deputy = (await school.windowOf('deputy')).client;
    const director = (await school.windowOf('director')).client;
    const secretary = (await school.windowOf('secretary')).client;
    const { client: administrator } = school.administrator;
    const { pages } = school;

    const physics = { requestId: requestId(), pageId: pages.physics, planId: null };
    expect(await refusalOf(teacher.plans.attach(physics))).toEqual({
      code: 'FORBIDDEN',
      data: { why: 'notYourPage' },
    });
    const layout = teacher.plans.layout({ pageId: pages.physics });
    expect((await refusalOf(layout))?.code).toBe('FORBIDDEN');

    // Made on behalf of nobody: the deputy's own plan is not the teacher's.
    const foreign = await deputy.plans.create({
      requestId: requestId(),
      subjectId: 2,
      grade: 8,
      title: 'Физика',
      pageIds: [pages.physics],
    });
    expect(await refusalOf(teacher.plans.open(foreign))).toEqual({
      code: 'FORBIDDEN',
      data: { why: 'notYourPlan' },
    });
    const save = { version: 0, title: 'Моя', rows: [] };
    const stolen = teacher.plans.save({ requestId: requestId(), ...foreign, ...save });
    expect((await refusalOf(stolen))?.code).toBe('FORBIDDEN');

    expect((await director.plans.open({ planId })).canEdit).toBe(false);
    const looking = director.plans.save({ requestId: requestId(), planId, ...save, version });
    expect((await refusalOf(looking))?.data).toEqual({ why: 'regulated' });
    expect((await refusalOf(secretary.plans.list({})))?.data).toEqual({ why: 'role' });
    const kept = { requestId: requestId(), planId, version, title: 'На уроки', rows: [row('А')] };
    await administrator.plans.save(kept);
    expect((await teacher.plans.list({})).plans.map(({ title }) => title)).toEqual(['На уроки']);
    expect((await deputy.plans.list({})).plans).toHaveLength(2);
    const all = await deputy.plans.fulfilment({ from: '2026-11-01', to: '2026-11-30' });
    expect(all).toHaveLength(3);
    const own = await teacher.plans.fulfilment({ from: '2026-11-01', to: '2026-11-30' });
    expect(own.map(({ name }) => name)).toEqual(['1-А', '8-А']);
  });

  test('a teacher makes no plan in the name of another', async () => {
    const others = {
      requestId: requestId(),
      subjectId: 1,
      grade: 8,
      title: 'Чужой',
      authorId: 1,
      pageIds: [],
    };
    expect(await refusalOf(teacher.plans.create(others))).toEqual({
      code: 'FORBIDDEN',
      data: { why: 'notYourPlan' },
    });
  });
});

test('fulfilment counts what fell out, what has no topic, and control works', async () => {
  const { ids } = await algebraPlan(row('Дроби'), row('К/р', { kind: 'control' }), row('Корни'));
  const [first = 0, second = 0] = school.lessons.algebra;
  await take(second, 'К/р', [ids[1]!]);
  db().connection.prepare('UPDATE lesson SET cancelled = 1 WHERE id = ?').run(first);
  const rows = await teacher.plans.fulfilment({ from: '2026-11-02', to: '2026-12-27' });
  expect(rows.find(({ name }) => name === '8-А')).toMatchObject({
    planned: 2,
    given: 1,
    covered: 1,
    lag: 1,
    unfilled: 0,
    cancelled: 1,
    controlsPlanned: 1,
    controlsHeld: 1,
  });
});
