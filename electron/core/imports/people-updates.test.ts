import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GoodPersonRow } from '#contract/import-people';
import { hashOfAllRows } from '#db/testing/row-hash';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';
import { journalOf } from './testing/chosen';
import { changesOf, everything, fills, peopleLists } from './testing/people-lists';

let school: Awaited<ReturnType<typeof smallSchool>>;
let client: Client;
let lists: ReturnType<typeof peopleLists>;
beforeEach(async () => {
  school = await smallSchool();
  ({ client } = await school.windowOf('secretary'));
  lists = peopleLists(school, client);
});
afterEach(() => school.remove());

const OLGA = 'Лугова Ольга Ильинична';
const PETR = 'Лугов Пётр Олегович';

describe('people the journal knows', () => {
  const LIST = 'ФИО;Класс;Дата рождения;Пол;Адрес;Телефон;Мать;Телефон матери;Место работы матери';
  const row = (more = '') => `Абрамов Илья;8-А;05.09.2012;м;ул. Лесная, 5;;${more}`;

  test('what is empty is filled, what stands is replaced only where it was agreed to', async () => {
    const pupilId = school.pupils.abramov;
    await client.pupils.save({
      requestId: randomUUID(),
      pupilId,
      version: 0,
      changes: { address: 'ул. Полевая, 1', phone: '89000000001' },
    });
    const grant = lists.fileOf(LIST, row('Абрамова Анна Олеговна;8 900 123-45-67;ООО «Луч»'));
    const { preview, apply } = await lists.take('Pupils', grant);
    expect(changesOf(preview)).toEqual([
      'fill|birthDate|05.09.2012',
      'fill|sex|мужской',
      'replace|address|ул. Полевая, 1|ул. Лесная, 5',
      'fill|parent|Абрамова Анна Олеговна, мать',
    ]);
    expect(await apply()).toMatchObject({ added: 0, existing: 1, changed: 1, parents: 1 });
    const card = await lists.cardOf('Абрамов', 'Илья');
    expect(card.data).toMatchObject({
      birthDate: '2012-09-05',
      sex: 'male',
      address: 'ул. Полевая, 1',
      phone: '+7 900 000-00-01',
    });
    expect(await lists.parentsOf('Абрамов', 'Илья')).toEqual([
      'Абрамова Анна Олеговна|mother|true|+7 900 123-45-67|ООО «Луч»',
    ]);
    const changed = lists.fileOf(LIST, row('Абрамова Анна Олеговна;8 900 123-45-68;ОАО «Заря»'));
    const second = await lists.take('Pupils', changed, { agree: everything });
    expect(changesOf(second.preview)).toEqual([
      'replace|address|ул. Полевая, 1|ул. Лесная, 5',
      'replace|Абрамова Анна Олеговна|phone|+7 900 123-45-67|+7 900 123-45-68',
      'fill|Абрамова Анна Олеговна|note|ООО «Луч»|ООО «Луч»; ОАО «Заря»',
    ]);
    expect(await second.apply()).toMatchObject({ changed: 2, parents: 0 });
    const { changes } = await client.pupils.history({ pupilId });
    expect(changes.map(({ action, before, after }) => [action, before, after])).toEqual(
      expect.arrayContaining([
        ['import.pupils', { address: 'ул. Полевая, 1' }, { address: 'ул. Лесная, 5' }],
        [
          'import.pupils',
          { phone: '+7 900 123-45-67', note: 'ООО «Луч»' },
          { phone: '+7 900 123-45-68', note: 'ООО «Луч»; ОАО «Заря»' },
        ],
      ]),
    );
  });

  test('a changed surname of the mother is a difference, another mother is not added by itself', async () => {
    await (await lists.take('Pupils', lists.fileOf(LIST, row('Абрамова Анна Олеговна;;')))).apply();
    const married = await lists.take('Pupils', lists.fileOf(LIST, row('Белова Анна Олеговна;;')));
    expect(changesOf(married.preview)).toEqual([
      'replace|Абрамова Анна Олеговна|lastName|Абрамова|Белова',
    ]);
    const other = await lists.take('Pupils', lists.fileOf(LIST, row('Белова Вера Ильинична;;')));
    expect(changesOf(other.preview)).toEqual([
      'replace|parent|Абрамова Анна Олеговна, мать|Белова Вера Ильинична, мать',
    ]);
  });

  test('a class is not changed by a list: it is told', async () => {
    const born = { birthDate: '2012-09-05' as const };
    const card = { requestId: randomUUID(), pupilId: school.pupils.abramov, version: 0 };
    await client.pupils.save({ ...card, changes: born });
    const { preview, apply } = await lists.take(
      'Pupils',
      lists.fileOf(LIST, row().replace('8-А', '9-Б')),
    );
    const [one] = preview.good as [GoodPersonRow];
    expect(one.told).toEqual(['В журнале 8-А: перевод — приказом']);
    expect(preview.newClasses).toEqual([]);
    await apply();
    expect((await lists.cardOf('Абрамов', 'Илья')).className).toBe('8-А');
  });

  test('a namesake asks: one of ours, a new one, or nobody', async () => {
    const card = { requestId: randomUUID(), pupilId: school.pupils.abramov, version: 0 };
    await client.pupils.save({ ...card, changes: { birthDate: '2012-09-06' } });
    const grant = lists.fileOf(LIST, row());
    const asked = (await lists.take('Pupils', grant)).preview.good[0];
    expect(asked?.outcome).toEqual({ kind: 'asks' });
    expect(asked?.candidates).toEqual([
      { id: school.pupils.abramov, label: 'Абрамов Илья, 8-А, 06.09.2012' },
    ]);
    const ours = await lists.take('Pupils', grant, {
      answers: { r2: String(school.pupils.abramov) },
    });
    expect(changesOf(ours.preview)).toContain('replace|birthDate|06.09.2012|05.09.2012');
    const none = await lists.take('Pupils', grant, { answers: { r2: 'skip' } });
    expect(await refusalOf(none.apply())).toMatchObject({ data: { why: 'nothingChanges' } });
    const another = await lists.take('Pupils', grant, { answers: { r2: 'new' } });
    expect(await another.apply()).toMatchObject({ added: 1 });
  });

  test('a card changed meanwhile: nothing comes in', async () => {
    const { apply } = await lists.take('Pupils', lists.fileOf(LIST, row(), 'Котов Ян;5-А;;;;;;;'));
    const card = { requestId: randomUUID(), pupilId: school.pupils.abramov, version: 0 };
    await client.pupils.save({ ...card, changes: { address: 'ул. Новая, 2' } });
    const before = hashOfAllRows(journalOf(school.core));
    expect(await refusalOf(apply())).toEqual({
      code: 'INVALID',
      data: { why: 'changedMeanwhile' },
    });
    expect(hashOfAllRows(journalOf(school.core))).toBe(before);
  });

  test('a failure in the middle leaves every card and parent as it was', async () => {
    const { apply } = await lists.take(
      'Pupils',
      lists.fileOf(LIST, row('Абрамова Анна Олеговна;8 900 123-45-67;'), 'Котов Ян;5-А;;;;;;;'),
    );
    const db = journalOf(school.core);
    db.connection.exec(`CREATE TEMP TRIGGER fail BEFORE INSERT ON main.class_membership
      BEGIN SELECT RAISE(ABORT, 'planted'); END`);
    const before = hashOfAllRows(db);
    expect((await refusalOf(apply()))?.code).toBe('INTERNAL');
    expect(hashOfAllRows(db)).toBe(before);
  });

  test('staff: contacts are filled, a position is replaced where agreed, initials ask', async () => {
    ({ client } = school.administrator);
    const staff = (...lines: string[]) => lists.fileOf('ФИО;Должность;Телефон;Класс', ...lines);
    const seenOf = async (grant: string, answers = {}) =>
      client.imports.previewStaff({ grant, answers });
    const grant = staff('Кузнецова Алла Петровна;директор;8 900 123-45-67;1-А');
    const preview = await seenOf(grant);
    expect(changesOf(preview)).toEqual([
      'replace|position|Администратор журнала|директор',
      'fill|phone|+7 900 123-45-67',
      'fill|classTeacherOf|1-А',
    ]);
    const { sha256, seen } = preview;
    const input = { grant, sha256, seen, withoutBadRows: false };
    expect(
      await client.imports.applyStaff({
        ...input,
        requestId: randomUUID(),
        agreed: everything(preview),
      }),
    ).toMatchObject({ added: 0, changed: 1, existing: 1 });
    const changed = await seenOf(staff('Кузнецова Алла Петровна;завуч;;1-А'));
    expect(changesOf(changed)).toEqual(['replace|position|директор|завуч']);
    const initials = await seenOf(staff('Кузнецова А. П.;завуч;;'));
    expect(initials.good[0]?.outcome).toMatchObject({ kind: 'asks' });
  });
});

