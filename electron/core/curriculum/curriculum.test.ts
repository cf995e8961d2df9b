import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CurriculumItem } from '#contract/curriculum';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';
import type { Reading } from '../unit-of-work';
import { curriculumPaper } from './curriculum-paper';

let school: Awaited<ReturnType<typeof smallSchool>>;
let deputy: Client;
beforeEach(async () => {
  school = await smallSchool();
  deputy = (await school.windowOf('deputy')).client;
});
afterEach(() => school.remove());

const EIGHTH = 1;
const FIRST = 2;
const item = (hoursPerWeek: number, more: Partial<CurriculumItem> = {}): CurriculumItem => ({
  hoursPerWeek,
  hoursPerYear: null,
  part: 'mandatory',
  grading: null,
  scaleId: null,
  finals: 'none',
  ...more,
});
type Cell = Parameters<Client['curriculum']['set']>[0]['cells'][number];
const set = (...cells: Cell[]) => deputy.curriculum.set({ requestId: randomUUID(), cells });

test('classes come with their weeks and the sanitary maximum', async () => {
  const { classes } = await deputy.curriculum.view();
  expect(classes.map(({ name, limit }) => [name, limit])).toEqual([
    ['1-А', 21],
    ['8-А', 33],
  ]);
  for (const { weeks } of classes) expect([33, 34]).toContain(weeks);
});

test('cells are set, changed and taken away, halves of hours and own years too', async () => {
  await set(
    { classId: EIGHTH, subjectId: 1, before: null, after: item(3) },
    { classId: FIRST, subjectId: 1, before: null, after: item(0.5, { hoursPerYear: 17 }) },
  );
  const credit = item(2, { part: 'formed', grading: 'credit' });
  await set({ classId: EIGHTH, subjectId: 1, before: item(3), after: credit });
  expect((await deputy.curriculum.view()).items).toEqual(
    expect.arrayContaining([
      [EIGHTH, 1, 2, null, 'formed', 'credit', null, 'none'],
      [FIRST, 1, 0.5, 17, 'mandatory', null, null, 'none'],
    ]),
  );
  await set({ classId: EIGHTH, subjectId: 1, before: credit, after: null });
  expect((await deputy.curriculum.view()).items).toHaveLength(1);
});

test('all cells or none: a stale one among them changes nothing', async () => {
  await set({ classId: EIGHTH, subjectId: 1, before: null, after: item(3) });
  const stale = set(
    { classId: FIRST, subjectId: 1, before: null, after: item(4) },
    { classId: EIGHTH, subjectId: 1, before: null, after: item(5) },
  );
  expect(await refusalOf(stale)).toMatchObject({
    code: 'CONFLICT',
    data: { current: { hoursPerWeek: 3 } },
  });
  expect((await deputy.curriculum.view()).items).toEqual([
    [EIGHTH, 1, 3, null, 'mandatory', null, null, 'none'],
  ]);
  const unknown = set({ classId: EIGHTH, subjectId: 999, before: null, after: item(1) });
  expect(await refusalOf(unknown)).toMatchObject({ data: { what: 'subject' } });
});

test('the director looks, a teacher does not even that', async () => {
  const { client: director } = await school.windowOf('director');
  expect((await director.curriculum.view()).classes).toHaveLength(2);
  const cells = [{ classId: EIGHTH, subjectId: 1, before: null, after: item(3) }];
  expect(
    await refusalOf(director.curriculum.set({ requestId: randomUUID(), cells })),
  ).toMatchObject({ code: 'FORBIDDEN' });
  const { client: teacher } = await school.windowOf('teacher');
  expect(await refusalOf(teacher.curriculum.view())).toMatchObject({ code: 'FORBIDDEN' });
});

test('the plan goes to paper for those who may see it; one without hours is refused plainly', async () => {
  const input = { by: 'parallel', gradeFrom: 5, gradeTo: 9 } as const;
  expect(await refusalOf(deputy.curriculum.paper(input))).toMatchObject({ code: 'NOT_FOUND' });
  await set({ classId: EIGHTH, subjectId: 1, before: null, after: item(3) });
  const { core } = school;
  const reading = { core, db: core.open!.journal.db, today: core.today() } as unknown as Reading;
  const { title, parts, signatures } = curriculumPaper(reading, input);
  expect(title).toMatch(/^Учебный план \d{4}-\d{4}$/);
  expect(parts.map(({ heading }) => heading)).toEqual(['8-е классы, 5-дневная учебная неделя']);
  expect(signatures!.map(({ name }) => name)).toEqual(['Фамилия-deputy И.', 'Фамилия-director И.']);
  const teacher = (await school.windowOf('teacher')).client;
  expect(await refusalOf(teacher.curriculum.paper(input))).toMatchObject({ code: 'FORBIDDEN' });
});
