import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { change, run } from '#db/statement';
import { smallSchool, type Client } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
let teacher: Client;
beforeEach(async () => {
  school = await smallSchool();
  teacher = (await school.windowOf('teacher')).client;
});
afterEach(() => school.remove());

const texts = async (client: Client) =>
  (await client.duties.mine()).lines.map(({ state, text, where }) => `${state}: ${text}, ${where}`);
const topic = (lessonId: number, version = 0) =>
  teacher.journal.setLesson({
    requestId: randomUUID(),
    lessonId,
    version,
    topic: 'Дроби',
    homework: '',
    planRows: [],
  });

test('lessons without anything are owed by their teacher until something is entered', async () => {
  const [first] = (await teacher.duties.mine()).lines;
  expect(first).toMatchObject({
    kind: 'lessonEmpty',
    text: '2 урока не заполнены',
    state: 'overdue',
    place: { at: 'lesson', date: '2026-11-16', number: 2 },
  });
  expect((await texts(teacher)).length).toBe(4);
  for (const lessonId of [...school.lessons.algebra, ...school.lessons.reading]) {
    await topic(lessonId);
  }
  expect(await texts(teacher)).toEqual([]);
});

test('who was absent is something: the topic is still owed', async () => {
  await teacher.journal.enterCell({
    requestId: randomUUID(),
    lessonId: school.lessons.algebra[0]!,
    pupilId: school.pupils.abramov,
    version: 0,
    content: { attendance: 'absent', lateMinutes: null, remark: '', marks: [] },
  });
  expect(await texts(teacher)).toContain(`overdue: 1 урок без темы, 8-А, ${await subject()}`);
});
const subject = async () =>
  (await teacher.journal.pages({}))
    .find(({ id }) => id === school.pages.algebra)!
    .subjectName.toLowerCase();

test('the one who holds a lesson instead owes it, the teacher does not', async () => {
  const deputy = (await school.windowOf('deputy')).client;
  const whose = async () =>
    (await deputy.duties.school()).lines.flatMap(({ staffId, count }) => staffId! * 100 + count);
  const before = await whose();
  const [{ staffId } = { staffId: 0 }] = (await deputy.duties.school()).people;
  school.core.open!.journal.write((db) => {
    const substitute = run(
      db,
      change<[string]>('INSERT INTO staff_member (last_name) VALUES (?)'),
      ['Заменова'],
    ).id;
    run(
      db,
      change<[number, number, number]>(
        `INSERT INTO day_change (kind, lesson_id, date, lesson_number, absent_id, substitute_id,
           before, registered_at, registered_by)
         VALUES ('substitution', ?, '2026-11-16', 2, ?, ?, '{}', '', '')`,
      ),
      [school.lessons.algebra[0]!, staffId, substitute],
    );
  });
  const { lines, people } = await deputy.duties.school();
  expect(people.map(({ name }) => name)).toContain('Заменова');
  const owed = (who: (id: number | null) => boolean) =>
    lines.filter((line) => who(line.staffId)).reduce((sum, { count }) => sum + count, 0);
  expect(before.reduce((sum, one) => sum + (one % 100), 0)).toBe(owed(() => true));
  expect(owed((id) => id !== staffId)).toBe(1);
});

test('a closed year leaves nothing to do; who has nothing to do with pages has nothing', async () => {
  const secretary = (await school.windowOf('secretary')).client;
  expect(await texts(secretary)).toEqual([]);
  school.core.open!.journal.write((db) =>
    db.connection.prepare("UPDATE school_year SET closed_on = '2026-11-22'").run(),
  );
  expect(await texts(teacher)).toEqual([]);
});
