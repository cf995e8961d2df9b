import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditChainHolds } from '../unit-of-work';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';
import { chosenFile, journalOf, rowCounts } from './testing/chosen';
import {
  BAD_PUPILS,
  pupilRows,
  pupilsCsv,
  pupilsOds,
  pupilsXlsx,
  staffCsv,
} from './testing/sample-files';

let school: Awaited<ReturnType<typeof smallSchool>>;
let client: Client;
beforeEach(async () => {
  school = await smallSchool();
  ({ client } = school.administrator);
});
afterEach(() => school.remove());

const counts = () => rowCounts(journalOf(school.core));
const apply = { requestId: '', withoutBadRows: false, from: '2026-09-01' as const };
const withId = () => ({ ...apply, requestId: randomUUID() });

describe('pupils', () => {
  test.each([
    ['csv', async () => pupilsCsv(pupilRows(4))],
    ['xlsx', () => pupilsXlsx(pupilRows(4))],
    ['ods', () => pupilsOds(pupilRows(4))],
  ])('a list in %s comes whole, and again changes nothing', async (ending, bytes) => {
    const grant = chosenFile(school, `список.${ending}`, await bytes());
    const before = counts();
    const preview = await client.imports.previewPupils({ grant });
    expect(preview.good).toHaveLength(12);
    expect(preview.bad).toEqual([]);
    expect(preview.newClasses).toEqual(['5-А', '5-Б', '8-Б']);
    expect(counts()).toEqual(before);

    const { sha256, seen } = preview;
    const result = await client.imports.applyPupils({ ...withId(), grant, sha256, seen });
    expect(result).toEqual({
      added: 12,
      joined: 0,
      existing: 0,
      changed: 0,
      parents: 0,
      skipped: 0,
      leftOut: 0,
      newClasses: ['5-А', '5-Б', '8-Б'],
    });
    const after = counts();
    expect(after['pupil']).toBe((before['pupil'] ?? 0) + 12);
    expect(after['class_membership']).toBe((before['class_membership'] ?? 0) + 12);
    expect(after['audit']).toBe((before['audit'] ?? 0) + 1);
    // A change each for 3 classes, 12 pupils and 12 memberships.
    expect(after['audit_change']).toBe((before['audit_change'] ?? 0) + 27);
    expect(auditChainHolds(journalOf(school.core))).toBe(true);

    const again = await client.imports.previewPupils({ grant });
    expect(again.good.every(({ outcome }) => outcome.kind === 'exists')).toBe(true);
    const refused = await refusalOf(
      client.imports.applyPupils({ ...withId(), grant, sha256, seen: again.seen }),
    );
    expect(refused).toEqual({ code: 'INVALID', data: { why: 'nothingChanges' } });
    expect(counts()).toEqual(after);
  });

  test('papers and contacts come with a new pupil, a wrong one is shown and left out; the known keep theirs', async () => {
    const head = 'ФИО;Класс;СНИЛС;Телефон;Почта;Адрес проживания';
    const line = (name: string, snils: string) =>
      `${name};5-А;${snils};8 912 000-00-01;a@example.org;ул. Лесная, 5`;
    const bytes = (lines: readonly string[]) => Buffer.from([head, ...lines].join('\n'));
    const first = [line('Лугов Пётр', '112-233-445 95'), line('Озёров Илья', '112-233-445 96')];
    const grant = chosenFile(school, 'контакты.csv', bytes(first));
    const { sha256, seen, good } = await client.imports.previewPupils({ grant });
    expect(good.map(({ leftOut }) => leftOut)).toEqual([
      [],
      ['«112-233-445 96»: СНИЛС: контрольное число не сходится или не 11 цифр'],
    ]);
    await client.imports.applyPupils({ ...withId(), grant, sha256, seen });
    const cards = () =>
      journalOf(school.core)
        .connection.prepare(
          `SELECT snils, phone, email, address FROM pupil WHERE address <> '' ORDER BY last_name`,
        )
        .raw()
        .all();
    const stored = cards();
    expect(stored).toEqual([
      ['112-233-445 95', '+7 912 000-00-01', 'a@example.org', 'ул. Лесная, 5'],
      ['', '+7 912 000-00-01', 'a@example.org', 'ул. Лесная, 5'],
    ]);
    const changed = first.map((text) => text.replace('Лесная', 'Полевая'));
    chosenFile(school, 'контакты.csv', bytes(changed));
    const again = chosenFile(school, 'другие.csv', bytes(changed));
    const second = await client.imports.previewPupils({ grant: again });
    const refused = await refusalOf(
      client.imports.applyPupils({
        ...withId(),
        grant: again,
        sha256: second.sha256,
        seen: second.seen,
      }),
    );
    expect(refused).toEqual({ code: 'INVALID', data: { why: 'nothingChanges' } });
    expect(cards()).toEqual(stored);
  });

  test('rows with mistakes come only where the person agreed to leave them out', async () => {
    const grant = chosenFile(school, 'список.csv', pupilsCsv([...pupilRows(1), ...BAD_PUPILS]));
    const { sha256, seen, bad } = await client.imports.previewPupils({ grant });
    expect(bad.map(({ rowNumber, reasons }) => [rowNumber, ...reasons])).toEqual([
      [5, '«Липкин»: нужны и фамилия, и имя'],
      [6, '«31.02.2014»: такой даты нет, пишите день, месяц и год, например 05.09.2012'],
    ]);
    const before = counts();
    const refused = await refusalOf(
      client.imports.applyPupils({ ...withId(), grant, sha256, seen }),
    );
    expect(refused).toEqual({ code: 'INVALID', data: { why: 'badRows' } });
    expect(counts()).toEqual(before);
    const agreed = { ...withId(), grant, sha256, seen, withoutBadRows: true };
    expect(await client.imports.applyPupils(agreed)).toMatchObject({ added: 3, leftOut: 2 });
    // The same request again is answered as the first time.
    expect(await client.imports.applyPupils(agreed)).toMatchObject({ added: 3, leftOut: 2 });
  });

  test('a failure in the middle leaves nothing', async () => {
    const grant = chosenFile(school, 'список.csv', pupilsCsv(pupilRows(5)));
    const { sha256, seen } = await client.imports.previewPupils({ grant });
    const db = journalOf(school.core);
    db.connection.exec(`CREATE TEMP TRIGGER fail BEFORE INSERT ON main.pupil WHEN
      (SELECT count(*) FROM main.pupil) > 8 BEGIN SELECT RAISE(ABORT, 'planted'); END`);
    const before = counts();
    const refused = await refusalOf(
      client.imports.applyPupils({ ...withId(), grant, sha256, seen }),
    );
    expect(refused?.code).toBe('INTERNAL');
    expect(counts()).toEqual(before);
  });

  test('a file changed after the preview is refused', async () => {
    const grant = chosenFile(school, 'список.csv', pupilsCsv(pupilRows(2)));
    const { sha256, seen } = await client.imports.previewPupils({ grant });
    chosenFile(school, 'список.csv', pupilsCsv(pupilRows(3)));
    const before = counts();
    const refused = await refusalOf(
      client.imports.applyPupils({ ...withId(), grant, sha256, seen }),
    );
    expect(refused).toEqual({ code: 'INVALID', data: { why: 'fileChanged' } });
    expect(counts()).toEqual(before);
  });

  test('a class and columns the person names', async () => {
    const rows = [
      ['Абрикосов', 'Илья'],
      ['Белкин', 'Пётр'],
    ];
    const grant = chosenFile(
      school,
      'дети.csv',
      Buffer.from(rows.map((row) => row.join(';')).join('\n')),
    );
    const first = await client.imports.previewPupils({ grant });
    expect(first.headerFound).toBe(false);
    const fields = ['lastName', 'firstName'] as const;
    const columns = {
      firstDataRow: 0,
      columns: fields.map((field, column) => ({ column, title: '', field })),
    };
    const told = await client.imports.previewPupils({ grant, columns, className: '5 «а»' });
    expect(told.good.map(({ lastName, className }) => [lastName, className])).toEqual([
      ['Абрикосов', '5-А'],
      ['Белкин', '5-А'],
    ]);
  });

  test('a day outside the year is refused', async () => {
    const grant = chosenFile(school, 'список.csv', pupilsCsv(pupilRows(2)));
    const { sha256, seen } = await client.imports.previewPupils({ grant });
    const late = { ...withId(), grant, sha256, seen, from: '2027-08-01' as const };
    expect(await refusalOf(client.imports.applyPupils(late))).toEqual({
      code: 'INVALID',
      data: { why: 'dates' },
    });
  });
});

