import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { change, run } from '#db/statement';
import { insertDemoBrought } from '../demo/demo-brought';
import { classSummary } from '../sheets/class-summary';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
let secretary: Client;
let teacher: Client;
let pupilId: number;
let orderId: number;

const DAY = '2026-11-17';

/** A new pupil comes to 8-А on 17 November from another school. */
beforeEach(async () => {
  school = await smallSchool();
  secretary = (await school.windowOf('secretary')).client;
  teacher = (await school.windowOf('teacher')).client;
  orderId = await arrive();
  const { pupils } = await openAlgebra();
  pupilId = pupils.find(([, lastName]) => lastName === 'Новиков')?.[0] ?? 0;
});
afterEach(() => school.remove());

const classId = async () =>
  (await secretary.movement.start()).classes.find(({ name }) => name === '8-А')?.id ?? 0;

async function arrive(id?: number): Promise<number> {
  const fresh = { lastName: 'Новиков', firstName: 'Пётр', middleName: '', sex: null };
  const order = {
    number: id === undefined ? '12' : '13',
    date: DAY,
    title: '',
    items: [
      {
        kind: 'arrival' as const,
        on: DAY,
        toClassId: await classId(),
        groupIds: [],
        place: 'МБОУ «Школа № 5»',
        reason: '',
        debts: [],
        ...(id === undefined ? { newPupil: { ...fresh, birthDate: null } } : { pupilId: id }),
      },
    ],
  } as const;
  const items = order.items.map((item) => ({ ...item, groupIds: [], debts: [] }));
  const entered = await secretary.movement.enter({
    ...order,
    items,
    requestId: randomUUID(),
    outside: 0,
  });
  return entered.orderId;
}

async function quarter(number: number) {
  const { periods } = await teacher.school.overview();
  return periods.find((one) => one.kind === 'quarter' && one.number === number)?.id ?? 0;
}
const openAlgebra = async () =>
  teacher.journal.page({ pageId: school.pages.algebra, periodId: await quarter(2) });

type Text = {
  readonly number: number;
  readonly kind: 'current' | 'period';
  readonly was?: string;
  readonly text: string;
};
const SUBJECT = 1;
async function bring(client: Client, texts: readonly Text[], document = '') {
  const cells = await Promise.all(
    texts.map(async ({ number, kind, was = '', text }) => ({
      subjectId: SUBJECT,
      periodId: await quarter(number),
      kind,
      was,
      text,
    })),
  );
  return client.brought.set({ requestId: randomUUID(), pupilId, document, cells });
}

test('marks of the paper are written down, seen on the card and on the page of the subject', async () => {
  const empty = await secretary.brought.view({ pupilId });
  expect(empty).toMatchObject({ className: '8-А', mayEdit: true, school: 'МБОУ «Школа № 5»' });
  expect(empty.periods.map(({ number, current, period }) => [number, current, period])).toEqual([
    [1, true, true],
    [2, true, false],
  ]);
  await bring(
    secretary,
    [
      { number: 1, kind: 'period', text: '4' },
      { number: 2, kind: 'current', text: '5 4×2 4 3(12.11)' },
    ],
    'ведомость № 7',
  );
  const { cells, document } = await secretary.brought.view({ pupilId });
  expect(document).toBe('ведомость № 7');
  expect(cells).toHaveLength(2);
  const page = await openAlgebra();
  expect(page.brought).toEqual([
    [pupilId, await quarter(1), 'period', '4', 1, null],
    [pupilId, await quarter(2), 'current', '5', 1, null],
    [pupilId, await quarter(2), 'current', '4', 2, null],
    [pupilId, await quarter(2), 'current', '4', 1, null],
    [pupilId, await quarter(2), 'current', '3', 1, '2026-11-12'],
  ]);
  expect(page.broughtFrom).toEqual([[pupilId, 'МБОУ «Школа № 5»']]);
  const { changes } = await secretary.pupils.history({ pupilId });
  const said = changes.flatMap(({ entity, after }) =>
    entity === 'broughtMarks' ? [after?.['marks']] : [],
  );
  expect(said).toContainEqual(expect.stringMatching(/, II четверть: 5 4×2 4 3\(12\.11\)$/));
});

