import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CellContent } from '#contract/journal';
import { insertRegulation } from '#db/queries/regulation';
import { PRESETS } from '#domain/regulation/presets/index';
import type { Regulation } from '#domain/regulation/regulation';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';
import { auditChainHolds } from '../unit-of-work';

let school: Awaited<ReturnType<typeof smallSchool>>;
let teacher: Client;
let administrator: Client;
/** Everything of a lesson closes with its own term, nothing is entered backwards. */
const strict: Regulation = {
  ...PRESETS.ins,
  rules: {
    ...PRESETS.ins.rules,
    recordsClosedToo: { ...PRESETS.ins.rules.recordsClosedToo, value: true },
  },
};
beforeEach(async () => {
  school = await smallSchool();
  teacher = (await school.windowOf('teacher')).client;
  administrator = school.administrator.client;
  school.core.open!.journal.write((db) => {
    db.connection.prepare('DELETE FROM regulation_version').run();
    insertRegulation(db, { document: strict, fromDate: '2026-09-01', madeAt: '', madeBy: '' });
  });
});
afterEach(() => school.remove());

const requestId = () => randomUUID();
/** Of 16 November, 18 November and today, the 23rd. */
const lesson = (index: 0 | 1 | 2) => school.lessons.algebra[index] ?? 0;
const enter = (lessonId: number, some: Partial<CellContent>, version = 0) =>
  refusalOf(
    teacher.journal.enterCell({
      requestId: requestId(),
      lessonId,
      pupilId: school.pupils.abramov,
      version,
      content: { attendance: null, lateMinutes: null, remark: '', marks: [], ...some },
    }),
  );
const failure = {
  fromAt: '2026-11-16T00:00',
  toAt: '2026-11-16T23:59',
  what: 'отключили свет',
  untilDay: '2026-11-25',
  classIds: [] as number[],
} as const;
const record = (client = administrator, more: object = {}) =>
  client.outages.record({ requestId: requestId(), ...failure, classIds: [], ...more });
const CAUSE = 'Технический сбой 16.11.2026: отключили свет';
const closed = { code: 'CLOSED', data: { reason: 'backdated' } };
const five: Partial<CellContent> = { marks: [{ work: 1, value: '5' }] };

test('what the terms refuse is taken for the lessons of a failure, with the failure as its cause', async () => {
  expect(await enter(lesson(0), five)).toMatchObject(closed);
  expect(await enter(lesson(0), { attendance: 'absent' })).toMatchObject(closed);
  const texts = { topic: 'Корни', homework: '№ 5' };
  const set = () =>
    refusalOf(
      teacher.journal.setLesson({
        requestId: requestId(),
        lessonId: lesson(0),
        version: 0,
        ...texts,
      }),
    );
  expect(await set()).toMatchObject(closed);
  await record();
  expect(await enter(lesson(0), five)).toBeUndefined();
  expect(await set()).toBeUndefined();
  expect(await enter(lesson(1), five)).toMatchObject(closed);
  expect(await enter(lesson(0), { marks: [{ work: 1, value: '4' }] }, 1)).toBeUndefined();
  const pupilId = school.pupils.abramov;
  const history = await teacher.journal.cellHistory({ lessonId: lesson(0), pupilId });
  expect(history.map(({ cause }) => cause)).toEqual([CAUSE, CAUSE]);
  const wanted = { kinds: ['mark' as const], withSlips: true };
  const { rows } = await administrator.corrections.list(wanted);
  expect(rows).toMatchObject([{ before: '5', after: '4', reason: CAUSE }]);
  expect(auditChainHolds(school.core.open!.journal.db)).toBe(true);
});

test('the page shows its lessons of the failure; a class that was not met is not opened', async () => {
  const page = async () => {
    const { periods } = await teacher.school.overview();
    const periodId = periods.find(({ kind, number }) => kind === 'quarter' && number === 2)!.id;
    return (await teacher.journal.page({ pageId: school.pages.algebra, periodId })).locks;
  };
  await record(administrator, { classIds: [2] });
  expect((await page()).outages).toEqual([]);
  expect(await enter(lesson(0), five)).toMatchObject(closed);
  await record(administrator, { classIds: [1] });
  expect((await page()).outages).toEqual([
    { cause: CAUSE, untilDay: '2026-11-25', active: true, lessonIds: [lesson(0)] },
  ]);
  const [latest] = (await teacher.outages.list({})).outages;
  expect(latest).toMatchObject({ state: 'open', lessons: 1, filled: 0, classNames: '8-А' });
  const lessons = await teacher.outages.lessons({ outageId: latest!.id });
  expect(lessons).toMatchObject([{ id: lesson(0), filled: false, mine: true }]);
});

