import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { insertRegulation } from '#db/queries/regulation';
import { all, change, run, select } from '#db/statement';
import { PRESETS } from '#domain/regulation/presets/index';
import type { Regulation } from '#domain/regulation/regulation';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
let homeroom: Client;
let teacher: Client;
beforeEach(async () => {
  school = await smallSchool();
  homeroom = (await school.windowOf('classTeacher')).client;
  teacher = (await school.windowOf('teacher')).client;
});
afterEach(() => school.remove());

const requestId = () => randomUUID();
const [EIGHTH, FIRST] = [1, 2];
const sql = (text: string) =>
  school.core.open!.journal.write((db) => run(db, change<[]>(text), []).id);
const letters = () =>
  all(
    school.core.open!.journal.db,
    select<[], { attendance: string | null }>(
      'SELECT attendance FROM journal_cell ORDER BY lesson_id, pupil_id',
    ),
    [],
  ).map(({ attendance }) => attendance);
const absent = (lessonId: number | undefined, pupilId: number) =>
  teacher.journal.enterCell({
    requestId: requestId(),
    lessonId: lessonId ?? 0,
    pupilId,
    version: 0,
    content: { attendance: 'absent', lateMinutes: null, remark: '', marks: [] },
  });
const paper = (client: Client, more: object = {}) =>
  client.attendance.addDocument({
    requestId: requestId(),
    classId: EIGHTH,
    pupilId: school.pupils.abramov,
    kind: 'medical',
    number: '15',
    reason: 'ill',
    from: '2026-11-09',
    to: '2026-11-23',
    note: '',
    ...more,
  });

test('a class teacher does not reach into the class a pupil went to', async () => {
  const { vlasov } = school.pupils;
  sql(
    `INSERT INTO class_membership (class_id, pupil_id, from_date) VALUES (${FIRST}, ${vlasov}, '2026-11-11')`,
  );
  await absent(school.lessons.reading[0], vlasov);
  const forbidden = { code: 'FORBIDDEN', data: { why: 'notYourClass' } };
  expect(await refusalOf(paper(homeroom, { pupilId: vlasov }))).toEqual(forbidden);
  expect(letters()).toEqual(['absent']);
  // Of the days in the own class the class teacher still may.
  expect(await paper(homeroom, { pupilId: vlasov, to: '2026-11-10' })).toMatchObject({ turned: 0 });
  // Who leads the class the pupil went to also enters what began before.
  const leads = (classId: number) =>
    sql(`UPDATE school_class SET homeroom_teacher_id = CASE id WHEN ${classId} THEN
      (SELECT id FROM staff_member WHERE last_name = 'Фамилия-classTeacher') END`);
  leads(FIRST);
  const { id, turned } = await paper(homeroom, { pupilId: vlasov, classId: FIRST });
  expect(turned).toBe(1);
  leads(EIGHTH);
  const back = { requestId: requestId(), classId: EIGHTH, documentId: id };
  expect(await refusalOf(homeroom.attendance.withdrawDocument(back))).toEqual(forbidden);
  expect(letters()).toEqual(['ill']);
});

test('neither reasons nor documents change a closed year', async () => {
  const { abramov } = school.pupils;
  const lessonId = school.lessons.algebra[0] ?? 0;
  const { id } = await paper(homeroom, { from: '2026-11-18' });
  await absent(lessonId, abramov);
  sql("UPDATE school_year SET closed_on = '2026-11-20'");
  const yearClosed = { code: 'INVALID', data: { why: 'yearClosed' } };
  expect(await refusalOf(paper(homeroom))).toEqual(yearClosed);
  const back = { requestId: requestId(), classId: EIGHTH, documentId: id };
  expect(await refusalOf(homeroom.attendance.withdrawDocument(back))).toEqual(yearClosed);
  const cells = [{ lessonId, pupilId: abramov, version: 1 }];
  const reasons = { requestId: requestId(), classId: EIGHTH, reason: 'ill' as const, cells };
  expect(await refusalOf(homeroom.attendance.setReasons(reasons))).toEqual(yearClosed);
  expect(letters()).toEqual(['absent']);
});

test('documents of a pupil who went to another class are not shown to the class left', async () => {
  const { vlasov } = school.pupils;
  const [after, before] = ['2026-11-16', '2026-11-05'].map((day) =>
    sql(`INSERT INTO absence_document
      (pupil_id, kind, number, reason, from_date, to_date, note, entered_by, entered_at)
      VALUES (${vlasov}, 'medical', '', 'ill', '${day}', '${day}', '', '', '')`),
  );
  const sheet = await homeroom.attendance.sheet({
    classId: EIGHTH,
    from: '2026-11-02',
    to: '2026-11-22',
  });
  expect(sheet.documents.map(({ id }) => id)).toEqual([before]);
  expect(after).not.toBe(before);
});

test('nor is what is noted of that pupil in a stream of both classes', async () => {
  const { vlasov } = school.pupils;
  const stream = sql(
    `INSERT INTO study_group (class_id, name, kind) VALUES (${FIRST}, 'поток', 'stream')`,
  );
  for (const one of [EIGHTH, FIRST]) {
    sql(`INSERT INTO stream_class (group_id, class_id) VALUES (${stream}, ${one})`);
  }
  sql(`INSERT INTO study_group_membership (group_id, pupil_id, from_date)
    VALUES (${stream}, ${vlasov}, '2026-09-01')`);
  const page = sql(`INSERT INTO journal_page (group_id, subject_id) VALUES (${stream}, 3)`);
  const lessons = ['2026-11-05', '2026-11-17'].map((day) =>
    sql(`INSERT INTO lesson (page_id, date, lesson_number) VALUES (${page}, '${day}', 5)`),
  );
  for (const lessonId of lessons) {
    sql(`INSERT INTO journal_cell (lesson_id, pupil_id, attendance, remark, version)
      VALUES (${lessonId}, ${vlasov}, 'ill', '', 1)`);
  }
  const sheet = await homeroom.attendance.sheet({
    classId: EIGHTH,
    from: '2026-11-02',
    to: '2026-11-22',
  });
  expect(sheet.cells.map(([lessonId]) => lessonId)).toEqual(lessons.slice(0, 1));
});

test('what the terms have closed keeps its letter, and how much that is is told', async () => {
  const [first, , last] = school.lessons.algebra;
  const { abramov } = school.pupils;
  await absent(first, abramov);
  await absent(last, abramov);
  const { recordsClosedToo, editingWindow } = PRESETS.ins.rules;
  const document: Regulation = {
    ...PRESETS.ins,
    rules: {
      ...PRESETS.ins.rules,
      recordsClosedToo: { ...recordsClosedToo, value: true },
      backdatedMarks: { ...PRESETS.ins.rules.backdatedMarks, value: false },
      editingWindow: { ...editingWindow, value: 'week' },
    },
  };
  sql('DELETE FROM regulation_version');
  school.core.open!.journal.write((db) =>
    insertRegulation(db, { document, fromDate: '2026-09-01', madeAt: '', madeBy: '' }),
  );
  expect(await paper(homeroom)).toMatchObject({ turned: 1, closed: 1 });
  expect(letters()).toEqual(['absent', 'ill']);
  const cells = [{ lessonId: first ?? 0, pupilId: abramov, version: 1 }];
  const reasons = { requestId: requestId(), classId: EIGHTH, reason: 'ill' as const, cells };
  expect(await homeroom.attendance.setReasons(reasons)).toMatchObject({ changed: [], closed: 1 });
  expect(letters()).toEqual(['absent', 'ill']);
});
