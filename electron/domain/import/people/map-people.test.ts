import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, formatDate } from '../../calendar/iso-date';
import { formatClassName } from '../../people/class-name';
import type { Cell, CellSpan, TableSheet } from '../table';
import { mapPupils, mapStaff } from './map-people';
import type { PeopleColumns, PupilRow } from './person-row';
import { describeRowProblem } from './problem-text';

const today = '2026-11-23';
const sheetOf = (
  rows: readonly (readonly Cell[])[],
  name = 'Лист1',
  merges: CellSpan[] = [],
): TableSheet => ({
  name,
  rows,
  merges,
});
const pupils = (sheet: TableSheet, columns?: PeopleColumns) =>
  mapPupils(sheet, columns === undefined ? { today } : { today, columns });
const short = ({ name, className, birthDate, sex }: PupilRow) =>
  [
    name.last,
    name.first,
    name.middle,
    className && formatClassName(className),
    birthDate,
    sex,
  ].join('|');
const problemsOf = (rows: readonly (readonly Cell[])[]) =>
  pupils(sheetOf(rows)).bad.map((row) => row.problems.map((problem) => problem.code).join());

describe('where the header is', () => {
  test('below titles, with other words, columns nobody needs', () => {
    const { good, bad, columns } = pupils(
      sheetOf([
        ['МБОУ «Школа № 0»'],
        ['Список обучающихся на 1 сентября'],
        [],
        ['№ п/п', 'Ф.И.О. ученика', 'КЛАСС', 'Дата  рождения', 'Пол', 'СНИЛС', '№ личного дела'],
        ['1', '2', '3', '4', '5', '6', '7'],
        ['1', 'Ёлкина Анна Ивановна', '8 "Б"', '01.02.2012', 'Ж', '000', 'Б-17'],
        ['', '', '', '', '', '', ''],
        ['2', 'Щукин Ян', '8б', '3.4.12', 'муж.', '', ''],
      ]),
    );
    expect(bad).toEqual([]);
    expect(good.map(short)).toEqual([
      'Ёлкина|Анна|Ивановна|8-Б|2012-02-01|female',
      'Щукин|Ян||8-Б|2012-04-03|male',
    ]);
    expect(good.map((row) => [row.rowNumber, row.personalFile])).toEqual([
      [6, 'Б-17'],
      [8, ''],
    ]);
    expect(columns?.firstDataRow).toBe(4);
    expect(columns?.columns.map(({ field }) => field)).toEqual([
      null,
      'fullName',
      'className',
      'birthDate',
      'sex',
      'snils',
      'personalFile',
    ]);
  });

  const upper = ['Параллель', 'Литера', 'ФИО обучающегося', null, null, 'Дата', 'ФИО родителя'];
  const lower = [null, null, 'Фамилия', 'Имя', 'Отчество', 'рождения', null];
  const data = [
    8,
    'Б',
    'Иванова - Петрова',
    'Анна',
    'Мария кызы',
    { date: '2012-02-29' } as const,
    'Иванов П.',
  ];
  const merges: CellSpan[] = [
    ...[0, 1, 6].map((column) => ({ fromRow: 1, toRow: 2, fromColumn: column, toColumn: column })),
    { fromRow: 1, toRow: 1, fromColumn: 2, toColumn: 4 },
    { fromRow: 0, toRow: 0, fromColumn: 0, toColumn: 6 },
  ];

  test.each([[merges], [[]]])('two rows high, merged or not', (spans) => {
    const { good, bad } = pupils(sheetOf([['Список'], upper, lower, data], 'Лист1', spans));
    expect(bad).toEqual([]);
    expect(good.map(short)).toEqual(['Иванова-Петрова|Анна|Мария кызы|8-Б|2012-02-29|']);
  });

  test('no header: nothing is guessed, the person names the columns', () => {
    const sheet = sheetOf([['Ёлкина Анна', '8Б', 40_000]]);
    expect(pupils(sheet)).toEqual({ columns: undefined, good: [], bad: [] });
    const fields = ['fullName', 'className', 'birthDate'] as const;
    const columns = fields.map((field, column) => ({ column, title: '', field }));
    const { good } = pupils(sheet, { firstDataRow: 0, columns });
    expect(good.map(short)).toEqual(['Ёлкина|Анна||8-Б|2009-07-06|']);
  });

  test('a correction by the person is obeyed', () => {
    const sheet = sheetOf([
      ['ФИО', 'Класс', 'Группа'],
      ['Ёлкина Анна', '1', '8Б'],
    ]);
    const found = pupils(sheet).columns;
    if (found === undefined) throw new Error('no header');
    const fields = ['fullName', null, 'className'] as const;
    const columns = found.columns.map((column, index) => ({
      ...column,
      field: fields[index] ?? null,
    }));
    expect(pupils(sheet, { ...found, columns }).good.map(short)).toEqual(['Ёлкина|Анна||8-Б||']);
  });
});