test('ended, put right or taken back: what was entered stays, the rest closes again', async () => {
  const { id } = await record(administrator, { toAt: null });
  expect(await enter(lesson(1), five)).toBeUndefined();
  const correct = (version: number, more: object = {}) =>
    refusalOf(
      administrator.outages.correct({
        requestId: requestId(),
        id,
        version,
        ...failure,
        classIds: [],
        ...more,
      }),
    );
  expect(await correct(7)).toMatchObject({ code: 'CONFLICT' });
  expect(await correct(1)).toBeUndefined();
  expect(await enter(lesson(1), five, 1)).toBeUndefined();
  expect(await enter(lesson(1), { marks: [{ work: 1, value: '2' }] }, 2)).toMatchObject(closed);
  expect(await enter(lesson(0), five)).toBeUndefined();
  await administrator.outages.withdraw({ requestId: requestId(), id, version: 2 });
  expect(await enter(lesson(0), { marks: [] }, 1)).toMatchObject(closed);
  expect(await correct(3)).toMatchObject({ code: 'NOT_FOUND', data: { what: 'outage' } });
  const { outages } = await administrator.outages.list({});
  expect(outages).toMatchObject([{ state: 'withdrawn', filled: 1 }]);
});

test('a failure that goes on opens no lesson to come: what may not be written ahead may not', async () => {
  const { writingAhead } = strict.rules;
  const document = {
    ...strict,
    rules: { ...strict.rules, writingAhead: { ...writingAhead, value: false } },
  };
  const tomorrow = school.core.open!.journal.write((db) => {
    db.connection
      .prepare('UPDATE regulation_version SET document = ?')
      .run(JSON.stringify(document));
    return Number(
      db.connection
        .prepare(
          `INSERT INTO lesson (page_id, date, lesson_number)
           SELECT page_id, '2026-11-24', 2 FROM lesson WHERE id = ?`,
        )
        .run(lesson(2)).lastInsertRowid,
    );
  });
  await record(administrator, { toAt: null, untilDay: '2026-12-25' });
  const ahead = teacher.journal.setLesson({
    requestId: requestId(),
    lessonId: tomorrow,
    version: 0,
    topic: 'Корни',
    homework: '',
  });
  expect(await refusalOf(ahead)).toMatchObject({ code: 'CLOSED', data: { reason: 'ahead' } });
  expect(await enter(lesson(0), five)).toBeUndefined();
});

test('what nobody can read is no cause; what is read loses the unseen signs around it', async () => {
  const unseen = String.fromCodePoint(0x200b, 0x2060, 0x202e, 0xfeff);
  expect(await refusalOf(record(administrator, { what: unseen }))).toMatchObject({
    code: 'BAD_REQUEST',
  });
  await record(administrator, { what: `${unseen} нет света ${unseen}` });
  expect((await teacher.outages.list({})).outages).toMatchObject([{ what: 'нет света' }]);
});

test('only whom the regulation lets open writes it down; no failure to come, none of a closed year', async () => {
  expect(await refusalOf(record(teacher))).toMatchObject({ data: { why: 'role' } });
  const deputy = (await school.windowOf('deputy')).client;
  expect(await refusalOf(record(deputy))).toMatchObject({ data: { why: 'regulated' } });
  expect(await refusalOf(record(administrator, { toAt: '2026-11-29T10:00' }))).toMatchObject({
    data: { why: 'dates' },
  });
  expect(await refusalOf(record(administrator, { untilDay: '2026-11-20' }))).toMatchObject({
    data: { why: 'pastDay' },
  });
  expect(await refusalOf(record(administrator, { classIds: [999] }))).toMatchObject({
    code: 'NOT_FOUND',
  });
  school.core.open!.journal.write((db) =>
    db.connection.prepare("UPDATE school_year SET closed_on = '2026-11-20'").run(),
  );
  expect(await refusalOf(record())).toMatchObject({ data: { why: 'yearClosed' } });
});

test('what of a closed lesson nobody could enter any more is owed again, by the failure’s last day', async () => {
  const owed = async () =>
    (await teacher.duties.mine()).lines
      .filter(({ kind }) => kind === 'lessonEmpty')
      .map(({ state, due }) => [state, due]);
  const due = '2026-11-25T23:59';
  expect((await owed()).map(([, at]) => at)).not.toContain(due);
  await record(administrator, { toAt: null });
  expect(await owed()).toContainEqual(['week', due]);
});
