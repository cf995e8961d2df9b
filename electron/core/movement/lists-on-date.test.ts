import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MovementItem } from '#contract/movement';
import { change, run } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { classSummary } from '../sheets/class-summary';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';
import { classList } from '../pupils/papers/papers';

/** The day it is, set by each test: orders of March are entered in March. */
let day: IsoDate;
let school: Awaited<ReturnType<typeof smallSchool>>;
let secretary: Client;
let deputy: Client;
let teacher: Client;
let eighth: number;

const insertLesson = change<[number, IsoDate]>(
  'INSERT INTO lesson (page_id, date, lesson_number) VALUES (?, ?, 3)',
);
let lessons: Record<'before' | 'last' | 'next' | 'april', number>;

beforeEach(async () => {
  day = '2026-11-23';
  school = await smallSchool({ today: undefined, now: () => new Date(`${day}T09:00:00`) });
  secretary = (await school.windowOf('secretary')).client;
  deputy = (await school.windowOf('deputy')).client;
  teacher = (await school.windowOf('teacher')).client;
  eighth = (await deputy.school.classes()).find(({ name }) => name === '8-А')!.id;
  lessons = school.core.open!.journal.write((db) => {
    const on = (date: IsoDate) => run(db, insertLesson, [school.pages.algebra, date]).id;
    return {
      before: on('2027-03-11'),
      last: on('2027-03-12'),
      next: on('2027-03-15'),
      april: on('2027-04-12'),
    };
  });
});
afterEach(() => school.remove());

const line = (item: Partial<MovementItem> & Pick<MovementItem, 'kind' | 'on'>): MovementItem => ({
  toClassId: null,
  groupIds: [],
  place: '',
  reason: '',
  debts: [],
  ...item,
});
/** Everybody logs in anew: a winter has passed. */
async function at(date: IsoDate) {
  day = date;
  secretary = (await school.windowOf('secretary')).client;
  deputy = (await school.windowOf('deputy')).client;
  teacher = (await school.windowOf('teacher')).client;
}
let orders = 0;
const enter = (...items: MovementItem[]) =>
  secretary.movement.enter({
    requestId: randomUUID(),
    number: String((orders += 1)),
    date: day,
    title: '',
    items,
    outside: 0,
  });
async function periodOf(number: number, kind = 'quarter') {
  const { periods } = await deputy.school.overview();
  return periods.find((one) => one.kind === kind && one.number === number)!.id;
}
const surnames = (names: readonly string[]) => names.map((name) => name.split(' ')[0]);
async function sheet(number: number, kind = 'quarter') {
  const periodId = await periodOf(number, kind);
  const actor = { accountId: 0, staffId: 0, roles: ['deputy'] as const, name: '', login: '' };
  const reading = { db: school.core.open!.journal.db, actor, today: day, core: school.core };
  return surnames(
    classSummary(reading as unknown as Parameters<typeof classSummary>[0], {
      classId: eighth,
      periodId,
    }).pupils.map(({ name }) => name),
  );
}
async function page(number: number) {
  const periodId = await periodOf(number);
  const { pupils } = await deputy.journal.page({ pageId: school.pages.algebra, periodId });
  return pupils.map((row) => row[1]);
}
function list(classId: number, on: IsoDate) {
  const actor = { accountId: 0, staffId: 0, roles: ['deputy'] as const };
  const reading = { db: school.core.open!.journal.db, actor, today: day, core: school.core };
  const { parts } = classList(reading as unknown as Parameters<typeof classList>[0], {
    classId,
    day: on,
  });
  return surnames(parts[0]!.rows.map(({ cells }) => String(cells[1])));
}
const mark = (lessonId: number, pupilId: number) =>
  teacher.journal.enterCell({
    requestId: randomUUID(),
    lessonId,
    pupilId,
    version: 0,
    content: { attendance: null, lateMinutes: null, remark: '', marks: [{ work: 1, value: '4' }] },
  });

