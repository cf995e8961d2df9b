import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { all, select } from '#db/statement';
import { smallestJpeg } from '#domain/pupils/testing/smallest-jpeg';
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
const mother = {
  lastName: 'Абрамова',
  firstName: 'Анна',
  middleName: 'Олеговна',
  phone: '8 (000) 123-45-67',
  email: '',
  address: '',
  note: '',
};
const link = { relation: 'mother', legal: true, main: true } as const;

test('a class teacher opens cards of the own class only, a subject teacher none', async () => {
  const { abramov, vlasov, zhukov } = school.pupils;
  const own = await clientOf('classTeacher');
  expect((await own.pupils.card({ pupilId: abramov })).className).toBe('8-А');
  // Who left the own class and the school is still of the own class.
  expect((await own.pupils.card({ pupilId: vlasov })).leftOn).toBe('2026-11-10');
  const notYours = { code: 'FORBIDDEN', data: { why: 'notYourClass' } };
  for (const call of [
    () => own.pupils.card({ pupilId: zhukov }),
    () => own.pupils.history({ pupilId: zhukov }),
    () => own.pupils.photo({ pupilId: zhukov }),
    () => own.pupils.save({ ...request(), pupilId: zhukov, version: 0, changes: { note: 'x' } }),
    () => own.pupils.setPhoto({ ...request(), pupilId: zhukov, jpegBase64: null }),
    () => own.pupils.addRepresentative({ ...request(), pupilId: zhukov, data: mother, ...link }),
  ]) {
    expect(await refusalOf(call())).toMatchObject(notYours);
  }
  const teacher = await clientOf('teacher');
  expect(await refusalOf(teacher.pupils.card({ pupilId: abramov }))).toMatchObject({
    data: { why: 'role' },
  });
});

test('the deputy and the director look, the secretary changes', async () => {
  const pupilId = school.pupils.zhukov;
  const save = { pupilId, version: 0, changes: { phone: '80001234567' } };
  for (const role of ['deputy', 'director'] as const) {
    const client = await clientOf(role);
    expect((await client.pupils.card({ pupilId })).mayEdit).toBe(false);
    expect(await refusalOf(client.pupils.save({ ...request(), ...save }))).toMatchObject({
      data: { why: role === 'deputy' ? 'regulated' : 'role' },
    });
  }
  const secretary = await clientOf('secretary');
  expect(await secretary.pupils.save({ ...request(), ...save })).toEqual({ version: 1 });
  const card = await secretary.pupils.card({ pupilId });
  expect(card.data.phone).toBe('+7 000 123-45-67');
  expect(card.version).toBe(1);
});

test('a deputy who leads a class sees every card and changes those of the own class', async () => {
  const { abramov, zhukov } = school.pupils;
  const { client: admin } = school.administrator;
  const staff = await admin.people.staff();
  const accountId = staff.find(({ account }) => account?.login === 'class')!.account!.id;
  await admin.people.setRoles({ ...request(), accountId, roles: ['classTeacher', 'deputy'] });
  const both = await clientOf('classTeacher');
  const save = (pupilId: number) =>
    both.pupils.save({ ...request(), pupilId, version: 0, changes: { note: 'x' } });
  expect((await both.pupils.card({ pupilId: zhukov })).mayEdit).toBe(false);
  const notYours = { code: 'FORBIDDEN', data: { why: 'notYourClass' } };
  expect(await refusalOf(save(zhukov))).toMatchObject(notYours);
  expect(
    await refusalOf(both.dataChecks.start({ ...request(), classId: 2, name: 'x' })),
  ).toMatchObject(notYours);
  await save(abramov);
  await both.dataChecks.start({ ...request(), classId: 1, name: 'x' });
});

