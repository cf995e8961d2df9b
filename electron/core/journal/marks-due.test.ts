import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { insertRegulation } from '#db/queries/regulation';
import { startingRegulation } from '#domain/regulation/stored';
import { smallSchool, type Client } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
let teacher: Client;
beforeEach(async () => {
  school = await smallSchool();
  teacher = (await school.windowOf('teacher')).client;
});
afterEach(() => school.remove());

const EIGHTH = 1;
const SUBJECT = 1;

async function dueIn(kind: string) {
  const { periods } = await teacher.school.overview();
  const period = periods.find((one) => one.kind === kind && one.startsOn <= '2026-11-23');
  const ofToday = periods.findLast((one) => one.kind === kind && one.startsOn <= '2026-11-23');
  const periodId = (ofToday ?? period)!.id;
  const { due } = await teacher.journal.page({ pageId: school.pages.algebra, periodId });
  return { due, endsOn: (ofToday ?? period)!.endsOn };
}
async function curriculum(hoursPerWeek: number, grading: 'none' | null = null) {
  const { client } = await school.windowOf('administrator');
  const { items } = await client.curriculum.view();
  const known = items.find(([of, subject]) => of === EIGHTH && subject === SUBJECT);
  const item = (hours: number, graded: typeof grading) =>
    ({
      hoursPerWeek: hours,
      hoursPerYear: null,
      part: 'mandatory',
      grading: graded,
      scaleId: null,
      finals: 'none',
    }) as const;
  const before = known === undefined ? null : item(known[2], null);
  await client.curriculum.set({
    requestId: randomUUID(),
    cells: [{ classId: EIGHTH, subjectId: SUBJECT, before, after: item(hoursPerWeek, grading) }],
  });
}

test('three marks up to two hours a week, more above, before the period ends (КИА 5.2, 5.3)', async () => {
  await curriculum(2);
  const two = await dueIn('quarter');
  expect(two.due?.marks).toBe(3);
  expect(two.due!.by <= two.endsOn).toBe(true);
  await curriculum(3);
  expect((await dueIn('quarter')).due?.marks).toBeGreaterThan(3);
});

test('nothing is due for the year, nor where no marks are given', async () => {
  expect((await dueIn('year')).due).toBeNull();
  await curriculum(2, 'none');
  expect((await dueIn('quarter')).due).toBeNull();
});

test('a period that is over is judged by the rules of its last day, whatever came into force since', async () => {
  const { periods } = await teacher.school.overview();
  const [first] = periods.filter(({ kind }) => kind === 'quarter');
  const pageId = school.pages.algebra;
  const open = (periodId: number) => teacher.journal.page({ pageId, periodId });
  const before = await open(first!.id);
  const base = startingRegulation();
  const minimumMarks = { ...base.rules.minimumMarks, value: [{ upToHours: null, marks: 9 }] };
  school.core.open!.journal.write((db) =>
    insertRegulation(db, {
      document: { ...base, rules: { ...base.rules, minimumMarks } },
      fromDate: '2026-11-10',
      madeAt: '2026-11-10T08:00:00.000Z',
      madeBy: '',
    }),
  );
  const after = await open(first!.id);
  expect([after.due, after.rules.period]).toEqual([before.due, before.rules.period]);
  const now = periods.find(({ kind, number }) => kind === 'quarter' && number === 2)!;
  const second = await open(now.id);
  expect([second.due?.marks, second.rules.period.minimum]).toEqual([9, 9]);
});
