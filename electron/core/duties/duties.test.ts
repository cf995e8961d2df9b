import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DutyKind } from '#domain/duties/kinds';
import { dutiesPaper } from './paper';
import { smallSchool, type Client } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
let teacher: Client;
let deputy: Client;
beforeEach(async () => {
  school = await smallSchool();
  teacher = (await school.windowOf('teacher')).client;
  deputy = (await school.windowOf('deputy')).client;
});
afterEach(() => school.remove());

const LESSONS: readonly DutyKind[] = ['lessonEmpty', 'topicMissing', 'homeworkMissing'];
/** «Контрольная работа» of a new journal. */
const CONTROL = 5;
const mine = async (client: Client, ...kinds: readonly DutyKind[]) =>
  (await client.duties.mine()).lines.filter(({ kind }) => kinds.includes(kind));
const texts = async (client: Client, ...kinds: readonly DutyKind[]) =>
  (await mine(client, ...kinds)).map(({ state, text }) => `${state}: ${text}`);
const insert = (sql: string, ...values: readonly (string | number | null)[]) =>
  school.core.open!.journal.write((db) =>
    Number(db.connection.prepare(sql).run(...values).lastInsertRowid),
  );

const topic = (lessonId: number) =>
  teacher.journal.setLesson({
    requestId: randomUUID(),
    lessonId,
    version: 0,
    topic: 'Дроби',
    homework: '',
    planRows: [],
  });
const cell = (
  pupilId: number,
  some: { attendance?: 'absent'; marks?: { work: number; value: '5' | '.' }[] },
) =>
  teacher.journal.enterCell({
    requestId: randomUUID(),
    lessonId: school.lessons.algebra[0]!,
    pupilId,
    version: 0,
    content: { attendance: null, lateMinutes: null, remark: '', marks: [], ...some },
  });

test('lessons without anything are owed by their teacher until something is entered', async () => {
  const [first] = await mine(teacher, ...LESSONS);
  expect(first).toMatchObject({
    kind: 'lessonEmpty',
    text: '2 урока не заполнены',
    state: 'overdue',
    role: 'teacher',
    place: { at: 'lesson', date: '2026-11-16', number: 2 },
  });
  expect(await texts(teacher, ...LESSONS)).toHaveLength(4);
  for (const lessonId of [...school.lessons.algebra, ...school.lessons.reading]) {
    await topic(lessonId);
  }
  expect(await texts(teacher, ...LESSONS)).toEqual([]);
});

test('who was absent is something: the topic is still owed', async () => {
  await cell(school.pupils.abramov, { attendance: 'absent' });
  expect(await texts(teacher, ...LESSONS)).toContain('overdue: 1 урок без темы');
});

test('the one who holds a lesson instead owes it, the teacher does not', async () => {
  const lessons = async () =>
    (await deputy.duties.school()).lines.filter(({ kind }) => LESSONS.includes(kind));
  const sum = (lines: readonly { readonly count: number }[]) =>
    lines.reduce((total, { count }) => total + count, 0);
  const before = await lessons();
  const [own] = before;
  const substitute = insert("INSERT INTO staff_member (last_name) VALUES ('Заменова')");
  insert(
    `INSERT INTO day_change (kind, lesson_id, date, lesson_number, absent_id, substitute_id, before,
       registered_at, registered_by)
     VALUES ('substitution', ?, '2026-11-16', 2, ?, ?, '{}', '', '')`,
    school.lessons.algebra[0]!,
    own!.staffId,
    substitute,
  );
  const after = await lessons();
  expect(sum(after)).toBe(sum(before));
  expect(sum(after.filter(({ staffId }) => staffId === substitute))).toBe(1);
  expect((await deputy.duties.school()).people.map(({ name }) => name)).toContain('Заменова');
});

