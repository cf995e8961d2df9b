import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MovementItem } from '#contract/movement';
import { select, all } from '#db/statement';
import { findMembershipsOfPupil } from '#db/queries/pupil-memberships';
import { auditChainHolds } from '../unit-of-work';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
let secretary: Client;
let teacher: Client;
beforeEach(async () => {
  school = await smallSchool();
  secretary = (await school.windowOf('secretary')).client;
  teacher = (await school.windowOf('teacher')).client;
});
afterEach(() => school.remove());

const db = () => school.core.open!.journal.db;
const classNamed = async (name: string) =>
  (await secretary.school.classes()).find((one) => one.name === name)!.id;
const rowsOf = (pupilId: number) =>
  findMembershipsOfPupil(db(), pupilId).map(({ of, ownerId, from, to }) => [of, ownerId, from, to]);
const line = (item: Partial<MovementItem> & Pick<MovementItem, 'kind' | 'on'>): MovementItem => ({
  toClassId: null,
  groupIds: [],
  place: '',
  reason: '',
  debts: [],
  ...item,
});
const orderOf = (...items: MovementItem[]) => ({
  requestId: randomUUID(),
  number: '14-у',
  date: '2026-11-20' as const,
  title: '',
  items,
  outside: 0,
});
const everyMembership = select<[], unknown>(
  `SELECT 'class', class_id, pupil_id, from_date, to_date FROM class_membership
   UNION ALL SELECT 'group', group_id, pupil_id, from_date, to_date FROM study_group_membership
   ORDER BY 1, 2, 3, 4`,
);
async function mark(lessonId: number, pupilId: number) {
  await teacher.journal.enterCell({
    requestId: randomUUID(),
    lessonId,
    pupilId,
    version: 0,
    content: { attendance: null, lateMinutes: null, remark: '', marks: [{ work: 1, value: '5' }] },
  });
}

