import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
let administrator: Client;
const requestId = () => randomUUID();
beforeEach(async () => {
  school = await smallSchool();
  administrator = school.administrator.client;
});
afterEach(() => school.remove());

const setup = () => administrator.classes.setup();
const names = async () => (await setup()).classes.map(({ name }) => name);
const add = (grade: number, letter: string) =>
  administrator.classes.add({ requestId: requestId(), yearId: 1, grade, letter });
const fieldsOf = async (name: string) => {
  const found = (await setup()).classes.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  const { id, letter, homeroomTeacherId, shift, studyDays, profile, roomId } = found;
  return { id, fields: { letter, homeroomTeacherId, shift, studyDays, profile, roomId } };
};

test('classes stand in natural order, and are counted', async () => {
  await add(10, 'а');
  await add(2, 'A');
  expect(await names()).toEqual(['1-А', '2-А', '8-А', '10-А']);
  const eighth = (await setup()).classes.find(({ name }) => name === '8-А');
  expect(eighth).toMatchObject({ pupils: 2, removable: false, studyDays: 5, shift: 1 });
});

test('a name is taken once a year, however it is typed; what is no name is refused', async () => {
  expect(await refusalOf(add(8, 'a'))).toMatchObject({ data: { why: 'classNameTaken' } });
  expect(await refusalOf(add(8, '12'))).toMatchObject({ data: { why: 'className' } });
  const { id, fields } = await fieldsOf('8-А');
  await add(8, 'Б');
  const rename = (letter: string) =>
    administrator.classes.set({
      requestId: requestId(),
      classId: id,
      before: fields,
      after: { ...fields, letter },
    });
  expect(await refusalOf(rename('Б'))).toMatchObject({ data: { why: 'classNameTaken' } });
  expect(await rename('в')).toMatchObject({ letter: 'В' });
  expect(await names()).toEqual(['1-А', '8-Б', '8-В']);
});

test('a change of a row that somebody changed meanwhile is refused with what stands there', async () => {
  const { id, fields } = await fieldsOf('8-А');
  const set = (after: Partial<typeof fields>) =>
    administrator.classes.set({
      requestId: requestId(),
      classId: id,
      before: fields,
      after: { ...fields, ...after },
    });
  await set({ shift: 2, profile: 'математический' });
  expect(await refusalOf(set({ studyDays: 6 }))).toMatchObject({
    code: 'CONFLICT',
    data: { current: { shift: 2, profile: 'математический', studyDays: 5 } },
  });
  const now = (await fieldsOf('8-А')).fields;
  const unknown = administrator.classes.set({
    requestId: requestId(),
    classId: id,
    before: now,
    after: { ...now, homeroomTeacherId: 999 },
  });
  expect(await refusalOf(unknown)).toMatchObject({ code: 'NOT_FOUND', data: { what: 'staff' } });
});

test('only an empty class goes, with its curriculum; one with pupils stays', async () => {
  const { id } = await add(9, 'А');
  await administrator.curriculum.set({
    requestId: requestId(),
    cells: [
      {
        classId: id,
        subjectId: 1,
        before: null,
        after: {
          hoursPerWeek: 3,
          hoursPerYear: null,
          part: 'mandatory',
          grading: null,
          scaleId: null,
          finals: 'none',
        },
      },
    ],
  });
  await administrator.classes.remove({ requestId: requestId(), classId: id });
  expect(await names()).not.toContain('9-А');
  const { id: eighth } = await fieldsOf('8-А');
  const remove = administrator.classes.remove({ requestId: requestId(), classId: eighth });
  expect(await refusalOf(remove)).toMatchObject({ data: { why: 'classInUse' } });
});

test('only the administrator changes classes; the director and the deputy look', async () => {
  const { id, fields } = await fieldsOf('8-А');
  for (const role of ['director', 'deputy'] as const) {
    const { client } = await school.windowOf(role);
    expect((await client.classes.setup()).classes).toHaveLength(2);
    const set = { requestId: requestId(), classId: id, before: fields, after: fields };
    expect(await refusalOf(client.classes.set(set))).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      await refusalOf(client.classes.remove({ requestId: requestId(), classId: id })),
    ).toMatchObject({ code: 'FORBIDDEN' });
  }
});