test('staff: people, their class, and the roles to open accounts with', async () => {
  const grant = chosenFile(school, 'сотрудники.csv', staffCsv());
  const { sha256, seen, good } = await client.imports.previewStaff({ grant });
  expect(good.map(({ outcome }) => outcome.kind)).toEqual(['new', 'new', 'new', 'new']);
  const result = await client.imports.applyStaff({ ...withId(), grant, sha256, seen });
  expect(result).toMatchObject({ added: 4, existing: 0, newClasses: ['5-А'] });
  expect(result.people.map(({ roles }) => roles)).toEqual([
    ['teacher', 'classTeacher'],
    ['teacher'],
    ['deputy'],
    ['secretary'],
  ]);
  const staff = await client.people.staff();
  expect(staff.find(({ lastName }) => lastName === 'Дроздова')?.homeroomOf).toBe('5-А');
  const next = await client.imports.previewStaff({ grant });
  const again = await refusalOf(
    client.imports.applyStaff({ ...withId(), grant, sha256, seen: next.seen }),
  );
  expect(again).toEqual({ code: 'INVALID', data: { why: 'nothingChanges' } });
});

test('who may: the secretary pupils only, a teacher nothing', async () => {
  const grant = chosenFile(school, 'список.csv', pupilsCsv(pupilRows(1)));
  const secretary = (await school.windowOf('secretary')).client;
  const { sha256, seen } = await secretary.imports.previewPupils({ grant });
  expect(await refusalOf(secretary.imports.previewStaff({ grant }))).toEqual({
    code: 'FORBIDDEN',
    data: { why: 'role' },
  });
  const teacher = (await school.windowOf('teacher')).client;
  expect((await refusalOf(teacher.imports.previewPupils({ grant })))?.code).toBe('FORBIDDEN');
  const call = teacher.imports.applyPupils({ ...withId(), grant, sha256, seen });
  expect((await refusalOf(call))?.code).toBe('FORBIDDEN');
  await secretary.imports.applyPupils({ ...withId(), grant, sha256, seen });
});

