import iconv from 'iconv-lite';

type Attributes = Readonly<Record<string, string | number>>;

const element = (name: string, attributes: Attributes) =>
  `<${name} ${Object.entries(attributes)
    .map(([key, value]) => `${key}="${String(value).replaceAll('"', '&quot;')}"`)
    .join(' ')}/>`;

/** The tables of an invented aSc file; what is not given is that of the small school below. */
export type AscTables = {
  readonly root?: string;
  readonly periods?: readonly Attributes[];
  readonly days?: readonly Attributes[];
  readonly daysdefs?: readonly Attributes[];
  readonly weeksdefs?: readonly Attributes[];
  readonly termsdefs?: readonly Attributes[];
  readonly subjects?: readonly Attributes[];
  readonly teachers?: readonly Attributes[];
  readonly classrooms?: readonly Attributes[];
  readonly classes?: readonly Attributes[];
  readonly groups?: readonly Attributes[];
  readonly lessons?: readonly Attributes[];
  readonly cards?: readonly Attributes[];
};

const ROW = {
  periods: 'period',
  days: 'day',
  daysdefs: 'daysdef',
  weeksdefs: 'weeksdef',
  termsdefs: 'termsdef',
  subjects: 'subject',
  teachers: 'teacher',
  classrooms: 'classroom',
  classes: 'class',
  groups: 'group',
  lessons: 'lesson',
  cards: 'card',
} as const;
const TABLES = Object.keys(ROW) as (keyof typeof ROW)[];

const days = ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота'];
/** «010000» is the second day. */
export const dayMask = (day: number) => '000000'.slice(0, day) + '1' + '000000'.slice(day + 1);

/** Two classes, four teachers and three rooms of a school that never was. */
export const ASC_SCHOOL = {
  daysdefs: [
    { id: 'ANY', name: 'Любой день', short: 'X', days: days.map((_, day) => dayMask(day)).join() },
    { id: 'EVERY', name: 'Каждый день', short: 'E', days: '111111' },
    ...days.map((name, day) => ({
      id: `D${day}`,
      name,
      short: name.slice(0, 2),
      days: dayMask(day),
    })),
  ],
  weeksdefs: [
    { id: 'WALL', name: 'Все недели', short: 'Все', weeks: '11' },
    { id: 'WA', name: 'Неделя А', short: 'А', weeks: '10' },
    { id: 'WB', name: 'Неделя Б', short: 'Б', weeks: '01' },
  ],
  termsdefs: [{ id: 'TALL', name: 'Весь год', short: 'Год', terms: '1' }],
  subjects: [
    { id: 'S1', name: 'Алгебра', short: 'Алг' },
    { id: 'S2', name: 'Физика', short: 'Физ' },
    { id: 'S3', name: 'Английский язык', short: 'Англ' },
    { id: 'S4', name: '', short: 'История' },
  ],
  teachers: [
    { id: 'T1', name: 'Дроздова', short: 'Дро', firstname: 'Ольга', lastname: 'Дроздова' },
    { id: 'T2', name: 'Синицын Пётр Ильич', short: 'Син' },
    { id: 'T3', name: 'Галкина В. Л.', short: '' },
    { id: 'T4', name: 'Чижова Н. О.', short: 'Чиж' },
  ],
  classrooms: [
    { id: 'R1', name: '21', short: '21' },
    { id: 'R2', name: 'Кабинет 22', short: '' },
    { id: 'R3', name: '33', short: '33' },
  ],
  classes: [
    { id: 'C1', name: '8А', short: '8А', teacherid: 'T1', grade: '8' },
    { id: 'C2', name: '8 Б класс (лингвисты)', short: '8Б', teacherid: '', grade: '8' },
  ],
  groups: ['C1', 'C2'].flatMap((classid) =>
    [
      ['Весь класс', '1', '0'],
      ['1 группа', '0', '1'],
      ['2 группа', '0', '1'],
      ['Мальчики', '0', '2'],
      ['Девочки', '0', '2'],
    ].map(([name, entireclass, divisiontag], index) => ({
      id: `${classid}G${index}`,
      classid,
      name: name ?? '',
      entireclass: entireclass ?? '',
      divisiontag: divisiontag ?? '',
    })),
  ),
} satisfies AscTables;

/** The text of an aSc file of its form of 2012. */
export function ascXml(tables: AscTables = {}, encoding = 'UTF-8'): string {
  const all = { ...ASC_SCHOOL, ...tables };
  const root =
    tables.root ??
    'ascttversion="2026.7.1" importtype="database" options="export:idprefix:%CHRID,import:idprefix:%TEMPID,groupstype1,decimalseparatordot" defaultexport="1" displayname="aSc Timetables 2012 XML" displaycountries=""';
  const lists = TABLES.flatMap((table) => {
    const rows = all[table as keyof typeof all] as readonly Attributes[] | undefined;
    if (rows === undefined) return [];
    const inside = rows.map((row) => `      ${element(ROW[table], row)}`).join('\r\n');
    return [
      `   <${table} options="canadd,export:silent" columns="">\r\n${inside}\r\n   </${table}>`,
    ];
  });
  return `<?xml version="1.0" encoding="${encoding}"?>\r\n<timetable ${root}>\r\n${lists.join('\r\n')}\r\n</timetable>`;
}

/** The hours of `fetCsv` and two more: physics every second week, and history of both classes. */
export function ascSchool(changed = false): AscTables {
  const lesson = (
    id: string,
    subject: string,
    classids: string,
    teacherids: string,
    more = {},
  ) => ({
    id,
    subjectid: subject,
    classids,
    groupids: classids
      .split(',')
      .map((one) => `${one}G0`)
      .join(),
    teacherids,
    classroomids: 'R1,R2,R3',
    periodspercard: '1',
    periodsperweek: '1.0',
    daysdefid: 'ANY',
    weeksdefid: 'WALL',
    termsdefid: 'TALL',
    ...more,
  });
  const card = (
    lessonid: string,
    day: number,
    period: number,
    classroomids = 'R1',
    weeks = '11',
  ) => ({
    lessonid,
    period,
    days: dayMask(day),
    weeks,
    terms: '1',
    classroomids,
  });
  return {
    lessons: [
      lesson('L1', 'S1', 'C1', 'T1', { periodsperweek: '4.0' }),
      lesson('L2', 'S2', 'C1', 'T2', { periodsperweek: '2.0', periodspercard: '2' }),
      lesson('L3', 'S3', 'C1', 'T3', { groupids: 'C1G1', periodsperweek: '2.0' }),
      lesson('L4', 'S3', 'C1', 'T4', { groupids: 'C1G2', periodsperweek: '2.0' }),
      lesson('L5', 'S4', 'C1,C2', 'T2', { periodsperweek: '0.5', weeksdefid: 'WA' }),
    ],
    cards: [
      card('L1', 0, 2),
      card('L1', 2, 2),
      card('L1', 4, 2),
      card('L1', changed ? 3 : 1, changed ? 5 : 3),
      card('L2', 1, 1, 'R3'),
      card('L3', 0, 4, 'R1'),
      card('L4', 0, 4, 'R2'),
      card('L3', 3, 4, 'R1'),
      card('L4', 3, 4, 'R2'),
      card('L5', 5, 0, '', '10'),
    ],
  };
}

/** As aSc writes it in Russia: windows-1251, told by the declaration. */
export const ascFile = (changed = false): Buffer =>
  iconv.encode(ascXml(ascSchool(changed), 'windows-1251'), 'windows-1251');

/** Thirty classes of 36 hours a week, twelve subjects, sixty teachers, no rooms. */
export function largeAscFile(): Buffer {
  const range = (length: number) => Array.from({ length }, (_, at) => at);
  const classes = range(30).map((at) => {
    const name = `${5 + Math.floor(at / 5)}${'АБВГД'.charAt(at % 5)}`;
    return { id: `C${at}`, name, short: '' };
  });
  const subjects = range(12).map((at) => {
    return { id: `S${at}`, name: `Предмет ${'АБВГДЕЖЗИКЛМ'.charAt(at)}`, short: '' };
  });
  const teachers = range(60).map((at) => {
    return { id: `T${at}`, name: `Учитель-${String.fromCodePoint(1040 + at)} О. И.`, short: '' };
  });
  const lessons = classes.flatMap((one, at) =>
    subjects.map((subject, nth) => ({
      id: `${one.id}${subject.id}`,
      classids: one.id,
      subjectid: subject.id,
      teacherids: `T${(at * 2 + nth) % 60}`,
      periodspercard: 1,
      periodsperweek: 3,
    })),
  );
  const cards = lessons.flatMap(({ id }, at) =>
    range(3).map((nth) => {
      const hour = (at % subjects.length) * 3 + nth;
      return { lessonid: id, period: 1 + (hour % 7), days: dayMask(Math.floor(hour / 7)) };
    }),
  );
  const tables = { classes, subjects, teachers, groups: [], classrooms: [], lessons, cards };
  return Buffer.from(ascXml(tables));
}