test('a stale change is refused with what stands there, a wrong value leaves the card as it is', async () => {
  const pupilId = school.pupils.abramov;
  const client = await clientOf('classTeacher');
  const save = (version: number, changes: { snils?: string; note?: string; lastName?: string }) =>
    client.pupils.save({ ...request(), pupilId, version, changes });
  await save(0, { note: 'первая' });
  expect(await refusalOf(save(0, { note: 'вторая' }))).toMatchObject({
    code: 'CONFLICT',
    data: { current: { version: 1, data: { note: 'первая' } } },
  });
  for (const changes of [{ snils: '112-233-445 96' }, { lastName: ' ' }]) {
    expect(await refusalOf(save(1, changes))).toMatchObject({ data: { why: 'cardField' } });
  }
  expect(await save(1, { note: 'первая' })).toEqual({ version: 1 });
  const { data, version } = await client.pupils.card({ pupilId });
  expect([data.snils, data.lastName, version]).toEqual(['', 'Абрамов', 1]);
});

test('the history tells who changed what from what to what, and nothing that stayed', async () => {
  const pupilId = school.pupils.abramov;
  const client = await clientOf('classTeacher');
  await client.pupils.save({ ...request(), pupilId, version: 0, changes: { citizenship: 'РФ' } });
  await client.pupils.addRepresentative({ ...request(), pupilId, data: mother, ...link });
  const { changes, looks } = await client.pupils.history({ pupilId });
  expect(changes.map(({ entity, actor, before, after }) => [entity, actor, before, after])).toEqual(
    expect.arrayContaining([
      ['pupil', 'Фамилия-classTeacher И.', { citizenship: '' }, { citizenship: 'РФ' }],
      [
        'pupilRepresentative',
        'Фамилия-classTeacher И.',
        null,
        { name: 'Абрамова Анна Олеговна', ...link },
      ],
    ]),
  );
  expect(looks).toEqual([]);
});

test('who opened a card is recorded once a day, for the administration to see (U4)', async () => {
  const pupilId = school.pupils.abramov;
  const own = await clientOf('classTeacher');
  for (let i = 0; i < 3; i++) await own.pupils.card({ pupilId });
  const deputy = await clientOf('deputy');
  await deputy.pupils.card({ pupilId });
  const { looks } = await deputy.pupils.history({ pupilId });
  expect(looks.map(({ actor }) => actor).toSorted()).toEqual([
    'Фамилия-classTeacher И.',
    'Фамилия-deputy И.',
  ]);
});

test('brothers and sisters share a parent: one change is seen on both cards', async () => {
  const { abramov, yolkina, zhukov } = school.pupils;
  const secretary = await clientOf('secretary');
  const { representativeId } = await secretary.pupils.addRepresentative({
    ...request(),
    pupilId: abramov,
    data: mother,
    ...link,
  });
  const found = await secretary.pupils.findRepresentatives({ name: 'абрамова ан' });
  expect(found).toEqual([
    {
      id: representativeId,
      name: 'Абрамова Анна Олеговна',
      phoneTail: '4567',
      children: ['Абрамов Илья, 8-А'],
    },
  ]);
  for (const pupilId of [yolkina, zhukov]) {
    await secretary.pupils.linkRepresentative({ ...request(), pupilId, representativeId, ...link });
  }
  const saved = await secretary.pupils.saveRepresentative({
    ...request(),
    representativeId,
    version: 0,
    changes: { phone: '+7 000 765-43-21' },
  });
  expect(saved).toEqual({ version: 1 });
  const [one] = (await secretary.pupils.card({ pupilId: zhukov })).representatives;
  expect(one).toMatchObject({
    data: { phone: '+7 000 765-43-21' },
    relation: 'mother',
    otherChildren: ['Абрамов Илья, 8-А', 'Ёлкина Мария, 8-А'],
  });
  const stale = { representativeId, version: 0, changes: { phone: '' } };
  expect(
    await refusalOf(secretary.pupils.saveRepresentative({ ...request(), ...stale })),
  ).toMatchObject({ code: 'CONFLICT' });
});

