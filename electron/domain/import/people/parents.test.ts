import { describe, expect, test } from 'vitest';
import { formatClassName } from '../../people/class-name';
import type { Cell, CellSpan, TableSheet } from '../table';
import { mapParents, mapPupils } from './map-people';
import type { ParentRow, PupilRow } from './person-row';

const today = '2026-11-23';
const sheetOf = (rows: readonly (readonly Cell[])[], merges: CellSpan[] = []): TableSheet => ({
  name: '8-Б',
  rows,
  merges,
});
const pupilsOf = (rows: readonly (readonly Cell[])[], merges?: CellSpan[]) =>
  mapPupils(sheetOf(rows, merges), { today });
const short = ({ name, relation, phone, email, note, address }: ParentRow) =>
  [`${name.last} ${name.first} ${name.middle}`.trim(), relation ?? '?', phone, email, address, note]
    .filter((part) => part !== '')
    .join('|');
const parentsOf = (row: PupilRow | undefined) => row?.parents.map(short);
const [ANNA, MARIA, PETR] = ['Ёлкина Анна', 'Ёлкина Мария Петровна', 'Ёлкин Пётр Ильич'];
const A = '+7 900 123-45-67';
const B = '+7 900 765-43-21';

describe('columns of parents', () => {
  test.each<[string, Cell[][], string[]]>([
    [
      'a title says whose and what',
      [
        [
          'ФИО ученика',
          'ФИО матери',
          'Тел. матери',
          'Ф.И.О. отца',
          'Телефон отца',
          'Место работы отца',
        ],
        [ANNA, MARIA, '8 900 123-45-67', PETR, 89007654321, 'ООО «Луч»'],
      ],
      [`${MARIA}|mother|${A}`, `${PETR}|father|${B}|ООО «Луч»`],
    ],
    [
      'a bare telephone belongs to the parent before it',
      [
        ['ФИО', 'Мать', 'Телефон', 'Отец', 'Телефон'],
        [ANNA, MARIA, '8 900 123-45-67', PETR, '8 900 765-43-21'],
      ],
      [`${MARIA}|mother|${A}`, `${PETR}|father|${B}`],
    ],
    [
      'a name in three columns under a heading of two rows',
      [
        ['ФИО', 'Мать', '', '', '', 'Отец', ''],
        ['', 'Фамилия', 'Имя', 'Отчество', 'Эл. почта', 'ФИО', 'Телефон'],
        [ANNA, 'ЁЛКИНА', 'МАРИЯ', 'ПЕТРОВНА', 'a@example.org', PETR, '89007654321'],
      ],
      [`${MARIA}|mother|a@example.org`, `${PETR}|father|${B}`],
    ],
    [
      'numbered parents: the patronymic tells which',
      [
        ['ФИО', 'Родитель 1 (законный представитель)', 'Телефон', 'Родитель 2', 'Телефон'],
        [ANNA, MARIA, '8 900 123-45-67', PETR, '-'],
      ],
      [`${MARIA}|mother|${A}`, `${PETR}|father`],
    ],
    [
      'two columns of one title',
      [
        ['ФИО', 'ФИО родителя', 'Телефон родителя', 'ФИО родителя', 'Телефон родителя'],
        [ANNA, MARIA, '8 900 123-45-67', PETR, '8 900 765-43-21'],
      ],
      [`${MARIA}|mother|${A}`, `${PETR}|father|${B}`],
    ],
    [
      'both under one heading',
      [
        ['ФИО', 'Родители', '', '', ''],
        ['', 'ФИО', 'Телефон', 'ФИО', 'Телефон'],
        [ANNA, MARIA, '8 900 123-45-67', PETR, '8 900 765-43-21'],
      ],
      [`${MARIA}|mother|${A}`, `${PETR}|father|${B}`],
    ],
    [
      'both in one cell',
      [
        ['ФИО', 'Родители (ФИО, телефон)'],
        [ANNA, `${MARIA}, мать, 8 900 123-45-67; ${PETR} (отец) +79007654321`],
      ],
      [`${MARIA}|mother|${A}`, `${PETR}|father|${B}`],
    ],
    [
      'both in one cell, a line each, the word before the name',
      [
        ['ФИО', 'Сведения о родителях'],
        [ANNA, `Мать: ${MARIA}\n8 900 123-45-67\nОтец: ${PETR}, ООО «Луч», тел. 8(900)765-43-21`],
      ],
      [`${MARIA}|mother|${A}`, `${PETR}|father|${B}|ООО «Луч»`],
    ],
    [
      'both in one cell by commas',
      [
        ['ФИО', 'ФИО родителей'],
        [ANNA, `${MARIA}, ${PETR}`],
      ],
      [`${MARIA}|mother`, `${PETR}|father`],
    ],
    [
      'numbers of both in a column of their own',
      [
        ['ФИО', 'Мать', 'Отец', 'Телефоны родителей'],
        [ANNA, MARIA, PETR, 'мама 8 900 123-45-67, папа 8 900 765-43-21'],
      ],
      [`${MARIA}|mother|${A}`, `${PETR}|father|${B}`],
    ],
    [
      'a guardian, a grandmother',
      [
        ['ФИО', 'Опекун', 'Законный представитель 2', 'Родители'],
        [ANNA, MARIA, '', 'бабушка Иванова Вера Олеговна 8 900 123-45-67'],
      ],
      [`${MARIA}|guardian`, `Иванова Вера Олеговна|relative|${A}|бабушка`],
    ],
    [
      'how they stand by a column',
      [
        ['ФИО', 'ФИО родителя', 'Степень родства', 'Место работы, должность'],
        [ANNA, MARIA, 'опекун', 'школа № 0, учитель'],
      ],
      [`${MARIA}|guardian|школа № 0, учитель`],
    ],
  ])('%s', (_, rows, expected) => {
    const { good, bad } = pupilsOf(rows);
    expect(bad).toEqual([]);
    expect(good[0]?.unusable).toEqual([]);
    expect(parentsOf(good[0])).toEqual(expected);
  });

  test('merged headings', () => {
    const merges = [
      { fromRow: 0, toRow: 1, fromColumn: 0, toColumn: 0 },
      { fromRow: 0, toRow: 0, fromColumn: 1, toColumn: 2 },
      { fromRow: 0, toRow: 0, fromColumn: 3, toColumn: 4 },
    ];
    const { good, columns } = pupilsOf(
      [
        ['ФИО обучающегося', 'Мать', null, 'Отец', null],
        [null, 'ФИО', 'Телефон', 'ФИО', 'Телефон'],
        [ANNA, MARIA, '8 900 123-45-67', PETR, '8 900 765-43-21'],
      ],
      merges,
    );
    expect(columns?.firstDataRow).toBe(2);
    expect(parentsOf(good[0])).toEqual([`${MARIA}|mother|${A}`, `${PETR}|father|${B}`]);
  });

  test('the second parent in a row below the first', () => {
    const merges = [{ fromRow: 1, toRow: 2, fromColumn: 0, toColumn: 0 }];
    const { good, bad } = pupilsOf(
      [
        ['ФИО', 'ФИО родителя', 'Телефон'],
        [ANNA, MARIA, '8 900 123-45-67'],
        [null, PETR, '8 900 765-43-21'],
        ['Щукин Ян', '', ''],
      ],
      merges,
    );
    expect(bad).toEqual([]);
    expect(good.map(parentsOf)).toEqual([[`${MARIA}|mother|${A}`, `${PETR}|father|${B}`], []]);
  });

  test('a telephone after two parents without one is nobody’s; the pupil’s own stays the pupil’s', () => {
    const { columns } = pupilsOf([
      ['ФИО', 'Мать', 'Отец', 'Телефон', 'Адрес', 'Телефон ученика'],
      [ANNA, MARIA, PETR, '1', '', ''],
    ]);
    expect(columns?.columns.map(({ field }) => field)).toEqual([
      'fullName',
      'mother.fullName',
      'father.fullName',
      null,
      'address',
      'phone',
    ]);
  });

  test('a title that says whose goes before a bare one', () => {
    const { columns } = pupilsOf([
      ['ФИО', 'Мать', 'Телефон', 'Телефон матери'],
      [ANNA, MARIA, '', ''],
    ]);
    expect(columns?.columns.map(({ field }) => field)).toEqual([
      'fullName',
      'mother.fullName',
      'phone',
      'mother.phone',
    ]);
  });

  test('words that only sound like parents are no columns of theirs', () => {
    const { columns } = pupilsOf([
      ['Список учащихся и их родителей'],
      ['ФИО', 'Класс', 'Телефон', 'Подпись родителя', 'Согласие родителей', 'Родительский взнос'],
      [ANNA, '8-Б', '8 900 123-45-67'],
    ]);
    expect(columns?.columns.map(({ field }) => field)).toEqual([
      'fullName',
      'className',
      'phone',
      null,
      null,
      null,
    ]);
  });
});

