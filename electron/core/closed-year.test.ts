import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { contract } from '#contract/index';
import type { ProcedureMeta } from '#contract/procedure';
import { hashOfAllRows } from '#db/testing/row-hash';
import type { Role } from '#domain/people/roles';
import { inputsOf } from './testing/random-input';
import { refusalOf } from './testing/refusal-of';
import { smallSchool, type Client } from './testing/school';

/** What no school year holds: people, lists of the school, the regulation's drafts, the journal itself. */
const OF_NO_YEAR = [
  'session.logIn',
  'session.logOut',
  'session.lock',
  'session.unlock',
  'session.touch',
  'session.changePassword',
  'setup.createJournal',
  'setup.openDemo',
  'setup.leaveDemo',
  'load.setSubjects',
  'profile.save',
  'profile.saveSignatory',
  'rooms.addBuilding',
  'rooms.saveBuilding',
  'rooms.removeBuilding',
  'rooms.addRoom',
  'rooms.saveRoom',
  'rooms.setRoomArchived',
  'dictionaries.addSubject',
  'dictionaries.saveSubject',
  'dictionaries.setSubjectArchived',
  'dictionaries.moveSubject',
  'dictionaries.addWorkKind',
  'dictionaries.saveWorkKind',
  'dictionaries.setWorkKindArchived',
  'dictionaries.addScale',
  'dictionaries.saveScale',
  'dictionaries.removeScale',
  'staff.add',
  'staff.save',
  'staff.dismiss',
  'staff.takeBack',
  'people.openAccount',
  'people.setRoles',
  'people.resetPassword',
  'people.setBlocked',
  'pupils.save',
  'pupils.setPhoto',
  'pupils.addRepresentative',
  'pupils.linkRepresentative',
  'pupils.saveRepresentative',
  'pupils.detachRepresentative',
  'consents.add',
  'consents.withdraw',
  'consents.remove',
  'health.turnOn',
  'health.grant',
  'health.revoke',
  'health.recover',
  'health.save',
  'timetable.setBusy',
  'regulation.newDraft',
  'regulation.rename',
  'regulation.setRule',
  'regulation.removeDraft',
  'regulation.approve',
  'controlWorks.setLimits',
  'imports.applyParents',
  'imports.applyStaff',
  'copies.make',
  'copies.restore',
];
/** They only begin the year that comes, or say something of a closed one that is said after it. */
const AFTER_THE_YEAR = [
  'yearOpening.openYear',
  'yearOpening.makeClasses',
  'yearOpening.copy',
  'yearOpening.finish',
  // A debt is settled in the following year.
  'movement.settleDebt',
  // A paper of a closed year is printed as well.
  'papers.made',
  // What was opened is closed again: a closed year is open to nobody anyway.
  'journal.closeAgain',
];
/** Refused too: their own tests have the files, versions and rights they need to come so far. */
const TRIED_ELSEWHERE = [
  'attendance.setReasons',
  'attendance.addDocument',
  'attendance.withdrawDocument',
  'brought.set',
  'pupilNotes.save',
  'pupilNotes.remove',
  'imports.applyPupils',
  'imports.applyMarks',
  'imports.applyTimetable',
  'plans.applyFile',
  'journal.setFinalMark',
  'outages.record',
  'outages.correct',
  'outages.withdraw',
];

type Leaf = {
  readonly '~orpc': { readonly meta: ProcedureMeta; readonly inputSchema?: z.ZodType };
};
const commands = Object.entries(contract).flatMap(([topic, group]) =>
  Object.entries(group as unknown as Record<string, Leaf>).flatMap(([name, leaf]) => {
    const { meta, inputSchema } = leaf['~orpc'];
    return meta.kind === 'command' ? [{ name: `${topic}.${name}`, schema: inputSchema }] : [];
  }),
);
const apart = new Set([...OF_NO_YEAR, ...AFTER_THE_YEAR, ...TRIED_ELSEWHERE]);
const bound = commands.filter(({ name }) => !apart.has(name));