test('one main contact a pupil; a detached parent stays with the other child', async () => {
  const { abramov, yolkina } = school.pupils;
  const client = await clientOf('classTeacher');
  const add = (data: typeof mother, relation: 'mother' | 'father') =>
    client.pupils.addRepresentative({
      ...request(),
      pupilId: abramov,
      data,
      relation,
      legal: true,
      main: true,
    });
  const { representativeId } = await add(mother, 'mother');
  await add({ ...mother, firstName: 'Олег', lastName: 'Абрамов' }, 'father');
  const mains = (await client.pupils.card({ pupilId: abramov })).representatives;
  expect(mains.map(({ data, main }) => [data.firstName, main])).toEqual([
    ['Олег', true],
    ['Анна', false],
  ]);
  await client.pupils.linkRepresentative({
    ...request(),
    pupilId: yolkina,
    representativeId,
    ...link,
  });
  const detach = { pupilId: abramov, representativeId };
  await client.pupils.detachRepresentative({ ...request(), ...detach });
  expect((await client.pupils.card({ pupilId: abramov })).representatives).toHaveLength(1);
  expect((await client.pupils.card({ pupilId: yolkina })).representatives).toHaveLength(1);
  expect(
    await refusalOf(client.pupils.detachRepresentative({ ...request(), ...detach })),
  ).toMatchObject({ code: 'NOT_FOUND', data: { what: 'representative' } });
});

test('a class teacher changes no parent who has no child in the own class', async () => {
  const secretary = await clientOf('secretary');
  const { representativeId } = await secretary.pupils.addRepresentative({
    ...request(),
    pupilId: school.pupils.zhukov,
    data: mother,
    ...link,
  });
  const own = await clientOf('classTeacher');
  const save = { ...request(), representativeId, version: 0, changes: { phone: '' } };
  expect(await refusalOf(own.pupils.saveRepresentative(save))).toMatchObject({
    data: { why: 'notYourClass' },
  });
});

test('a photograph is a JPEG and nothing else; the trail has no picture', async () => {
  const pupilId = school.pupils.abramov;
  const client = await clientOf('classTeacher');
  const jpegBase64 = Buffer.from(smallestJpeg()).toString('base64');
  const set = (content: string | null) =>
    client.pupils.setPhoto({ ...request(), pupilId, jpegBase64: content });
  const png = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64');
  expect(await refusalOf(set(png))).toMatchObject({ data: { why: 'notAJpeg' } });
  const large = Buffer.alloc(300_001).toString('base64');
  expect(await refusalOf(set(large))).toMatchObject({ data: { why: 'photoTooLarge' } });
  await set(jpegBase64);
  expect(await client.pupils.photo({ pupilId })).toEqual({ jpegBase64 });
  expect((await client.pupils.card({ pupilId })).hasPhoto).toBe(true);
  await set(null);
  expect(await client.pupils.photo({ pupilId })).toEqual({ jpegBase64: null });
  const trail = all<[], { after: string | null }>(
    school.core.open!.journal.db,
    select(`SELECT after FROM audit_change WHERE entity = 'pupilPhoto' ORDER BY audit_id`),
    [],
  );
  expect(trail).toEqual([{ after: '{"photo":true}' }, { after: null }]);
});

test('the list has who learns today, or with «выбывшие» who is there no more', async () => {
  const deputy = await clientOf('deputy');
  const now = await deputy.people.pupils({});
  expect(now.map(({ lastName }) => lastName)).toEqual(['Абрамов', 'Ёлкина', 'Жуков']);
  const left = await deputy.people.pupils({ left: true });
  expect(left.map(({ lastName, leftOn, className }) => [lastName, leftOn, className])).toEqual([
    ['Власов', '2026-11-10', '8-А'],
  ]);
  const own = await clientOf('classTeacher');
  expect(await own.people.pupils({ left: true })).toHaveLength(1);
});
