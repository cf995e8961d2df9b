import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bundleForNode } from '../../../../build/bundle-for-node';
import { EMPTY_HEALTH } from '#domain/health/health-sheet';
import type { Role } from '#domain/people/roles';
import { all, select } from '#db/statement';
import { readPdf } from '../../sheets/testing/read-pdf';
import { refusalOf } from '../../testing/refusal-of';
import { smallSchool } from '../../testing/school';

let pdfWorker: string;
let clock: Date;
let school: Awaited<ReturnType<typeof smallSchool>>;
beforeAll(async () => {
  pdfWorker = await bundleForNode('electron/core/sheets/pdf-worker.ts');
});
afterAll(() => rm(path.dirname(pdfWorker), { recursive: true }));
beforeEach(async () => {
  clock = new Date(2026, 10, 20, 12);
  school = await smallSchool({ pdfWorker, now: () => clock });
});
afterEach(() => school.remove());

const request = () => ({ requestId: randomUUID() });
const clientOf = async (role: Role) => (await school.windowOf(role)).client;
const EIGHTH = 1;
const FIRST = 2;

async function pagesOf(view: Promise<{ readonly pdfBase64: string }>): Promise<string[]> {
  const { pages } = await readPdf(Buffer.from((await view).pdfBase64, 'base64'));
  return pages.map((page) => JSON.stringify(page));
}

test('the list of a class has who was in it on the day, with the names of that day', async () => {
  const client = await clientOf('classTeacher');
  const pupilId = school.pupils.yolkina;
  await client.pupils.save({
    ...request(),
    pupilId,
    version: 0,
    changes: { lastName: 'Сосновая' },
  });
  const list = (day: `${number}-${number}-${number}`) =>
    pagesOf(client.pupilPapers.classList({ classId: EIGHTH, day })).then((pages) => pages.join(''));
  const before = await list('2026-11-09');
  for (const name of ['Абрамов', 'Ёлкина', 'Власов']) expect(before).toContain(name);
  expect(before).not.toContain('Сосновая');
  const after = await list('2026-11-20');
  expect(after).toContain('Сосновая');
  for (const name of ['Ёлкина', 'Власов']) expect(after).not.toContain(name);
});

test('the main facts name who left the class below, with parents and telephones', async () => {
  const client = await clientOf('classTeacher');
  await client.pupils.addRepresentative({
    ...request(),
    pupilId: school.pupils.abramov,
    data: {
      lastName: 'Абрамова',
      firstName: 'Анна',
      middleName: '',
      phone: '+7 000 123-45-67',
      email: '',
      address: '',
      note: '',
    },
    relation: 'mother',
    legal: true,
    main: true,
  });
  const input = { classId: EIGHTH, day: '2026-11-20' } as const;
  const [page = ''] = await pagesOf(client.pupilPapers.mainFacts(input));
  for (const words of ['Абрамова Анна', '123-45-67', 'Выбыли из класса', '10.11.2026']) {
    expect(page).toContain(words);
  }
  expect(page.indexOf('Ёлкина')).toBeLessThan(page.indexOf('Власов'));
});

test('the sheets of a check: a page a pupil, each with all the words and a line to sign', async () => {
  const client = await clientOf('classTeacher');
  const { checkId } = await client.dataChecks.start({
    ...request(),
    classId: EIGHTH,
    name: 'ноябрь',
  });
  const pages = await pagesOf(client.pupilPapers.checkSheets({ checkId }));
  expect(pages).toHaveLength(2);
  for (const [index, name] of ['Абрамов', 'Ёлкина'].entries()) {
    for (const words of [name, 'ноябрь', 'Верно / исправить', 'Родитель', 'Средняя школа']) {
      expect(pages[index]).toContain(words);
    }
  }
});

test('the health sheet of a class only for who is permitted; that it was printed is recorded', async () => {
  const own = await clientOf('classTeacher');
  const deputy = await clientOf('deputy');
  const { client: admin } = school.administrator;
  const staff = await admin.people.staff();
  const accountIds = staff.flatMap(({ account }) =>
    account?.login === 'class' || account?.login === 'director' ? [account.id] : [],
  );
  await clientOf('director');
  await admin.health.turnOn({ ...request(), accountIds });
  await own.health.save({
    ...request(),
    pupilId: school.pupils.abramov,
    version: 0,
    data: { ...EMPTY_HEALTH, conditions: 'Аллергия на пыль' },
  });
  const [page = ''] = await pagesOf(own.pupilPapers.health({ classId: EIGHTH }));
  expect(page).toContain('Аллергия на пыль');
  for (const client of [deputy, admin]) {
    expect(await refusalOf(client.pupilPapers.health({ classId: EIGHTH }))).toMatchObject({
      data: { why: 'healthClosed' },
    });
  }
  expect(await refusalOf(own.pupilPapers.health({ classId: FIRST }))).toMatchObject({
    data: { why: 'notYourClass' },
  });
  const printed = all<[], { actor: string; entity: string }>(
    school.core.open!.journal.db,
    select(
      `SELECT audit.actor, change.entity FROM audit JOIN audit_change AS change
         ON change.audit_id = audit.id WHERE audit.action = 'pupils.paper'`,
    ),
    [],
  );
  expect(printed).toEqual([{ actor: 'Фамилия-classTeacher И.', entity: 'healthPaper' }]);
});

test('a class teacher prints no other class, a subject teacher none', async () => {
  const own = await clientOf('classTeacher');
  const teacher = await clientOf('teacher');
  const input = { classId: FIRST, day: '2026-11-20' } as const;
  for (const view of ['classList', 'mainFacts'] as const) {
    expect(await refusalOf(own.pupilPapers[view](input))).toMatchObject({
      data: { why: 'notYourClass' },
    });
    expect(await refusalOf(teacher.pupilPapers[view](input))).toMatchObject({
      data: { why: 'role' },
    });
  }
});
