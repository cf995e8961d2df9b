import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bundleForNode } from '../../../build/bundle-for-node';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';
import { dayOfList } from './class-summary';
import { readPdf } from './testing/read-pdf';

let pdfWorker: string;
let school: Awaited<ReturnType<typeof smallSchool>>;
let deputy: Client;
beforeAll(async () => {
  pdfWorker = await bundleForNode('electron/core/sheets/pdf-worker.ts');
});
afterAll(() => rm(path.dirname(pdfWorker), { recursive: true }));
beforeEach(async () => {
  school = await smallSchool({ pdfWorker });
  deputy = (await school.windowOf('deputy')).client;
});
afterEach(() => school.remove());

async function ask(
  client: Client,
  periodIs: (period: { kind: string; number: number }) => boolean,
) {
  const { periods } = await client.school.overview();
  const classes = await client.school.classes();
  const classId = classes.find(({ name }) => name === '8-А')!.id;
  return { classId, periodId: periods.find(periodIs)!.id };
}
const isSecondQuarter = ({ kind, number }: { kind: string; number: number }) =>
  kind === 'quarter' && number === 2;

test('the sheet holds the marks set on the page, and only who is in the class', async () => {
  const teacher = (await school.windowOf('teacher')).client;
  const asked = await ask(deputy, isSecondQuarter);
  await teacher.journal.setPeriodMark({
    requestId: randomUUID(),
    pageId: school.pages.algebra,
    pupilId: school.pupils.yolkina,
    periodId: asked.periodId,
    version: 0,
    value: '5',
    note: 'Олимпиада',
  });
  const { title, pdfBase64 } = await deputy.sheets.summary(asked);
  expect(title).toContain('8-А');
  const pages = await readPdf(Buffer.from(pdfBase64, 'base64'));
  const text = JSON.stringify(pages);
  expect(text).toContain('Ёлкина');
  expect(text).toContain('Абрамов');
  expect(text).not.toContain('Власов');
  expect(text).toContain('5,00');
});

test('the year sheet has a row for each quarter and for the year', async () => {
  const asked = await ask(deputy, ({ kind }) => kind === 'year');
  const { pdfBase64 } = await deputy.sheets.summary(asked);
  const text = JSON.stringify(await readPdf(Buffer.from(pdfBase64, 'base64')));
  expect(text).toContain('Годовая');
  expect(text).toContain('IV четверть');
});

test('the file is written where the person chose, and nowhere else', async () => {
  const asked = await ask(deputy, isSecondQuarter);
  const file = path.join(school.folder, 'Ведомость 8-А.pdf');
  const grant = randomUUID();
  expect((await refusalOf(deputy.sheets.saveSummary({ ...asked, grant })))?.data).toEqual({
    what: 'file',
  });
  school.core.grants.add(grant, 'save', file);
  expect(await deputy.sheets.saveSummary({ ...asked, grant })).toEqual({
    fileName: 'Ведомость 8-А.pdf',
  });
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a class teacher reads the sheet of the own class, a subject teacher none', async () => {
  const asked = await ask(deputy, isSecondQuarter);
  const classTeacher = (await school.windowOf('classTeacher')).client;
  expect(await refusalOf(classTeacher.sheets.summary(asked))).toBeUndefined();
  const [first] = await deputy.school.classes();
  expect(
    (await refusalOf(classTeacher.sheets.summary({ ...asked, classId: first!.id })))?.data,
  ).toEqual({ why: 'notYourClass' });
  const teacher = (await school.windowOf('teacher')).client;
  expect((await refusalOf(teacher.sheets.summary(asked)))?.data).toEqual({ why: 'role' });
});

test('the list is that of the last day, or of today while the period goes on', () => {
  const period = { startsOn: '2026-11-02', endsOn: '2026-12-30' } as const;
  expect(dayOfList(period, '2027-03-01')).toBe('2026-12-30');
  expect(dayOfList(period, '2026-11-23')).toBe('2026-11-23');
  expect(dayOfList(period, '2026-09-01')).toBe('2026-11-02');
});
