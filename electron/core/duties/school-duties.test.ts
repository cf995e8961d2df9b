import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { Role } from '#domain/people/roles';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';
import { auditChainHolds } from '../unit-of-work';

let school: Awaited<ReturnType<typeof smallSchool>>;
afterEach(() => school.remove());

async function opened<Held extends Role>(today: IsoDate, ...roles: readonly Held[]) {
  school = await smallSchool({ today });
  const clients = {} as Record<Held, Client>;
  for (const role of roles) clients[role] = (await school.windowOf(role)).client;
  return clients;
}
const journal = () => school.core.open!.journal;
const sql = (text: string) => journal().write((db) => db.connection.exec(text));
const request = () => ({ requestId: randomUUID() });
const SCHOOL_KINDS = [
  'backupFirst',
  'backupLate',
  'setUp',
  'plansMissing',
  'yearUnopened',
  'regulationDraft',
  'regulationIdle',
  'summarySheets',
  'programmeReport',
];
async function linesOf(client: Client) {
  const { lines } = await client.duties.mine();
  return lines.filter(({ kind }) => SCHOOL_KINDS.includes(kind));
}
const textsOf = async (client: Client) =>
  (await linesOf(client)).map(({ state, text }) => `${state}: ${text}`);
const copyOn = (day: string) =>
  sql(`INSERT INTO copy (made_at, folder, size, sha256, counts)
       VALUES ('${day}T09:00:00.000Z', 'E:', 1, '', '{}')`);

test('the administrator is told of a late copy until one is registered', async () => {
  const { administrator, deputy } = await opened('2026-11-23', 'administrator', 'deputy');
  const ofCopies = async () => (await textsOf(administrator)).filter((text) => /копи/.test(text));
  expect(await ofCopies()).toEqual(['overdue: Сделать первую резервную копию журнала']);
  copyOn('2026-08-23');
  expect(await ofCopies()).toEqual(['overdue: Резервная копия: последней 92 дня']);
  expect((await textsOf(deputy)).some((text) => /копи/.test(text))).toBe(false);
  expect(await administrator.copies.next()).toEqual({ due: '2026-08-30', clauses: ['ТИП А.23'] });
  copyOn('2026-11-22');
  expect(await deputy.copies.next()).toMatchObject({ due: '2026-11-29' });
  expect(await ofCopies()).toEqual([]);
});

test('sections that are not ready are told in one line a term, to whose they are', async () => {
  const { administrator, deputy, teacher } = await opened(
    '2026-09-03',
    'administrator',
    'deputy',
    'teacher',
  );
  const setUp = async (client: Client) =>
    (await linesOf(client)).filter(({ kind }) => kind === 'setUp');
  const [own] = await setUp(administrator);
  const asked = (await administrator.readiness.ofYear()).rows.filter(
    ({ state, section }) =>
      state !== 'done' && ['profile', 'bells', 'rooms', 'staff', 'classes'].includes(section),
  );
  expect(own).toMatchObject({
    state: 'week',
    count: asked.length,
    text: `Подготовить журнал к учебному году: ${asked.length} раздела`,
    place: { at: 'readiness', yearId: 1 },
  });
  expect((await setUp(deputy)).map(({ state }) => state)).toEqual(['overdue', 'week']);
  expect(await setUp(teacher)).toEqual([]);
  const plans = (await linesOf(deputy)).filter(({ kind }) => kind === 'plansMissing');
  expect(plans).toMatchObject([{ text: 'Нет планов (КТП) у 2 страниц журнала', state: 'overdue' }]);
  sql(`INSERT INTO building (id, name) VALUES (1, 'Школа');
       INSERT INTO room (building_id, name) VALUES (1, '12')`);
  expect((await setUp(administrator))[0]?.count).toBe(asked.length - 1);
});

test('the year after this one is opened in the last week of August', async () => {
  const { administrator } = await opened('2027-08-27', 'administrator');
  const unopened = async () =>
    (await linesOf(administrator)).filter(({ kind }) => kind === 'yearUnopened');
  expect(await unopened()).toMatchObject([
    { text: 'Открыть новый учебный год', due: '2027-08-31T23:59', place: { at: 'yearOpening' } },
  ]);
  sql(`INSERT INTO school_year (id, name, starts_on, ends_on)
         VALUES (2, '2027/2028', '2027-09-01', '2028-05-26')`);
  expect(await unopened()).toHaveLength(1);
  sql(`INSERT INTO school_class (year_id, grade, letter) VALUES (2, 9, 'А')`);
  expect(await unopened()).toEqual([]);
  // What is prepared now is the year to come.
  const [setUp] = (await linesOf(administrator)).filter(({ kind }) => kind === 'setUp');
  expect(setUp?.place).toEqual({ at: 'readiness', yearId: 2 });
});

