import { describe, expect, test } from 'vitest';
import type { ImportedLesson } from '../timetable/imported-timetable';
import { describeTimetableProblem } from '../timetable/problem-text';
import type { Cell, CellSpan, TableSheet } from '../table';
import { parseGrid } from './parse-grid';

const sheet = (
  rows: readonly (readonly Cell[])[],
  merges: readonly CellSpan[] = [],
  name = 'Лист1',
) => [{ name, rows, merges }] satisfies TableSheet[];
const span = (fromRow: number, fromColumn: number, toRow: number, toColumn: number): CellSpan => ({
  fromRow,
  fromColumn,
  toRow,
  toColumn,
});
const show = (lessons: readonly ImportedLesson[] = []) =>
  lessons.map(({ weekday, lessonNumber, classes, groupNames, subject, teachers, room }) =>
    [
      `${weekday}/${lessonNumber}`,
      [...classes, ...groupNames].join('+'),
      subject,
      ...teachers,
      room ?? '',
    ]
      .filter((part) => part !== '')
      .join(' | '),
  );
const read = (...args: Parameters<typeof sheet>) => show(parseGrid(sheet(...args))?.lessons);

describe('classes in columns', () => {
  const head: Cell[] = ['День', '№', '5-А', '5-Б'];

  test('a day once over its lessons, without merged cells (CSV)', () => {
    expect(
      read([
        ['Расписание уроков на I полугодие'],
        head,
        ['Понедельник', '1', 'Алгебра / 21', 'История, Галкина В. Л., 30'],
        [null, '2', 'Физкультура / с/з', null],
        ['Вторник', '1', '', 'Алгебра / 21'],
      ]),
    ).toEqual([
      '1/1 | 5-А | Алгебра | 21',
      '1/1 | 5-Б | История | Галкина В. Л. | 30',
      '1/2 | 5-А | Физкультура | с/з',
      '2/1 | 5-Б | Алгебра | 21',
    ]);
  });

  test('merged days written downwards, lesson 0, numbers as numbers, Saturday', () => {
    expect(
      read(
        [
          head,
          ['П\nО\nН\nЕ\nД\nЕ\nЛ\nЬ\nН\nИ\nК', 0, 'Хор', null],
          [null, 1, 'Алгебра', 'Физика'],
          ['С У Б Б О Т А', 1, 'Труд', null],
        ],
        [span(1, 0, 2, 0)],
      ),
    ).toEqual(['1/0 | 5-А | Хор', '1/1 | 5-А | Алгебра', '1/1 | 5-Б | Физика', '6/1 | 5-А | Труд']);
  });

  test('a cell over two classes is one lesson, a cell over two hours is two', () => {
    const timetable = parseGrid(
      sheet(
        [
          head,
          ['Пн', '1', 'Разговоры о важном', null],
          [null, '2', 'Труд', 'Физика'],
          [null, '3', null, 'Химия'],
        ],
        [span(1, 2, 1, 3), span(2, 2, 3, 2)],
      ),
    );
    expect(show(timetable?.lessons)).toEqual([
      '1/1 | 5-А+5-Б | Разговоры о важном',
      '1/2 | 5-А | Труд',
      '1/2 | 5-Б | Физика',
      '1/3 | 5-А | Труд',
      '1/3 | 5-Б | Химия',
    ]);
  });

  test('rooms in columns of their own, under one heading or under «каб.»', () => {
    const rooms: Cell[][] = [
      ['Пн', '1', 'Алгебра', 21, 'История', 30],
      [null, '2', 'Англ. яз. / Информатика', '40/33', 'Химия', null],
    ];
    const expected = [
      '1/1 | 5-А | Алгебра | 21',
      '1/1 | 5-Б | История | 30',
      '1/2 | 5-А+5-А 1 группа | Англ. яз. | 40',
      '1/2 | 5-А+5-А 2 группа | Информатика | 33',
      '1/2 | 5-Б | Химия',
    ];
    const sorted = (lessons: readonly string[]) => lessons.toSorted();
    expect(
      sorted(
        read(
          [['День', '№', '5-А', null, '5-Б', null], ...rooms],
          [span(0, 2, 0, 3), span(0, 4, 0, 5)],
        ),
      ),
    ).toEqual(sorted(expected));
    expect(
      sorted(
        read([
          ['День', '№', '5-А', null, '5-Б', null],
          [null, null, 'Предмет', 'Каб.', 'Предмет', 'Каб.'],
          ...rooms,
        ]),
      ),
    ).toEqual(sorted(expected));
    expect(sorted(read([['День', '№', '5-А', 'каб.', '5-Б', 'каб.'], ...rooms]))).toEqual(
      sorted(expected),
    );
  });

  test('two columns of one class are its halves where a cell does not reach over both', () => {
    expect(
      read(
        [
          ['День', 'Урок', '8А', null],
          ['Среда', '1', 'Алгебра 21', null],
          [null, '2', 'Англ. яз. 40', 'Информатика 33'],
        ],
        [span(0, 2, 0, 3), span(1, 2, 1, 3)],
      ),
    ).toEqual([
      '3/1 | 8А | Алгебра | 21',
      '3/2 | 8А+8А 1 группа | Англ. яз. | 40',
      '3/2 | 8А+8А 2 группа | Информатика | 33',
    ]);
  });

  test('days in blocks one below the other, each with its header or with one for all', () => {
    const monday: Cell[][] = [
      ['1', 'Алгебра', 'Физика'],
      ['2', 'Химия', null],
    ];
    const tuesday: Cell[][] = [['1', 'История', null]];
    const expected = [
      '1/1 | 9А | Алгебра',
      '1/1 | 9Б | Физика',
      '1/2 | 9А | Химия',
      '2/1 | 9А | История',
    ];
    expect(read([['№', '9А', '9Б'], ['ПОНЕДЕЛЬНИК'], ...monday, ['ВТОРНИК'], ...tuesday])).toEqual(
      expected,
    );
    expect(
      read([
        ['Понедельник'],
        ['№', '9А', '9Б'],
        ...monday,
        [],
        ['Вторник'],
        ['№', '9А', '9Б'],
        ...tuesday,
      ]),
    ).toEqual(expected);
  });

  test('subject, teacher and room on rows of their own', () => {
    expect(
      read(
        [
          head,
          ['Пн', '1', 'Алгебра', 'Физика'],
          [null, null, 'Дроздова О. С.', 'Синицын П. И.'],
          [null, null, '21', '30'],
        ],
        [span(1, 1, 3, 1)],
      ),
    ).toEqual([
      '1/1 | 5-А | Алгебра | Дроздова О. С. | 21',
      '1/1 | 5-Б | Физика | Синицын П. И. | 30',
    ]);
  });

  test('times instead of numbers, or nothing at all: lessons are counted', () => {
    expect(
      read([
        ['День', 'Время', '5-А'],
        ['Пн', '8:30-9:15', 'Алгебра'],
        [null, '9:25-10:10', 'Физика'],
        ['Вт', '9:25-10:10', 'Химия'],
      ]),
    ).toEqual(['1/1 | 5-А | Алгебра', '1/2 | 5-А | Физика', '2/2 | 5-А | Химия']);
    expect(
      read([
        ['День', '5-А'],
        ['Пн', 'Алгебра'],
        [null, 'Физика'],
        ['Вт', 'Химия'],
      ]),
    ).toEqual(['1/1 | 5-А | Алгебра', '1/2 | 5-А | Физика', '2/1 | 5-А | Химия']);
  });

  test('what stands below the table is not a lesson', () => {
    expect(
      read([head, ['Пн', '1', 'Алгебра', null], ['Директор', null, 'Иванова И. И.', null]]),
    ).toEqual(['1/1 | 5-А | Алгебра']);
  });
});

