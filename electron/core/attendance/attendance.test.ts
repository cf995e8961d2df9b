import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditOfEntity } from '#db/queries/audit';
import { insertRegulation } from '#db/queries/regulation';
import { PRESETS } from '#domain/regulation/presets/index';
import { EMPTY_CELL } from '#domain/journal/cell-content';
import { auditChainHolds } from '../unit-of-work';
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
const CLASS = 1;
const WEEK = { classId: CLASS, from: '2026-11-16', to: '2026-11-21' } as const;
const db = () => school.core.open!.journal.db;
type Noted = 'absent' | 'ill' | 'excused' | 'late' | null;

/** Algebra's lesson of a day, by the teacher; the version that is there is found out. */
async function note(lesson: number, pupilId: number, attendance: Noted, lateMinutes?: number) {
  const lessonId = school.lessons.algebra[lesson]!;
  const content = { ...EMPTY_CELL, marks: [], attendance, lateMinutes: lateMinutes ?? null };
  const entry = { lessonId, pupilId, content };
  const stands = stored().find(([one, pupil]) => one === lessonId && pupil === pupilId);
  return teacher.journal.enterCell({ requestId: requestId(), ...entry, version: stands?.[2] ?? 0 });
}
const stored = () =>
  db()
    .connection.prepare(
      `SELECT lesson_id, pupil_id, version, attendance, late_minutes FROM journal_cell ORDER BY 1, 2`,
    )
    .raw()
    .all() as [number, number, number, Noted, number | null][];
const letters = () => stored().map(([lesson, pupil, , attendance]) => [lesson, pupil, attendance]);
const cellsOf = async (pupilId: number, more: Partial<typeof WEEK> = {}) =>
  (await homeroom.attendance.sheet({ ...WEEK, ...more })).cells.filter(
    ([, pupil]) => pupil === pupilId,
  );
const paper = (more: object = {}) => ({
  requestId: requestId(),
  classId: CLASS,
  pupilId: school.pupils.abramov,
  kind: 'medical' as const,
  number: '15',
  reason: 'ill' as const,
  from: '2026-11-16' as const,
  to: '2026-11-18' as const,
  note: '',
  ...more,
});

test('the week over all lessons: who learns where, what is noted, what is not noted at all', async () => {
  const { abramov, yolkina } = school.pupils;
  await note(0, abramov, 'absent');
  await note(1, abramov, 'late', 10);
  const sheet = await homeroom.attendance.sheet(WEEK);
  expect(sheet.className).toBe('8-А');
  expect(sheet.pupils.map(({ name }) => name)).toEqual(['Абрамов Илья', 'Ёлкина Мария']);
  expect(
    sheet.lessons.map(({ date, number, filled, pupilIds }) => [
      date,
      number,
      filled,
      pupilIds.length,
    ]),
  ).toEqual([
    // Of one hour in the order of the subjects' names.
    ['2026-11-16', 2, false, 2],
    ['2026-11-16', 2, true, 2],
    ['2026-11-18', 2, false, 2],
    ['2026-11-18', 2, true, 2],
  ]);
  expect(sheet.cells.map(([, pupil, , what, late]) => [pupil, what, late])).toEqual([
    [abramov, 'absent', null],
    [abramov, 'late', 10],
  ]);
  expect([sheet.previous, sheet.next]).toEqual([null, '2026-11-23']);
  expect(sheet.lessons[0]!.pupilIds).toEqual([abramov, yolkina]);
});

test('reasons are set at once; a cell the teacher was faster with is left alone and told', async () => {
  const { abramov, yolkina } = school.pupils;
  await note(0, abramov, 'absent');
  await note(1, abramov, 'absent');
  await note(0, yolkina, 'absent');
  const { cells } = await homeroom.attendance.sheet(WEEK);
  const chosen = cells.map(([lessonId, pupilId, version]) => ({ lessonId, pupilId, version }));
  await note(0, yolkina, null);
  const set = (reason: 'ill' | 'absent') =>
    homeroom.attendance.setReasons({
      requestId: requestId(),
      classId: CLASS,
      reason,
      cells: chosen,
    });
  const outcome = await set('ill');
  expect(outcome.changed.map(({ before }) => before)).toEqual(['absent', 'absent']);
  expect(outcome).toMatchObject({ stale: 1, underDocument: 0 });
  expect((await cellsOf(abramov)).map(([, , , what]) => what)).toEqual(['ill', 'ill']);
  expect(await cellsOf(yolkina)).toEqual([]);
  // The teacher's own marks stay, and so does the trail.
  const [lessonId] = school.lessons.algebra;
  expect(auditOfEntity(db(), 'cell', `${lessonId}:${abramov}`)).toHaveLength(2);
  expect(auditChainHolds(db())).toBe(true);
  expect((await set('absent')).stale).toBe(3);
});

