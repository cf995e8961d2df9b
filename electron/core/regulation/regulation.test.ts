import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays, type IsoDate } from '#domain/calendar/iso-date';
import { PRESETS } from '#domain/regulation/presets/index';
import { startingRegulation } from '#domain/regulation/stored';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, TODAY, type Client } from '../testing/school';
import { auditChainHolds } from '../unit-of-work';
import { regulationOn } from './versions';

let school: Awaited<ReturnType<typeof smallSchool>>;
let administrator: Client;
let director: Client;
beforeEach(async () => {
  school = await smallSchool();
  administrator = school.administrator.client;
  director = (await school.windowOf('director')).client;
});
afterEach(() => school.remove());

const requestId = () => randomUUID();
const title = 'Наш регламент';
const newDraft = (preset: 'kia' | 'tip' = 'kia') =>
  administrator.regulation.newDraft({ requestId: requestId(), title, from: { preset } });
const onDay = (day: IsoDate) => regulationOn(school.core.open!.journal.db, day);
const TOMORROW: IsoDate = addDays(TODAY, 1);

test('a new journal has the standard order, approved by nobody, from its first day', async () => {
  const versions = await director.regulation.versions();
  expect(versions).toHaveLength(1);
  expect(versions[0]).toMatchObject({ state: 'now', fromDate: '2026-09-01', approvedAt: null });
  expect(onDay(TODAY)).toEqual(startingRegulation());
});

test('a rule of a draft is changed, told whose it is, and put back to the preset', async () => {
  const { id } = await newDraft();
  const { value, clauses, words } = PRESETS.kia.rules.homeworkEntry;
  const named = { id, rule: 'homeworkEntry' as const };
  const own = { clauses: ['п. 3.1'], words: '', value: { by: 'hoursAfterClasses', hours: 2 } };
  await administrator.regulation.setRule({ requestId: requestId(), ...named, version: 1, ...own });
  const changed = (await director.regulation.open({ id })).document.rules.homeworkEntry;
  expect(changed).toEqual({ ...own, origin: 'school' });
  const back = { value, clauses: [...clauses], words };
  await administrator.regulation.setRule({ requestId: requestId(), ...named, version: 2, ...back });
  const opened = await director.regulation.open({ id });
  expect(opened.document).toEqual({ ...PRESETS.kia, title });
  expect(opened.summary).toMatchObject({ version: 3, state: 'draft' });
});

test('what a rule cannot be, and what somebody else changed since, is refused', async () => {
  const { id } = await newDraft();
  const call = { id, rule: 'homeworkEntry' as const, clauses: [], words: '' };
  const set = (version: number, value: unknown) =>
    refusalOf(
      administrator.regulation.setRule({ requestId: requestId(), ...call, version, value }),
    );
  expect(await set(1, { by: 'hoursAfterClasses', hours: 0 })).toEqual({
    code: 'INVALID',
    data: { why: 'regulationValue' },
  });
  expect(await set(1, undefined)).toMatchObject({ data: { why: 'regulationValue' } });
  expect(await set(7, { by: 'lessonDay' })).toMatchObject({ code: 'CONFLICT' });
  expect((await director.regulation.open({ id })).document).toEqual({ ...PRESETS.kia, title });
});

test('the director approves, then it is in force from a day on and yesterday stays as it was', async () => {
  const { id } = await newDraft();
  const put = (fromDate: IsoDate, version: number) =>
    administrator.regulation.putInForce({ requestId: requestId(), id, version, fromDate });
  const withdraw = (version: number) =>
    director.regulation.withdraw({ requestId: requestId(), id, version });
  expect(await refusalOf(put(TOMORROW, 1))).toMatchObject({
    data: { why: 'regulationNotApproved' },
  });
  expect(
    await refusalOf(administrator.regulation.approve({ requestId: requestId(), id, version: 1 })),
  ).toEqual({ code: 'FORBIDDEN', data: { why: 'role' } });
  await director.regulation.approve({ requestId: requestId(), id, version: 1 });
  expect(
    await refusalOf(
      administrator.regulation.rename({ requestId: requestId(), id, version: 2, title: 'x' }),
    ),
  ).toMatchObject({ data: { why: 'regulationApproved' } });
  expect(await refusalOf(put(addDays(TODAY, -1), 2))).toMatchObject({ data: { why: 'pastDay' } });
  // What the person looked at is no longer what stands there.
  expect(await refusalOf(put(TOMORROW, 1))).toEqual({ code: 'CONFLICT', data: { current: 2 } });
  await put(TOMORROW, 2);
  expect(onDay(TODAY)).toEqual(startingRegulation());
  expect(onDay(TOMORROW)).toEqual({ ...PRESETS.kia, title });
  const versions = await director.regulation.versions();
  expect(versions.map(({ state, until }) => [state, until])).toEqual([
    ['coming', null],
    ['now', TODAY],
  ]);
  expect(versions[0]?.approvedBy).toBe('Фамилия-director И.');
  expect(await refusalOf(withdraw(2))).toEqual({ code: 'CONFLICT', data: { current: 3 } });
  await withdraw(3);
  expect(onDay(TOMORROW)).toEqual(startingRegulation());
  await put(TODAY, 4);
  expect(await refusalOf(withdraw(5))).toMatchObject({ data: { why: 'versionInForce' } });
  const other = await newDraft('tip');
  await director.regulation.approve({ requestId: requestId(), id: other.id, version: 1 });
  expect(
    await refusalOf(
      director.regulation.putInForce({
        requestId: requestId(),
        id: other.id,
        version: 2,
        fromDate: TODAY,
      }),
    ),
  ).toMatchObject({ data: { why: 'sameDay' } });
  expect(auditChainHolds(school.core.open!.journal.db)).toBe(true);
});

test('what nobody approved gives way where it has not begun', async () => {
  const early = await smallSchool({ today: '2026-08-20' });
  const { client } = early.administrator;
  const boss = (await early.windowOf('director')).client;
  const { id } = await client.regulation.newDraft({
    requestId: requestId(),
    title,
    from: { preset: 'sgo' },
  });
  await boss.regulation.approve({ requestId: requestId(), id, version: 1 });
  await boss.regulation.putInForce({
    requestId: requestId(),
    id,
    version: 2,
    fromDate: '2026-09-01',
  });
  expect(await boss.regulation.versions()).toHaveLength(1);
  expect(regulationOn(early.core.open!.journal.db, '2026-11-23').preset).toBe('sgo');
  early.remove();
});

test('a draft is made of a version there is, and removed; others only read', async () => {
  const [first] = await director.regulation.versions();
  const { id } = await administrator.regulation.newDraft({
    requestId: requestId(),
    title,
    from: { copyOf: first!.id },
  });
  expect((await director.regulation.open({ id })).document).toEqual({
    ...startingRegulation(),
    title,
  });
  const teacher = (await school.windowOf('teacher')).client;
  expect((await teacher.regulation.versions()).length).toBe(2);
  expect(
    await refusalOf(teacher.regulation.removeDraft({ requestId: requestId(), id })),
  ).toMatchObject({ code: 'FORBIDDEN' });
  await administrator.regulation.removeDraft({ requestId: requestId(), id });
  expect(await refusalOf(director.regulation.open({ id }))).toEqual({
    code: 'NOT_FOUND',
    data: { what: 'regulation' },
  });
  const inForce = administrator.regulation.removeDraft({ requestId: requestId(), id: first!.id });
  expect(await refusalOf(inForce)).toMatchObject({ data: { why: 'regulationApproved' } });
});
