import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditOfEntity } from '#db/queries/audit';
import { insertTimetableEntry, insertTimetableVersion } from '#db/queries/import-timetable';
import { auditChainHolds } from '../unit-of-work';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
let admin: Client;
let deputy: Client;
let teacher: Client;
beforeEach(async () => {
  school = await smallSchool();
  admin = school.administrator.client;
  deputy = (await school.windowOf('deputy')).client;
  teacher = (await school.windowOf('teacher')).client;
});
afterEach(() => school.remove());

const requestId = () => randomUUID();
const db = () => school.core.open!.journal.db;
const forbidden = { code: 'FORBIDDEN', data: { why: 'role' } };
const invalid = (why: string) => ({ code: 'INVALID', data: { why } });

test('the profile and the signatories: the named one signs, else who holds the role', async () => {
  const { profile, signatories } = await admin.profile.get();
  expect(signatories.map(({ role, name }) => [role, name])).toEqual([
    ['director', 'Фамилия-director И.'],
    ['deputy', 'Фамилия-deputy И.'],
    ['secretary', 'Фамилия-secretary И.'],
  ]);
  const saved = { ...profile, shortName: 'СШ № 0', inn: '7700000000' };
  await admin.profile.save({ requestId: requestId(), ...saved });
  const [someone] = (await admin.people.staff()).filter(({ lastName }) => lastName === 'Кузнецова');
  const named = { role: 'director' as const, staffId: someone!.id, title: 'И. о. директора' };
  await admin.profile.saveSignatory({ requestId: requestId(), ...named });
  const after = await deputy.profile.get();
  expect(after.profile).toEqual(saved);
  expect(after.signatories[0]).toEqual({ ...named, name: 'Кузнецова А. П.' });
  const refused = await refusalOf(deputy.profile.save({ requestId: requestId(), ...saved }));
  expect(refused).toEqual(forbidden);
  expect(await refusalOf(teacher.profile.get())).toEqual(forbidden);
  // It was made, and changed once.
  expect(auditOfEntity(db(), 'school', '1')).toHaveLength(2);
  expect(auditChainHolds(db())).toBe(true);
});

describe('rooms', () => {
  const room = (buildingId: number) => ({
    buildingId,
    name: '204',
    title: 'Кабинет физики',
    seats: 30,
    keeperId: null,
    subjectIds: [2, 1],
  });

  test('are made, changed, put out of use; a building goes only when it is empty', async () => {
    const { id } = await admin.rooms.addBuilding({
      requestId: requestId(),
      name: 'Главное',
      address: '',
    });
    const made = await admin.rooms.addRoom({ requestId: requestId(), ...room(id) });
    const again = { requestId: requestId(), ...room(id) };
    expect(await refusalOf(admin.rooms.addRoom(again))).toEqual(invalid('nameTaken'));
    await admin.rooms.saveRoom({ requestId: requestId(), ...room(id), id: made.id, seats: 28 });
    await admin.rooms.setRoomArchived({ requestId: requestId(), id: made.id, archived: true });
    expect((await deputy.rooms.list()).rooms).toEqual([
      { ...room(id), id: made.id, seats: 28, subjectIds: [1, 2], archived: true },
    ]);
    const gone = () => refusalOf(admin.rooms.removeBuilding({ requestId: requestId(), id }));
    expect(await gone()).toEqual(invalid('inUse'));
    const other = { requestId: requestId(), name: 'Главное', address: 'двор' };
    expect(await refusalOf(admin.rooms.addBuilding(other))).toEqual(invalid('nameTaken'));
    const empty = await admin.rooms.addBuilding({ ...other, name: 'Мастерские' });
    await admin.rooms.removeBuilding({ requestId: requestId(), id: empty.id });
    expect((await admin.rooms.list()).buildings).toHaveLength(1);
    const byDeputy = deputy.rooms.addRoom({ requestId: requestId(), ...room(id), name: '205' });
    expect(await refusalOf(byDeputy)).toEqual(forbidden);
    expect(auditOfEntity(db(), 'room', String(made.id))).toHaveLength(3);
  });
});