let school: Awaited<ReturnType<typeof smallSchool>>;
const clients = new Map<Role, Client>();
/** Rows of each kind in the year that is closed. */
let rows: Readonly<Record<string, number>>;
beforeAll(async () => {
  school = await smallSchool();
  clients.set('administrator', school.administrator.client);
  clients.set('teacher', (await school.windowOf('teacher')).client);
  rows = school.core.open!.journal.write((db) => {
    const add = (sql: string) => Number(db.connection.prepare(sql).run().lastInsertRowid);
    const order = add("INSERT INTO movement_order (number, date) VALUES ('1', '2026-11-10')");
    add(`INSERT INTO movement (pupil_id, order_id, kind, effective_on, from_class_id)
      VALUES (${school.pupils.vlasov}, ${order}, 'leaving', '2026-11-10', 1)`);
    const lessonId = school.lessons.algebra[0] ?? 0;
    add(
      `INSERT INTO lesson_work (lesson_id, position, kind_id, weight) VALUES (${lessonId}, 1, 1, 1)`,
    );
    const found = {
      order,
      bells: add("INSERT INTO bell_schedule (year_id, name) VALUES (1, 'Короткие уроки')"),
      timetable: add(
        "INSERT INTO timetable_version (year_id, name, valid_from) VALUES (1, 'Осень', '2026-09-01')",
      ),
      plan: add(
        "INSERT INTO plan (year_id, subject_id, grade, title) VALUES (1, 1, 8, 'Русский язык')",
      ),
      individualPlan: add(
        `INSERT INTO individual_plan (pupil_id, year_id, from_date)
         VALUES (${school.pupils.abramov}, 1, '2026-09-01')`,
      ),
      dataCheck: add(
        "INSERT INTO data_check (class_id, name, started_on) VALUES (1, 'октябрь', '2026-10-01')",
      ),
      controlWork: add(
        `INSERT INTO control_work (page_id, date, lesson_number, kind_id)
         VALUES (${school.pages.algebra}, '2026-11-18', 2, 1)`,
      ),
      absence: add(
        `INSERT INTO staff_absence (staff_id, from_date, to_date, reason)
         VALUES (1, '2026-11-16', '2026-11-17', 'illness')`,
      ),
      dayChange: add(
        `INSERT INTO day_change (kind, lesson_id, date, lesson_number, absent_id, substitute_id,
           before, registered_at, registered_by)
         VALUES ('substitution', ${lessonId}, '2026-11-16', 2, 2, 3, '{}', '', '')`,
      ),
      regulation: add(
        `INSERT INTO regulation_version (document, from_date, made_at)
         SELECT document, '2026-11-01', '' FROM regulation_version LIMIT 1`,
      ),
    };
    add("UPDATE school_year SET closed_on = '2026-11-20'");
    return found;
  });
});
afterAll(() => school.remove());

