import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';

type Value = string | number | null;
type Rows = Value[][];

const csv = (rows: Rows, encoding: string) =>
  iconv.encode(
    rows.map((row) => row.map((cell) => `"${cell ?? ''}"`).join(';')).join('\r\n'),
    encoding,
  );

/** Invented families of the small school and new ones, the parents under headings of two rows. */
const FAMILIES: Rows = [
  ['ФИО', 'Класс', 'Дата рождения', 'СНИЛС', 'Мать', null, 'Отец', null, 'Место работы отца'],
  [null, null, null, null, 'ФИО', 'Телефон', 'ФИО', 'Телефон', null],
  [
    'Абрамов Илья',
    '8-А',
    '05.09.2012',
    '112-233-445 95',
    'Абрамова Анна Олеговна',
    '8 900 123-45-67',
    'Абрамов Олег Ильич',
    '',
    'ООО «Луч»',
  ],
  ['Ёлкина Мария', '8-А', '06.09.2012', '', 'Ёлкина Вера Львовна', '123', '', '', ''],
  ['Жуков Пётр', '5-Б', '', '', '', '', 'Жуков Лев Ильич', '+7 (900) 765-43-21', ''],
  [
    'Лугов Илья Олегович',
    '5-А',
    '01.02.2015',
    '',
    'Лугова Ольга Ильинична',
    '89001234568',
    'Лугов Олег Петрович',
    '',
    '',
  ],
  [
    'Лугова Анна Олеговна',
    '7-А',
    '01.02.2013',
    '',
    'Лугова Ольга Ильинична',
    '89001234568',
    'Лугов Олег Петрович',
    '',
    '',
  ],
];
const merges = [4, 6].map((column) => ({
  startRow: 0,
  startCol: column,
  endRow: 0,
  endCol: column + 1,
}));

/** Both parents in one cell. */
const IN_ONE_CELL: Rows = [
  ['ФИО', 'Класс', 'Адрес', 'Родители (ФИО, телефон)'],
  [
    'Абрамов Илья',
    '8-А',
    'ул. Лесная, 5',
    'Абрамова Анна Олеговна, мать, 8 900 123-45-67; Абрамов Олег Ильич (отец) +79007654321',
  ],
  ['Лугов Илья', '5-А', 'ул. Полевая, 1', 'мама Лугова Ольга Ильинична 8(900)123-45-68'],
];

const PARENTS: Rows = [
  ['№', 'ФИО родителя', 'Телефон', 'Почта', 'Кем приходится', 'Ребёнок 1', 'Ребёнок 2'],
  [
    1,
    'Абрамова Анна Олеговна',
    '8 900 123-45-67',
    'a@example.org',
    'мать',
    'Абрамов Илья 8-А',
    'Жуков Пётр, 1-А',
  ],
  [2, 'Ёлкин Пётр Ильич', '', '', 'опекун', 'Ёлкина Мария (8 «А»)', ''],
  [3, 'Жукова Вера Львовна', '8 900 000-00-01; 8 900 000-00-02', '', 'бабушка', 'Жуков Пётр', ''],
  [4, 'Котова Мия Львовна', '', '', 'мать', 'Котов Ян 5-А', ''],
];

export const familiesCsv = (encoding: 'utf8' | 'win1251') =>
  csv(encoding === 'utf8' ? IN_ONE_CELL : FAMILIES, encoding);
export const familiesXlsx = (): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Ученики', rows: FAMILIES, merges }] });
export const familiesOds = (): Promise<Uint8Array> =>
  writeOds({ sheets: [{ name: 'Ученики', rows: FAMILIES }] });
export const parentsCsv = () => csv(PARENTS, 'win1251');
export const parentsXlsx = (): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Родители', rows: PARENTS }] });
export const parentsOds = (): Promise<Uint8Array> =>
  writeOds({ sheets: [{ name: 'Родители', rows: PARENTS }] });