test('what cannot be kept of a parent is named and does not cost the pupil', () => {
  const { good, bad } = pupilsOf([
    ['ФИО', 'Мать', 'Телефон матери', 'Почта матери', 'Отец', 'Телефон отца', 'Телефоны родителей'],
    [ANNA, 'Ёлкина М. П.', '123', 'нет@', PETR, 'завтра', ''],
    ['Щукин Ян', MARIA, '', '', PETR, '', '8 900 123-45-67'],
    ['Щукин Лев', '', '8 900 123-45-67', '', '', '', ''],
    ['Щукин Глеб', '', '8 900 123-45-67', '', PETR, '', ''],
  ]);
  expect(bad).toEqual([]);
  expect(
    good.map(({ unusable }) => unusable.map(({ field, text }) => `${field}: ${text}`)),
  ).toEqual([
    ['parentName: Ёлкина М. П.', 'parentPhone: 123', 'parentPhone: завтра', 'parentWhose: нет@'],
    ['parentWhose: 8 900 123-45-67'],
    ['parentWhose: 8 900 123-45-67'],
    ['parentWhose: 8 900 123-45-67'],
  ]);
  expect(good.map(({ parents }) => parents.map(({ phone }) => phone))).toEqual([
    [''],
    ['', ''],
    [],
    [''],
  ]);
});

