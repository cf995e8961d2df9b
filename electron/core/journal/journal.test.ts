import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CellContent } from '#contract/journal';
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

const content = (change: Partial<CellContent> = {}): CellContent => ({
  attendance: null,
  lateMinutes: null,
  remark: '',
  marks: [],
  ...change,
});
const requestId = () => randomUUID();

async function secondQuarter() {
  const { periods } = await teacher.school.overview();
  const found = periods.find(({ kind, number }) => kind === 'quarter' && number === 2);
  return found!.id;
}
const openAlgebra = async () =>
  teacher.journal.page({ pageId: school.pages.algebra, periodId: await secondQuarter() });

test('a page holds who learns in the period, in the order of the list, and its lessons', async () => {
  const page = await openAlgebra();
  expect(page.pupils.map(([, lastName]) => lastName)).toEqual(['Абрамов', 'Власов', 'Ёлкина']);
  expect(page.lessons.map(([, date]) => date)).toEqual(['2026-11-16', '2026-11-18', '2026-11-23']);
  expect(page.page.canEdit).toBe(true);
});

test('a cell keeps marks with their works, absence beside a mark, and its history', async () => {
  const [lessonId = 0] = school.lessons.algebra;
  const pupilId = school.pupils.abramov;
  const first = content({ attendance: 'late', lateMinutes: 5, marks: [{ work: 1, value: '4' }] });
  const call = { requestId: requestId(), lessonId, pupilId, version: 0, content: first };
  expect(await teacher.journal.enterCell(call)).toEqual({ version: 1 });
  const second = content({
    marks: [
      { work: 1, value: '4' },
      { work: 2, value: '5' },
    ],
  });
  await teacher.journal.enterCell({ ...call, requestId: requestId(), version: 1, content: second });
  const page = await openAlgebra();
  expect(page.cells).toEqual([[lessonId, pupilId, 2, null, null, '']]);
  expect(page.marks).toEqual([
    [lessonId, pupilId, 1, 1, '4'],
    [lessonId, pupilId, 2, 2, '5'],
  ]);
  expect(page.works.map(([, position]) => position)).toEqual([1, 2]);
  const history = await teacher.journal.cellHistory({ lessonId, pupilId });
  expect(history.map(({ before, after }) => [before?.marks.length, after?.marks.length])).toEqual([
    [1, 2],
    [undefined, 1],
  ]);
  expect(auditChainHolds(school.core.open!.journal.db)).toBe(true);
});

test('a repeated request is done once and answered the same', async () => {
  const [lessonId = 0] = school.lessons.algebra;
  const call = {
    requestId: requestId(),
    lessonId,
    pupilId: school.pupils.abramov,
    version: 0,
    content: content({ attendance: 'absent' }),
  };
  const first = await teacher.journal.enterCell(call);
  expect(await teacher.journal.enterCell(call)).toEqual(first);
  expect((await openAlgebra()).cells).toHaveLength(1);
});

test('a stale version changes nothing and is told what stands there', async () => {
  const [lessonId = 0] = school.lessons.algebra;
  const pupilId = school.pupils.yolkina;
  const enter = (version: number, value: '2' | '5') =>
    teacher.journal.enterCell({
      requestId: requestId(),
      lessonId,
      pupilId,
      version,
      content: content({ marks: [{ work: 1, value }] }),
    });
  await enter(0, '5');
  const refused = await refusalOf(enter(0, '2'));
  expect(refused).toMatchObject({
    code: 'CONFLICT',
    data: { current: { version: 1, content: { marks: [{ work: 1, value: '5' }] } } },
  });
  expect((await openAlgebra()).marks).toEqual([[lessonId, pupilId, 1, 1, '5']]);
});

test("another's page is refused by the core, whoever asks", async () => {
  const [physics = 0] = school.lessons.physics;
  const call = () => ({
    requestId: requestId(),
    lessonId: physics,
    pupilId: school.pupils.abramov,
    version: 0,
    content: content({ marks: [{ work: 1, value: '5' }] }),
  });
  const notYours = { code: 'FORBIDDEN', data: { why: 'notYourPage' } };
  expect(await refusalOf(teacher.journal.enterCell(call()))).toEqual(notYours);
  for (const role of ['administrator', 'director', 'deputy', 'classTeacher'] as const) {
    const { client } = await school.windowOf(role);
    const refused = await refusalOf(client.journal.enterCell(call()));
    expect(refused, role).toEqual(notYours);
  }
  const periodId = await secondQuarter();
  const look = { pageId: school.pages.physics, periodId };
  expect(await refusalOf(teacher.journal.page(look))).toEqual(notYours);
  const classTeacher = (await school.windowOf('classTeacher')).client;
  expect((await classTeacher.journal.page(look)).page.canEdit).toBe(false);
  const secretary = (await school.windowOf('secretary')).client;
  expect((await refusalOf(secretary.journal.page(look)))?.code).toBe('FORBIDDEN');
});

