import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditChainHolds } from '../unit-of-work';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';
import { chosenFile, journalOf } from './testing/chosen';
import { changesOf, everything, peopleLists } from './testing/people-lists';
import { familiesCsv, familiesOds, familiesXlsx } from './testing/family-files';

let school: Awaited<ReturnType<typeof smallSchool>>;
let client: Client;
let lists: ReturnType<typeof peopleLists>;
beforeEach(async () => {
  school = await smallSchool();
  ({ client } = await school.windowOf('secretary'));
  lists = peopleLists(school, client);
});
afterEach(() => school.remove());

const HEAD = 'ФИО;Класс;Дата рождения;Мать;Телефон матери;Отец;Телефон отца';
const OLGA = 'Лугова Ольга Ильинична';
const PETR = 'Лугов Пётр Олегович';

describe('parents of new pupils', () => {
  test('come with their numbers; brothers and sisters share theirs, namesakes do not', async () => {
    const { preview, apply } = await lists.take(
      'Pupils',
      lists.fileOf(
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
    expect(await lists.parentsOf('Лугова', 'Анна')).toEqual([
      `${OLGA}|mother|true|+7 900 123-45-67|Лугов Илья, 5-А`,
      `${PETR}|father|true|+7 900 765-43-21|Лугов Илья, 5-А`,
    ]);
    expect(await lists.parentsOf('Котов', 'Ян')).toEqual([`${OLGA}|mother|true|+7 900 000-00-02`]);
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
    const grant = lists.fileOf(
      HEAD,
      `Лугов Илья;5-А;01.02.2015;${OLGA};8 900 123-45-67;;`,
      `Лугова Анна;7-А;01.02.2013;${OLGA};;;`,
      `Котов Ян;5-А;02.02.2015;${OLGA};;;`,
    );
    const { preview, apply } = await lists.take('Pupils', grant, {
      answers: { 'r3.p0': 'other' },
    });
    expect(preview.good.map(({ parents }) => parents[0]?.byName)).toEqual([null, 'other', null]);
    expect(await apply()).toMatchObject({ added: 3, parents: 3 });
  });

  test('a telephone of the list is filled from the row that has it', async () => {
    const { apply } = await lists.take(
      'Pupils',
      lists.fileOf(
        'ФИО;Класс;Адрес;Родители',
        `Лугов Илья;5-А;ул. Лесная, 5;${OLGA} (мать)`,
        `Лугова Анна;7-А;Ул Лесная 5;"${OLGA}, мать, 8 900 123-45-67, ООО «Луч»"`,
      ),
    );
    expect(await apply()).toMatchObject({ parents: 1 });
    expect(await lists.parentsOf('Лугов', 'Илья')).toEqual([
      `${OLGA}|mother|true|+7 900 123-45-67|ООО «Луч»|Лугова Анна, 7-А`,
    ]);
  });
});

describe('a list of parents', () => {
  test('ties parents to pupils of the journal; unknown and ambiguous children are told', async () => {
    const grant = lists.fileOf(
      'ФИО родителя;Телефон;Родство;ФИО ребёнка;Класс',
      'Абрамова Анна Олеговна;8 900 123-45-67;мать;Абрамов Илья;8-А',
      'Абрамова Анна Олеговна;8 900 123-45-67;мать;Жуков Пётр;1-А',
      'Жуков Олег Петрович;;отец;Жуков Пётр;5-Б',
      'Котова Вера Львовна;;мать;Котов Ян;8-А',
    );
    const first = await lists.take('Parents', grant);
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
    const second = await lists.take('Parents', grant, { answers });
    expect(changesOf(second.preview)).toEqual([
      'fill|parent|Абрамова Анна Олеговна, мать',
      'fill|parent|Абрамова Анна Олеговна, мать',
      'fill|parent|Жуков Олег Петрович, отец',
    ]);
    expect(await second.apply()).toMatchObject({ added: 0, parents: 2, changed: 2, leftOut: 1 });
    expect(await lists.parentsOf('Жуков', 'Пётр')).toEqual([
      'Абрамова Анна Олеговна|mother|true|+7 900 123-45-67|Абрамов Илья, 8-А',
      'Жуков Олег Петрович|father|true',
    ]);
    const again = await lists.take('Parents', grant, { answers, agree: everything });
    expect(changesOf(again.preview)).toEqual([]);
    expect(await refusalOf(again.apply())).toEqual({
      code: 'INVALID',
      data: { why: 'nothingChanges' },
    });
  });
});
