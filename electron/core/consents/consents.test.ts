import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '#domain/people/roles';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool } from '../testing/school';
import { mayLeaveSchoolOf } from './register';

let school: Awaited<ReturnType<typeof smallSchool>>;
beforeEach(async () => {
  school = await smallSchool();
});
afterEach(() => school.remove());

const request = () => ({ requestId: randomUUID() });
const clientOf = async (role: Role) => (await school.windowOf(role)).client;
const paper = {
  kind: 'processing',
  decision: 'given',
  representativeId: null,
  document: '12',
  datedOn: '2026-09-01',
  validUntil: null,
  note: '',
} as const;
const mayLeave = (pupilId: number) =>
  mayLeaveSchoolOf(school.core.open!.journal.db, [pupilId], '2026-11-23').has(pupilId);

test('one paper for many pupils, then withdrawn, taken back and removed', async () => {
  const { abramov, yolkina } = school.pupils;
  const client = await clientOf('classTeacher');
  expect([abramov, yolkina].some(mayLeave)).toBe(false);
  const pupilIds = [abramov, yolkina, abramov];
  const { consentIds } = await client.consents.add({ ...request(), ...paper, pupilIds });
  expect(consentIds).toHaveLength(2);
  expect([abramov, yolkina].every(mayLeave)).toBe(true);
  const [consentId = 0] = consentIds;
  await client.consents.withdraw({ ...request(), consentId, on: '2026-11-20' });
  expect(mayLeave(abramov)).toBe(false);
  const lines = await client.consents.register({});
  expect(lines.map(({ name, kinds }) => [name, kinds.processing.state])).toEqual([
    ['Абрамов Илья', 'withdrawn'],
    ['Ёлкина Мария', 'given'],
  ]);
  await client.consents.withdraw({ ...request(), consentId, on: null });
  expect(mayLeave(abramov)).toBe(true);
  await client.consents.remove({ ...request(), consentIds });
  expect([abramov, yolkina].some(mayLeave)).toBe(false);
});

test('all or none: a pupil of another class stops the whole entry', async () => {
  const { abramov, zhukov } = school.pupils;
  const client = await clientOf('classTeacher');
  const both = { ...request(), ...paper, pupilIds: [abramov, zhukov] };
  expect(await refusalOf(client.consents.add(both))).toMatchObject({
    data: { why: 'notYourClass' },
  });
  expect(mayLeave(abramov)).toBe(false);
  const secretary = await clientOf('secretary');
  const { consentIds } = await secretary.consents.add({ ...both, ...request() });
  const foreign = { ...request(), consentIds };
  expect(await refusalOf(client.consents.remove(foreign))).toMatchObject({
    data: { why: 'notYourClass' },
  });
  expect(mayLeave(abramov)).toBe(true);
});

test('wrong days and a stranger who signs are refused; who only looks enters nothing', async () => {
  const client = await clientOf('secretary');
  const pupilIds = [school.pupils.abramov];
  const add = (change: object) =>
    refusalOf(client.consents.add({ ...request(), ...paper, pupilIds, ...change }));
  expect(await add({ datedOn: '2026-11-24' })).toMatchObject({ data: { why: 'dates' } });
  expect(await add({ validUntil: '2026-08-31' })).toMatchObject({ data: { why: 'dates' } });
  expect(await add({ representativeId: 5 })).toMatchObject({ data: { what: 'representative' } });
  const deputy = await clientOf('deputy');
  expect(await refusalOf(deputy.consents.add({ ...request(), ...paper, pupilIds }))).toMatchObject({
    data: { why: 'role' },
  });
  expect(await deputy.consents.register({})).toHaveLength(3);
});
