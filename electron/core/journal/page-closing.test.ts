import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { insertRegulation } from '#db/queries/regulation';
import { change, run } from '#db/statement';
import { PRESETS } from '#domain/regulation/presets/index';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';
import { auditChainHolds } from '../unit-of-work';

let school: Awaited<ReturnType<typeof smallSchool>>;
let teacher: Client;
let periodId: number;

async function newSchool(): Promise<void> {
  school = await smallSchool();
  teacher = (await school.windowOf('teacher')).client;
  school.core.open!.journal.write((db) => {
    db.connection.exec('DELETE FROM regulation_version');
    insertRegulation(db, {
      document: PRESETS.tip,
      fromDate: '2026-09-01',
      madeAt: '2026-08-01T00:00:00Z',
      madeBy: '',
    });
  });
  const { periods } = await teacher.school.overview();
  periodId = periods.find(({ kind, number }) => kind === 'quarter' && number === 2)!.id;
}
beforeEach(newSchool);
afterEach(() => school.remove());

const page = () => teacher.journal.page({ pageId: school.pages.algebra, periodId });
/** Sets the quarter's mark by the version that stands there. */
async function setPeriodMark(pupilId: number, value: '4' | '5' | '') {
  const { periodMarks } = await page();
  const version = periodMarks.find(([pupil, of]) => pupil === pupilId && of === periodId)?.[4] ?? 0;
  return teacher.journal.setPeriodMark({
    requestId: randomUUID(),
    pageId: school.pages.algebra,
    pupilId,
    periodId,
    version,
    value,
    note: value === '' ? '' : 'пояснение',
  });
}
/** What entering a mark of today's lesson is refused with; undefined: it was entered. */
async function enter(pupilId: number) {
  const lessonId = school.lessons.algebra[2] ?? 0;
  const { cells, marks } = await page();
  const stands = marks.find(([lesson, pupil]) => lesson === lessonId && pupil === pupilId)?.[4];
  // Another one than stands there: what changes nothing is refused by no lock.
  const value = stands === '5' ? '4' : '5';
  const version =
    cells.find(([lesson, pupil]) => lesson === lessonId && pupil === pupilId)?.[2] ?? 0;
  const entered = teacher.journal.enterCell({
    requestId: randomUUID(),
    lessonId,
    pupilId,
    version,
    content: { attendance: null, lateMinutes: null, remark: '', marks: [{ work: 1, value }] },
  });
  const refused = await refusalOf(entered);
  return refused === undefined ? undefined : (refused.data as { reason?: string }).reason;
}
/** Жуков comes from 1-А today. */
const comes = () =>
  school.core.open!.journal.write((db) => {
    const { zhukov } = school.pupils;
    run(
      db,
      change<[number]>("UPDATE class_membership SET to_date = '2026-11-22' WHERE pupil_id = ?"),
      [zhukov],
    );
    run(
      db,
      change<[number]>(
        "INSERT INTO class_membership (class_id, pupil_id, from_date) VALUES (1, ?, '2026-11-23')",
      ),
      [zhukov],
    );
  });

test('taking a period mark away does not open a page that was complete', async () => {
  const { abramov, yolkina } = school.pupils;
  await setPeriodMark(abramov, '4');
  expect(await enter(abramov)).toBeUndefined();
  await setPeriodMark(yolkina, '4');
  expect(await enter(abramov)).toBe('periodMarksSet');
  await setPeriodMark(yolkina, '');
  expect(await enter(abramov)).toBe('periodMarksSet');
  expect(await enter(yolkina)).toBe('periodMarksSet');
  await setPeriodMark(yolkina, '5');
  expect(auditChainHolds(school.core.open!.journal.db)).toBe(true);
});

test('a page that was complete before anything was written of it stays closed too', async () => {
  const { abramov, yolkina } = school.pupils;
  await setPeriodMark(abramov, '4');
  await setPeriodMark(yolkina, '4');
  school.core.open!.journal.write((db) => db.connection.exec('DELETE FROM page_closing'));
  await setPeriodMark(yolkina, '');
  expect(await enter(abramov)).toBe('periodMarksSet');
});

