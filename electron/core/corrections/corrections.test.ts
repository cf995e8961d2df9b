import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CellContent } from '#contract/journal';
import { CORRECTION_KINDS } from '#domain/journal/corrections';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';
import { correctionsPaper } from './paper';

let now = new Date(2026, 10, 23, 9, 0);
let school: Awaited<ReturnType<typeof smallSchool>>;
let teacher: Client;
beforeEach(async () => {
  now = new Date(2026, 10, 23, 9, 0);
  school = await smallSchool({ now: () => now });
  teacher = (await school.windowOf('teacher')).client;
});
afterEach(() => school.remove());

const all = { kinds: [...CORRECTION_KINDS], withSlips: false };
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
  // Nobody is locked out for having been idle meanwhile.
  for (const connection of school.core.connections) connection.lastSeen = now.getTime();
};
const cell = (change: Partial<CellContent>): CellContent => ({
  attendance: null,
  lateMinutes: null,
  remark: '',
  marks: [],
  ...change,
});
const marked = (value: CellContent['marks'][number]['value']) =>
  cell({ marks: [{ work: 1, value }] });
const enter = (version: number, content: CellContent) =>
  teacher.journal.enterCell({
    requestId: randomUUID(),
    lessonId: school.lessons.algebra[0]!,
    pupilId: school.pupils.abramov,
    version,
    content,
  });

test('who, when, the first mark and the last one (ТИП 2.14); a slip only where it is asked for', async () => {
  await enter(0, marked('3'));
  later(5);
  await enter(1, marked('4'));
  later(60);
  await enter(2, cell({ attendance: 'absent', marks: [{ work: 1, value: '5' }] }));
  later(60);
  await enter(3, cell({ attendance: 'ill', marks: [{ work: 1, value: '5' }] }));
  const deputy = (await school.windowOf('deputy')).client;
  const { rows, byTeacher, byClass } = await deputy.corrections.list(all);
  expect(rows.map(({ kind, before, after, time }) => [kind, before, after, time])).toEqual([
    ['attendance', 'Н', 'Б', '11:05'],
    ['mark', '4', '5', '10:05'],
  ]);
  expect(rows[1]).toMatchObject({
    day: '2026-11-23',
    by: 'Фамилия-teacher И.',
    className: '8-А',
    subjectName: 'Русский язык',
    where: '16.11, 2-й урок',
    pupil: 'Абрамов И.',
  });
  expect(byTeacher).toMatchObject([{ marks: 1, periodMarks: 0, others: 1 }]);
  expect(byClass).toMatchObject([{ name: '8-А', marks: 1, others: 1 }]);
  const withSlips = await deputy.corrections.list({ ...all, withSlips: true });
  expect(withSlips.rows).toHaveLength(3);
  expect((await deputy.corrections.list({ ...all, kinds: ['mark'] })).rows).toHaveLength(1);
});

test('lessons’ words and marks for periods are told as well, and the days bound the list', async () => {
  const lessonId = school.lessons.algebra[0]!;
  const set = (version: number, topic: string) =>
    teacher.journal.setLesson({ requestId: randomUUID(), lessonId, version, topic, homework: '' });
  await set(0, 'Корни');
  const { periods } = await teacher.school.overview();
  const periodId = periods.find(({ kind, number }) => kind === 'quarter' && number === 2)!.id;
  const grade = (version: number, value: '3' | '4') =>
    teacher.journal.setPeriodMark({
      requestId: randomUUID(),
      pageId: school.pages.algebra,
      pupilId: school.pupils.abramov,
      periodId,
      value,
      note: version === 0 ? 'Пропуски' : 'Пересдача',
      version,
    });
  await grade(0, '3');
  later(60 * 24 * 2);
  await set(1, 'Квадратные корни');
  await grade(1, '4');
  const deputy = (await school.windowOf('deputy')).client;
  const { rows } = await deputy.corrections.list(all);
  expect(rows.map(({ kind, where, before, after }) => [kind, where, before, after])).toEqual([
    ['periodMark', 'II четверть', '3', '4'],
    ['topic', '16.11, 2-й урок', 'Корни', 'Квадратные корни'],
  ]);
  const before = await deputy.corrections.list({ ...all, to: '2026-11-24' });
  expect(before.rows).toEqual([]);
  const wrong = deputy.corrections.list({ ...all, from: '2026-11-25', to: '2026-11-24' });
  expect(await refusalOf(wrong)).toEqual({ code: 'INVALID', data: { why: 'dates' } });
});

test('a task of its own taken out and other minutes are corrections; what is only added is none', async () => {
  const lessonId = school.lessons.algebra[0]!;
  const details = { dueOn: null, minutes: null, manner: '', materials: '' } as const;
  const set = (version: number, minutes: number | null, texts: readonly string[]) =>
    teacher.homework.set({
      requestId: randomUUID(),
      lessonId,
      version,
      forAll: { ...details, minutes, manner: 'oral' },
      tasks: texts.map((text) => ({
        ...details,
        text,
        groupId: null,
        pupilIds: [school.pupils.abramov],
      })),
    });
  await set(0, 20, []);
  later(60);
  await set(1, 20, ['№ 5']);
  later(60);
  await set(2, 30, []);
  const deputy = (await school.windowOf('deputy')).client;
  const { rows } = await deputy.corrections.list({ ...all, kinds: ['homework'] });
  expect(rows.map(({ where, before, after }) => [where, before, after])).toEqual([
    ['16.11, 2-й урок', '20 мин; устно; для 1 ученика: № 5', '30 мин; устно'],
  ]);
});

test('a teacher sees own corrections only, a secretary none; the paper has all of the list', async () => {
  await enter(0, marked('2'));
  later(60);
  await enter(1, marked('3'));
  expect((await teacher.corrections.list(all)).rows).toHaveLength(1);
  const { client: other, connection } = await school.windowOf('director');
  expect((await other.corrections.list({ ...all, staffId: 1 })).rows).toEqual([]);
  const secretary = (await school.windowOf('secretary')).client;
  expect(await refusalOf(secretary.corrections.list(all))).toEqual({
    code: 'FORBIDDEN',
    data: { why: 'role' },
  });
  const reading = {
    db: school.core.open!.journal.db,
    actor: connection.session!,
    today: '2026-11-23',
    core: school.core,
  } as const;
  const paper = correctionsPaper(reading, all);
  expect(paper.parts[0]?.rows[0]?.cells.slice(0, 4)).toEqual([
    'Фамилия-teacher И.',
    '23.11.2026 10:00',
    '2',
    '3',
  ]);
});
