import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CellContent } from '#contract/journal';
import { insertRegulation } from '#db/queries/regulation';
import { change, run } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { PRESETS } from '#domain/regulation/presets/index';
import type { Regulation } from '#domain/regulation/regulation';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
let teacher: Client;
let administrator: Client;
beforeEach(async () => {
  school = await smallSchool();
  teacher = (await school.windowOf('teacher')).client;
  administrator = school.administrator.client;
});
afterEach(() => school.remove());

/** Puts a regulation in force from a day, in place of what the journal began with. */
function inForce(document: Regulation, fromDate: IsoDate = '2026-09-01'): void {
  school.core.open!.journal.write((db) => {
    db.connection.prepare('DELETE FROM regulation_version WHERE from_date = ?').run(fromDate);
    insertRegulation(db, { document, fromDate, madeAt: '2026-08-01T00:00:00Z', madeBy: '' });
  });
}
const week: Regulation = {
  ...PRESETS.kia,
  rules: {
    ...PRESETS.kia.rules,
    editingWindow: { ...PRESETS.kia.rules.editingWindow, value: 'week' },
  },
};
/** Of 16 November, 18 November and today, the 23rd. */
const lesson = (index: 0 | 1 | 2) => school.lessons.algebra[index] ?? 0;
const enter = (client: Client, lessonId: number, some: Partial<CellContent>, version = 0) =>
  refusalOf(
    client.journal.enterCell({
      requestId: randomUUID(),
      lessonId,
      pupilId: school.pupils.abramov,
      version,
      content: { attendance: null, lateMinutes: null, remark: '', marks: [], ...some },
    }),
  );
const five: Partial<CellContent> = { marks: [{ work: 1, value: '5' }] };
const page = async (client: Client, number = 2) => {
  const { periods } = await client.school.overview();
  const periodId = periods.find((one) => one.kind === 'quarter' && one.number === number)!.id;
  return client.journal.page({ pageId: school.pages.algebra, periodId });
};

test('after the window marks are closed with the reason and who may open; attendance stays open', async () => {
  // A week after Monday the 16th ends with the 23rd; move the clock to the next day.
  school.remove();
  school = await smallSchool({ today: '2026-11-24' });
  teacher = (await school.windowOf('teacher')).client;
  inForce(week);
  expect(await enter(teacher, lesson(0), five)).toEqual({
    code: 'CLOSED',
    data: { reason: 'windowOver', clauses: ['ТИП 2.14'], mayOpen: ['administrator'] },
  });
  expect(await enter(teacher, lesson(0), { attendance: 'absent' })).toBeUndefined();
  expect(await enter(teacher, lesson(0), { attendance: 'absent', ...five }, 1)).toMatchObject({
    code: 'CLOSED',
  });
  expect(await enter(teacher, lesson(1), five)).toBeUndefined();
  const { locks } = await page(teacher);
  expect(locks.lessons).toEqual([[lesson(0), 'windowOver', null]]);
  expect(locks.iMayOpen).toBe(false);
  const work = { lessonId: lesson(0), position: 1, kindId: 1, weight: 2, title: '' };
  expect(
    await refusalOf(teacher.journal.setWork({ requestId: randomUUID(), ...work })),
  ).toMatchObject({ code: 'CLOSED' });
});

test('a lesson is judged by the regulation of its own day', async () => {
  inForce(PRESETS.kia);
  inForce(PRESETS.ins, '2026-11-18');
  expect(await enter(teacher, lesson(0), five)).toBeUndefined();
  expect(await enter(teacher, lesson(1), five)).toMatchObject({
    code: 'CLOSED',
    data: { reason: 'backdated', clauses: ['ИНС, учитель ж'] },
  });
  expect(await enter(teacher, lesson(2), five)).toBeUndefined();
});

test('what is opened for a cause takes marks of those lessons and pupils until it is closed again', async () => {
  inForce(PRESETS.ins);
  expect(await enter(teacher, lesson(1), five)).toMatchObject({ code: 'CLOSED' });
  const opening = {
    pageId: school.pages.algebra,
    fromDate: '2026-11-18',
    toDate: '2026-11-20',
    pupilId: school.pupils.abramov,
    untilDay: '2026-11-23',
    reason: 'пересдача',
  } as const;
  const open = (client: Client, some = {}) =>
    client.journal.openLocked({ requestId: randomUUID(), ...opening, ...some });
  const deputy = (await school.windowOf('deputy')).client;
  expect(await refusalOf(open(teacher))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusalOf(open(deputy))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusalOf(open(administrator, { untilDay: '2026-11-22' }))).toMatchObject({
    data: { why: 'pastDay' },
  });
  expect(await refusalOf(open(administrator, { untilDay: '2027-09-01' }))).toMatchObject({
    data: { why: 'openedTooLong' },
  });
  const { id } = await open(administrator);
  expect(await enter(teacher, lesson(1), five)).toBeUndefined();
  expect(await enter(teacher, lesson(0), five)).toMatchObject({ code: 'CLOSED' });
  const other = teacher.journal.enterCell({
    requestId: randomUUID(),
    lessonId: lesson(1),
    pupilId: school.pupils.yolkina,
    version: 0,
    content: { attendance: null, lateMinutes: null, remark: '', marks: [{ work: 1, value: '4' }] },
  });
  expect(await refusalOf(other)).toMatchObject({ code: 'CLOSED' });
  expect((await page(administrator)).locks).toMatchObject({
    iMayOpen: true,
    openings: [{ id, reason: 'пересдача', active: true, openedBy: 'Кузнецова А. П.' }],
  });
  await administrator.journal.closeAgain({ requestId: randomUUID(), id });
  expect(await enter(teacher, lesson(1), {}, 1)).toMatchObject({ code: 'CLOSED' });
  expect((await page(teacher)).marks).toHaveLength(1);
});