test('a control work waits for a mark or a dot of everybody who was there', async () => {
  await teacher.journal.setWork({
    requestId: randomUUID(),
    lessonId: school.lessons.algebra[0]!,
    position: 1,
    kindId: CONTROL,
    weight: 3,
    title: 'Дроби',
  });
  expect(await texts(teacher, 'workUnmarked')).toEqual([
    'today: Выставить отметки: контрольная работа «Дроби», 2 ученика',
  ]);
  const [line] = await mine(teacher, 'workUnmarked');
  expect(line?.clauses).toContain('ТИП 2.6');
  await cell(school.pupils.abramov, { attendance: 'absent' });
  expect(await texts(teacher, 'workUnmarked')).toEqual([
    'today: Выставить отметки: контрольная работа «Дроби», 1 ученик',
  ]);
  expect((await mine(teacher, 'workUnmarked'))[0]?.place).toMatchObject({
    pupilId: school.pupils.yolkina,
  });
  await cell(school.pupils.yolkina, { marks: [{ work: 1, value: '.' }] });
  expect(await texts(teacher, 'workUnmarked', 'debtPast')).toEqual([]);
  insert("UPDATE lesson_work SET due_on = '2026-11-20'");
  expect(await texts(teacher, 'debtPast')).toEqual([
    'overdue: 1 долг: срок сдачи вышел, нужна отметка',
  ]);
});

test('marks for a quarter are owed of pages with marks only, until they stand', async () => {
  const { periods } = await teacher.school.overview();
  const quarter = periods.find(({ kind, number }) => kind === 'quarter' && number === 1)!;
  expect(await texts(teacher, 'periodMarks')).toEqual([
    'overdue: Выставить отметки за I четверть: 3 ученика',
  ]);
  const [line] = await mine(teacher, 'periodMarks');
  expect(line?.place).toMatchObject({ pageId: school.pages.algebra, periodId: quarter.id });
  const { abramov, yolkina, vlasov } = school.pupils;
  const set = (pupilId: number) =>
    insert(
      `INSERT INTO period_mark (pupil_id, subject_id, period_id, value, version)
       VALUES (?, 1, ?, '4', 1)`,
      pupilId,
      quarter.id,
    );
  set(abramov);
  set(yolkina);
  expect(await texts(teacher, 'periodMarks')).toEqual([
    'overdue: Выставить отметки за I четверть: 1 ученик',
  ]);
  const homeroom = (await school.windowOf('classTeacher')).client;
  expect(await texts(homeroom, 'classWithoutMarks')).toEqual([
    'overdue: Напомнить учителям: 1 ученик без отметок за I четверть',
  ]);
  expect(await texts(teacher, 'classWithoutMarks')).toEqual([]);
  set(vlasov);
  expect(await texts(teacher, 'periodMarks')).toEqual([]);
  expect(await texts(homeroom, 'classWithoutMarks')).toEqual([]);
});

test('a plan is owed until the page has one with lines', async () => {
  const pages = async () => (await mine(teacher, 'planMissing')).map(({ place }) => place);
  expect(await pages()).toEqual([
    { at: 'plan', pageId: school.pages.algebra },
    { at: 'plan', pageId: school.pages.reading },
  ]);
  const plan = insert(
    "INSERT INTO plan (year_id, subject_id, grade, title) VALUES (1, 1, 8, 'Алгебра')",
  );
  insert('INSERT INTO plan_page (page_id, plan_id) VALUES (?, ?)', school.pages.algebra, plan);
  expect(await pages()).toHaveLength(2);
  insert("INSERT INTO plan_row (plan_id, position, topic) VALUES (?, 1, 'Дроби')", plan);
  expect(await pages()).toEqual([{ at: 'plan', pageId: school.pages.reading }]);
});

test('the class teacher checks pupils’ data again and again (R5)', async () => {
  const homeroom = (await school.windowOf('classTeacher')).client;
  expect(await texts(homeroom, 'dataCheck')).toEqual(['later: Сверить данные учеников: 2 ученика']);
  const check = insert(
    "INSERT INTO data_check (class_id, name, started_on) VALUES (1, 'Ноябрь', '2026-11-20')",
  );
  const done = (pupilId: number) =>
    insert(
      "INSERT INTO data_check_pupil (check_id, pupil_id, done_on, result) VALUES (?, ?, '2026-11-22', 'confirmed')",
      check,
      pupilId,
    );
  done(school.pupils.abramov);
  expect((await mine(homeroom, 'dataCheck'))[0]).toMatchObject({
    count: 1,
    place: { at: 'dataChecks', checkId: check },
  });
  done(school.pupils.yolkina);
  expect(await texts(homeroom, 'dataCheck')).toEqual([]);
});

