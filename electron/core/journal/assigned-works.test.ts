import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { change, run } from '#db/statement';
import { smallSchool } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>> | undefined;
afterEach(() => school?.remove());
const requestId = () => randomUUID();

async function opened() {
  school = await smallSchool();
  const { client } = await school.windowOf('teacher');
  const { periods } = await client.school.overview({});
  const quarter = (number: number) =>
    periods.find(
      (one) =>
        one.kind === 'quarter' && one.number === number && one.gradeFrom <= 8 && one.gradeTo >= 8,
    )!;
  const page = (number: number) =>
    client.journal.page({ pageId: school!.pages.algebra, periodId: quarter(number).id });
  return { school, client, quarter, page };
}

test('a lesson has several works, each with its form and dates; nothing is due before it is given', async () => {
  const { school, client, page } = await opened();
  const [lessonId = 0] = school.lessons.algebra; // 16 November
  const work = { lessonId, kindId: 5, weight: 3, title: 'Степени' };
  await client.journal.setWork({ requestId: requestId(), ...work, position: 1 });
  const second = {
    ...work,
    position: 2,
    kindId: 1,
    weight: 5,
    title: 'Защита',
    written: true,
    givenOn: '2026-11-17',
    dueOn: '2026-11-20',
  } as const;
  await expect(
    client.journal.setWork({ requestId: requestId(), ...second, dueOn: '2026-11-16' }),
  ).rejects.toMatchObject({ code: 'INVALID', data: { why: 'dates' } });
  await expect(
    client.journal.setWork({
      requestId: requestId(),
      ...second,
      givenOn: null,
      dueOn: '2026-11-15',
    }),
  ).rejects.toMatchObject({ code: 'INVALID', data: { why: 'dates' } });
  await client.journal.setWork({ requestId: requestId(), ...second });
  expect((await page(2)).works).toEqual([
    [lessonId, 1, 5, 3, 'Степени', null, null, null],
    [lessonId, 2, 1, 5, 'Защита', 1, '2026-11-17', '2026-11-20'],
  ]);
  await client.journal.removeWork({ requestId: requestId(), lessonId, position: 2 });
  expect((await page(2)).works).toHaveLength(1);
});

test('a dot of an earlier period is shown until a mark stands in its place, and its history stays', async () => {
  const { school, client, page, quarter } = await opened();
  const { abramov } = school.pupils;
  const before = school.core.open!.journal.write(
    (db) =>
      run(
        db,
        change<[number, string]>(
          'INSERT INTO lesson (page_id, date, lesson_number) VALUES (?, ?, 2)',
        ),
        [school.pages.algebra, '2026-10-07'],
      ).id,
  );
  expect(quarter(1).endsOn < quarter(2).startsOn).toBe(true);
  const cell = (lessonId: number, version: number, value: '.' | '4') =>
    client.journal.enterCell({
      requestId: requestId(),
      lessonId,
      pupilId: abramov,
      version,
      content: {
        attendance: null,
        lateMinutes: null,
        remark: '',
        marks: [{ work: 1, value }],
      },
    });
  await cell(before, 0, '.');
  await client.journal.setWork({
    requestId: requestId(),
    lessonId: before,
    position: 1,
    kindId: 5,
    weight: 3,
    title: '',
    dueOn: '2026-10-14',
  });
  await cell(school.lessons.algebra[0]!, 0, '.');
  expect((await page(2)).olderDebts).toEqual([[abramov, before, '2026-10-07', 5, '2026-10-14']]);
  expect((await page(1)).olderDebts).toEqual([]);

  await cell(before, 1, '4');
  expect((await page(2)).olderDebts).toEqual([]);
  const history = await client.journal.cellHistory({ lessonId: before, pupilId: abramov });
  expect(history.map(({ after }) => after?.marks.map(({ value }) => value))).toEqual(
    expect.arrayContaining([['.'], ['4']]),
  );
});