test('a pupil who has left gets no mark after the last day', async () => {
  const [lessonId = 0] = school.lessons.algebra;
  const refused = await refusalOf(
    teacher.journal.enterCell({
      requestId: requestId(),
      lessonId,
      pupilId: school.pupils.vlasov,
      version: 0,
      content: content({ attendance: 'absent' }),
    }),
  );
  expect(refused).toEqual({ code: 'INVALID', data: { why: 'pupilNotOnPage' } });
});

test('grade 1 has attendance and no marks', async () => {
  const [lessonId = 0] = school.lessons.reading;
  const enter = (what: Partial<CellContent>) =>
    teacher.journal.enterCell({
      requestId: requestId(),
      lessonId,
      pupilId: school.pupils.zhukov,
      version: 0,
      content: content(what),
    });
  expect(await refusalOf(enter({ marks: [{ work: 1, value: '5' }] }))).toEqual({
    code: 'INVALID',
    data: { why: 'noMarksInThisGrade' },
  });
  expect(await enter({ attendance: 'ill' })).toEqual({ version: 1 });
});

test('topic, homework, kind of work and period mark are kept with versions', async () => {
  const [lessonId = 0] = school.lessons.algebra;
  const pageId = school.pages.algebra;
  const lesson = { lessonId, version: 0, topic: 'Квадратные корни', homework: '§ 14' };
  await teacher.journal.setLesson({ requestId: requestId(), ...lesson });
  expect(
    (await refusalOf(teacher.journal.setLesson({ requestId: requestId(), ...lesson })))?.code,
  ).toBe('CONFLICT');
  const { workKinds } = await teacher.school.overview();
  const kindId = workKinds.find(({ name }) => name === 'Контрольная работа')!.id;
  const work = { lessonId, position: 1, kindId, weight: 3, title: 'Корни' };
  await teacher.journal.setWork({ requestId: requestId(), ...work });
  const periodId = await secondQuarter();
  const mark = {
    pageId,
    periodId,
    pupilId: school.pupils.yolkina,
    value: '4',
    note: 'Прежний класс',
  } as const;
  await teacher.journal.setPeriodMark({ requestId: requestId(), ...mark, version: 0 });
  const page = await openAlgebra();
  expect(page.lessons[0]).toEqual([lessonId, '2026-11-16', 2, 'Квадратные корни', '§ 14', 1]);
  expect(page.works).toEqual([[lessonId, 1, kindId, 3, 'Корни', null, null, null]]);
  expect(page.periodMarks).toEqual([[school.pupils.yolkina, periodId, '4', 'Прежний класс', 1]]);
});

test('whoever looks at a page hears what others enter', async () => {
  const watcher = (await school.windowOf('deputy')).client;
  const changes = await watcher.journal.watch({ pageId: school.pages.algebra });
  const next = changes.next();
  const [lessonId = 0] = school.lessons.algebra;
  await teacher.journal.enterCell({
    requestId: requestId(),
    lessonId,
    pupilId: school.pupils.abramov,
    version: 0,
    content: content({ attendance: 'ill' }),
  });
  expect((await next).value).toMatchObject({ kind: 'cell', lessonId, state: { version: 1 } });
  await changes.return?.();
});

test('colleagues on a page know of each other, by name, until they leave it', async () => {
  const deputy = (await school.windowOf('deputy')).client;
  const second = (await school.windowOf('teacher')).client;
  const pageId = school.pages.algebra;
  const own = await teacher.journal.watch({ pageId });
  const first = own.next();
  const seen = await deputy.journal.watch({ pageId });
  expect((await seen.next()).value).toEqual({ kind: 'people', names: ['Фамилия-teacher И.'] });
  expect((await first).value).toEqual({ kind: 'people', names: ['Фамилия-deputy И.'] });
  // A second window of the same teacher is nobody else.
  const again = await second.journal.watch({ pageId });
  const alone = own.next();
  await seen.return?.();
  expect((await alone).value).toEqual({ kind: 'people', names: [] });
  await own.return?.();
  await again.return?.();
});