describe('an order', () => {
  test('takes a new pupil in, moves one and lets one go, all at once', async () => {
    const [eighth, first] = [await classNamed('8-А'), await classNamed('1-А')];
    const { abramov, zhukov } = school.pupils;
    await secretary.movement.enter(
      orderOf(
        line({
          kind: 'arrival',
          on: '2026-11-23',
          newPupil: {
            lastName: 'Яшин',
            firstName: 'Олег',
            middleName: '',
            sex: 'male',
            birthDate: '2013-02-01',
          },
          toClassId: eighth,
          place: 'Школа № 5 г. Энска',
        }),
        line({ kind: 'leaving', on: '2026-11-27', pupilId: zhukov, place: 'Лицей № 1' }),
      ),
    );
    const rows = await secretary.movement.register();
    expect(
      rows.map(({ pupil, kind, fromClass, toClass }) => [pupil, kind, fromClass, toClass]),
    ).toEqual([
      ['Яшин Олег', 'arrival', null, '8-А'],
      ['Жуков Пётр', 'leaving', '1-А', null],
    ]);
    expect(rowsOf(zhukov)).toEqual([['class', first, '2026-09-01', '2026-11-27']]);
    expect(rowsOf(rows[0]!.pupilId)).toEqual([['class', eighth, '2026-11-23', null]]);
    expect(rowsOf(abramov)).toEqual([['class', eighth, '2026-09-01', null]]);
    expect(auditChainHolds(db())).toBe(true);
  });

  test('with one line that cannot be leaves nothing behind', async () => {
    const before = all(db(), everyMembership, []);
    const refused = await refusalOf(
      secretary.movement.enter(
        orderOf(
          line({ kind: 'leaving', on: '2026-11-27', pupilId: school.pupils.abramov }),
          line({ kind: 'leaving', on: '2026-11-27', pupilId: school.pupils.vlasov }),
        ),
      ),
    );
    expect(refused).toEqual({
      code: 'MOVEMENT_REFUSED',
      data: { line: 2, problem: 'notInClass' },
    });
    expect(all(db(), everyMembership, [])).toEqual(before);
    expect(await secretary.movement.register()).toEqual([]);
  });

  test('backdated: says which entries come to lie outside, deletes none of them', async () => {
    const { abramov } = school.pupils;
    for (const lessonId of school.lessons.algebra) await mark(lessonId, abramov);
    const order = orderOf(line({ kind: 'leaving', on: '2026-11-16', pupilId: abramov }));
    const preview = await secretary.movement.preview(order);
    expect(preview.outside).toBe(2);
    expect(preview.items[0]!.outside).toEqual([
      {
        pageId: school.pages.algebra,
        page: expect.stringContaining('8-А') as string,
        from: '2026-11-18',
        to: '2026-11-23',
        cells: 2,
        marks: 2,
      },
    ]);
    expect(await refusalOf(secretary.movement.enter(order))).toEqual({
      code: 'CONFLICT',
      data: { current: 2 },
    });
    expect(await secretary.movement.register()).toEqual([]);
    await secretary.movement.enter({ ...order, requestId: randomUUID(), outside: 2 });
    const marks = select<[], { n: number }>('SELECT count(*) AS n FROM mark');
    expect(all(db(), marks, [])).toEqual([{ n: 3 }]);
  });

  test('taken back leaves every stay as it was, the register says why', async () => {
    const before = all(db(), everyMembership, []);
    const { abramov, yolkina } = school.pupils;
    const { orderId } = await secretary.movement.enter(
      orderOf(
        line({ kind: 'leaving', on: '2026-11-27', pupilId: abramov }),
        line({ kind: 'leaving', on: '2026-12-04', pupilId: yolkina }),
      ),
    );
    const why = 'Приказ отменён';
    expect(
      (await secretary.movement.previewRevoke({ orderId })).map(({ problem }) => problem),
    ).toEqual([null, null]);
    await secretary.movement.revoke({ requestId: randomUUID(), orderId, why, outside: 0 });
    expect(all(db(), everyMembership, [])).toEqual(before);
    expect((await secretary.movement.register()).map(({ revoked }) => revoked)).toEqual([why, why]);
    expect(
      await refusalOf(
        secretary.movement.revoke({ requestId: randomUUID(), orderId, why, outside: 0 }),
      ),
    ).toEqual({ code: 'NOT_FOUND', data: { what: 'order' } });
  });

  test('is not taken back under a later one', async () => {
    const eighth = await classNamed('8-А');
    const first = await classNamed('1-А');
    const pupilId = school.pupils.abramov;
    const { orderId } = await secretary.movement.enter(
      orderOf(line({ kind: 'transfer', on: '2026-11-23', pupilId, toClassId: first })),
    );
    const later = {
      ...orderOf(line({ kind: 'leaving', on: '2026-11-30', pupilId })),
      number: '15',
    };
    await secretary.movement.enter(later);
    const revoke = { requestId: randomUUID(), orderId, why: 'ошибка', outside: 0 };
    expect(await refusalOf(secretary.movement.revoke(revoke))).toEqual({
      code: 'MOVEMENT_REFUSED',
      data: { line: 1, problem: 'changedSince' },
    });
    expect(rowsOf(pupilId)).toEqual([
      ['class', eighth, '2026-09-01', '2026-11-22'],
      ['class', first, '2026-11-23', '2026-11-30'],
    ]);
  });

  test('conditional promotion names debts, and only it does', async () => {
    const pupilId = school.pupils.abramov;
    const debts = [{ subjectId: 1, dueOn: '2026-12-25' as const }];
    const leaving = line({ kind: 'leaving', on: '2026-11-27', pupilId, debts });
    expect(await refusalOf(secretary.movement.enter(orderOf(leaving)))).toMatchObject({
      data: { why: 'debts' },
    });
    const toClassId = await classNamed('1-А');
    const promised = line({ kind: 'conditionalPromotion', on: '2026-11-27', pupilId, toClassId });
    expect(await refusalOf(secretary.movement.enter(orderOf(promised)))).toMatchObject({
      data: { why: 'debts' },
    });
  });
});

describe('who', () => {
  test.each(['director', 'deputy', 'classTeacher', 'teacher'] as const)(
    'as %s enters and takes back no order',
    async (role) => {
      const { client } = await school.windowOf(role);
      const order = orderOf(line({ kind: 'leaving', on: '2026-11-27', pupilId: 1 }));
      for (const call of [
        client.movement.enter(order),
        client.movement.preview(order),
        client.movement.revoke({ requestId: randomUUID(), orderId: 1, why: 'так', outside: 0 }),
      ]) {
        expect(await refusalOf(call)).toEqual({ code: 'FORBIDDEN', data: { why: 'role' } });
      }
    },
  );

  test('a class teacher sees the movement of the own class only, a subject teacher none', async () => {
    const { abramov, zhukov } = school.pupils;
    await secretary.movement.enter(
      orderOf(
        line({ kind: 'leaving', on: '2026-11-27', pupilId: abramov }),
        line({ kind: 'leaving', on: '2026-11-27', pupilId: zhukov }),
      ),
    );
    const own = (await school.windowOf('classTeacher')).client;
    expect((await own.movement.register()).map(({ pupilId }) => pupilId)).toEqual([abramov]);
    expect(await refusalOf(teacher.movement.register())).toMatchObject({ code: 'FORBIDDEN' });
    const deputy = (await school.windowOf('deputy')).client;
    expect(await deputy.movement.register()).toHaveLength(2);
  });
});