test('bells: only such as can ring, each name once a year', async () => {
  const [year] = await deputy.school.years();
  const data = {
    name: 'Обычное',
    bells: [
      { lessonNumber: 1, startsAt: '08:30', endsAt: '09:10' },
      { lessonNumber: 2, startsAt: '09:20', endsAt: '10:00' },
    ],
    uses: [{ shift: 1, weekday: null, date: null, gradeFrom: 1, gradeTo: 11 }],
  };
  const { id } = await deputy.bells.add({ requestId: requestId(), yearId: year!.id, ...data });
  expect(await teacher.bells.list({})).toEqual([{ id, ...data }]);
  const twice = deputy.bells.add({ requestId: requestId(), yearId: year!.id, ...data });
  expect(await refusalOf(twice)).toEqual(invalid('nameTaken'));
  const overlapping = { ...data, bells: [...data.bells, { ...data.bells[0]!, lessonNumber: 3 }] };
  const wrong = deputy.bells.save({ requestId: requestId(), id, ...overlapping });
  expect(await refusalOf(wrong)).toEqual(invalid('bells'));
  const both = { ...data.uses[0]!, weekday: 1, date: '2026-12-30' as const };
  const twoDays = deputy.bells.save({ requestId: requestId(), id, ...data, uses: [both] });
  expect(await refusalOf(twoDays)).toEqual(invalid('bells'));
  expect(await refusalOf(teacher.bells.remove({ requestId: requestId(), id }))).toEqual(forbidden);
  await deputy.bells.remove({ requestId: requestId(), id });
  expect(await teacher.bells.list({})).toEqual([]);
});

describe('the calendar', () => {
  const input = async () => {
    const { year, periods, holidays, specialDays } = await deputy.calendar.get({});
    return {
      yearId: year.id,
      year: { startsOn: year.startsOn, endsOn: year.endsOn },
      periods: periods.map(({ id, kind, number, startsOn, endsOn, gradeFrom, gradeTo }) => ({
        id,
        kind,
        number,
        startsOn,
        endsOn,
        gradeFrom,
        gradeTo,
      })),
      holidays: [...holidays],
      specialDays: [...specialDays],
    };
  };
  /** Algebra of 8-А on Mondays, second lesson, from the first day on. */
  const mondays = () =>
    school.core.open!.journal.write((writable) => {
      const version = { name: 'Основное', validFrom: '2026-09-01' as const, source: '' };
      const versionId = insertTimetableVersion(writable, 1, version);
      const hour = { weekday: 1, lessonNumber: 2, week: 0 as const, roomId: null };
      insertTimetableEntry(writable, versionId, { ...hour, pageId: school.pages.algebra });
    });
  const lessonsOn = (date: string) =>
    db()
      .connection.prepare('SELECT count(*) AS n FROM lesson WHERE page_id = ? AND date = ?')
      .pluck()
      .get(school.pages.algebra, date);

  test('a working Saturday brings the lessons of its weekday, a new holiday takes the empty ones', async () => {
    mondays();
    const before = await input();
    const saturday = {
      ...before,
      specialDays: [
        { date: '2026-12-05' as const, worksAs: 1, name: '', gradeFrom: 1, gradeTo: 11 },
      ],
    };
    const expected = await deputy.calendar.preview(saturday);
    expect(expected.from).toBe('2026-12-05');
    const saved = await deputy.calendar.save({ requestId: requestId(), ...saturday });
    expect(saved).toEqual(expected);
    expect(lessonsOn('2026-12-05')).toBe(1);
    expect(lessonsOn('2026-12-14')).toBe(1);
    const holiday = {
      ...saturday,
      holidays: [
        ...saturday.holidays,
        {
          name: 'Карантин',
          startsOn: '2026-12-14' as const,
          endsOn: '2026-12-20' as const,
          gradeFrom: 5,
          gradeTo: 9,
        },
      ],
    };
    const { from, added, removed } = await deputy.calendar.save({
      requestId: requestId(),
      ...holiday,
    });
    expect([from, added, removed]).toEqual(['2026-12-14', 0, 1]);
    expect(lessonsOn('2026-12-14')).toBe(0);
    expect(lessonsOn('2026-12-21')).toBe(1);
    await deputy.calendar.save({ requestId: requestId(), ...before });
    expect([lessonsOn('2026-12-05'), lessonsOn('2026-12-14')]).toEqual([0, 1]);
    expect(auditChainHolds(db())).toBe(true);
  });

  test('a lesson that holds something stays on a day that became free', async () => {
    mondays();
    await teacher.journal.setLesson({
      requestId: requestId(),
      lessonId: school.lessons.algebra[2]!,
      version: 0,
      topic: 'Корни',
      homework: '',
    });
    const before = await input();
    const off = { date: '2026-11-23' as const, worksAs: null, name: '', gradeFrom: 1, gradeTo: 11 };
    const free = { ...before, specialDays: [off] };
    expect((await deputy.calendar.save({ requestId: requestId(), ...free })).held).toBe(1);
    expect(lessonsOn('2026-11-23')).toBe(1);
  });

  test('numbers change places; a period with marks can be moved but not taken out', async () => {
    const before = await input();
    const [first, second] = before.periods.filter(({ kind }) => kind === 'quarter');
    const swapped = {
      ...before,
      periods: before.periods.map((period) =>
        period.id === first!.id
          ? { ...period, number: second!.number }
          : period.id === second!.id
            ? { ...period, number: first!.number }
            : period,
      ),
    };
    await deputy.calendar.save({ requestId: requestId(), ...swapped });
    const numbers = (await input()).periods.map(({ id, number }) => `${id} ${number}`).sort();
    expect(numbers).toEqual(swapped.periods.map(({ id, number }) => `${id} ${number}`).sort());
    await deputy.calendar.save({ requestId: requestId(), ...before });
    await teacher.journal.setPeriodMark({
      requestId: requestId(),
      pageId: school.pages.algebra,
      pupilId: school.pupils.abramov,
      periodId: second!.id,
      version: 0,
      value: '4',
      note: 'Отметок пока мало',
    });
    const without = { ...before, periods: before.periods.filter(({ id }) => id !== second!.id) };
    const refused = await refusalOf(deputy.calendar.save({ requestId: requestId(), ...without }));
    expect(refused).toEqual(invalid('periodHasMarks'));
    expect((await input()).periods).toEqual(before.periods);
  });

  test('dates that do not fit together, and people who may not, change nothing', async () => {
    const before = await input();
    const [first] = before.periods;
    const overlapping = {
      ...before,
      periods: [...before.periods, { ...first!, id: null, number: 4, kind: 'trimester' as const }],
    };
    const wrong = { requestId: requestId(), ...overlapping };
    expect(await refusalOf(deputy.calendar.save(wrong))).toEqual(invalid('dates'));
    const byTeacher = teacher.calendar.save({ requestId: requestId(), ...before });
    expect(await refusalOf(byTeacher)).toEqual(forbidden);
    expect(await input()).toEqual(before);
  });
});

