import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { change, run } from '#db/statement';
import type { Finals } from '#domain/periods/finals';
import { classSummary } from '../sheets/class-summary';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';
import { auditChainHolds, type Reading } from '../unit-of-work';

let school: Awaited<ReturnType<typeof smallSchool>>;
let teacher: Client;
let deputy: Client;
const ALGEBRA = 1;
const EIGHTH = 1;

beforeEach(async () => {
  school = await smallSchool();
  teacher = (await school.windowOf('teacher')).client;
  deputy = (await school.windowOf('deputy')).client;
});
afterEach(() => school.remove());

const item = (finals: Finals) => ({
  hoursPerWeek: 3,
  hoursPerYear: null,
  part: 'mandatory' as const,
  grading: null,
  scaleId: null,
  finals,
});
const plan = (before: Finals | null, after: Finals) =>
  deputy.curriculum.set({
    requestId: randomUUID(),
    cells: [
      {
        classId: EIGHTH,
        subjectId: ALGEBRA,
        before: before === null ? null : item(before),
        after: item(after),
      },
    ],
  });
type Final = Parameters<Client['journal']['setFinalMark']>[0];
const set = (client: Client, some: Pick<Final, 'kind' | 'value'> & Partial<Final>) =>
  client.journal.setFinalMark({
    requestId: randomUUID(),
    pageId: school.pages.algebra,
    pupilId: school.pupils.abramov,
    version: 0,
    note: '',
    ...some,
  });
const yearId = async () =>
  (await teacher.school.overview()).periods.find(({ kind }) => kind === 'year')!.id;
const setYear = async (value: '4' | '5', note = 'пояснение') =>
  teacher.journal.setPeriodMark({
    requestId: randomUUID(),
    pageId: school.pages.algebra,
    pupilId: school.pupils.abramov,
    periodId: await yearId(),
    version: 0,
    value,
    note,
  });
const page = async (client: Client = teacher) =>
  client.journal.page({ pageId: school.pages.algebra, periodId: await yearId() });

test('only what the curriculum names is marked, by who may fill the page', async () => {
  expect(await refusalOf(set(teacher, { kind: 'exam', value: '5' }))).toMatchObject({
    data: { why: 'noSuchFinal' },
  });
  await plan(null, 'final');
  expect((await page()).page.finals).toBe('final');
  expect(await refusalOf(set(teacher, { kind: 'exam', value: '5' }))).toMatchObject({
    data: { why: 'noSuchFinal' },
  });
  await plan('final', 'exam');
  expect(await refusalOf(set(deputy, { kind: 'exam', value: '5' }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await set(teacher, { kind: 'exam', value: '5' })).toEqual({ version: 1 });
  expect(await refusalOf(set(teacher, { kind: 'exam', value: '4' }))).toMatchObject({
    code: 'CONFLICT',
    data: { current: { version: 1, value: '5' } },
  });
  expect(await refusalOf(set(teacher, { kind: 'exam', value: 'зач', version: 1 }))).toMatchObject({
    data: { why: 'markOfOtherScale' },
  });
  const stranger = set(teacher, { kind: 'exam', value: '5', pupilId: school.pupils.zhukov });
  expect(await refusalOf(stranger)).toMatchObject({ data: { why: 'pupilNotOnPage' } });
  expect((await page()).finalMarks).toEqual([[school.pupils.abramov, 'exam', '5', '', 1]]);
  expect(auditChainHolds(school.core.open!.journal.db)).toBe(true);
});

test('a final mark that is not the mean of year and examination wants a word of why', async () => {
  await plan(null, 'exam');
  await setYear('4');
  await set(teacher, { kind: 'exam', value: '5' });
  expect(await refusalOf(set(teacher, { kind: 'final', value: '4' }))).toMatchObject({
    data: { why: 'differsFromAverage' },
  });
  expect(await set(teacher, { kind: 'final', value: '4', note: 'решение педсовета' })).toEqual({
    version: 1,
  });
  expect(await set(teacher, { kind: 'final', value: '5', version: 1 })).toEqual({ version: 2 });
  const found = await deputy.corrections.list({ kinds: ['periodMark'], withSlips: true });
  expect(found.rows.map(({ where, before, after }) => [where, before, after])).toEqual([
    ['итоговая', '4', '5'],
  ]);
});

test('the curriculum keeps the examination while marks for it stand', async () => {
  await plan(null, 'exam');
  await set(teacher, { kind: 'exam', value: '5' });
  expect(await refusalOf(plan('exam', 'final'))).toMatchObject({ data: { why: 'hasFinalMarks' } });
  await set(teacher, { kind: 'exam', value: '', version: 1 });
  expect(await refusalOf(plan('exam', 'final'))).toBeUndefined();
});

test('how a class is assessed stays as long as such a mark stands; nothing is marked before the year begins', async () => {
  await plan(null, 'exam');
  await set(teacher, { kind: 'exam', value: '5' });
  const otherwise = deputy.curriculum.set({
    requestId: randomUUID(),
    cells: [
      {
        classId: EIGHTH,
        subjectId: ALGEBRA,
        before: item('exam'),
        after: { ...item('exam'), grading: 'credit' },
      },
    ],
  });
  expect(await refusalOf(otherwise)).toMatchObject({ data: { why: 'hasMarks' } });
  school.core.open!.journal.write((db) => {
    run(db, change<[]>("UPDATE period SET starts_on = '2026-11-24' WHERE kind = 'year'"), []);
  });
  expect(await refusalOf(set(teacher, { kind: 'exam', value: '4', version: 1 }))).toMatchObject({
    code: 'INVALID',
    data: { why: 'dates' },
  });
});

test('a closed year takes none of them, and the page says so', async () => {
  await plan(null, 'exam');
  school.core.open!.journal.write((db) =>
    run(db, change<[]>("UPDATE school_year SET closed_on = '2026-11-20'"), []),
  );
  expect(await refusalOf(set(teacher, { kind: 'exam', value: '5' }))).toMatchObject({
    code: 'CLOSED',
    data: { reason: 'yearClosed' },
  });
  expect((await page()).locks.finals).toBe('yearClosed');
});

test('the year sheet has a row for the examination and for the final mark', async () => {
  await plan(null, 'exam');
  await setYear('4');
  await set(teacher, { kind: 'exam', value: '5' });
  await set(teacher, { kind: 'final', value: '5' });
  const { core } = school;
  const reading = {
    core,
    db: core.open!.journal.db,
    today: core.today(),
    actor: { staffId: null, roles: ['administrator'] },
  } as unknown as Reading;
  const sheet = classSummary(reading, { classId: EIGHTH, periodId: await yearId() });
  const column = sheet.subjects.findIndex((name) => name === 'Русский язык');
  expect(column).toBeGreaterThanOrEqual(0);
  const rows = sheet.pupils.find(({ name }) => name.startsWith('Абрамов'))!.rows;
  expect(rows.slice(-3).map(({ label, cells }) => [label, cells[column]])).toEqual([
    ['Годовая', '4'],
    ['Экзамен', '5'],
    ['Итоговая', '5'],
  ]);
});