test(
  'whatever a list says, taken over twice it changes nothing more',
  { timeout: 120_000 },
  async () => {
    const pick = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);
    const line = fc
      .tuple(
        pick('Абрамов Илья', 'Ёлкина Мария', 'Лугов Илья', 'Лугова Анна Олеговна', 'Жуков Пётр'),
        pick('8-А', '1-А', '5-Б'),
        pick('', '05.09.2012', '06.10.2018'),
        pick('', OLGA, 'Лугова Анна', 'Абрамова Анна Олеговна', `${OLGA}; ${PETR}`),
        pick('', '8 900 123-45-67', '8 900 765-43-21'),
        pick('', PETR, 'Ёлкин Пётр Ильич'),
        pick('', 'ул. Лесная, 5', 'ул. Полевая, 1'),
      )
      .map((cells) => cells.map((cell) => `"${cell}"`).join(';'));
    const head = 'ФИО;Класс;Дата рождения;Мать;Телефон матери;Отец;Адрес';
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        pick(fills, everything),
        async (lines, agree) => {
          const grant = lists.fileOf(head, ...lines);
          const asking = await client.imports.previewPupils({ grant });
          const answers = Object.fromEntries(
            asking.good.flatMap(({ key, outcome }) =>
              outcome.kind === 'asks' ? [[key, 'skip'] as const] : [],
            ),
          );
          const { apply } = await lists.take('Pupils', grant, { agree, answers });
          const refused = await refusalOf(apply());
          expect(refused === undefined || refused.code === 'INVALID').toBe(true);
          const again = await client.imports.previewPupils({ grant, answers });
          // A namesake the list itself brought makes an earlier row ask: what it said does not count now.
          fc.pre(!again.good.some(({ outcome }) => outcome.kind === 'asks'));
          const left = again.good.filter(({ outcome }) => outcome.kind !== 'skipped');
          expect(left.every(({ outcome }) => outcome.kind === 'exists')).toBe(true);
          expect(agree(again)).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  },
);

test('a list puts nobody into a class of a closed year', async () => {
  journalOf(school.core).connection.exec("UPDATE school_year SET closed_on = '2026-11-20'");
  const grant = lists.fileOf('Фамилия;Имя;Класс', 'Новикова;Анна;8А');
  const { apply } = await lists.take('Pupils', grant);
  expect(await refusalOf(apply())).toEqual({ code: 'INVALID', data: { why: 'yearClosed' } });
});
