import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LoadLine } from '#contract/load';
import { needOf } from '#domain/load/need';
import { hoursOn, reassigned } from '#domain/load/page-teachers';
import type { DocumentRow } from '#domain/documents/table-document';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, TODAY, type Client } from '../testing/school';
import { tariff } from './tariff';

let school: Awaited<ReturnType<typeof smallSchool>>;
let deputy: Client;
beforeEach(async () => {
  school = await smallSchool();
  deputy = (await school.windowOf('deputy')).client;
  const item = {
    hoursPerYear: null,
    part: 'mandatory',
    grading: null,
    scaleId: null,
    finals: 'none',
  } as const;
  await deputy.curriculum.set({
    requestId: randomUUID(),
    cells: [1, 2, 3].map((subjectId) => ({
      classId: 1,
      subjectId,
      before: null,
      after: { ...item, hoursPerWeek: subjectId },
    })),
  });
});
afterEach(() => school.remove());

const lineOf = async (subjectId: number, kind: LoadLine['kind'] = 'class') => {
  const { lines } = await deputy.load.view();
  const line = lines.find(
    (one) => one.subjectId === subjectId && one.kind === kind && one.grade === 8,
  );
  if (line === undefined) throw new Error(`no line of ${subjectId}`);
  return line;
};
const differenceOf = async (subjectId: number) => {
  const { planned, cells } = await lineOf(subjectId);
  const whole = cells.find(({ groupName }) => groupName === '');
  return needOf({
    planned,
    whole: whole === undefined ? 0 : hoursOn(whole.teachers, TODAY),
    groups: cells
      .filter(({ groupName }) => groupName !== '')
      .map(({ teachers }) => hoursOn(teachers, TODAY)),
  }).difference;
};
const staffId = async () => (await deputy.load.view()).teachers[0]?.id ?? 0;
const give = async (
  subjectId: number,
  cell: LoadLine['cells'][number] | undefined,
  hours: number,
  from: `${number}-${number}-${number}` = '2026-09-01',
) =>
  deputy.load.setTeachers({
    requestId: randomUUID(),
    classId: 1,
    groupId: cell?.groupId ?? null,
    subjectId,
    before: [...(cell?.teachers ?? [])],
    after: reassigned(cell?.teachers ?? [], { from, staffId: await staffId(), hours }),
  });

test('a subject of the curriculum waits for a teacher; giving it makes its page', async () => {
  expect(await differenceOf(3)).toBe(-3);
  await give(3, (await lineOf(3)).cells[0], 3);
  expect(await differenceOf(3)).toBe(0);
  const [cell] = (await lineOf(3)).cells;
  const pages = await deputy.journal.pages();
  expect(pages.map(({ id }) => id)).toContain(cell?.pageId);
  await give(3, cell, 4);
  expect(await differenceOf(3)).toBe(1);
});

test('a subject taught in one subgroup lacks its hours in the others of the division', async () => {
  await deputy.groups.add({
    requestId: randomUUID(),
    classId: 1,
    kind: 'subgroup',
    division: 'Английский язык',
    names: ['англ. 1', 'англ. 2'],
    otherClassIds: [],
  });
  const { divisions } = await deputy.load.view();
  const [first] = divisions[0]?.groups ?? [];
  const cell = { groupId: first?.id ?? 0, groupName: '', division: '', pageId: null, teachers: [] };
  await give(3, cell, 3);
  expect((await lineOf(3)).cells.map(({ groupName }) => groupName)).toEqual(['англ. 1', 'англ. 2']);
  expect(await differenceOf(3)).toBe(-3);
});

test('a change from a day keeps who taught before; a stale one is refused', async () => {
  const [old] = (await lineOf(1)).cells;
  const person = (await deputy.load.view()).teachers.find(({ shortName }) =>
    shortName.includes('deputy'),
  );
  const change = { from: '2026-11-23', instead: old?.teachers[0]?.staffId, hours: 1 } as const;
  const replace = () =>
    deputy.load.setTeachers({
      requestId: randomUUID(),
      classId: 1,
      groupId: old?.groupId ?? null,
      subjectId: 1,
      before: [...(old?.teachers ?? [])],
      after: reassigned(old?.teachers ?? [], { ...change, staffId: person?.id }),
    });
  await replace();
  expect((await lineOf(1)).cells[0]?.teachers.map(({ from, to }) => [from, to])).toEqual([
    ['2026-09-01', '2026-11-22'],
    ['2026-11-23', null],
  ]);
  expect(await refusalOf(replace())).toMatchObject({ code: 'CONFLICT' });
});

test('a page given by mistake goes when it is taken back unused; one with lessons stays', async () => {
  await give(3, (await lineOf(3)).cells[0], 3);
  const takeAway = async (subjectId: number) => {
    const [cell] = (await lineOf(subjectId)).cells;
    await deputy.load.setTeachers({
      requestId: randomUUID(),
      classId: 1,
      groupId: cell?.groupId ?? null,
      subjectId,
      before: [...(cell?.teachers ?? [])],
      after: [],
    });
    return cell?.pageId;
  };
  const made = await takeAway(3);
  const algebra = await takeAway(1);
  const pages = (await deputy.journal.pages()).map(({ id }) => id);
  expect(pages).not.toContain(made);
  expect(pages).toContain(algebra);
});

test('overlapping rows, unknown people and groups of other classes are refused', async () => {
  const row = { staffId: await staffId(), hours: 1, from: '2026-09-01', to: null } as const;
  const input = { classId: 1, groupId: null, subjectId: 3, before: [] };
  const set = (over: Partial<Parameters<Client['load']['setTeachers']>[0]>) =>
    refusalOf(
      deputy.load.setTeachers({ requestId: randomUUID(), after: [row], ...input, ...over }),
    );
  expect(await set({ after: [row, row] })).toMatchObject({ data: { why: 'dates' } });
  expect(await set({ after: [{ ...row, staffId: 999 }] })).toMatchObject({
    data: { what: 'staff' },
  });
  expect(await set({ classId: 2, groupId: 1 })).toMatchObject({ data: { what: 'group' } });
  const { client } = await school.windowOf('director');
  const call = client.load.setTeachers({ requestId: randomUUID(), ...input, after: [row] });
  expect(await refusalOf(call)).toMatchObject({ code: 'FORBIDDEN' });
});

test('subjects of a teacher are remembered', async () => {
  const id = await staffId();
  await deputy.load.setSubjects({ requestId: randomUUID(), staffId: id, subjectIds: [2, 1, 2] });
  const person = (await deputy.load.view()).teachers.find((one) => one.id === id);
  expect(person?.subjectIds).toEqual([1, 2]);
});

test('the tariff list adds up: by subject, by person and for the school', async () => {
  await give(1, (await lineOf(1)).cells[0], 1.5);
  await give(3, (await lineOf(3)).cells[0], 3);
  const { core } = school;
  if (core.open === null) throw new Error('not open');
  const actor = { accountId: 1, staffId: 1, name: '', login: '', mustChangePassword: false };
  const reading = {
    db: core.open.journal.db,
    actor: { ...actor, roles: [] },
    today: '2026-11-23',
    core,
  } as const;
  const document = tariff(reading, { day: TODAY });
  const rows: readonly DocumentRow[] = document.parts[0]?.rows ?? [];
  expect(rows.map(({ cells }) => [cells[3], cells[4], cells[6], cells.at(-1)])).toEqual(
    expect.arrayContaining([
      ['', 'Всего', 4.5, 4.5],
      ['', 'По школе', 4.5, 4.5],
    ]),
  );
});
