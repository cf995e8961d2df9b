import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { schoolOfChanges } from './testing/school-of-changes';
import { daySheet, registerPaper } from './papers';

let remove = () => {};
afterEach(() => remove());

async function changed() {
  const school = await schoolOfChanges({ now: () => new Date(2026, 10, 23, 10, 0) });
  remove = school.remove;
  const { client, connection } = await school.windowOf('deputy');
  const decide = (
    lessonId: number,
    decision: Parameters<typeof client.changes.decide>[0]['decision'],
  ) =>
    client.changes.decide({
      requestId: randomUUID(),
      lessonId,
      lastChangeId: 0,
      decision,
      reason: 'Заявление',
      payment: 'paid',
      lateWhy: '',
    });
  await decide(school.tuesday.algebra, { kind: 'substitution', staffId: school.second });
  await decide(school.tuesday.reading, { kind: 'cancellation' });
  const reading = {
    db: school.journal.db,
    actor: connection.session!,
    today: '2026-11-23',
    core: school.core,
  } as const;
  return { reading };
}

test('the sheet for the wall tells every change by class and by teacher (T4)', async () => {
  const { reading } = await changed();
  const sheet = daySheet(reading, { date: '2026-11-24' });
  expect(sheet.heading).toEqual(['Изменения в расписании на 24 ноября, вторник']);
  const [classes, teachers] = sheet.parts.map(({ rows }) => rows.map(({ cells }) => cells));
  expect(classes?.map(([name, number, , what]) => [name, number, what])).toEqual([
    ['1-А', 3, 'урок отменён'],
    ['8-А', 1, 'замена: Вторая И.'],
  ]);
  const names = teachers?.map(([name]) => name).filter((name) => name !== '');
  expect(names).toEqual(['Вторая И.', 'Третья И.', 'Фамилия-teacher И.']);
  expect(daySheet(reading, { date: '2026-11-23' }).lines).toHaveLength(1);
});

test('the register adds up hours of those whose lessons were changed (ЭЛЖ 14)', async () => {
  const { reading } = await changed();
  const future = { ...reading, today: '2026-11-30' } as const;
  const paper = registerPaper(future, { from: '2026-11-01', to: '2026-11-30' });
  const [lines, hours] = paper.parts;
  expect(lines?.rows).toHaveLength(2);
  expect(hours?.rows.map(({ cells }) => cells)).toEqual([
    ['Вторая И.', 4, 0, 1, 0, 0],
    ['Третья И.', 3, 1, 0, 0, 0],
    ['Фамилия-teacher И.', 6, 2, 0, 0, 0],
    ['Всего', 13, 3, 1, 0, 0],
  ]);
});
