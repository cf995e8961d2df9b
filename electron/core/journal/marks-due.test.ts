import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { insertRegulation } from '#db/queries/regulation';
import { startingRegulation } from '#domain/regulation/stored';
import { refusalOf } from '../testing/refusal-of';
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

test('the regulation says how the average is rounded, and what then needs a word of why', async () => {
  const { periods } = await teacher.school.overview();
  const { id: periodId } = periods.find(({ kind, number }) => kind === 'quarter' && number === 2)!;
  const base = startingRegulation();
  const periodProposal = {
    ...base.rules.periodProposal,
    value: { basis: 'plain', threshold: 60, debts: 'ignore' } as const,
  };
  const minimumMarks = { ...base.rules.minimumMarks, value: [{ upToHours: null, marks: 0 }] };
  school.core.open!.journal.write((db) =>
    insertRegulation(db, {
      document: { ...base, rules: { ...base.rules, periodProposal, minimumMarks } },
      fromDate: '2026-11-10',
      madeAt: '2026-11-10T08:00:00.000Z',
      madeBy: '',
    }),
  );
  const pupilId = school.pupils.abramov;
  for (const [index, value] of (['5', '4'] as const).entries()) {
    await teacher.journal.enterCell({
      requestId: randomUUID(),
      lessonId: school.lessons.algebra[index] ?? 0,
      pupilId,
      version: 0,
      content: { attendance: null, lateMinutes: null, remark: '', marks: [{ work: 1, value }] },
    });
  }
  const set = (value: '4' | '5') =>
    teacher.journal.setPeriodMark({
      requestId: randomUUID(),
      pageId: school.pages.algebra,
      pupilId,
      periodId,
      version: 0,
      value,
      note: '',
    });
  // 4,5 is a «4» where only six tenths go up.
  expect(await refusalOf(set('5'))).toMatchObject({ data: { why: 'differsFromAverage' } });
  expect(await refusalOf(set('4'))).toBeUndefined();
});
