import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { ASC_SCHOOL, ascFile, ascSchool, ascXml, dayMask } from '#core/imports/testing/asc-files';
import { readXml } from '#core/tables/read-xml';
import type { ImportedTimetable } from '../timetable/imported-timetable';
import { describeTimetableProblem } from '../timetable/problem-text';
import { parseAscTimetable } from './parse-asc-timetable';

function read(file: string | Buffer): ImportedTimetable {
  const result = readXml(typeof file === 'string' ? Buffer.from(file) : file);
  if (!result.ok) throw new Error(result.problem.code);
  const timetable = parseAscTimetable(result.root);
  if (timetable === undefined) throw new Error('not aSc');
  return timetable;
}

const show = ({ lessons }: ImportedTimetable) =>
  lessons.map(({ weekday, lessonNumber, week, classes, groupNames, subject, teachers, room }) =>
    [
      `${weekday}/${lessonNumber}${['', 'А', 'Б'][week] ?? ''}`,
      [...classes, ...groupNames].join('+'),
      subject,
      teachers.join('+'),
      room ?? '—',
    ].join(' | '),
  );
const texts = ({ problems }: ImportedTimetable) => problems.map(describeTimetableProblem);

/** One lesson of algebra in 8А with these attributes and cards. */
const one = (
  lesson: Readonly<Record<string, string>>,
  cards: readonly Readonly<Record<string, string | number>>[],
  more: Parameters<typeof ascXml>[0] = {},
) =>
  read(
    ascXml({
      lessons: [
        {
          id: 'L1',
          subjectid: 'S1',
          classids: 'C1',
          teacherids: 'T1',
          classroomids: 'R1',
          periodspercard: '1',
          ...lesson,
        },
      ],
      cards: cards.map((card) => ({ lessonid: 'L1', ...card })),
      ...more,
    }),
  );
const places = (timetable: ImportedTimetable) =>
  timetable.lessons.map(
    ({ weekday, lessonNumber, week }) => `${weekday}/${lessonNumber}${['', 'А', 'Б'][week] ?? ''}`,
  );

test('a whole file: period 0, Saturday, a double lesson, groups, week A, joint classes', () => {
  const timetable = read(ascFile());
  expect(show(timetable)).toEqual([
    '1/2 | 8А | Алгебра | Дроздова Ольга | 21',
    '3/2 | 8А | Алгебра | Дроздова Ольга | 21',
    '5/2 | 8А | Алгебра | Дроздова Ольга | 21',
    '2/3 | 8А | Алгебра | Дроздова Ольга | 21',
    '2/1 | 8А | Физика | Синицын Пётр Ильич | 33',
    '2/2 | 8А | Физика | Синицын Пётр Ильич | 33',
    '1/4 | 8А+8А 1 группа | Английский язык | Галкина В. Л. | 21',
    '4/4 | 8А+8А 1 группа | Английский язык | Галкина В. Л. | 21',
    '1/4 | 8А+8А 2 группа | Английский язык | Чижова Н. О. | Кабинет 22',
    '4/4 | 8А+8А 2 группа | Английский язык | Чижова Н. О. | Кабинет 22',
    '6/0А | 8А+8Б | История | Синицын Пётр Ильич | —',
  ]);
  expect(timetable.problems).toEqual([]);
  expect(timetable.classTeachers).toEqual([{ className: '8А', teacher: 'Дроздова Ольга' }]);
  expect(timetable.divisions).toContainEqual({
    className: '8А',
    groupNames: ['8А Мальчики', '8А Девочки'],
  });
});