test('a draft of the regulation waits for the director, an approved one for its day', async () => {
  const { administrator, director } = await opened('2026-11-23', 'administrator', 'director');
  expect(await textsOf(director)).toEqual([]);
  const from = { preset: 'elzh' } as const;
  const title = 'Регламент 2027';
  const { id } = await administrator.regulation.newDraft({ ...request(), from, title });
  const [draft] = await linesOf(director);
  expect(draft).toMatchObject({
    text: 'Утвердить проект регламента «Регламент 2027»',
    state: 'today',
    place: { at: 'regulation', versionId: id },
  });
  await director.regulation.approve({ ...request(), id, version: 1 });
  expect(await textsOf(director)).toEqual([]);
  const idle = async () =>
    (await linesOf(administrator)).filter((line) => line.kind === 'regulationIdle');
  expect(await idle()).toMatchObject([
    { text: 'Ввести в действие утверждённый регламент «Регламент 2027»' },
  ]);
  await director.regulation.putInForce({ ...request(), id, version: 2, fromDate: '2026-12-01' });
  expect(await idle()).toEqual([]);
});

test('a summary sheet is told until it is printed or saved; the note needs the right to the sheet', async () => {
  const { administrator, classTeacher, teacher } = await opened(
    '2027-06-02',
    'administrator',
    'classTeacher',
    'teacher',
  );
  const sheets = async () =>
    (await linesOf(administrator)).filter(({ kind }) => kind === 'summarySheets');
  const [both] = await sheets();
  expect(both).toMatchObject({
    text: 'Распечатать сводные ведомости за год: 2 класса',
    count: 2,
    classIds: [2, 1],
  });
  const { periods } = await administrator.school.overview();
  const whole = periods.find(
    ({ kind, gradeFrom, gradeTo }) => kind === 'year' && gradeFrom <= 8 && 8 <= gradeTo,
  )!;
  const quarter = periods.find(({ kind }) => kind === 'quarter')!;
  const made = (classId: number, periodId: number) =>
    ({
      ...request(),
      how: 'printed',
      paper: { kind: 'summarySheet', classId, periodId },
    }) as const;
  await administrator.papers.made(made(1, quarter.id));
  expect((await sheets())[0]?.count).toBe(2);
  expect(await refusalOf(teacher.papers.made(made(1, whole.id)))).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await refusalOf(classTeacher.papers.made(made(2, whole.id)))).toMatchObject({
    code: 'FORBIDDEN',
    data: { why: 'notYourClass' },
  });
  const noted = made(1, whole.id);
  await classTeacher.papers.made(noted);
  await classTeacher.papers.made(noted);
  expect(await sheets()).toMatchObject([
    { text: 'Распечатать сводную ведомость за год: 1-А', count: 1 },
  ]);
  expect(
    journal().db.connection.prepare('SELECT count(*) AS n FROM paper_made').get(),
  ).toMatchObject({ n: 2 });
  expect(auditChainHolds(journal().db)).toBe(true);
  sql(`UPDATE school_year SET closed_on = '2027-06-02'`);
  await administrator.papers.made(made(2, whole.id));
  expect(
    journal().db.connection.prepare('SELECT count(*) AS n FROM paper_made').get(),
  ).toMatchObject({ n: 2 });
});

test('a sheet that was printed while lessons went on is not the one of the year', async () => {
  const { administrator } = await opened('2027-06-02', 'administrator');
  const { periods } = await administrator.school.overview();
  const whole = periods.find(
    ({ kind, gradeFrom, gradeTo }) => kind === 'year' && gradeFrom <= 8 && 8 <= gradeTo,
  )!;
  const paper = { kind: 'summarySheet', classId: 1, periodId: whole.id } as const;
  const count = async () =>
    (await linesOf(administrator)).find(({ kind }) => kind === 'summarySheets')?.count;
  await administrator.papers.made({ ...request(), how: 'printed', paper });
  expect(await count()).toBe(1);
  sql(`UPDATE paper_made SET made_on = '2026-11-23'`);
  expect(await count()).toBe(2);
});

test('the report on programmes is told when a quarter is over, until it is on paper', async () => {
  const { deputy, classTeacher } = await opened('2026-11-23', 'deputy', 'classTeacher');
  const reports = async () =>
    (await textsOf(deputy)).filter((text) => text.includes('выполнении программ'));
  expect(await reports()).toEqual(['overdue: Распечатать отчёт о выполнении программ']);
  const paper = { kind: 'programme' } as const;
  expect(
    await refusalOf(classTeacher.papers.made({ ...request(), how: 'saved', paper })),
  ).toMatchObject({ code: 'FORBIDDEN' });
  await deputy.papers.made({ ...request(), how: 'saved', paper });
  expect(await reports()).toEqual([]);
});

test('the director and the deputy see what the whole school owes', async () => {
  const { director } = await opened('2026-11-23', 'director');
  const { lines } = await director.duties.school();
  expect(lines.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['backupFirst', 'setUp', 'programmeReport']),
  );
});
