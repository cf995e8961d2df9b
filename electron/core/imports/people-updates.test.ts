import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GoodPersonRow, PeoplePreview } from '#contract/import-people';
import { hashOfAllRows } from '#db/testing/row-hash';
import { auditChainHolds } from '../unit-of-work';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';
import { chosenFile, journalOf } from './testing/chosen';
import { familiesCsv, familiesOds, familiesXlsx } from './testing/family-files';

let school: Awaited<ReturnType<typeof smallSchool>>;
let client: Client;
beforeEach(async () => {
  school = await smallSchool();
  ({ client } = await school.windowOf('secretary'));
});
afterEach(() => school.remove());

type Lists = 'Pupils' | 'Parents';
const csv = (...lines: readonly string[]) => Buffer.from(lines.join('\n'));
const fileOf = (...lines: readonly string[]) => chosenFile(school, 'список.csv', csv(...lines));
const changesOf = (preview: PeoplePreview) =>
  preview.good.flatMap(({ changes }) =>
    changes.map(({ field, person, was, becomes, kind }) =>
      [kind, person, field, was, becomes].filter((part) => part !== '').join('|'),
    ),
  );
const fills = (preview: PeoplePreview) =>
  preview.good.flatMap(({ changes }) =>
    changes.filter(({ kind }) => kind === 'fill').map(({ key }) => key),
  );
const everything = (preview: PeoplePreview) =>
  preview.good.flatMap(({ changes }) => changes.map(({ key }) => key));

async function take(
  list: Lists,
  grant: string,
  {
    agree = fills,
    answers = {},
  }: {
    readonly agree?: (preview: PeoplePreview) => string[];
    readonly answers?: Record<string, string>;
  } = {},
) {
  const preview = await client.imports[`preview${list}`]({ grant, answers });
  const { sha256, seen } = preview;
  const input = { requestId: randomUUID(), grant, answers, sha256, seen, withoutBadRows: true };
  const agreed = agree(preview);
  const apply = () =>
    list === 'Pupils'
      ? client.imports.applyPupils({ ...input, agreed, from: '2026-09-01' })
      : client.imports.applyParents({ ...input, agreed });
  return { preview, apply };
}
const pupilIdOf = (lastName: string, firstName: string) =>
  (
    journalOf(school.core)
      .connection.prepare('SELECT id FROM pupil WHERE last_name = ? AND first_name = ?')
      .get(lastName, firstName) as { id: number }
  ).id;
const cardOf = (lastName: string, firstName: string) =>
  client.pupils.card({ pupilId: pupilIdOf(lastName, firstName) });
const parentsOf = async (lastName: string, firstName: string) =>
  (await cardOf(lastName, firstName)).representatives.map(
    ({ data, relation, legal, otherChildren }) =>
      [
        `${data.lastName} ${data.firstName} ${data.middleName}`,
        relation,
        legal,
        data.phone,
        data.email,
        data.note,
        ...otherChildren,
      ]
        .filter((part) => part !== '')
        .join('|'),
  );

const HEAD = 'ФИО;Класс;Дата рождения;Мать;Телефон матери;Отец;Телефон отца';
const OLGA = 'Лугова Ольга Ильинична';
const PETR = 'Лугов Пётр Олегович';