describe('whose class it is', () => {
  test.each([
    ['the sheet', sheetOf([['ФИО'], ['Ёлкина Анна']], '8 "Б"')],
    ['a title', sheetOf([['Список 8-Б класса'], ['ФИО'], ['Ёлкина Анна']])],
    ['a heading', sheetOf([['ФИО', 'Пол'], ['8-Б'], ['Ёлкина Анна', '']])],
    [
      'a merged cell',
      sheetOf(
        [
          ['Класс', 'ФИО'],
          ['8б', 'Щукин Ян'],
          [null, 'Ёлкина Анна'],
        ],
        'Лист1',
        [{ fromRow: 1, toRow: 2, fromColumn: 0, toColumn: 0 }],
      ),
    ],
  ])('by %s', (_, sheet) => {
    expect(pupils(sheet).good.map(short)).toContain('Ёлкина|Анна||8-Б||');
  });

  test('nobody says it', () => {
    expect(problemsOf([['ФИО'], ['Ёлкина Анна']])).toEqual(['noClass']);
    expect(pupils(sheetOf([['ФИО'], ['Ёлкина Анна']], '8')).bad).toHaveLength(1);
  });
});

describe('bad rows', () => {
  const header = ['ФИО', 'Класс', 'Дата рождения', 'Пол'];

  test.each<[string, Cell[]]>([
    ['badDate', ['Ёлкина Анна', '8Б', '31.02.2012']],
    ['badDate', ['Ёлкина Анна', '8Б', 2012]],
    ['unlikelyBirthDate', ['Ёлкина Анна', '8Б', '01.01.2027']],
    ['badClass', ['Ёлкина Анна', '88']],
    ['badSex', ['Ёлкина Анна', '8Б', '', 'да']],
    ['noFirstName', ['Ёлкина', '8Б']],
    ['initialsOnly', ['Ёлкина А. И.', '8Б']],
    ['oddName', ['Ёлкина Анна2', '8Б']],
    ['noName', ['', '8Б', '', 'ж']],
    ['badClass,badDate,badSex', ['Ёлкина Анна', 'Б', '1', '2']],
  ])('%s', (codes, row) => {
    expect(problemsOf([header, row])).toEqual([codes]);
  });

  test('are shown as they stand, with a sentence each', () => {
    const { bad } = pupils(sheetOf([header, ['Ёлкина Анна', '8Б', '31.02.2012', 'ж']]));
    expect(bad).toEqual([
      {
        rowNumber: 2,
        cells: ['Ёлкина Анна', '8Б', '31.02.2012', 'ж'],
        problems: [{ code: 'badDate', text: '31.02.2012' }],
      },
    ]);
    expect(bad.flatMap((row) => row.problems.map(describeRowProblem))).toEqual([
      '«31.02.2012»: такой даты нет, пишите день, месяц и год, например 05.09.2012',
    ]);
  });

  test('the same person twice: ё, case and spaces do not matter, the birth date does', () => {
    const { good, bad } = pupils(
      sheetOf([
        header,
        ['Ёлкина Анна', '8Б', '01.02.2012'],
        ['ЕЛКИНА  АННА', '8А', '2012-02-01'],
        ['Ёлкина Анна', '8Б', '02.02.2012'],
        ['Щукин Ян', '8Б', ''],
        ['Щукин Ян', '8А', ''],
        ['Щукин Ян', '8Б', ''],
      ]),
    );
    expect(good.map((row) => row.rowNumber)).toEqual([2, 4, 5, 6]);
    expect(bad.map((row) => row.problems)).toEqual([
      [{ code: 'duplicate', ofRowNumber: 2 }],
      [{ code: 'duplicate', ofRowNumber: 5 }],
    ]);
  });
});

test('dates in every form are one day', () => {
  const forms: Cell[] = [
    '05.09.2012',
    '5.9.12',
    '05/09/2012',
    '2012-09-05',
    '2012-09-05T00:00:00',
    41_157,
    '41157',
    '5 сентября 2012 г.',
    { date: '2012-09-05' },
  ];
  const rows = forms.map((form, index) => [`Щукин Ян ${'абвгдежзик'.charAt(index)}`, form]);
  const { good, bad } = pupils(sheetOf([['ФИО', 'Дата рожд.'], ...rows], '8Б'));
  expect(bad).toEqual([]);
  expect(new Set(good.map((row) => row.birthDate))).toEqual(new Set(['2012-09-05']));
  const staff = [
    ['ФИО', 'Д.р.'],
    ['Щукин Ян', '05.09.68'],
  ];
  const old = mapStaff(sheetOf(staff), { today }).good;
  expect(old[0]?.birthDate).toBe('1968-09-05');
});