describe('a list of parents', () => {
  const children = (rows: readonly (readonly Cell[])[], merges?: CellSpan[]) => {
    const { good, bad } = mapParents({ name: 'Лист1', rows, merges: merges ?? [] }, { today });
    return {
      bad: bad.map(({ problems }) => problems.map(({ code }) => code).join()),
      good: good.map(
        ({ key, name, className, parents }) =>
          `${key} ${name.last} ${name.first} ${className ? formatClassName(className) : '?'}: ${parents.map(short).join('; ')}`,
      ),
    };
  };

  test('a row a parent, the child’s name and class', () => {
    expect(
      children([
        ['№', 'ФИО родителя', 'Телефон', 'Кем приходится', 'ФИО ребёнка', 'Класс'],
        [1, MARIA, '8 900 123-45-67', 'мать', ANNA, '8-Б'],
        [2, PETR, '', 'отец', '', '8-Б'],
        [3, '', '8 900 123-45-67', '', ANNA, '8-Б'],
      ]),
    ).toEqual({
      good: [`r2 Ёлкина Анна 8-Б: ${MARIA}|mother|${A}`],
      bad: ['noChild', 'noParent'],
    });
  });

  test('several children in a cell and in columns', () => {
    expect(
      children([
        ['ФИО', 'Тел.', 'Дети'],
        [MARIA, '8 900 123-45-67', 'Ёлкина Анна 8-Б, Ёлкин Илья (5 «А»)'],
      ]).good,
    ).toEqual([
      `r2 Ёлкина Анна 8-Б: ${MARIA}|mother|${A}`,
      `r2c1 Ёлкин Илья 5-А: ${MARIA}|mother|${A}`,
    ]);
    expect(
      children([
        ['Фамилия', 'Имя', 'Отчество', 'Ребёнок 1', 'Ребёнок 2'],
        ['Ёлкина', 'Мария', 'Петровна', 'Ёлкина Анна, 8-Б', 'Ёлкин Илья, 5-А'],
      ]).good,
    ).toEqual([`r2 Ёлкина Анна 8-Б: ${MARIA}|mother`, `r2c1 Ёлкин Илья 5-А: ${MARIA}|mother`]);
  });

  test('a heading of two rows, a parent merged over the children', () => {
    expect(
      children(
        [
          ['Родитель', null, 'Ребёнок', null],
          ['ФИО', 'Телефон', 'ФИО', 'Класс'],
          [MARIA, '8 900 123-45-67', ANNA, '8-Б'],
          [null, null, 'Ёлкин Илья', '5-А'],
        ],
        [
          { fromRow: 2, toRow: 3, fromColumn: 0, toColumn: 0 },
          { fromRow: 2, toRow: 3, fromColumn: 1, toColumn: 1 },
        ],
      ),
    ).toEqual({
      good: [`r3 Ёлкина Анна 8-Б: ${MARIA}|mother|${A}`, `r4 Ёлкин Илья 5-А: ${MARIA}|mother|${A}`],
      bad: [],
    });
  });
});