test('what cannot be is refused whole, and a stale change is told what stands there', async () => {
  const invalid = { code: 'INVALID', data: { why: 'broughtMarks' } };
  for (const text of ['5 6', '.', '5(17.11)', 'зач', 'пять']) {
    const both: Text[] = [
      { number: 1, kind: 'current', text: '5' },
      { number: 2, kind: 'current', text },
    ];
    expect(await refusalOf(bring(secretary, both))).toEqual(invalid);
  }
  const ended = bring(secretary, [{ number: 2, kind: 'period', text: '4' }]);
  expect(await refusalOf(ended)).toEqual(invalid);
  expect((await secretary.brought.view({ pupilId })).cells).toEqual([]);
  await bring(secretary, [{ number: 2, kind: 'current', text: '5 4' }]);
  const stale = bring(secretary, [{ number: 2, kind: 'current', text: '3' }]);
  expect(await refusalOf(stale)).toEqual({ code: 'CONFLICT', data: { current: '5 4' } });
  await bring(secretary, [{ number: 2, kind: 'current', was: '5 4', text: '' }]);
  expect((await openAlgebra()).brought).toEqual([]);
});

test('the table of roles: who keeps cards, the deputy, the own class teacher; nobody else', async () => {
  const one: Text[] = [{ number: 2, kind: 'current', text: '5' }];
  const two: Text[] = [{ number: 2, kind: 'current', was: '5', text: '5' }];
  await bring(secretary, one);
  for (const role of ['administrator', 'deputy', 'classTeacher'] as const) {
    await bring((await school.windowOf(role)).client, two);
  }
  for (const role of ['teacher', 'director'] as const) {
    const { client } = await school.windowOf(role);
    expect(await refusalOf(bring(client, two))).toMatchObject({ code: 'FORBIDDEN' });
  }
  // The class teacher of another class.
  school.core.open!.journal.write((db) =>
    run(db, change<[]>('UPDATE school_class SET homeroom_teacher_id = NULL'), []),
  );
  const { client } = await school.windowOf('classTeacher');
  expect(await refusalOf(bring(client, two))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusalOf(client.brought.view({ pupilId }))).toMatchObject({ code: 'FORBIDDEN' });
});

test('who learned here from the beginning has brought nothing', async () => {
  pupilId = school.pupils.abramov;
  expect((await secretary.brought.view({ pupilId })).periods).toEqual([]);
  const tried = bring(secretary, [{ number: 2, kind: 'current', text: '5' }]);
  expect(await refusalOf(tried)).toEqual({ code: 'INVALID', data: { why: 'broughtMarks' } });
});

test('an arrival taken back keeps the marks without counting them; entered anew they count', async () => {
  await bring(secretary, [{ number: 2, kind: 'current', text: '5 4' }]);
  await secretary.movement.revoke({
    requestId: randomUUID(),
    orderId,
    why: 'ошибка',
    outside: 0,
  });
  expect((await openAlgebra()).pupils.map(([id]) => id)).not.toContain(pupilId);
  expect((await openAlgebra()).brought).toEqual([]);
  const kept = await secretary.brought.view({ pupilId });
  expect(kept).toMatchObject({ className: null, mayEdit: false });
  expect(kept.cells.map(({ marks }) => marks.map(({ value }) => value))).toEqual([['5', '4']]);
  const now = bring(secretary, [{ number: 2, kind: 'current', was: '5 4', text: '5' }]);
  expect(await refusalOf(now)).toEqual({ code: 'INVALID', data: { why: 'pupilNotInClass' } });
  await arrive(pupilId);
  expect((await openAlgebra()).brought.map((row) => row[3])).toEqual(['5', '4']);
});