describe('parents of new pupils', () => {
  test('come with their numbers; brothers and sisters share theirs, namesakes do not', async () => {
    const { preview, apply } = await take(
      'Pupils',
      fileOf(
        HEAD,
        `Лугов Илья;5-А;01.02.2015;${OLGA};8 900 123-45-67;${PETR};8 900 765-43-21`,
        `Лугова Анна;7-А;01.02.2013;${OLGA};+79001234567;${PETR};`,
        `Котов Ян;5-А;02.02.2015;${OLGA};8 900 000-00-02;;`,
        'Мохов Лев;5-А;03.02.2015;Мохова О. И.;8 900 000-00-03;;',
      ),
    );
    const nobodyElse = { sharedWith: '', byName: null, namesakeOf: '' };
    expect(preview.good.map(({ parents }) => parents)).toEqual([
      [
        {
          key: 'r2.p0',
          text: `${OLGA}, мать, +7 900 123-45-67`,
          ...nobodyElse,
        },
        { key: 'r2.p1', text: `${PETR}, отец, +7 900 765-43-21`, ...nobodyElse },
      ],
      [
        {
          key: 'r3.p0',
          text: `${OLGA}, мать, +7 900 123-45-67`,
          ...nobodyElse,
          sharedWith: 'Лугов Илья, 5-А',
        },
        // Nothing but the name, in one family: said so.
        {
          key: 'r3.p1',
          text: `${PETR}, отец`,
          sharedWith: 'Лугов Илья, 5-А',
          byName: 'same',
          namesakeOf: 'Лугов Илья, 5-А',
        },
      ],
      [{ key: 'r4.p0', text: `${OLGA}, мать, +7 900 000-00-02`, ...nobodyElse }],
      [],
    ]);
    expect(preview.good[3]?.leftOut).toEqual([
      '«Мохова О. И.»: родителю нужны фамилия и имя полностью, без цифр',
      '«8 900 000-00-03»: непонятно, о каком родителе это сказано',
    ]);
    expect(await apply()).toMatchObject({ added: 4, parents: 3, changed: 0 });
    expect(await parentsOf('Лугова', 'Анна')).toEqual([
      `${OLGA}|mother|true|+7 900 123-45-67|Лугов Илья, 5-А`,
      `${PETR}|father|true|+7 900 765-43-21|Лугов Илья, 5-А`,
    ]);
    expect(await parentsOf('Котов', 'Ян')).toEqual([`${OLGA}|mother|true|+7 900 000-00-02`]);
    expect(auditChainHolds(journalOf(school.core))).toBe(true);
  });

  test.each([
    ['xlsx', familiesXlsx],
    ['ods', familiesOds],
    ['csv', () => familiesCsv('win1251')],
  ])('under headings of two rows in %s', async (ending, bytes) => {
    const grant = chosenFile(school, `семьи.${ending}`, await bytes());
    const { good, bad } = await client.imports.previewPupils({ grant });
    expect(bad).toEqual([]);
    expect(good.map(({ parents }) => parents.map(({ text }) => text))).toEqual([
      ['Абрамова Анна Олеговна, мать, +7 900 123-45-67', 'Абрамов Олег Ильич, отец'],
      ['Ёлкина Вера Львовна, мать'],
      // He is in 1-А here, the list says 5-Б: asked first.
      [],
      ['Лугова Ольга Ильинична, мать, +7 900 123-45-68', 'Лугов Олег Петрович, отец'],
      ['Лугова Ольга Ильинична, мать, +7 900 123-45-68', 'Лугов Олег Петрович, отец'],
    ]);
    expect(good.map(({ leftOut }) => leftOut.length)).toEqual([0, 1, 0, 0, 0]);
  });

  test('one name may be said to be two people, and two of other families to be one', async () => {
    const grant = fileOf(
      HEAD,
      `Лугов Илья;5-А;01.02.2015;${OLGA};8 900 123-45-67;;`,
      `Лугова Анна;7-А;01.02.2013;${OLGA};;;`,
      `Котов Ян;5-А;02.02.2015;${OLGA};;;`,
    );
    const { preview, apply } = await take('Pupils', grant, {
      answers: { 'r3.p0': 'other' },
    });
    expect(preview.good.map(({ parents }) => parents[0]?.byName)).toEqual([null, 'other', null]);
    expect(await apply()).toMatchObject({ added: 3, parents: 3 });
  });

  test('a telephone of the list is filled from the row that has it', async () => {
    const { apply } = await take(
      'Pupils',
      fileOf(
        'ФИО;Класс;Адрес;Родители',
        `Лугов Илья;5-А;ул. Лесная, 5;${OLGA} (мать)`,
        `Лугова Анна;7-А;Ул Лесная 5;"${OLGA}, мать, 8 900 123-45-67, ООО «Луч»"`,
      ),
    );
    expect(await apply()).toMatchObject({ parents: 1 });
    expect(await parentsOf('Лугов', 'Илья')).toEqual([
      `${OLGA}|mother|true|+7 900 123-45-67|ООО «Луч»|Лугова Анна, 7-А`,
    ]);
  });
});

