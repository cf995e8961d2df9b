import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSubjectsOfClass, studiesOfClass } from '#db/queries/class-sheet';
import type { IsoDate } from '#domain/calendar/iso-date';
import { classSummary } from '../sheets/class-summary';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
let periodId = 0;
let other = { classTeacher: 0, stranger: 0 };
const STREAM = 100;
const OWN = 101;
const SUBJECT = 5;

/** 8-Б beside 8-А, a stream of both led by 8-Б, and a pupil with an individual plan in algebra. */
beforeAll(async () => {
  school = await smallSchool();
  const { core, pupils } = school;
  core.open?.journal.write(({ connection }) => {
    const staff = (login: string) =>
      Number(connection.prepare('SELECT staff_id FROM account WHERE login = ?').pluck().get(login));
    other = { classTeacher: staff('class'), stranger: staff('secretary') };
    connection.exec(`
      INSERT INTO school_class (id, year_id, grade, letter, homeroom_teacher_id)
        VALUES (50, 1, 8, 'Б', ${other.stranger});
      INSERT INTO pupil (id, last_name, first_name) VALUES (60, 'Бобров', 'Лев');
      INSERT INTO class_membership (class_id, pupil_id, from_date) VALUES (50, 60, '2026-09-01');
      INSERT INTO study_group (id, class_id, name, kind) VALUES
        (70, 50, 'поток', 'stream'), (71, 1, 'ИУП: Абрамов И.', 'individual');
      INSERT INTO stream_class VALUES (70, 1);
      INSERT INTO journal_page (id, group_id, subject_id)
        VALUES (${STREAM}, 70, ${SUBJECT}), (${OWN}, 71, 1);
      INSERT INTO study_group_membership (group_id, pupil_id, from_date, to_date) VALUES
        (70, 60, '2026-09-01', NULL), (70, ${pupils.yolkina}, '2026-09-01', NULL),
        (71, ${pupils.abramov}, '2026-11-18', NULL);
      INSERT INTO individual_plan VALUES (1, ${pupils.abramov}, 1, '2026-11-18', NULL, '');
      INSERT INTO individual_plan_item VALUES (1, 1, 'individual', 2, 71);`);
    periodId = Number(
      connection
        .prepare(`SELECT id FROM period WHERE kind = 'quarter' AND number = 2 LIMIT 1`)
        .pluck()
        .get(),
    );
    for (const pupilId of [60, pupils.yolkina, pupils.abramov]) {
      connection
        .prepare(`INSERT INTO period_mark VALUES (?, ${SUBJECT}, ?, '5', '', 1)`)
        .run(pupilId, periodId);
    }
  });
});
afterAll(() => school.remove());

const pageOf = async (role: 'deputy' | 'classTeacher' | 'teacher', pageId: number) => {
  const { client } = await school.windowOf(role);
  return client.journal.page({ pageId, periodId });
};

test('the page of a stream has the pupils and the marks of both classes, under both names', async () => {
  const page = await pageOf('deputy', STREAM);
  expect(page.page).toMatchObject({ className: '8-Б, 8-А', groupName: 'поток' });
  expect(page.pupils.map(([id]) => id)).toEqual([60, school.pupils.yolkina]);
  expect(page.periodMarks.map(([pupil]) => pupil)).toEqual([2, 60]);
});

test('the class teacher of a class that does not lead the stream sees its page, others do not', async () => {
  const page = await pageOf('classTeacher', STREAM);
  expect(page.page.canEdit).toBe(false);
  const { client } = await school.windowOf('classTeacher');
  const pages = await client.journal.pages();
  expect(pages.some(({ id }) => id === STREAM)).toBe(true);
  expect(await refusalOf(pageOf('teacher', STREAM))).toMatchObject({
    code: 'FORBIDDEN',
    data: { why: 'notYourPage' },
  });
});

test('a pupil with an individual plan leaves the page of the class that day and has one of their own', async () => {
  const ofClass = await pageOf('deputy', school.pages.algebra);
  const abramov = ofClass.pupils.find(([id]) => id === school.pupils.abramov);
  expect(abramov?.slice(4)).toEqual(['2026-09-01', '2026-11-17', []]);
  const own = await pageOf('deputy', OWN);
  expect(own.pupils.map((row) => [row[0], row[4], row[5]])).toEqual([
    [school.pupils.abramov, '2026-11-18', null],
  ]);
  const { client } = await school.windowOf('teacher');
  const enter = (lessonId: number | undefined) =>
    client.journal.enterCell({
      requestId: crypto.randomUUID(),
      lessonId: lessonId ?? 0,
      pupilId: school.pupils.abramov,
      version: 0,
      content: { attendance: 'absent', lateMinutes: null, remark: '', marks: [] },
    });
  const [first, second] = school.lessons.algebra;
  expect(await enter(first)).toEqual({ version: 1 });
  expect(await refusalOf(enter(second))).toMatchObject({ data: { why: 'pupilNotOnPage' } });
});

test('a subject of a stream stands on the sheet of a class that does not lead it', () => {
  const { core } = school;
  if (core.open === null) throw new Error('not open');
  const { db } = core.open.journal;
  const actor = { accountId: 1, staffId: 1, name: '', login: '', mustChangePassword: false };
  const reading = {
    db,
    actor: { ...actor, roles: ['deputy'] },
    today: '2026-11-23',
    core,
  } as const;
  const sheet = classSummary(reading, { classId: 1, periodId });
  const name = db.connection.prepare('SELECT name FROM subject WHERE id = ?').pluck().get(SUBJECT);
  const column = sheet.subjects.indexOf(String(name));
  expect(sheet.pupils.map((pupil) => [pupil.name, pupil.rows[0]?.cells[column]])).toEqual([
    ['Абрамов Илья', '5'],
    ['Ёлкина Мария', '5'],
  ]);
});

test('a class with a credit or without marks in a subject is assessed so on page and sheet', async () => {
  const { core } = school;
  const grade = (grading: string) =>
    core.open?.journal.write(({ connection }) =>
      connection.exec(`INSERT OR REPLACE INTO curriculum_item (class_id, subject_id, hours_per_week, grading)
        VALUES (1, 2, 2, '${grading}')`),
    );
  grade('credit');
  expect((await pageOf('deputy', school.pages.physics)).page.grading).toBe('credit');
  grade('none');
  expect((await pageOf('deputy', school.pages.physics)).page.grading).toBe('none');
  if (core.open === null) throw new Error('not open');
  const named = findSubjectsOfClass(core.open.journal.db, 1).map(({ id }) => id);
  expect(named).toContain(1);
  expect(named).not.toContain(2);
});

test('exempt through a whole period is not studied, through a part of it is', () => {
  const { core } = school;
  if (core.open === null) throw new Error('not open');
  const { journal } = core.open;
  journal.write(({ connection }) =>
    connection.exec("INSERT INTO individual_plan_item VALUES (1, 2, 'exempt', 0, NULL)"),
  );
  const studies = (from: IsoDate, to: IsoDate) =>
    studiesOfClass(journal.db, { id: 1, yearId: 1 }, from, to)(school.pupils.abramov, 2);
  expect(studies('2026-11-01', '2026-12-30')).toBe(true);
  expect(studies('2026-11-18', '2026-12-30')).toBe(false);
  expect(
    studiesOfClass(
      journal.db,
      { id: 1, yearId: 1 },
      '2026-11-18',
      '2026-12-30',
    )(school.pupils.yolkina, 2),
  ).toBe(true);
});