test('a mark taken away before the page was complete closes nothing', async () => {
  const { abramov, yolkina } = school.pupils;
  await setPeriodMark(abramov, '4');
  await setPeriodMark(abramov, '');
  await setPeriodMark(yolkina, '4');
  expect(await enter(abramov)).toBeUndefined();
});

test('who comes to a closed page gets marks; the others do not', async () => {
  const { abramov, yolkina, zhukov } = school.pupils;
  await setPeriodMark(abramov, '4');
  await setPeriodMark(yolkina, '4');
  comes();
  expect((await page()).locks.newcomers).toEqual([zhukov]);
  expect(await enter(abramov)).toBe('periodMarksSet');
  expect(await enter(zhukov)).toBeUndefined();
  await setPeriodMark(zhukov, '5');
  expect(await enter(zhukov)).toBe('periodMarksSet');
  expect((await page()).locks.newcomers).toEqual([]);
});

test('the administrator opens it for a cause, and the last mark tells every window of the closing', async () => {
  const { abramov, yolkina } = school.pupils;
  await setPeriodMark(abramov, '4');
  const changes = await teacher.journal.watch({ pageId: school.pages.algebra });
  const heard = (async () => {
    for await (const one of changes) if (one.kind === 'locks') return true;
    return false;
  })();
  await setPeriodMark(yolkina, '4');
  expect(await heard).toBe(true);
  await school.administrator.client.journal.openLocked({
    requestId: randomUUID(),
    pageId: school.pages.algebra,
    fromDate: '2026-11-23',
    toDate: '2026-11-23',
    pupilId: null,
    untilDay: '2026-11-23',
    reason: 'пересдача',
  });
  expect(await enter(abramov)).toBeUndefined();
});

test('a window that looks at the page hears when an opening ends by itself', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const { id } = await school.administrator.client.journal.openLocked({
      requestId: randomUUID(),
      pageId: school.pages.algebra,
      fromDate: '2026-11-16',
      toDate: '2026-11-23',
      pupilId: null,
      untilDay: '2026-11-23',
      reason: 'пересдача',
    });
    const changes = await teacher.journal.watch({ pageId: school.pages.algebra });
    const next = changes.next();
    vi.advanceTimersByTime(60_000);
    school.core.open!.journal.write((db) =>
      run(db, change<[number]>("UPDATE lock_opening SET until = '2026-11-22T23:59' WHERE id = ?"), [
        id,
      ]),
    );
    vi.advanceTimersByTime(30_000);
    expect((await next).value).toMatchObject({ kind: 'locks' });
    await changes.return?.();
  } finally {
    vi.useRealTimers();
  }
});

const COMPLETE = [
  { who: 'abramov', value: '4' },
  { who: 'yolkina', value: '4' },
] as const;

test('whatever is done with period marks, and whoever comes, what was closed stays closed', async () => {
  expect.hasAssertions();
  const step = fc.oneof(
    fc.record({
      who: fc.constantFrom('abramov' as const, 'yolkina' as const, 'zhukov' as const),
      value: fc.constantFrom('4' as const, '5' as const, '' as const),
    }),
    fc.constant('comes' as const),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 7 }), async (tail) => {
      // Every run comes to a closing: what follows must not undo it.
      const steps = [...COMPLETE, ...tail];
      school.remove();
      await newSchool();
      const closed = new Set<number>();
      let came = false;
      for (const one of steps) {
        if (one === 'comes') {
          if (!came) comes();
          came = true;
        } else if (one.who !== 'zhukov' || came) {
          await setPeriodMark(school.pupils[one.who], one.value);
        }
        const { abramov, yolkina, zhukov } = school.pupils;
        for (const pupilId of came ? [abramov, yolkina, zhukov] : [abramov, yolkina]) {
          const reason = await enter(pupilId);
          if (closed.has(pupilId)) expect(reason).toBe('periodMarksSet');
          if (reason !== undefined) closed.add(pupilId);
        }
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