describe('a list of parents', () => {
  test('ties parents to pupils of the journal; unknown and ambiguous children are told', async () => {
    const grant = fileOf(
      'ФИО родителя;Телефон;Родство;ФИО ребёнка;Класс',
      'Абрамова Анна Олеговна;8 900 123-45-67;мать;Абрамов Илья;8-А',
      'Абрамова Анна Олеговна;8 900 123-45-67;мать;Жуков Пётр;1-А',
      'Жуков Олег Петрович;;отец;Жуков Пётр;5-Б',
      'Котова Вера Львовна;;мать;Котов Ян;8-А',
    );
    const first = await take('Parents', grant);
    expect(first.preview.bad.map(({ rowNumber, reasons }) => [rowNumber, ...reasons])).toEqual([
      [5, 'Ученика «Котов Ян, 8-А» в журнале нет'],
    ]);
    expect(first.preview.good.map(({ outcome }) => outcome.kind)).toEqual([
      'exists',
      'exists',
      'asks',
    ]);
    expect(await refusalOf(first.apply())).toEqual({
      code: 'INVALID',
      data: { why: 'unmatchedNames' },
    });
    const answers = { r4: String(school.pupils.zhukov) };
    const second = await take('Parents', grant, { answers });
    expect(changesOf(second.preview)).toEqual([
      'fill|parent|Абрамова Анна Олеговна, мать',
      'fill|parent|Абрамова Анна Олеговна, мать',
      'fill|parent|Жуков Олег Петрович, отец',
    ]);
    expect(await second.apply()).toMatchObject({ added: 0, parents: 2, changed: 2, leftOut: 1 });
    expect(await parentsOf('Жуков', 'Пётр')).toEqual([
      'Абрамова Анна Олеговна|mother|true|+7 900 123-45-67|Абрамов Илья, 8-А',
      'Жуков Олег Петрович|father|true',
    ]);
    const again = await take('Parents', grant, { answers, agree: everything });
    expect(changesOf(again.preview)).toEqual([]);
    expect(await refusalOf(again.apply())).toEqual({
      code: 'INVALID',
      data: { why: 'nothingChanges' },
    });
  });
});

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
    const grant = fileOf(LIST, row('Абрамова Анна Олеговна;8 900 123-45-67;ООО «Луч»'));
    const { preview, apply } = await take('Pupils', grant);
    expect(changesOf(preview)).toEqual([
      'fill|birthDate|05.09.2012',
      'fill|sex|мужской',
      'replace|address|ул. Полевая, 1|ул. Лесная, 5',
      'fill|parent|Абрамова Анна Олеговна, мать',
    ]);
    expect(await apply()).toMatchObject({ added: 0, existing: 1, changed: 1, parents: 1 });
    const card = await cardOf('Абрамов', 'Илья');
    expect(card.data).toMatchObject({
      birthDate: '2012-09-05',
      sex: 'male',
      address: 'ул. Полевая, 1',
      phone: '+7 900 000-00-01',
    });
    expect(await parentsOf('Абрамов', 'Илья')).toEqual([
      'Абрамова Анна Олеговна|mother|true|+7 900 123-45-67|ООО «Луч»',
    ]);
    const changed = fileOf(LIST, row('Абрамова Анна Олеговна;8 900 123-45-68;ОАО «Заря»'));
    const second = await take('Pupils', changed, { agree: everything });
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
    await (await take('Pupils', fileOf(LIST, row('Абрамова Анна Олеговна;;')))).apply();
    const married = await take('Pupils', fileOf(LIST, row('Белова Анна Олеговна;;')));
    expect(changesOf(married.preview)).toEqual([
      'replace|Абрамова Анна Олеговна|lastName|Абрамова|Белова',
    ]);
    const other = await take('Pupils', fileOf(LIST, row('Белова Вера Ильинична;;')));
    expect(changesOf(other.preview)).toEqual([
      'replace|parent|Абрамова Анна Олеговна, мать|Белова Вера Ильинична, мать',
    ]);
  });

  test('a class is not changed by a list: it is told', async () => {
    const born = { birthDate: '2012-09-05' as const };
    const card = { requestId: randomUUID(), pupilId: school.pupils.abramov, version: 0 };
    await client.pupils.save({ ...card, changes: born });
    const { preview, apply } = await take('Pupils', fileOf(LIST, row().replace('8-А', '9-Б')));
    const [one] = preview.good as [GoodPersonRow];
    expect(one.told).toEqual(['В журнале 8-А: перевод — приказом']);
    expect(preview.newClasses).toEqual([]);
    await apply();
    expect((await cardOf('Абрамов', 'Илья')).className).toBe('8-А');
  });

  test('a namesake asks: one of ours, a new one, or nobody', async () => {
    const card = { requestId: randomUUID(), pupilId: school.pupils.abramov, version: 0 };
    await client.pupils.save({ ...card, changes: { birthDate: '2012-09-06' } });
    const grant = fileOf(LIST, row());
    const asked = (await take('Pupils', grant)).preview.good[0];
    expect(asked?.outcome).toEqual({ kind: 'asks' });
    expect(asked?.candidates).toEqual([
      { id: school.pupils.abramov, label: 'Абрамов Илья, 8-А, 06.09.2012' },
    ]);
    const ours = await take('Pupils', grant, { answers: { r2: String(school.pupils.abramov) } });
    expect(changesOf(ours.preview)).toContain('replace|birthDate|06.09.2012|05.09.2012');
    const none = await take('Pupils', grant, { answers: { r2: 'skip' } });
    expect(await refusalOf(none.apply())).toMatchObject({ data: { why: 'nothingChanges' } });
    const another = await take('Pupils', grant, { answers: { r2: 'new' } });
    expect(await another.apply()).toMatchObject({ added: 1 });
  });

  test('a card changed meanwhile: nothing comes in', async () => {
    const { apply } = await take('Pupils', fileOf(LIST, row(), 'Котов Ян;5-А;;;;;;;'));
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
    const { apply } = await take(
      'Pupils',
      fileOf(LIST, row('Абрамова Анна Олеговна;8 900 123-45-67;'), 'Котов Ян;5-А;;;;;;;'),
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
    const staff = (...lines: string[]) => fileOf('ФИО;Должность;Телефон;Класс', ...lines);
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
          const grant = fileOf(head, ...lines);
          const asking = await client.imports.previewPupils({ grant });
          const answers = Object.fromEntries(
            asking.good.flatMap(({ key, outcome }) =>
              outcome.kind === 'asks' ? [[key, 'skip'] as const] : [],
            ),
          );
          const { apply } = await take('Pupils', grant, { agree, answers });
          const refused = await refusalOf(apply());
          expect(refused === undefined || refused.code === 'INVALID').toBe(true);
          const again = await client.imports.previewPupils({ grant, answers });
          const left = again.good.filter(
            ({ outcome }) => !['asks', 'skipped'].includes(outcome.kind),
          );
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
  const grant = fileOf('Фамилия;Имя;Класс', 'Новикова;Анна;8А');
  const { apply } = await take('Pupils', grant);
  expect(await refusalOf(apply())).toEqual({ code: 'INVALID', data: { why: 'yearClosed' } });
});
