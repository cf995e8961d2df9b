import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CurriculumItem } from '#contract/curriculum';
import type { CellContent } from '#contract/journal';
import { classSummary } from '../sheets/class-summary';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
let teacher: Client;
let admin: Client;
let periodId: number;
beforeEach(async () => {
  school = await smallSchool();
  teacher = (await school.windowOf('teacher')).client;
  admin = (await school.windowOf('administrator')).client;
  const { periods } = await teacher.school.overview();
  periodId = periods.find(({ kind, number }) => kind === 'quarter' && number === 2)!.id;
});
afterEach(() => school.remove());

const EIGHTH = 1;
const ALGEBRA = 1;
const TEN = 2;
const otherScale = { code: 'INVALID', data: { why: 'markOfOtherScale' } };
const item = (change: Partial<CurriculumItem> = {}): CurriculumItem => ({
  hoursPerWeek: 3,
  hoursPerYear: null,
  part: 'mandatory',
  grading: null,
  scaleId: null,
  finals: 'none',
  ...change,
});
const ten = item({ grading: 'marks', scaleId: TEN });
const setItem = (before: CurriculumItem | null, after: CurriculumItem | null) =>
  admin.curriculum.set({
    requestId: randomUUID(),
    cells: [{ classId: EIGHTH, subjectId: ALGEBRA, before, after }],
  });
type Value = CellContent['marks'][number]['value'];
const enter = (value: Value, pupilId = school.pupils.abramov, version = 0) =>
  teacher.journal.enterCell({
    requestId: randomUUID(),
    lessonId: school.lessons.algebra[0] ?? 0,
    pupilId,
    version,
    content: { attendance: null, lateMinutes: null, remark: '', marks: [{ work: 1, value }] },
  });
const setPeriod = (value: Exclude<Value, '.'>, pupilId = school.pupils.abramov, version = 0) =>
  teacher.journal.setPeriodMark({
    requestId: randomUUID(),
    pageId: school.pages.algebra,
    pupilId,
    periodId,
    version,
    value,
    note: 'Отметок пока мало',
  });
const scaleRow = async (id: number) =>
  (await admin.dictionaries.scales()).find((one) => one.id === id)!;
async function changeScale(id: number, change: object) {
  const { subjects: _, ...row } = await scaleRow(id);
  return admin.dictionaries.saveScale({ requestId: randomUUID(), ...row, ...change });
}

test('a page takes the marks of its own scale and no others', async () => {
  expect(await refusalOf(enter('6'))).toEqual(otherScale);
  await setItem(null, ten);
  const { page } = await teacher.journal.page({ pageId: school.pages.algebra, periodId });
  expect(page).toMatchObject({ grading: 'marks', scale: { lowest: 1, highest: 10, goodFrom: 7 } });
  expect(await enter('10')).toEqual({ version: 1 });
  for (const value of ['0', '11', '100', 'зач'] as const) {
    expect(await refusalOf(enter(value, school.pupils.yolkina))).toEqual(otherScale);
  }
  expect(await setPeriod('9')).toEqual({ version: 1 });
  expect(await refusalOf(setPeriod('11', school.pupils.yolkina))).toEqual(otherScale);
});

test('marks of periods are of five points where the scale says so', async () => {
  await changeScale(TEN, { periodsInFive: true });
  await setItem(null, ten);
  expect(await enter('9')).toEqual({ version: 1 });
  expect(await refusalOf(setPeriod('9'))).toEqual(otherScale);
  expect(await setPeriod('5')).toEqual({ version: 1 });
});

test('how a class is assessed is fixed from its first mark on, and a scale with it', async () => {
  await setItem(null, ten);
  const other = { ...ten, hoursPerWeek: 4 };
  await changeScale(TEN, { goodFrom: 8 });
  await enter('8');
  const hasMarks = { code: 'INVALID', data: { why: 'hasMarks' } };
  for (const after of [null, item(), item({ grading: 'credit' })]) {
    expect(await refusalOf(setItem(ten, after))).toEqual(hasMarks);
  }
  await setItem(ten, other);
  const changed = await refusalOf(changeScale(TEN, { goodFrom: 7 }));
  expect(changed).toEqual({ code: 'INVALID', data: { why: 'scaleHasMarks' } });
  await changeScale(TEN, { name: 'Десять баллов' });
  expect(await scaleRow(TEN)).toMatchObject({ name: 'Десять баллов', goodFrom: 8 });
  // Of another class nothing is fixed.
  const cells = [{ classId: 2, subjectId: ALGEBRA, before: null, after: ten }];
  await admin.curriculum.set({ requestId: randomUUID(), cells });
  const unknown = setItem(other, { ...other, scaleId: 99 });
  expect(await refusalOf(unknown)).toMatchObject({ code: 'NOT_FOUND' });
});

test('the summary sheet counts another scale by levels and says so', async () => {
  await setItem(null, ten);
  await setPeriod('7');
  const { core } = school;
  if (core.open === null) throw new Error('not open');
  const account = { accountId: 1, staffId: 1, name: '', login: '', mustChangePassword: false };
  const sheet = classSummary(
    {
      db: core.open.journal.db,
      actor: { ...account, roles: ['deputy'] },
      today: '2026-11-23',
      core,
    },
    { classId: EIGHTH, periodId },
  );
  const column = sheet.subjects.findIndex((name) => name.endsWith('\u00A0*'));
  expect(column).toBeGreaterThanOrEqual(0);
  const row = (label: string) => sheet.footer.find((one) => one.label === label);
  expect(row('Качество знаний, %')?.cells[column]).toBe('100,0');
  expect(row('Средний балл')).toMatchObject({ total: '' });
  expect(row('Средний балл')?.cells[column]).toBe('7,00');
  expect(sheet.formulas[0]).toContain('Десятибалльная: 9–10 — как «5»');
});
