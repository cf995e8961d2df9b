import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CellContent, CellOutcome } from '#contract/journal';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';
import { auditChainHolds } from '../unit-of-work';

let school: Awaited<ReturnType<typeof smallSchool>>;
let teacher: Client;
beforeEach(async () => {
  school = await smallSchool();
  teacher = (await school.windowOf('teacher')).client;
});
afterEach(() => school.remove());

type Entry = {
  readonly lessonId: number;
  readonly pupilId: number;
  readonly version: number;
  readonly content: CellContent;
};
const content = (change: Partial<CellContent> = {}): CellContent => ({
  attendance: null,
  lateMinutes: null,
  remark: '',
  marks: [],
  ...change,
});
const together = (cells: readonly Entry[]) =>
  teacher.journal.enterCells({ requestId: randomUUID(), cells: [...cells] });

async function oneByOne(entry: Entry): Promise<CellOutcome> {
  const call = teacher.journal.enterCell({ requestId: randomUUID(), ...entry });
  const refusal = await refusalOf(call);
  if (refusal === undefined) return { version: (await call).version };
  return refusal.code === 'CONFLICT'
    ? { conflict: (refusal.data as { current: never }).current }
    : ({ refused: refusal.code, data: refusal.data } as CellOutcome);
}

async function secondQuarter(pageId: number) {
  const { periods } = await teacher.school.overview();
  const periodId = periods.find(({ kind, number }) => kind === 'quarter' && number === 2)!.id;
  return teacher.journal.page({ pageId, periodId });
}

test('each cell fares as it would alone: rights, lists, scales and versions', async () => {
  const { lessons, pupils, pages } = school;
  const entry = fc.record({
    lessonId: fc.constantFrom(...lessons.algebra, ...lessons.physics, ...lessons.reading, 99_999),
    pupilId: fc.constantFrom(...Object.values(pupils)),
    version: fc.constantFrom(0, 0, 0, 1, 2),
    content: fc
      .record({
        attendance: fc.constantFrom('absent', 'late', null),
        marks: fc.array(
          fc.record({ work: fc.constantFrom(1, 2), value: fc.constantFrom('5', '2', 'зач') }),
          { maxLength: 2 },
        ),
      })
      .map((some) => content(some as Partial<CellContent>)),
  });
  await fc.assert(
    fc
      .asyncProperty(fc.array(entry, { minLength: 1, maxLength: 25 }), async (entries) => {
        const alone: CellOutcome[] = [];
        for (const one of entries) alone.push(await oneByOne(one));
        const expected = await secondQuarter(pages.algebra);
        school.remove();
        school = await smallSchool();
        teacher = (await school.windowOf('teacher')).client;
        expect(await together(entries)).toEqual(alone);
        expect(await secondQuarter(pages.algebra)).toEqual(expected);
      })
      .beforeEach(async () => {
        school.remove();
        school = await smallSchool();
        teacher = (await school.windowOf('teacher')).client;
      }),
    { numRuns: 6 },
  );
}, 60_000);

test('many cells are one step of the trail, told once, and done once when repeated', async () => {
  const watcher = (await school.windowOf('deputy')).client;
  const changes = await watcher.journal.watch({ pageId: school.pages.algebra });
  const next = changes.next();
  const cells = school.lessons.algebra.flatMap((lessonId) =>
    [school.pupils.abramov, school.pupils.yolkina].map((pupilId) => ({
      lessonId,
      pupilId,
      version: 0,
      content: content({ marks: [{ work: 1, value: '4' }] }),
    })),
  );
  const call = { requestId: randomUUID(), cells };
  const first = await teacher.journal.enterCells(call);
  expect(first).toEqual(cells.map(() => ({ version: 1 })));
  expect(await teacher.journal.enterCells(call)).toEqual(first);
  expect((await secondQuarter(school.pages.algebra)).marks).toHaveLength(6);
  const told = [(await next).value];
  for (let more = 0; more < 3; more += 1) told.push((await changes.next()).value);
  expect(told.slice(0, 3)).toMatchObject([{ kind: 'work' }, { kind: 'work' }, { kind: 'work' }]);
  expect(told[3]).toMatchObject({ kind: 'cells', cells: { length: 6 } });
  await changes.return?.();
  const { db } = school.core.open!.journal;
  const ofBatch = db.connection
    .prepare(`SELECT count(*) FROM audit WHERE action = 'journal.enterCells'`)
    .pluck();
  expect(ofBatch.get()).toBe(1);
  expect(auditChainHolds(db)).toBe(true);
  const [lessonId = 0] = school.lessons.algebra;
  const history = await teacher.journal.cellHistory({ lessonId, pupilId: school.pupils.abramov });
  expect(history.map(({ after }) => after?.marks)).toEqual([[{ work: 1, value: '4' }]]);
});