describe('days in columns', () => {
  const head: Cell[] = ['№', 'Понедельник', 'Вторник', 'Суббота'];
  const rows: Cell[][] = [
    ['1', 'Алгебра / 21', 'Физика', 'Труд'],
    ['2', null, 'Химия', null],
  ];
  const expected = (name: string) => [
    `1/1 | ${name} | Алгебра | 21`,
    `2/1 | ${name} | Физика`,
    `6/1 | ${name} | Труд`,
    `2/2 | ${name} | Химия`,
  ];

  test('of the class named above, several one below the other', () => {
    expect(
      read([['Расписание 7-А класса'], head, ...rows, ['7-Б'], head, ['1', 'История', null, null]]),
    ).toEqual([...expected('7-А'), '1/1 | 7-Б | История']);
  });

  test('of the class the sheet is called after', () => {
    expect(read([head, ...rows], [], '7 "В"')).toEqual(expected('7 "В"'));
  });

  test('of classes named in the rows', () => {
    expect(
      read(
        [
          ['Класс', ...head],
          ['7-А', ...(rows[0] ?? [])],
          [null, ...(rows[1] ?? [])],
          ['7-Б', '1', 'История', null, null],
        ],
        [span(1, 0, 2, 0)],
      ),
    ).toEqual([...expected('7-А'), '1/1 | 7-Б | История']);
  });
});

test('what a cell does not say is told with its place', () => {
  const timetable = parseGrid(
    sheet([
      ['День', '№', '5-А'],
      ['Пн', '1', '(21)?'],
      [null, '2', 'Алгебра'],
    ]),
  );
  expect(timetable?.problems.map(describeTimetableProblem)).toEqual([
    'Ячейка C2 не понята и пропущена: «(21)?»',
  ]);
});

test('lists of people, reports and empty sheets are no timetables', () => {
  const people = ['№', 'ФИО', 'Класс'];
  expect(
    parseGrid(sheet([people, ['1', 'Иванов Илья', '5-А'], ['2', 'Белкин Лев', '5-Б']])),
  ).toBeUndefined();
  expect(parseGrid(sheet([]))).toBeUndefined();
});