test('who left on 12 March is on the sheet and list of February, not on those of April (ЭЛЖ 22)', async () => {
  await at('2027-03-16');
  await enter(line({ kind: 'leaving', on: '2027-03-12', pupilId: school.pupils.abramov }));
  await at('2027-04-20');
  expect(list(eighth, '2027-02-15')).toEqual(['Абрамов', 'Ёлкина']);
  expect(list(eighth, '2027-03-12')).toEqual(['Абрамов', 'Ёлкина']);
  expect(list(eighth, '2027-03-13')).toEqual(['Ёлкина']);
  expect(list(eighth, '2027-04-01')).toEqual(['Ёлкина']);
  // The second quarter ended with him, the third without.
  expect(await sheet(1)).toEqual(['Абрамов', 'Власов', 'Ёлкина']);
  expect(await sheet(2)).toEqual(['Абрамов', 'Ёлкина']);
  expect(await sheet(3)).toEqual(['Ёлкина']);
  expect(await sheet(4)).toEqual(['Ёлкина']);
  expect(await sheet(1, 'year')).toEqual(['Ёлкина']);
  expect(await page(2)).toEqual(['Абрамов', 'Власов', 'Ёлкина']);
  expect(await page(3)).toEqual(['Абрамов', 'Ёлкина']);
  expect(await page(4)).toEqual(['Ёлкина']);
});

test('on the page of the quarter the cells after the last day are closed, also past the screen', async () => {
  await at('2027-03-16');
  const { abramov } = school.pupils;
  await enter(line({ kind: 'leaving', on: '2027-03-12', pupilId: abramov }));
  const periodId = await periodOf(3);
  const { pupils } = await teacher.journal.page({ pageId: school.pages.algebra, periodId });
  expect(pupils.find(([id]) => id === abramov)?.slice(4, 6)).toEqual(['2026-09-01', '2027-03-12']);
  await mark(lessons.before, abramov);
  await mark(lessons.last, abramov);
  expect(await refusalOf(mark(lessons.next, abramov))).toEqual({
    code: 'INVALID',
    data: { why: 'pupilNotOnPage' },
  });
});

test('who left and came back has the days between closed', async () => {
  await at('2027-03-16');
  const { abramov } = school.pupils;
  await enter(line({ kind: 'leaving', on: '2027-03-11', pupilId: abramov }));
  await enter(line({ kind: 'arrival', on: '2027-03-15', pupilId: abramov, toClassId: eighth }));
  expect(await refusalOf(mark(lessons.last, abramov))).toMatchObject({ code: 'INVALID' });
  await mark(lessons.before, abramov);
  await mark(lessons.next, abramov);
  expect(list(eighth, '2027-03-12')).toEqual(['Ёлкина']);
  expect(list(eighth, '2027-03-15')).toEqual(['Абрамов', 'Ёлкина']);
  expect(await sheet(3)).toEqual(['Абрамов', 'Ёлкина']);
});

test('counts are those of the day, a transfer moves the pupil from list to list', async () => {
  const first = (await deputy.school.classes()).find(({ name }) => name === '1-А')!.id;
  const { abramov } = school.pupils;
  const counts = async () =>
    (await deputy.school.classes()).map(({ name, pupils }) => `${name}: ${pupils}`);
  await enter(
    line({ kind: 'transfer', on: '2027-02-01', pupilId: abramov, toClassId: first }),
    line({ kind: 'leaving', on: '2027-03-12', pupilId: school.pupils.zhukov }),
  );
  expect(await counts()).toEqual(['1-А: 1', '8-А: 2']);
  await at('2027-02-02');
  expect(await counts()).toEqual(['1-А: 2', '8-А: 1']);
  expect((await deputy.school.overview()).counts.pupils).toBe(3);
  await at('2027-03-13');
  expect(await counts()).toEqual(['1-А: 1', '8-А: 1']);
  expect((await deputy.school.overview()).counts.pupils).toBe(2);
  expect((await deputy.people.pupils({})).map(({ lastName }) => lastName)).toEqual([
    'Абрамов',
    'Ёлкина',
  ]);
  expect(list(eighth, '2027-01-31')).toEqual(['Абрамов', 'Ёлкина']);
  expect(list(eighth, '2027-02-01')).toEqual(['Ёлкина']);
  expect(list(first, '2027-02-01')).toEqual(['Абрамов', 'Жуков']);
});