test('lessons whose teacher is absent are the deputy’s until somebody holds them (ТИП 2.13)', async () => {
  const [own] = (await deputy.duties.school()).lines.filter(({ kind }) => kind === 'lessonEmpty');
  // Physics has no teacher at all.
  insert('UPDATE lesson SET cancelled = 1 WHERE page_id = ?', school.pages.physics);
  expect(await texts(deputy, 'lessonsWithoutTeacher')).toEqual([]);
  insert(
    "INSERT INTO staff_absence (staff_id, from_date, to_date, reason) VALUES (?, '2026-11-23', '2026-11-24', 'illness')",
    own!.staffId,
  );
  const [line] = await mine(deputy, 'lessonsWithoutTeacher');
  expect(line).toMatchObject({
    text: '2 урока без учителя: назначить замену',
    where: '23.11, Фамилия-teacher И.',
    place: { at: 'changes', date: '2026-11-23' },
    clauses: ['ТИП 2.13'],
  });
  expect(await texts(teacher, 'lessonsWithoutTeacher')).toEqual([]);
});

test('a page without a teacher is given one, until its lessons were held all the same', async () => {
  expect(await texts(deputy, 'pageWithoutTeacher')).toEqual([
    'overdue: 2 урока без учителя: назначить в нагрузке',
    'today: 1 урок без учителя: назначить в нагрузке',
  ]);
  insert("UPDATE lesson SET topic = 'Сила' WHERE id = ?", school.lessons.physics[0]!);
  expect((await mine(deputy, 'pageWithoutTeacher'))[0]?.count).toBe(1);
  insert(
    "INSERT INTO page_teacher (page_id, staff_id, from_date) VALUES (?, 2, '2026-09-01')",
    school.pages.physics,
  );
  expect(await texts(deputy, 'pageWithoutTeacher')).toEqual([]);
});

test('who looks at a list is told when something on a page changes, not what', async () => {
  const watched = await deputy.duties.watch();
  const next = watched.next();
  await topic(school.lessons.algebra[0]!);
  expect(await next).toEqual({ done: false, value: 'changed' });
  await watched.return(undefined);
});

test('on paper: everybody’s, one person’s, one class’s', async () => {
  const { people, lines } = await deputy.duties.school();
  const staffId = people[0]!.staffId;
  const reading = {
    db: school.core.open!.journal.db,
    core: school.core,
    today: school.core.today(),
    actor: {
      accountId: 1,
      staffId: 1,
      roles: ['deputy'] as const,
      name: '',
      login: '',
      mustChangePassword: false,
    },
  };
  const rowsOf = (wanted: Parameters<typeof dutiesPaper>[1]) =>
    dutiesPaper(reading, wanted)
      .parts.at(-1)!
      .rows.filter(({ kind }) => kind === undefined);
  expect(rowsOf({})).toHaveLength(lines.length);
  expect(rowsOf({ staffId })).toHaveLength(lines.filter((line) => line.staffId === staffId).length);
  expect(rowsOf({ classId: 2 })).toHaveLength(
    lines.filter(({ classIds }) => classIds.includes(2)).length,
  );
  expect(dutiesPaper(reading, {}).parts.map(({ heading }) => heading)).toEqual([
    'По исполнителям',
    'По классам',
    'Список',
  ]);
});

test('a proposed control work is the deputy’s to fix (T5)', async () => {
  const lesson = insert(
    "INSERT INTO lesson (page_id, date, lesson_number) VALUES (?, '2026-11-25', 2)",
    school.pages.algebra,
  );
  const work = insert(
    "INSERT INTO control_work (page_id, date, lesson_number, kind_id) VALUES (?, '2026-11-25', 2, 5)",
    school.pages.algebra,
  );
  expect(await texts(deputy, 'controlsProposed', 'controlsMisplaced')).toEqual([
    'week: 1 контрольная предложена: утвердить в графике',
  ]);
  insert('UPDATE control_work SET fixed = 1 WHERE id = ?', work);
  expect(await texts(deputy, 'controlsProposed', 'controlsMisplaced')).toEqual([]);
  insert('UPDATE lesson SET cancelled = 1 WHERE id = ?', lesson);
  expect(await texts(deputy, 'controlsProposed', 'controlsMisplaced')).toEqual([
    'week: 1 контрольная стоит в графике не на уроке: перенести',
  ]);
  expect(await texts(teacher, 'controlsMisplaced')).toEqual([]);
});

test('a closed year leaves nothing to do; who has nothing to do with pages has nothing', async () => {
  const secretary = (await school.windowOf('secretary')).client;
  expect((await secretary.duties.mine()).lines).toEqual([]);
  insert("UPDATE school_year SET closed_on = '2026-11-22'");
  expect((await teacher.duties.mine()).lines).toEqual([]);
  expect((await deputy.duties.school()).lines).toEqual([]);
});
