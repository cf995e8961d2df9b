import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '#domain/people/roles';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
beforeEach(async () => {
  school = await smallSchool();
});
afterEach(() => school.remove());

const request = () => ({ requestId: randomUUID() });
const clientOf = async (role: Role) => (await school.windowOf(role)).client;
const EIGHTH = 1;
const FIRST = 2;

test('a check begins, sheets come back, the deputy sees how far it is (ИНС б, КИА 4.3.10)', async () => {
  const { abramov, yolkina, vlasov } = school.pupils;
  const own = await clientOf('classTeacher');
  const start = { classId: EIGHTH, name: 'ноябрь 2026' };
  const { checkId } = await own.dataChecks.start({ ...request(), ...start });
  expect(await refusalOf(own.dataChecks.start({ ...request(), ...start }))).toMatchObject({
    data: { why: 'nameTaken' },
  });
  const mark = (pupilIds: number[], result: 'confirmed' | 'changed' | null, note = '') =>
    own.dataChecks.mark({ ...request(), checkId, pupilIds, result, note });
  await mark([abramov, yolkina], 'confirmed');
  await mark([abramov], 'changed', 'новый телефон');
  // Who had left before it began is not asked.
  expect(await refusalOf(mark([vlasov], 'confirmed'))).toMatchObject({ data: { what: 'pupil' } });
  const deputy = await clientOf('deputy');
  const { checks, classes } = await deputy.dataChecks.list({});
  expect(checks).toMatchObject([
    { className: '8-А', pupils: 2, confirmed: 1, changed: 1, mayEdit: false },
  ]);
  expect(classes.map(({ name, lastOn }) => [name, lastOn])).toEqual([
    ['1-А', null],
    ['8-А', '2026-11-23'],
  ]);
  await mark([yolkina], null);
  expect(
    (await own.dataChecks.pupils({ checkId })).map(({ name, result, note }) => [
      name,
      result,
      note,
    ]),
  ).toEqual([
    ['Абрамов Илья', 'changed', 'новый телефон'],
    ['Ёлкина Мария', null, ''],
  ]);
});

test('a class teacher sees and begins checks of the own class only', async () => {
  const secretary = await clientOf('secretary');
  const { checkId } = await secretary.dataChecks.start({
    ...request(),
    classId: FIRST,
    name: 'II четверть',
  });
  const own = await clientOf('classTeacher');
  expect((await own.dataChecks.list({})).checks).toEqual([]);
  const notYours = { data: { why: 'notYourClass' } };
  expect(await refusalOf(own.dataChecks.pupils({ checkId }))).toMatchObject(notYours);
  const result = 'confirmed' as const;
  const mark = { checkId, pupilIds: [school.pupils.zhukov], result, note: '' };
  expect(await refusalOf(own.dataChecks.mark({ ...request(), ...mark }))).toMatchObject(notYours);
  expect(
    await refusalOf(own.dataChecks.start({ ...request(), classId: FIRST, name: 'моя' })),
  ).toMatchObject(notYours);
  const deputy = await clientOf('deputy');
  expect(await refusalOf(deputy.dataChecks.mark({ ...request(), ...mark }))).toMatchObject({
    data: { why: 'role' },
  });
});