/** What the input's names mean in the school, and of single commands what theirs do. */
const placed = (): Readonly<Record<string, unknown>> => ({
  yearId: 1,
  classId: 1,
  groupId: 1,
  ofGroup: 1,
  pageId: school.pages.algebra,
  lessonId: school.lessons.algebra[0],
  pupilId: school.pupils.abramov,
  versionId: rows['timetable'],
  otherClassIds: [2],
  pageIds: [school.pages.algebra],
  on: '2026-11-18',
  date: '2026-11-18',
});
const ofCommand = (name: string): Readonly<Record<string, unknown>> => {
  const id = (what: string) => ({ id: rows[what] });
  const content = { attendance: 'absent', lateMinutes: null, remark: '', marks: [] };
  const cell = { lessonId: school.lessons.algebra[0], pupilId: school.pupils.abramov };
  const own: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'bells.save': id('bells'),
    'bells.remove': id('bells'),
    'individual.set': { planId: rows['individualPlan'] },
    'individual.remove': { planId: rows['individualPlan'] },
    'plans.save': { planId: rows['plan'] },
    'plans.remove': { planId: rows['plan'] },
    'movement.revoke': { orderId: rows['order'], movementIds: undefined },
    'changes.setAbsence': { fromDate: '2026-11-18', toDate: '2026-11-18', id: null },
    'changes.removeAbsence': id('absence'),
    'changes.takeBack': { changeId: rows['dayChange'] },
    'dataChecks.mark': { checkId: rows['dataCheck'] },
    'controlWorks.set': { id: null },
    'controlWorks.remove': id('controlWork'),
    'controlWorks.fix': { works: [{ ...id('controlWork'), version: 1 }] },
    'regulation.putInForce': { id: 1, fromDate: '2026-11-25' },
    'regulation.withdraw': id('regulation'),
    'journal.enterCell': { content, version: 0 },
    'journal.enterCells': { cells: [{ ...cell, version: 0, content }] },
    'journal.setLesson': { version: 0, topic: 'Корни', homework: '', planRows: [] },
    'journal.setWork': { kindId: 1, position: 1, givenOn: null, dueOn: null, title: 'Другая' },
    'journal.removeWork': { position: 1 },
    'journal.setPeriodMark': { version: 0, periodId: 1, value: '5', note: 'работал у доски' },
    'journal.openLocked': {
      fromDate: '2026-11-16',
      toDate: '2026-11-18',
      pupilId: null,
      untilDay: '2026-11-25',
    },
    'homework.set': {
      version: 0,
      forAll: { dueOn: null, minutes: 20, manner: '', materials: '' },
      tasks: [],
    },
  };
  return own[name] ?? {};
};
function put(input: unknown, names: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(input)) return input.map((one) => put(one, names));
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => [
      key,
      key in names ? names[key] : put(value, names),
    ]),
  );
}
/** Of so many random inputs the first that the contract lets in are tried. */
const [SAMPLES, TRIED] = [1500, 4];
const TEACHERS = /^(?:journal|homework)\.(?!openLocked)/;

test('every command is told of: bound to a year, or why it is not', () => {
  const known = new Set(commands.map(({ name }) => name));
  expect([...apart].filter((name) => !known.has(name))).toEqual([]);
});

test.each(bound)('$name changes nothing in a closed year', async ({ name, schema }) => {
  const [topic = '', procedure = ''] = name.split('.');
  const client = clients.get(TEACHERS.test(name) ? 'teacher' : 'administrator');
  const call = (
    client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  )[topic]![procedure]!;
  const { db } = school.core.open!.journal;
  const before = hashOfAllRows(db);
  const random = fc.sample(inputsOf(schema!, { grants: [randomUUID()], sha256: '0'.repeat(64) }), {
    numRuns: SAMPLES,
    seed: 20_261_124,
  });
  const inputs = random
    .map((input) => ({
      ...(put(input, { ...placed(), ...ofCommand(name) }) as object),
      ...ofCommand(name),
      requestId: randomUUID(),
    }))
    .filter((input) => schema!.safeParse(input).success)
    .slice(0, TRIED);
  expect(inputs.length, `no input of ${name} fits`).toBeGreaterThan(0);
  for (const input of inputs) {
    let answer: unknown;
    const refusal = await refusalOf(
      call(input).then((result) => {
        answer = result;
        return result;
      }),
    );
    const told = refusal?.data ?? (answer as { data: unknown }[] | undefined)?.[0]?.data;
    expect([
      { why: 'yearClosed' },
      { reason: 'yearClosed', clauses: [], mayOpen: [] },
    ]).toContainEqual(told);
  }
  // Of many cells each is told by itself: the trail has the call.
  if (name !== 'journal.enterCells') expect(hashOfAllRows(db)).toBe(before);
});