test('when everybody has the mark of the period its marks close at once, the rest when it is over', async () => {
  inForce(PRESETS.tip);
  const { periods } = await teacher.school.overview();
  const periodId = periods.find(({ kind, number }) => kind === 'quarter' && number === 2)!.id;
  const set = (pupilId: number) =>
    teacher.journal.setPeriodMark({
      requestId: randomUUID(),
      pageId: school.pages.algebra,
      pupilId,
      periodId,
      version: 0,
      value: '4',
      note: 'пояснение',
    });
  await set(school.pupils.abramov);
  expect(await enter(teacher, lesson(1), five)).toBeUndefined();
  await set(school.pupils.yolkina);
  expect(await enter(teacher, lesson(2), five)).toEqual({
    code: 'CLOSED',
    data: { reason: 'periodMarksSet', clauses: ['ТИП Д.2.1'], mayOpen: ['administrator'] },
  });
  expect(await enter(teacher, lesson(2), { attendance: 'ill' })).toBeUndefined();
  const topic = { lessonId: lesson(2), version: 0, topic: 'Корни', homework: '' };
  expect(
    await refusalOf(teacher.journal.setLesson({ requestId: randomUUID(), ...topic })),
  ).toBeUndefined();
});

test('a closed year takes nothing, and nobody opens it', async () => {
  inForce(PRESETS.kia);
  school.core.open!.journal.write((db) =>
    run(db, change<[]>("UPDATE school_year SET closed_on = '2026-11-20'"), []),
  );
  expect(await enter(teacher, lesson(2), five)).toMatchObject({
    code: 'CLOSED',
    data: { reason: 'yearClosed', mayOpen: [] },
  });
  const open = administrator.journal.openLocked({
    requestId: randomUUID(),
    pageId: school.pages.algebra,
    fromDate: '2026-11-16',
    toDate: '2026-11-23',
    pupilId: null,
    untilDay: '2026-11-23',
    reason: 'ошибка',
  });
  expect(await refusalOf(open)).toMatchObject({ data: { why: 'yearClosed' } });
});

test('whom the regulation lets fill any page may, by its own day, and others may not', async () => {
  const deputy = (await school.windowOf('deputy')).client;
  const director = (await school.windowOf('director')).client;
  inForce(PRESETS.tip);
  expect(await enter(deputy, lesson(2), five)).toMatchObject({ data: { why: 'notYourPage' } });
  inForce(PRESETS.kia);
  expect((await page(deputy)).page.canEdit).toBe(true);
  expect(await enter(deputy, lesson(2), five)).toBeUndefined();
  expect(await enter(director, lesson(2), {}, 1)).toMatchObject({ data: { why: 'notYourPage' } });
});

test('whether the first grade has marks the regulation in force on the lesson’s day decides', async () => {
  const withMarks: Regulation = {
    ...PRESETS.tip,
    rules: {
      ...PRESETS.tip.rules,
      gradeOneMarks: { ...PRESETS.tip.rules.gradeOneMarks, value: true },
      gradeOneHomework: { ...PRESETS.tip.rules.gradeOneHomework, value: true },
    },
  };
  const [lessonId = 0] = school.lessons.reading;
  const mark = (client: Client) =>
    client.journal.enterCell({
      requestId: randomUUID(),
      lessonId,
      pupilId: school.pupils.zhukov,
      version: 0,
      content: {
        attendance: null,
        lateMinutes: null,
        remark: '',
        marks: [{ work: 1, value: '5' }],
      },
    });
  const { periods } = await teacher.school.overview();
  const periodId = periods.find(({ kind, number }) => kind === 'quarter' && number === 2)!.id;
  const shown = async () =>
    (await teacher.journal.page({ pageId: school.pages.reading, periodId })).page;
  expect(await shown()).toMatchObject({ noMarks: 'noMarksInThisGrade', withHomework: false });
  expect(await refusalOf(mark(teacher))).toMatchObject({ data: { why: 'noMarksInThisGrade' } });
  inForce(withMarks, '2026-11-24');
  expect(await refusalOf(mark(teacher))).toMatchObject({ data: { why: 'noMarksInThisGrade' } });
  inForce(withMarks);
  expect(await shown()).toMatchObject({ noMarks: null, withHomework: true });
  expect(await refusalOf(mark(teacher))).toBeUndefined();
});