test('who left and came back: the page knows the days between, and what was brought of them counts', async () => {
  const member = change<[string | null, number]>(
    'UPDATE class_membership SET to_date = ? WHERE pupil_id = ?',
  );
  pupilId = school.pupils.abramov;
  school.core.open!.journal.write((db) => run(db, member, ['2026-11-05', pupilId]));
  await arrive(pupilId);
  const page = await openAlgebra();
  expect(page.pupils.find(([id]) => id === pupilId)?.slice(4)).toEqual([
    '2026-09-01',
    null,
    [['2026-11-06', '2026-11-16']],
  ]);
  const { periods } = await secretary.brought.view({ pupilId });
  expect(periods.map(({ number, current, period }) => [number, current, period])).toEqual([
    [2, true, false],
  ]);
  await bring(secretary, [{ number: 2, kind: 'current', text: '5(10.11)' }]);
  expect((await openAlgebra()).brought).toHaveLength(1);
});

test('the mark of a quarter passed elsewhere stands on the year sheet with a sign and a note', async () => {
  await bring(secretary, [{ number: 1, kind: 'period', text: '4' }]);
  const { periods } = await teacher.school.overview();
  const year = periods.find(({ kind, gradeFrom }) => kind === 'year' && gradeFrom <= 8)?.id ?? 0;
  const { connection } = await school.windowOf('deputy');
  const { core } = school;
  const reading = {
    db: core.open!.journal.db,
    actor: connection.session!,
    today: '2026-11-23',
    core,
  } as const;
  const sheet = classSummary(reading, { classId: await classId(), periodId: year });
  const rows = sheet.pupils.map(({ name, rows: [first] }) => [name, first?.cells[0]]);
  expect(rows).toContainEqual(['Новиков Пётр', '4п']);
  expect(rows).toContainEqual(['Абрамов Илья', '']);
  expect(sheet.formulas[0]).toBe(
    'п — отметка выставлена в прежней школе: Новиков Пётр — МБОУ «Школа № 5».',
  );
  // What our own teacher sets stands for itself.
  const own = change<[number, number, number]>(
    `INSERT INTO period_mark (pupil_id, subject_id, period_id, value, version)
     VALUES (?, ?, ?, '5', 1)`,
  );
  const first = await quarter(1);
  core.open!.journal.write((db) => run(db, own, [pupilId, SUBJECT, first]));
  const after = classSummary(reading, { classId: await classId(), periodId: year });
  expect(after.pupils.find(({ name }) => name === 'Новиков Пётр')?.rows[0]?.cells[0]).toBe('5');
  expect(after.formulas[0]).not.toContain('прежней');
});

test('the demonstration school has what one of its arrivals brought', async () => {
  school.core.open!.journal.write((db) => insertDemoBrought(db, '2026-11-23'));
  const { cells, document, subjects } = await secretary.brought.view({ pupilId });
  expect(document).toBe('ведомость текущих отметок от 16.11.2026');
  const kinds = Map.groupBy(cells, ({ kind }) => kind);
  expect(kinds.get('period')).toHaveLength(subjects.length);
  expect(kinds.get('current')?.every(({ marks }) => marks.length === 3)).toBe(true);
});

test('a closed year takes no marks from elsewhere', async () => {
  school.core.open!.journal.write((db) =>
    run(db, change<[]>("UPDATE school_year SET closed_on = '2026-11-20'"), []),
  );
  expect(await refusalOf(bring(secretary, [{ number: 1, kind: 'period', text: '4' }]))).toEqual({
    code: 'INVALID',
    data: { why: 'yearClosed' },
  });
});

test('a cell named twice in one call is a change over a change, not a second first one', async () => {
  const twice: Text[] = ['4', '5'].map((text) => ({ number: 1, kind: 'period', text }));
  expect(await refusalOf(bring(secretary, twice))).toEqual({
    code: 'CONFLICT',
    data: { current: '4' },
  });
  expect((await secretary.brought.view({ pupilId })).cells).toEqual([]);
});
