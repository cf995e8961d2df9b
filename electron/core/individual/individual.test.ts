import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
let administrator: Client;
beforeEach(async () => {
  school = await smallSchool();
  administrator = school.administrator.client;
});
afterEach(() => school.remove());

const fields = {
  from: '2026-11-18',
  to: null,
  reason: 'приказ № 12',
  items: [
    { subjectId: 1, mode: 'individual', hoursPerWeek: 2 },
    { subjectId: 2, mode: 'exempt', hoursPerWeek: 0 },
  ],
} as const;
type Fields = Omit<Parameters<Client['individual']['add']>[0], 'requestId' | 'yearId' | 'pupilId'>;
const add = (over: Partial<Fields> = {}) =>
  administrator.individual.add({
    requestId: randomUUID(),
    yearId: 1,
    pupilId: school.pupils.abramov,
    ...fields,
    items: [...fields.items],
    ...over,
  });
const pupilsOn = async (pageId: number) => {
  const { periods } = await administrator.school.overview();
  const quarter = periods.find(({ kind, number }) => kind === 'quarter' && number === 2);
  const { pupils } = await administrator.journal.page({ pageId, periodId: quarter?.id ?? 0 });
  return pupils.map(([id, , , , from, to]) => [id, from, to]);
};
const ownPage = async () =>
  (await administrator.journal.pages()).find(({ groupName }) => groupName.startsWith('ИУП'));

test('a plan opens a page of the pupil alone and takes the pupil off those of the class', async () => {
  await add();
  const { abramov } = school.pupils;
  const own = await ownPage();
  expect(own).toMatchObject({ className: '8-А', groupName: 'ИУП: Абрамов И.', subjectId: 1 });
  expect(await pupilsOn(own?.id ?? 0)).toEqual([[abramov, '2026-11-18', null]]);
  for (const page of [school.pages.algebra, school.pages.physics]) {
    expect(await pupilsOn(page)).toContainEqual([abramov, '2026-09-01', '2026-11-17']);
  }
  const line = (await administrator.load.view()).lines.find(({ kind }) => kind === 'individual');
  expect(line).toMatchObject({ className: '8-А', planned: 2, subjectId: 1 });
});

test('a plan that ends gives the class its pupil back; the lines can change', async () => {
  const { id } = await add();
  const own = await ownPage();
  const after = { ...fields, to: '2026-11-20', items: [fields.items[0]] } as const;
  const set = () =>
    administrator.individual.set({
      requestId: randomUUID(),
      planId: id,
      before: { ...fields, items: [...fields.items] },
      after: { ...after, items: [...after.items] },
    });
  await set();
  expect(await pupilsOn(own?.id ?? 0)).toEqual([
    [school.pupils.abramov, '2026-11-18', '2026-11-20'],
  ]);
  expect(await pupilsOn(school.pages.algebra)).toContainEqual([
    school.pupils.abramov,
    '2026-09-01',
    null,
  ]);
  expect(await refusalOf(set())).toMatchObject({ code: 'CONFLICT' });
});

test('a second plan on the same days, a subject twice, wrong days and other pupils are refused', async () => {
  await add({ to: '2026-12-01' });
  expect(await refusalOf(add({ from: '2026-12-01' }))).toMatchObject({
    data: { why: 'planOverlaps' },
  });
  const twice = { items: [fields.items[0], fields.items[0]], from: '2027-01-15' as const };
  expect(await refusalOf(add(twice))).toMatchObject({ data: { why: 'subjectTwice' } });
  expect(await refusalOf(add({ from: '2026-08-01' }))).toMatchObject({ data: { why: 'dates' } });
  await add({ from: '2026-12-02' });
  const groups = (await administrator.journal.pages()).filter(({ groupName }) =>
    groupName.startsWith('ИУП'),
  );
  expect(groups).toHaveLength(1);
});

test('a plan nobody learnt by goes with its page; one with lessons stays', async () => {
  const { id } = await add();
  await administrator.individual.remove({ requestId: randomUUID(), planId: id });
  expect(await ownPage()).toBeUndefined();
  expect(await pupilsOn(school.pages.algebra)).toContainEqual([
    school.pupils.abramov,
    '2026-09-01',
    null,
  ]);
  const { id: again } = await add();
  const own = await ownPage();
  school.core.open?.journal.write(({ connection }) =>
    connection
      .prepare(`INSERT INTO lesson (page_id, date, lesson_number) VALUES (?, '2026-11-18', 7)`)
      .run(own?.id),
  );
  const remove = administrator.individual.remove({ requestId: randomUUID(), planId: again });
  expect(await refusalOf(remove)).toMatchObject({ data: { why: 'individualPlanInUse' } });
});

test("the pupil's own timetable has the own lesson and not the class's of that subject", async () => {
  await add();
  const own = await ownPage();
  school.core.open?.journal.write(({ connection }) => {
    connection.exec(`INSERT INTO timetable_version (id, year_id, name, valid_from)
      VALUES (1, 1, 'Основное', '2026-09-01')`);
    const entry = connection.prepare(
      'INSERT INTO timetable_entry (version_id, weekday, lesson_number, page_id) VALUES (1, 1, ?, ?)',
    );
    entry.run(1, school.pages.algebra);
    entry.run(2, school.pages.physics);
    entry.run(7, own?.id);
  });
  const of = async (pupilId: number) =>
    (await administrator.school.timetable({ pupilId })).lessons.map(({ pageId }) => pageId);
  expect(await of(school.pupils.abramov)).toEqual([own?.id]);
  expect(await of(school.pupils.yolkina)).toEqual([school.pages.algebra, school.pages.physics]);
});

test('plans are made by the administrator; the deputy and the director look', async () => {
  await add();
  for (const role of ['deputy', 'director'] as const) {
    const { client } = await school.windowOf(role);
    const { plans } = await client.individual.plans();
    expect(plans.map(({ pupilName, className }) => [pupilName, className])).toEqual([
      ['Абрамов Илья', '8-А'],
    ]);
    const remove = client.individual.remove({ requestId: randomUUID(), planId: plans[0]?.id ?? 0 });
    expect(await refusalOf(remove)).toMatchObject({ code: 'FORBIDDEN' });
  }
});