describe('bad files leave the journal as it was', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  test.each([
    ['cut', async () => (await pupilsXlsx(pupilRows(4))).subarray(0, 2000), 'damaged'],
    ['a picture', async () => png, 'notASpreadsheet'],
    ['50 MB', async () => Buffer.alloc(50_000_000, 'Фамилия;Имя\n'), 'tooLarge'],
    ['empty', async () => Buffer.alloc(0), 'empty'],
  ])('%s', async (_, bytes, problem) => {
    const grant = chosenFile(school, 'список.xlsx', await bytes());
    const before = counts();
    const sha256 = '0'.repeat(64);
    const seen = sha256;
    const nothing = { subjects: {}, pupils: {}, addYear: false };
    const noNames = { teachers: {}, subjects: {}, classes: {} };
    const calls = [
      () => client.imports.previewPupils({ grant }),
      () => client.imports.applyPupils({ ...withId(), grant, sha256, seen }),
      () => client.imports.previewStaff({ grant }),
      () => client.imports.previewMarks({ grants: [grant], ...nothing }),
      () => client.imports.previewTimetable({ grant, validFrom: '2026-09-01', ...noNames }),
    ];
    for (const call of calls) {
      expect(await refusalOf(call())).toMatchObject({ code: 'FILE_PROBLEM', data: { problem } });
    }
    expect(counts()).toEqual(before);
  });

  test('a file that is gone, and a grant nobody gave', async () => {
    const grant = chosenFile(school, 'список.csv', pupilsCsv(pupilRows(1)));
    const { rmSync } = await import('node:fs');
    rmSync(`${school.folder}/список.csv`);
    for (const one of [grant, randomUUID()]) {
      expect(await refusalOf(client.imports.previewPupils({ grant: one }))).toEqual({
        code: 'NOT_FOUND',
        data: { what: 'file' },
      });
    }
  });
});
