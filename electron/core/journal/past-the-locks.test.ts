import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CellContent } from '#contract/journal';
import { insertRegulation } from '#db/queries/regulation';
import { all, change, run, select } from '#db/statement';
import { PRESETS } from '#domain/regulation/presets/index';
import type { Regulation } from '#domain/regulation/regulation';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
let teacher: Client;
beforeEach(async () => {
  school = await smallSchool();
  teacher = (await school.windowOf('teacher')).client;
});
afterEach(() => school.remove());

const requestId = () => randomUUID();
const sql = (text: string) =>
  school.core.open!.journal.write((db) => run(db, change<[]>(text), []).id);
const count = (table: string) =>
  all(
    school.core.open!.journal.db,
    select<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`),
    [],
  )[0]?.n;
const closeYear = () => sql("UPDATE school_year SET closed_on = '2026-11-20'");
/** Of 16 November, 18 November and today, the 23rd. */
const lesson = (index: 0 | 1 | 2) => school.lessons.algebra[index] ?? 0;
const cell = (lessonId: number, some: Partial<CellContent>, version = 0) =>
  refusalOf(
    teacher.journal.enterCell({
      requestId: requestId(),
      lessonId,
      pupilId: school.pupils.abramov,
      version,
      content: { attendance: null, lateMinutes: null, remark: '', marks: [], ...some },
    }),
  );
const five: Partial<CellContent> = { marks: [{ work: 1, value: '5' }] };

/** The gymnasium's rules with some of them chosen otherwise, from the beginning of the year. */
function inForce(rules: Partial<Regulation['rules']>): void {
  sql('DELETE FROM regulation_version');
  const document: Regulation = { ...PRESETS.kia, rules: { ...PRESETS.kia.rules, ...rules } };
  const made = { madeAt: '2026-08-01T00:00:00Z', madeBy: '' };
  school.core.open!.journal.write((db) =>
    insertRegulation(db, { document, fromDate: '2026-09-01', ...made }),
  );
}

/** Oral marks are entered on the day, written ones in the following days; nothing backwards. */
function oralClosed(): void {
  const { backdatedMarks, writtenMarkEntry } = PRESETS.kia.rules;
  const deadline = { by: 'days', days: 10, counted: 'calendar' } as const;
  inForce({
    backdatedMarks: { ...backdatedMarks, value: false },
    writtenMarkEntry: {
      ...writtenMarkEntry,
      value: [{ gradeFrom: 2, gradeTo: 12, deadline }],
    },
  });
}

test('a lesson that is still to come takes neither marks nor attendance', async () => {
  const ahead = sql(
    `INSERT INTO lesson (page_id, date, lesson_number) VALUES (${school.pages.algebra}, '2026-11-25', 2)`,
  );
  const toCome = { code: 'INVALID', data: { why: 'lessonToCome' } };
  expect(await cell(ahead, five)).toEqual(toCome);
  expect(await cell(ahead, { attendance: 'absent' })).toEqual(toCome);
  const topic = { lessonId: ahead, version: 0, topic: 'Корни', homework: '№ 5' };
  expect(
    await refusalOf(teacher.journal.setLesson({ requestId: requestId(), ...topic })),
  ).toBeUndefined();
});

test('in a closed year neither a remark nor the lines of the plan are changed', async () => {
  expect(await cell(lesson(0), { remark: 'Без тетради' })).toBeUndefined();
  const topic = { lessonId: lesson(0), version: 0, topic: 'Корни', homework: '' };
  await teacher.journal.setLesson({ requestId: requestId(), ...topic });
  const plan = sql(
    "INSERT INTO plan (year_id, subject_id, grade, title) VALUES (1, 1, 8, 'Алгебра')",
  );
  const row = sql(`INSERT INTO plan_row (plan_id, position, topic) VALUES (${plan}, 1, 'Корни')`);
  sql(`INSERT INTO lesson_plan_row (lesson_id, plan_row_id) VALUES (${lesson(0)}, ${row})`);
  closeYear();
  const closed = { code: 'CLOSED', data: { reason: 'yearClosed' } };
  expect(await cell(lesson(0), { remark: 'Другое' }, 1)).toMatchObject(closed);
  const unlinked = { ...topic, version: 1, planRows: [] };
  expect(
    await refusalOf(teacher.journal.setLesson({ requestId: requestId(), ...unlinked })),
  ).toMatchObject(closed);
});

test('marks that are closed are not opened by calling their work a written one', async () => {
  expect(await cell(lesson(1), five)).toBeUndefined();
  oralClosed();
  const backdated = { code: 'CLOSED', data: { reason: 'backdated' } };
  expect(await cell(lesson(1), {}, 1)).toMatchObject(backdated);
  const work = { lessonId: lesson(1), position: 1, kindId: 1, weight: 1, title: '', written: true };
  expect(
    await refusalOf(teacher.journal.setWork({ requestId: requestId(), ...work })),
  ).toMatchObject(backdated);
  expect(count('mark')).toBe(1);
});

test('a period that has not begun takes no mark', async () => {
  const { periods } = await teacher.school.overview();
  const periodId = periods.find(({ kind, number }) => kind === 'quarter' && number === 3)!.id;
  const mark = { pageId: school.pages.algebra, pupilId: school.pupils.abramov, periodId };
  const set = teacher.journal.setPeriodMark({
    requestId: requestId(),
    ...mark,
    version: 0,
    value: '5',
    note: 'пояснение',
  });
  expect(await refusalOf(set)).toEqual({ code: 'INVALID', data: { why: 'dates' } });
  expect(count('period_mark')).toBe(0);
});

test('where topics and homework are not written ahead, the lesson takes them from its own day on', async () => {
  const ahead = sql(
    `INSERT INTO lesson (page_id, date, lesson_number) VALUES (${school.pages.algebra}, '2026-11-25', 2)`,
  );
  const { writingAhead } = PRESETS.kia.rules;
  inForce({ writingAhead: { ...writingAhead, value: false, clauses: ['КИА 4.4.6'] } });
  const set = (lessonId: number, more: object) => {
    const texts = { topic: '', homework: '', ...more };
    return refusalOf(
      teacher.journal.setLesson({ requestId: requestId(), lessonId, version: 0, ...texts }),
    );
  };
  const closed = { code: 'CLOSED', data: { reason: 'ahead', clauses: ['КИА 4.4.6'] } };
  expect(await set(ahead, { topic: 'Корни' })).toMatchObject(closed);
  expect(await set(ahead, { homework: '№ 5' })).toMatchObject(closed);
  const details = { dueOn: null, minutes: 20, manner: '', materials: '' } as const;
  const homework = { lessonId: ahead, version: 0, forAll: details, tasks: [] };
  expect(
    await refusalOf(teacher.homework.set({ requestId: requestId(), ...homework })),
  ).toMatchObject(closed);
  expect(await set(lesson(2), { topic: 'Корни', homework: '№ 5' })).toBeUndefined();
  const { periods } = await teacher.school.overview();
  const periodId = periods.find(({ kind, number }) => kind === 'quarter' && number === 2)!.id;
  const { locks } = await teacher.journal.page({ pageId: school.pages.algebra, periodId });
  expect(locks.lessons).toEqual([[ahead, null, 'ahead']]);
});

test('a kind that was put away is not assigned anew; where it stands it stays', async () => {
  const [kind] = await teacher.dictionaries.workKinds();
  const work = { lessonId: lesson(0), position: 1, weight: 1, title: '', kindId: kind!.id };
  await teacher.journal.setWork({ requestId: requestId(), ...work });
  const { client } = school.administrator;
  const away = { requestId: requestId(), id: kind!.id, archived: true };
  await client.dictionaries.setWorkKindArchived(away);
  const again = { requestId: requestId(), ...work };
  expect(await refusalOf(teacher.journal.setWork({ ...again, lessonId: lesson(1) }))).toEqual({
    code: 'INVALID',
    data: { why: 'archivedKind' },
  });
  expect(await refusalOf(teacher.journal.setWork({ ...again, title: 'Корни' }))).toBeUndefined();
});

test('whom the regulation lets fill any page also says how homework is done', async () => {
  const { client: deputy } = await school.windowOf('deputy');
  const forAll = { dueOn: null, minutes: 20, manner: '', materials: '' } as const;
  const set = () =>
    refusalOf(
      deputy.homework.set({
        requestId: requestId(),
        lessonId: lesson(2),
        version: 0,
        forAll,
        tasks: [],
      }),
    );
  expect(await set()).toMatchObject({ code: 'FORBIDDEN', data: { why: 'notYourPage' } });
  inForce({});
  expect(await set()).toBeUndefined();
});