test('names in capitals, with initials apart, with hyphens and patronymic words', () => {
  const names = [
    ['ИВАНОВА-ПЕТРОВА АННА МАРИЯ КЫЗЫ', 'Иванова-Петрова|Анна|Мария кызы'],
    ['Мамедов Али Гасан оглы', 'Мамедов|Али|Гасан оглы'],
    ["О'Нил, Ян", "О'Нил|Ян|"],
    ['щукин ян', 'Щукин|Ян|'],
  ];
  const { good } = pupils(
    sheetOf([['Фамилия, имя, отчество'], ...names.map(([name = '']) => [name])], '8Б'),
  );
  expect(good.map(({ name }) => `${name.last}|${name.first}|${name.middle}`)).toEqual(
    names.map(([, parts]) => parts),
  );
});

test('a whole list is read back as it was written', () => {
  const person = fc.record({
    last: fc.constantFrom('Ёлкина', 'Щукин', 'Иванова-Петрова', 'Ан'),
    first: fc.constantFrom('Анна', 'Ян', 'Мария'),
    middle: fc.constantFrom('', 'Ивановна', 'Гасан оглы'),
    birthDate: fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2008-01-01', days)),
    className: fc.constantFrom('1-А', '8-Б', '10-ФМ', '11'),
  });
  const people = fc.uniqueArray(person, {
    selector: ({ last, first, middle, birthDate }) => [last, first, middle, birthDate].join(),
    maxLength: 20,
  });
  fc.assert(
    fc.property(people, fc.boolean(), (list, inParts) => {
      const rows = list.map((one) => [
        ...(inParts
          ? [one.last, one.first, one.middle]
          : [`${one.last} ${one.first} ${one.middle}`]),
        formatDate(one.birthDate),
        one.className,
      ]);
      const names = inParts ? ['Фамилия', 'Имя', 'Отчество'] : ['ФИО'];
      const { good, bad } = pupils(sheetOf([[...names, 'Дата рождения', 'Класс'], ...rows]));
      expect(bad).toEqual([]);
      expect(good.map(short)).toEqual(
        list.map((one) =>
          [one.last, one.first, one.middle, one.className, one.birthDate, ''].join('|'),
        ),
      );
    }),
  );
});

test('staff: positions, roles, subjects and the own class', () => {
  const { good, bad } = mapStaff(
    sheetOf([
      ['Сотрудники'],
      ['Сотрудник', 'Должность', 'Роль', 'Предметы', 'Классное руководство'],
      ['Лаптева О. С.', 'учитель', 'учитель-предметник, кл. рук.', 'Алгебра; Геометрия', '8б'],
      ['Зуева Ольга Петровна', 'Заместитель директора по УВР', 'Завуч', '', '-'],
      ['Котов Ян', 'Вахтёр', 'охрана', '', ''],
      ['Лаптева О.С.', 'методист', '', '', ''],
    ]),
    { today },
  );
  expect(good).toEqual([
    {
      rowNumber: 3,
      name: { last: 'Лаптева', first: 'О.', middle: 'С.' },
      position: 'учитель',
      roles: ['subjectTeacher', 'classTeacher'],
      classTeacherOf: { grade: 8, letter: 'Б' },
      subjects: ['Алгебра', 'Геометрия'],
      birthDate: null,
      sex: null,
      phone: '',
      email: '',
      unusable: [],
    },
    expect.objectContaining({
      rowNumber: 4,
      roles: ['deputy'],
      classTeacherOf: null,
      subjects: [],
    }),
  ]);
  expect(bad.map((row) => row.problems)).toEqual([
    [{ code: 'unknownRole', text: 'охрана' }],
    [{ code: 'duplicate', ofRowNumber: 3 }],
  ]);
});

describe('papers and contacts of a pupil', () => {
  const titles = ['ФИО', 'Класс', 'СНИЛС', 'Телефон', 'Эл. почта', 'Адрес регистрации'];

  test('are kept in one form', () => {
    const { good } = pupils(
      sheetOf([titles, ['Ёлкина Анна', '8-Б', '11223344595', '8(912)000-11-22', 'a@b.ru', 'д. 1']]),
    );
    expect(good[0]?.contacts).toMatchObject({
      snils: '112-233-445 95',
      phone: '+7 912 000-11-22',
      email: 'a@b.ru',
      registeredAddress: 'д. 1',
      educationForm: null,
    });
    expect(good[0]?.unusable).toEqual([]);
  });

  test('a wrong cell is named and does not cost the pupil', () => {
    const { good, bad } = pupils(
      sheetOf([titles, ['Ёлкина Анна', '8-Б', '112-233-445 96', 'нет', 'a@', '']]),
    );
    expect(bad).toEqual([]);
    expect(good[0]?.contacts).toMatchObject({ snils: '', phone: '', email: '' });
    expect(good[0]?.unusable.map(({ field }) => field)).toEqual(['snils', 'phone', 'email']);
  });

  test('a telephone under «Мать» is not the pupil’s', () => {
    const { good } = pupils(
      sheetOf([
        ['ФИО', 'Класс', 'Мать', ''],
        ['', '', 'ФИО', 'Телефон'],
        ['Ёлкина Анна', '8-Б', 'Ёлкина Ольга', '89120001122'],
      ]),
    );
    expect(good[0]?.contacts.phone).toBe('');
  });
});