describe('encodings', () => {
  const utf8 = ascXml(ascSchool());
  test.each([
    ['windows-1251', ascFile()],
    ['UTF-8', Buffer.from(utf8)],
    ['a byte order mark', Buffer.from(`\uFEFF${utf8}`)],
    [
      'windows-1251 without a word of it',
      iconv.encode(utf8.replace(/ encoding="[^"]*"/u, ''), 'win1251'),
    ],
    ['UTF-16', iconv.encode(utf8, 'utf-16le', { addBOM: true })],
  ])('%s', (_, bytes) => {
    expect(show(read(bytes))).toEqual(show(read(ascFile())));
  });
});

describe('cards', () => {
  test('two cards of a double lesson side by side are its two hours, not three', () => {
    const double = { periodspercard: '2', periodsperweek: '2' };
    const at = (period: number) => ({ period, days: dayMask(0) });
    expect(places(one(double, [at(3)]))).toEqual(['1/3', '1/4']);
    expect(places(one(double, [at(3), at(4)]))).toEqual(['1/3', '1/4']);
    expect(places(one({ ...double, periodsperweek: '4' }, [at(1), at(3)]))).toEqual([
      '1/1',
      '1/2',
      '1/3',
      '1/4',
    ]);
  });

  test('several days in one mask are a lesson on each; a choice of days is no place', () => {
    expect(places(one({}, [{ period: 1, days: '101000' }]))).toEqual(['1/1', '3/1']);
    const choice = one({ periodsperweek: '1' }, [{ period: 1, days: '100000,001000' }]);
    expect(places(choice)).toEqual([]);
    expect(texts(choice)).toEqual(['Занятие «Алгебра» (8А, Дроздова Ольга) не стоит в расписании']);
  });

  test('a card without a day takes that of its lesson, if it is one', () => {
    expect(places(one({ daysdefid: 'D4' }, [{ period: 1 }]))).toEqual(['5/1']);
    expect(places(one({ daysdefid: 'EVERY' }, [{ period: 1 }]))).toEqual([]);
  });

  test('weeks A and B in one slot are no conflict; both are every week', () => {
    const at = (weeks: string) => ({ period: 1, days: dayMask(0), weeks });
    const alternate = read(
      ascXml({
        lessons: ['S1', 'S2'].map((subjectid, index) => ({
          id: `L${index + 1}`,
          subjectid,
          classids: 'C1',
          teacherids: 'T1',
        })),
        cards: [
          { lessonid: 'L1', ...at('10') },
          { lessonid: 'L2', ...at('01') },
        ],
      }),
    );
    expect(alternate.lessons.map(({ subject, week, divided }) => [subject, week, divided])).toEqual(
      [
        ['Алгебра', 1, false],
        ['Физика', 2, false],
      ],
    );
    expect(places(one({}, [at('10'), at('01')]))).toEqual(['1/1']);
    expect(places(one({ weeksdefid: 'WB' }, [{ period: 1, days: dayMask(0) }]))).toEqual(['1/1Б']);
    expect(places(one({}, [at('1010')]))).toEqual(['1/1А']);
    const long = one({}, [at('100')]);
    expect(places(long)).toEqual(['1/1']);
    expect(long.problems).toMatchObject([{ code: 'longCycle', weeks: '100' }]);
  });

  test('the room on the card wins; of several that may be used none is taken', () => {
    const at = { period: 1, days: dayMask(0) };
    const room = (lesson: string, card: string) =>
      one({ classroomids: lesson }, [{ ...at, classroomids: card }]).lessons[0]?.room;
    expect(room('R1', 'R3')).toBe('33');
    expect(room('R1', '')).toBe('21');
    expect(room('R1,R3', '')).toBeNull();
  });

  test('what is beside the timetable, past its end, or placed in part is told', () => {
    expect(texts(one({}, [{ period: '', days: '' }]))).toEqual([
      'Занятие «Алгебра» (8А, Дроздова Ольга) не стоит в расписании',
    ]);
    expect(
      texts(one({ periodspercard: '2', periodsperweek: '2' }, [{ period: 14, days: dayMask(0) }])),
    ).toEqual([
      'Занятие «Алгебра» 8А начинается на «14» и не помещается в день: взяты только уроки до конца дня',
      'Занятие «Алгебра» 8А: в расписании стоит 1 из 2 уроков в неделю',
    ]);
    expect(texts(one({}, [{ period: 99, days: dayMask(0) }]))).toContain(
      'Занятие «Алгебра» 8А пропущено: урок «99» неизвестен',
    );
    expect(texts(one({}, [{ period: 1, days: dayMask(0), terms: '10' }]))).toEqual([
      'Занятие «Алгебра» 8А стоит не во всех частях года («10»), взято на весь срок',
    ]);
  });
});

test('ids that point nowhere, rows that come twice, names that are empty', () => {
  const cards = [{ period: 1, days: dayMask(0) }];
  expect(texts(one({ subjectid: 'NO' }, cards))).toEqual([
    'Занятие «?» 8А: в файле нет предмета, на который оно ссылается',
  ]);
  const dangling = one({ teacherids: 'T1,NO', classids: 'C1,NO', classroomids: '' }, [
    { period: 1, days: dayMask(0), classroomids: 'NO' },
    { lessonid: 'GONE', period: 2, days: dayMask(0) },
  ]);
  expect(show(dangling)).toEqual(['1/1 | 8А | Алгебра | Дроздова Ольга | —']);
  expect(dangling.problems.map((problem) => problem.code)).toEqual([
    'dangling',
    'dangling',
    'dangling',
    'unknownActivity',
  ]);
  const school = ascSchool();
  const twice = {
    ...school,
    lessons: [...(school.lessons ?? []), ...(school.lessons ?? [])],
    cards: [...(school.cards ?? []), ...(school.cards ?? [])],
  };
  expect(show(read(ascXml(twice)))).toEqual(show(read(ascFile())));
  const namesakes = one({ teacherids: 'T8,T9' }, cards, {
    teachers: [
      { id: 'T8', name: 'Иванова', short: 'Ив1' },
      { id: 'T9', name: 'Иванова', short: 'Ив2' },
    ],
  });
  expect(namesakes.lessons[0]?.teachers).toEqual(['Иванова (Ив1)', 'Иванова (Ив2)']);
});

test('all groups of one division are the whole class', () => {
  const cards = [{ period: 1, days: dayMask(0) }];
  expect(one({ groupids: 'C1G1,C1G2' }, cards).lessons[0]?.groupNames).toEqual([]);
  expect(one({ groupids: 'C1G1,C1G3' }, cards).lessons[0]?.groupNames).toEqual([
    '8А 1 группа',
    '8А Мальчики',
  ]);
  // A lesson that names only groups is of their classes.
  expect(one({ classids: '', groupids: 'C2G3' }, cards).lessons).toMatchObject([
    { classes: ['8Б'], groupNames: ['8Б Мальчики'] },
  ]);
});

describe('the form of 2008', () => {
  const { daysdefs: _, weeksdefs: __, termsdefs: ___, ...school } = ASC_SCHOOL;
  const old = (first: number, options: string, named = true) => {
    const xml = ascXml({
      ...school,
      root: `importtype="database" options="${options}" displaycountry="ru"`,
      daysdefs: [],
      weeksdefs: [],
      termsdefs: [],
      days: named
        ? ['Понедельник', 'Вторник', 'Среда'].map((name, index) => ({
            name,
            short: '',
            day: index + first,
          }))
        : [],
      lessons: [
        {
          id: 'L1',
          subjectid: 'S1',
          classids: 'C1',
          teacherid: 'T1',
          periodspercard: '1',
          periodsperweek: '2',
          weeks: '10',
        },
      ],
      cards: [0, 2].map((day) => ({
        lessonid: 'L1',
        classroomids: 'R1',
        period: '1',
        day: day + first,
      })),
    });
    return places(read(xml));
  };
  test.each([
    ['days from 0', old(0, 'idprefix:X')],
    ['days from 1, told', old(1, 'idprefix:X,daynumbering1')],
    ['days from 1, not told', old(1, '')],
    ['no names of days', old(0, '', false)],
  ])('%s', (_name, found) => {
    expect(found).toEqual(['1/1А', '3/1А']);
  });
});

test('a week that begins on Sunday, and another XML', () => {
  const sunday = ['Воскресенье', 'Понедельник', 'Вторник'].map((name, day) => ({
    id: `D${day}`,
    name,
    short: '',
    days: dayMask(day),
  }));
  expect(places(one({}, [{ period: 1, days: '010000' }], { daysdefs: sunday }))).toEqual(['1/1']);
  expect(
    parseAscTimetable({ name: 'fet', attributes: {}, children: [], text: '' }),
  ).toBeUndefined();
});