test('the window that entered a mark knows it by the answer and gets no echo', async () => {
  const changes = await teacher.journal.watch({ pageId: school.pages.algebra });
  const next = changes.next();
  const [lessonId = 0, other = 0] = school.lessons.algebra;
  const of = { pupilId: school.pupils.abramov, version: 0 };
  const ill = content({ attendance: 'ill' });
  await teacher.journal.enterCell({ ...of, requestId: requestId(), lessonId, content: ill });
  const second = (await school.windowOf('teacher')).client;
  await second.journal.enterCell({ ...of, requestId: requestId(), lessonId: other, content: ill });
  expect((await next).value).toMatchObject({ kind: 'cell', lessonId: other });
  await changes.return?.();
});

test('a mark of another scale than the subject is refused', async () => {
  const [lessonId = 0] = school.lessons.algebra;
  const pupilId = school.pupils.abramov;
  const passed = content({ marks: [{ work: 1, value: 'зач' }] });
  const call = { requestId: requestId(), lessonId, pupilId, version: 0, content: passed };
  const otherScale = { code: 'INVALID', data: { why: 'markOfOtherScale' } };
  expect(await refusalOf(teacher.journal.enterCell(call))).toEqual(otherScale);
  const periodId = await secondQuarter();
  const periodMark = { pageId: school.pages.algebra, pupilId, periodId, version: 0, note: '' };
  const set = teacher.journal.setPeriodMark({
    ...periodMark,
    requestId: requestId(),
    value: 'незач',
  });
  expect(await refusalOf(set)).toEqual(otherScale);
});

test('a mark against the average or on too few marks is refused without a note', async () => {
  const periodId = await secondQuarter();
  const pupilId = school.pupils.abramov;
  const set = (value: '3' | '4' | '5' | 'н/а' | 'осв', note = '', version = 0) =>
    teacher.journal.setPeriodMark({
      requestId: requestId(),
      pageId: school.pages.algebra,
      pupilId,
      periodId,
      version,
      value,
      note,
    });
  const refused = (why: string) => ({ code: 'INVALID', data: { why } });
  const page = await openAlgebra();
  const proposal = { basis: 'weighted', threshold: 50, debts: 'ignore' };
  expect(page.rules).toEqual({
    period: { minimum: 3, noteWhenDiffers: true, noteBelowMinimum: true, proposal },
    year: { minimum: 0, noteWhenDiffers: true, noteBelowMinimum: true, proposal },
  });
  for (const [index, value] of (['5', '4', '4'] as const).entries()) {
    if (index === 2) expect(await refusalOf(set('5'))).toEqual(refused('belowMinimum'));
    const lessonId = school.lessons.algebra[index] ?? 0;
    const marks = content({ marks: [{ work: 1, value }] });
    const call = { requestId: requestId(), lessonId, pupilId, version: 0, content: marks };
    await teacher.journal.enterCell(call);
  }
  expect(await refusalOf(set('5'))).toEqual(refused('differsFromAverage'));
  expect(await refusalOf(set('н/а'))).toEqual(refused('differsFromAverage'));
  expect(await set('4')).toEqual({ version: 1 });
  expect(await set('5', 'Победа на олимпиаде', 1)).toEqual({ version: 2 });
  expect(await refusalOf(set('5', '', 2))).toEqual(refused('differsFromAverage'));
  expect(await set('осв', '', 2)).toEqual({ version: 3 });
  // The year asks for the mean of its periods.
  await set('4', '', 3);
  const { periods } = await teacher.school.overview();
  const year = periods.find(({ kind, gradeTo }) => kind === 'year' && gradeTo >= 8)?.id ?? 0;
  const ofYear = (value: '4' | '5') =>
    teacher.journal.setPeriodMark({
      requestId: requestId(),
      pageId: school.pages.algebra,
      pupilId,
      periodId: year,
      version: 0,
      value,
      note: '',
    });
  expect(await refusalOf(ofYear('5'))).toEqual(refused('differsFromAverage'));
  expect(await ofYear('4')).toEqual({ version: 1 });
});
