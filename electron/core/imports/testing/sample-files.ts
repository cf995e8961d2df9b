import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';

type Value = string | number | null;
type Rows = Value[][];

const csv = (rows: Rows, encoding = 'win1251') =>
  iconv.encode(rows.map((row) => row.map((cell) => cell ?? '').join(';')).join('\r\n'), encoding);

export const PUPILS_HEAD: Value[] = ['№', 'ФИО ученика', 'Дата рождения', 'Пол', 'Класс'];

const surnames = [
  'Абрикосов',
  'Белкин',
  'Вишняков',
  'Грушин',
  'Дубов',
  'Ёжиков',
  'Жасминов',
  'Зябликов',
];
const given = ['Илья', 'Пётр', 'Семён', 'Яков', 'Лев', 'Марк'];

/** Invented pupils of 5-А, 5-Б and 8-Б: as many of each as asked. */
export function pupilRows(each: number): Rows {
  return ['5-А', '5-Б', '8-Б'].flatMap((className, at) =>
    Array.from({ length: each }, (_, index) => {
      const last = surnames[index % surnames.length] ?? '';
      const first = given[(index + at) % given.length] ?? '';
      const day = String((index % 27) + 1).padStart(2, '0');
      const name = `${last}${index < surnames.length ? '' : `-${String.fromCharCode(1072 + Math.floor(index / surnames.length))}`} ${first} Сергеевич`;
      return [index + 1, name, `${day}.0${(at % 8) + 1}.2014`, 'м', className];
    }),
  );
}

/** A row without a first name and one with a day that is not in the calendar. */
export const BAD_PUPILS: Rows = [
  [98, 'Липкин', '01.02.2014', 'м', '5-А'],
  [99, 'Кленова Анна Ивановна', '31.02.2014', 'ж', '5-А'],
];

export const pupilsCsv = (rows: Rows) => csv([PUPILS_HEAD, ...rows]);
export const pupilsXlsx = (rows: Rows): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Ученики', rows: [['Список учеников'], PUPILS_HEAD, ...rows] }] });
export const pupilsOds = (rows: Rows): Promise<Uint8Array> =>
  writeOds({ sheets: [{ name: 'Ученики', rows: [PUPILS_HEAD, ...rows] }] });

export const staffCsv = () =>
  csv([
    ['Фамилия', 'Имя', 'Отчество', 'Должность', 'Роль', 'Классный руководитель'],
    [
      'Дроздова',
      'Ольга',
      'Сергеевна',
      'Учитель математики',
      'Учитель, классный руководитель',
      '5-А',
    ],
    ['Синицын', 'Пётр', 'Ильич', 'Учитель физики', 'Учитель', ''],
    ['Галкина', 'Вера', 'Львовна', 'Заместитель директора', 'Завуч', ''],
    ['Чижова', 'Нина', 'Олеговна', 'Секретарь', 'Секретарь', ''],
  ]);

/** FET's export: 8-А whole, its English in two parts by teachers, one meeting of nobody's class. */
export function fetRows(changed = false): Rows {
  const head = [
    'Activity Id',
    'Day',
    'Hour',
    'Students Sets',
    'Subject',
    'Teachers',
    'Activity Tags',
    'Room',
    'Comments',
  ];
  const days = ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница'];
  const rows: Rows = [head];
  const add = (day: number, hour: number, students: string, subject: string, teacher: string) =>
    rows.push([
      String(rows.length),
      days[day] ?? '',
      `${hour} урок`,
      students,
      subject,
      teacher,
      '',
      '21',
      '',
    ]);
  for (const day of [0, 2, 4]) add(day, 2, '8А', 'Алгебра', 'Дроздова О. С.');
  if (changed) add(3, 5, '8А', 'Алгебра', 'Дроздова О. С.');
  else add(1, 3, '8А', 'Алгебра', 'Дроздова О. С.');
  add(1, 1, '8А', 'Физика', 'Синицын П. И.');
  for (const day of [0, 3]) {
    add(day, 4, '8А', 'Англ. язык', 'Галкина В. Л.');
    add(day, 4, '8А', 'Англ. язык', 'Чижова Н. О.');
  }
  add(4, 7, '', 'Педсовет', 'Дроздова О. С.');
  return rows;
}

export const fetCsv = (changed = false) =>
  Buffer.from(
    `\uFEFF${fetRows(changed)
      .map((row) => row.map((cell) => `"${cell ?? ''}"`).join(','))
      .join('\r\n')}`,
  );