describe('staff', () => {
  test('a dismissal ends pages and the class, closes the account, keeps the history', async () => {
    const list = await admin.staff.list({ dismissed: false });
    const person = list.find(({ lastName }) => lastName === 'Фамилия-teacher')!;
    expect(person.hasAccount).toBe(true);
    const { pages } = await admin.staff.dismissal({ id: person.id });
    expect(pages.length).toBe(2);
    const order = { id: person.id, lastDay: '2026-11-20' as const };
    expect(await refusalOf(deputy.staff.dismiss({ requestId: requestId(), ...order }))).toEqual(
      forbidden,
    );
    await admin.staff.dismiss({ requestId: requestId(), ...order });
    expect(await refusalOf(teacher.journal.pages({}))).toMatchObject({ code: 'NOT_SIGNED_IN' });
    const held = db()
      .connection.prepare('SELECT to_date FROM page_teacher WHERE staff_id = ?')
      .pluck()
      .all(person.id);
    expect(held).toEqual(['2026-11-20', '2026-11-20']);
    expect((await admin.staff.list({ dismissed: true })).map(({ id }) => id)).toEqual([person.id]);
    await admin.staff.takeBack({ requestId: requestId(), id: person.id });
    expect(await admin.staff.list({ dismissed: true })).toEqual([]);
    expect(auditOfEntity(db(), 'staff', String(person.id))).toHaveLength(2);
  });

  test('the last administrator cannot be dismissed', async () => {
    const own = (await admin.staff.list({ dismissed: false })).find(
      ({ lastName }) => lastName === 'Кузнецова',
    )!;
    const order = { requestId: requestId(), id: own.id, lastDay: '2026-11-20' as const };
    expect(await refusalOf(admin.staff.dismiss(order))).toEqual({
      code: 'FORBIDDEN',
      data: { why: 'lastAdministrator' },
    });
    expect(await admin.staff.list({ dismissed: true })).toEqual([]);
  });
});