test('lateness and presence are no absence: no reason can be set on them', async () => {
  const { abramov } = school.pupils;
  await note(0, abramov, 'late', 5);
  const [[lessonId, pupilId, version]] = (await cellsOf(abramov)) as unknown as [
    [number, number, number],
  ];
  const cells = [{ lessonId, pupilId, version }];
  const input = { requestId: requestId(), classId: CLASS, reason: 'ill' as const, cells };
  expect(await homeroom.attendance.setReasons(input)).toMatchObject({ changed: [], stale: 1 });
  expect((await cellsOf(abramov))[0]!.slice(3, 5)).toEqual(['late', 5]);
});

test('a document turns «Н» in all subjects, those noted later too, and gives them back', async () => {
  const { abramov } = school.pupils;
  await note(0, abramov, 'absent');
  await note(2, abramov, 'absent');
  const { id, turned } = await homeroom.attendance.addDocument(paper());
  expect(turned).toBe(1);
  // Inside the dates at once, outside not.
  await note(1, abramov, 'absent');
  const reasons = () => stored().map(([, , , attendance]) => attendance);
  expect(reasons()).toEqual(['ill', 'ill', 'absent']);
  const back = await homeroom.attendance.withdrawDocument({
    requestId: requestId(),
    classId: CLASS,
    documentId: id,
  });
  expect(back.turned).toBe(2);
  expect(reasons()).toEqual(['absent', 'absent', 'absent']);
  const again = { requestId: requestId(), classId: CLASS, documentId: id };
  expect(await refusalOf(homeroom.attendance.withdrawDocument(again))).toMatchObject({
    data: { what: 'absenceDocument' },
  });
  const { documents } = await homeroom.attendance.sheet(WEEK);
  expect(documents).toMatchObject([{ id, number: '15', withdrawnBy: 'Фамилия-classTeacher И.' }]);
});

test('the teacher who notes an absence inside a document hears at once what became of it', async () => {
  const { abramov } = school.pupils;
  await homeroom.attendance.addDocument(paper());
  const stop = new AbortController();
  const changes = await teacher.journal.watch(
    { pageId: school.pages.algebra },
    { signal: stop.signal },
  );
  const heard = changes[Symbol.asyncIterator]().next();
  const { version } = await note(0, abramov, 'absent');
  const { value } = await heard;
  expect(value).toMatchObject({
    kind: 'cells',
    cells: [{ pupilId: abramov, state: { version: version + 1, content: { attendance: 'ill' } } }],
  });
  stop.abort();
});

test('what a teacher set by hand is not given back, and the class teacher overrules a document', async () => {
  const { abramov } = school.pupils;
  await note(0, abramov, 'excused');
  await note(1, abramov, 'absent');
  const { id } = await homeroom.attendance.addDocument(paper());
  const cells = (await cellsOf(abramov)).map(([lessonId, pupilId, version]) => ({
    lessonId,
    pupilId,
    version,
  }));
  const set = async (reason: 'absent' | 'excused', which: typeof cells) =>
    homeroom.attendance.setReasons({
      requestId: requestId(),
      classId: CLASS,
      reason,
      cells: which,
    });
  // «Н» cannot stand against a document in force.
  expect(await set('absent', cells.slice(1))).toMatchObject({ changed: [], underDocument: 1 });
  await set('excused', cells.slice(1));
  await homeroom.attendance.withdrawDocument({
    requestId: requestId(),
    classId: CLASS,
    documentId: id,
  });
  expect(stored().map(([, , , attendance]) => attendance)).toEqual(['excused', 'excused']);
});