/** The same hours of algebra as a solved `.fet` file. */
export function fetFile(): Buffer {
  const days = ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница'];
  const hours = ['1 урок', '2 урок', '3 урок', '4 урок', '5 урок'];
  const list = (name: string, item: string, names: string[]) =>
    `<${name}>${names.map((one) => `<${item}><Name>${one}</Name></${item}>`).join('')}</${name}>`;
  const activities = [0, 2, 4].map((day, index) =>
    `<Activity><Teacher>Дроздова О. С.</Teacher><Subject>Алгебра</Subject><Students>8А</Students><Duration>1</Duration><Id>${index + 1}</Id><Active>true</Active></Activity>`.replace(
      'DAY',
      String(day),
    ),
  );
  const starts = [0, 2, 4].map(
    (day, index) =>
      `<ConstraintActivityPreferredStartingTime><Weight_Percentage>100</Weight_Percentage><Activity_Id>${index + 1}</Activity_Id><Preferred_Day>${days[day]}</Preferred_Day><Preferred_Hour>2 урок</Preferred_Hour><Active>true</Active></ConstraintActivityPreferredStartingTime>`,
  );
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<fet version="6.8.5">${list('Days_List', 'Day', days)}${list('Hours_List', 'Hour', hours)}<Students_List><Year><Name>8А</Name></Year></Students_List><Activities_List>${activities.join('')}</Activities_List><Time_Constraints_List>${starts.join('')}</Time_Constraints_List></fet>`,
  );
}

/** The day columns of an invented report: two lessons of a subject on the 12th. */
const REPORT_DAYS = [
  ['Ноябрь', 16],
  [null, 17],
  [null, 18],
  [null, 18],
  ['Декабрь', 1],
] as const;

export type ReportSubject = {
  readonly name: string;
  readonly cells: Value[];
  readonly mark?: string;
};

/** A report of marks as «Сетевой город» writes it, for pupils with their subjects. */
export function attendanceReport(
  pupils: readonly { readonly name: string; readonly subjects: readonly ReportSubject[] }[],
  head = { className: '8Б', year: '2026/2027', period: 'с 09.11.26 по 30.12.26' },
): Promise<Uint8Array> {
  const rows: Rows = [['Школа № 0'], [], ['Отчет об успеваемости и посещаемости ученика'], []];
  for (const { name, subjects } of pupils) {
    rows.push(
      [`Учебный год: ${head.year}`],
      [`Класс: ${head.className}`],
      [`Период: ${head.period}`],
      [`Ученик: ${name}`],
      [],
      [
        'Предмет',
        ...REPORT_DAYS.map(([month]) => month),
        'Средняя оценка',
        'Средневзвешенный балл',
        'Итоговая оценка за период',
      ],
      [null, ...REPORT_DAYS.map(([, day]) => day)],
      ...subjects.map((subject) => [subject.name, ...subject.cells, 4, 0, subject.mark ?? null]),
      [],
    );
  }
  return writeXlsx({ sheets: [{ name: 'Лист1', rows }] });
}

/** A grade sheet of the same program: the marks of the first two quarters and the year. */
export function gradeSheet(
  pupils: readonly {
    readonly name: string;
    readonly subjects: readonly {
      readonly name: string;
      readonly marks: readonly [Value, Value, Value];
    }[];
  }[],
  head = { className: '8Б', year: '2026/2027' },
): Promise<Uint8Array> {
  const rows: Rows = [['Школа № 0'], ['Табель успеваемости учащегося']];
  for (const { name, subjects } of pupils) {
    rows.push(
      [`Учебный год: ${head.year}`],
      [`Класс: ${head.className}`],
      [`Ученик: ${name}`],
      [],
      [
        null,
        'Предмет',
        'Учебные периоды',
        null,
        null,
        null,
        null,
        null,
        'Год. оценка',
        'Экз. оценка',
        'Гос. экз. оценка',
        'Итог. оценка',
      ],
      ['№'],
      ['п/п', null, '1 Четверть', null, null, '2 Четверть'],
      [
        null,
        null,
        'Средний балл',
        'Ср. взв. балл',
        'Итог',
        'Средний балл',
        'Ср. взв. балл',
        'Итог',
      ],
      ...subjects.map(({ name: subject, marks: [first, second, year] }, index) => [
        String(index + 1),
        subject,
        4,
        0,
        first,
        4,
        0,
        second,
        year,
        null,
        null,
        null,
      ]),
      [],
    );
  }
  return writeXlsx({ sheets: [{ name: 'Лист1', rows }] });
}
