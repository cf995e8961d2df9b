import { afterEach, beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool } from '../testing/school';
import { blankSheets } from './blank-sheets';

let school: Awaited<ReturnType<typeof smallSchool>>;
beforeEach(async () => {
  school = await smallSchool();
});
afterEach(() => school.remove());

const week = { from: '2026-11-16', to: '2026-11-21' } as const;
async function readingOf(role: 'teacher' | 'deputy') {
  const { connection } = await school.windowOf(role);
  const { core } = school;
  const { db } = core.open!.journal;
  return { db, actor: connection.session!, today: '2026-11-23', core } as const;
}

test('a teacher gets the own pages with their lists and lessons, nothing filled in', async () => {
  const { parts, heading } = blankSheets(await readingOf('teacher'), week);
  expect(heading[1]).toBe('Фамилия-teacher И., с 16.11.2026 по 21.11.2026');
  const grids = parts.filter(({ rowHeight }) => rowHeight === 18);
  expect(grids.map(({ heading: title }) => title)).toContain('8-А. Русский язык');
  const grid = grids.find(({ heading: title }) => title === '8-А. Русский язык');
  expect(grid?.columns.slice(2).map(({ title }) => title)).toHaveLength(2);
  expect(grid?.rows.map(({ cells }) => cells.slice(1))).toEqual([
    [expect.stringContaining('Абрамов'), null, null],
    [expect.stringContaining('Ёлкина'), null, null],
  ]);
  // Who left on 10 November is on no sheet of a later week.
  expect(JSON.stringify(parts)).not.toContain('Власов');
});

test('of a class all pages that may be seen; a month at the most', async () => {
  const teacher = (await school.windowOf('teacher')).client;
  const { classId } = (await teacher.journal.pages({})).find(
    ({ className }) => className === '8-А',
  )!;
  const own = blankSheets(await readingOf('teacher'), { ...week, classId });
  const all = blankSheets(await readingOf('deputy'), { ...week, classId });
  expect(all.parts.length).toBeGreaterThanOrEqual(own.parts.length);
  expect(all.heading[1]).toContain('8-А');
  const deputy = (await school.windowOf('deputy')).client;
  const long = deputy.journal.blankSheets({ from: '2026-09-01', to: '2026-12-01', classId });
  expect(await refusalOf(long)).toEqual({ code: 'INVALID', data: { why: 'dates' } });
});