test('documents entered and withdrawn in any order, whatever is noted between: all is as without them', async () => {
  const { abramov, yolkina } = school.pupils;
  const days = ['2026-11-16', '2026-11-18', '2026-11-23'] as const;
  const anyStep = fc.oneof(
    fc.record({
      kind: fc.constant('document' as const),
      from: fc.nat({ max: 2 }),
      to: fc.nat({ max: 2 }),
      reason: fc.constantFrom('ill' as const, 'excused' as const),
      pupil: fc.constantFrom(abramov, yolkina),
    }),
    fc.record({
      kind: fc.constant('note' as const),
      lesson: fc.nat({ max: 2 }),
      pupil: fc.constantFrom(abramov, yolkina),
      attendance: fc.constantFrom('absent' as const, 'late' as const, null),
    }),
    fc.record({ kind: fc.constant('withdraw' as const), which: fc.nat() }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 10 }), async (steps) => {
      let inForce: number[] = [];
      const told = new Map<string, Noted>(
        letters().map(([lesson, pupil, what]) => [`${lesson} ${pupil}`, what as Noted]),
      );
      const withdraw = async (documentId: number) => {
        inForce = inForce.filter((one) => one !== documentId);
        const input = { requestId: requestId(), classId: CLASS, documentId };
        await homeroom.attendance.withdrawDocument(input);
      };
      for (const step of steps) {
        if (step.kind === 'note') {
          await note(step.lesson, step.pupil, step.attendance);
          told.set(`${school.lessons.algebra[step.lesson]} ${step.pupil}`, step.attendance);
        } else if (step.kind === 'document') {
          const [from = 0, to = 0] = [step.from, step.to].sort((a, b) => a - b);
          const dates = { from: days[from], to: days[to] };
          const { pupil: pupilId, reason } = step;
          const { id } = await homeroom.attendance.addDocument(
            paper({ ...dates, reason, pupilId }),
          );
          inForce.push(id);
        } else if (inForce.length > 0) await withdraw(inForce[step.which % inForce.length]!);
      }
      for (const id of inForce) await withdraw(id);
      expect(letters()).toEqual(
        letters().map(([lesson, pupil]) => [lesson, pupil, told.get(`${lesson} ${pupil}`)]),
      );
      const left = db().connection.prepare('SELECT count(*) FROM excused_cell').raw().get();
      expect(left).toEqual([0]);
    }),
    { numRuns: 25 },
  );
});

test('rights: the own class teacher by the regulation; the administration looks; others do not', async () => {
  const { abramov, zhukov } = school.pupils;
  await note(0, abramov, 'absent');
  const [[lessonId, pupilId, version]] = (await cellsOf(abramov)) as unknown as [
    [number, number, number],
  ];
  const reasons = () => ({
    requestId: requestId(),
    classId: CLASS,
    reason: 'ill' as const,
    cells: [{ lessonId, pupilId, version }],
  });
  const deputy = (await school.windowOf('deputy')).client;
  expect((await deputy.attendance.sheet(WEEK)).canSetReasons).toBe(false);
  const others = { data: { why: 'reasonsAreOthers' } };
  expect(await refusalOf(deputy.attendance.setReasons(reasons()))).toMatchObject(others);
  expect(await refusalOf(teacher.attendance.sheet(WEEK))).toMatchObject({ data: { why: 'role' } });
  const notMine = { data: { why: 'notYourClass' } };
  const first = { ...WEEK, classId: 2 };
  expect(await refusalOf(homeroom.attendance.sheet(first))).toMatchObject(notMine);
  expect(
    await refusalOf(homeroom.attendance.addDocument(paper({ pupilId: zhukov }))),
  ).toMatchObject(notMine);
  expect(await homeroom.attendance.classes()).toEqual([{ id: CLASS, name: '8-А', own: true }]);
  // A school whose paper gives reasons to the subject teachers alone.
  const row = { document: PRESETS.kia, fromDate: '2026-11-02', madeAt: '', madeBy: '' } as const;
  school.core.open!.journal.write((writable) => insertRegulation(writable, row));
  expect(await refusalOf(homeroom.attendance.setReasons(reasons()))).toMatchObject(others);
  expect(await refusalOf(homeroom.attendance.addDocument(paper()))).toMatchObject(others);
  expect((await homeroom.attendance.sheet(WEEK)).canSetReasons).toBe(false);
});

test('dates that are none are refused, and nothing is written', async () => {
  const wrong = paper({ from: '2026-11-18', to: '2026-11-16' });
  expect(await refusalOf(homeroom.attendance.addDocument(wrong))).toMatchObject({
    data: { why: 'dates' },
  });
  expect((await homeroom.attendance.sheet(WEEK)).documents).toEqual([]);
});
