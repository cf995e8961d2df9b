import { describe, expect, test } from 'vitest';
import { readXml } from '#core/tables/read-xml';
import type { Cell } from '../table';
import type { XmlElement } from '../xml';
import { readDays, readHours } from '../timetable/day-and-hour-names';
import type { ImportedLesson } from '../timetable/imported-timetable';
import { parseFetResults } from './parse-fet-results';
import { parseFetFile } from './parse-fet-file';
import { describeTimetableProblem } from '../timetable/problem-text';
import { parseTimetableCsv } from './parse-timetable-csv';

function xml(text: string): XmlElement {
  const result = readXml(Buffer.from(text));
  if (!result.ok) throw new Error(result.problem.code);
  return result.root;
}

interface Invented {
  readonly id: string;
  readonly students?: readonly string[];
  readonly teachers?: readonly string[];
  readonly duration?: number;
  readonly active?: boolean;
  readonly start?: readonly [string, string];
  readonly room?: string;
}

const days = ['Пн', 'Вт', 'Суббота'];
const hours = ['0 урок', '1 урок', '2 урок'];

/** A small FET file: the grade 8 with two classes, 8А divided into two groups. */
const fet = (activities: readonly Invented[], hourNames = hours, dayNames = days) =>
  xml(`<?xml version="1.0"?><fet version="6.8.5">
  <Days_List>${dayNames.map((name) => `<Day><Name>${name}</Name></Day>`).join('')}</Days_List>
  <Hours_List>${hourNames.map((name) => `<Hour><Name>${name}</Name></Hour>`).join('')}</Hours_List>
  <Students_List><Year><Name>8</Name>
    <Group><Name>8А</Name><Subgroup><Name>Девочки</Name></Subgroup></Group>
    <Group><Name>8Б</Name></Group></Year></Students_List>
  <Activities_List>${activities
    .map(
      ({ id, students = ['8А'], teachers = ['Ёлкина Е. И.'], duration = 1, active = true }) =>
        `<Activity><Subject>Труд</Subject>${teachers.map((name) => `<Teacher>${name}</Teacher>`).join('')}
        ${students.map((name) => `<Students>${name}</Students>`).join('')}<Activity_Tag>лаб</Activity_Tag>
        <Duration>${duration}</Duration><Id>${id}</Id><Active>${active}</Active></Activity>`,
    )
    .join('')}</Activities_List>
  <Time_Constraints_List>${activities
    .map(({ id, start }) =>
      start === undefined
        ? ''
        : `<ConstraintActivityPreferredStartingTime><Weight_Percentage>100</Weight_Percentage><Activity_Id>${id}</Activity_Id>
        <Preferred_Day>${start[0]}</Preferred_Day><Preferred_Hour>${start[1]}</Preferred_Hour><Active>true</Active></ConstraintActivityPreferredStartingTime>`,
    )
    .join('')}</Time_Constraints_List>
  <Space_Constraints_List>${activities
    .map(({ id, room }) =>
      room === undefined
        ? ''
        : `<ConstraintActivityPreferredRoom><Activity_Id>${id}</Activity_Id><Room>${room}</Room><Active>true</Active></ConstraintActivityPreferredRoom>`,
    )
    .join('')}</Space_Constraints_List></fet>`);

const placed = (lessons: readonly ImportedLesson[] = []) =>
  lessons.map(({ activity, weekday, lessonNumber }) => `${activity}: ${weekday}/${lessonNumber}`);

describe('a .fet file', () => {
  test('a double lesson, a group of a class, a room, lesson 0', () => {
    const timetable = parseFetFile(
      fet([
        { id: '1', duration: 2, start: ['Пн', '0 урок'], room: '12' },
        {
          id: '2',
          students: ['Девочки'],
          teachers: ['Рябова С. В.', 'Орлова Т. Ю.'],
          start: ['Суббота', '2 урок'],
        },
        { id: '3', students: ['8'], start: ['Суббота', '2 урок'] },
      ]),
    );
    expect(timetable?.problems).toEqual([]);
    expect(timetable?.lessons).toEqual([
      {
        activity: '1',
        weekday: 1,
        lessonNumber: 0,
        week: 0,
        classes: ['8А'],
        groupNames: [],
        divided: false,
        subject: 'Труд',
        teachers: ['Ёлкина Е. И.'],
        room: '12',
        tags: ['лаб'],
      },
      expect.objectContaining({ activity: '1', weekday: 1, lessonNumber: 1, room: '12' }),
      expect.objectContaining({
        activity: '2',
        weekday: 6,
        classes: ['8А'],
        groupNames: ['Девочки'],
        teachers: ['Рябова С. В.', 'Орлова Т. Ю.'],
        room: null,
        divided: true,
      }),
      expect.objectContaining({ activity: '3', classes: ['8А', '8Б'], divided: true }),
    ]);
  });

  test('what has no place, no such place or no activity is told', () => {
    const file = fet([
      { id: '1' },
      { id: '2', active: false, start: ['Пн', '1 урок'] },
      { id: '3', start: ['Среда', '1 урок'] },
      { id: '4', start: ['Пн', '9 урок'] },
      { id: '5', duration: 2, start: ['Пн', '2 урок'] },
    ]);
    const timetable = parseFetFile(file);
    expect(placed(timetable?.lessons)).toEqual(['5: 1/2']);
    expect(timetable?.problems.map((problem) => problem.code)).toEqual([
      'unplaced',
      'unknownDay',
      'unknownHour',
      'pastLastHour',
    ]);
    expect(timetable?.problems.map(describeTimetableProblem).slice(0, 2)).toEqual([
      'Занятие № 1 «Труд» (8А, Ёлкина Е. И.) не стоит в расписании',
      'Занятие № 3 пропущено: день «Среда» неизвестен',
    ]);
    const results = xml(
      '<Activities_Timetable><Activity><Id>1</Id><Day>Вт</Day><Hour>2 урок</Hour><Room>7</Room></Activity><Activity><Id>99</Id><Day>Вт</Day><Hour>2 урок</Hour></Activity></Activities_Timetable>',
    );
    const solved = parseFetFile(file, results);
    expect(placed(solved?.lessons)).toEqual(['1: 2/2']);
    expect(solved?.problems).toContainEqual({ code: 'unknownActivity', activity: '99' });
  });

  test('hours by clock and days without names go by their order', () => {
    const timetable = parseFetFile(
      fet(
        [{ id: '1', start: ['D2', '09:25-10:10'] }],
        ['08:30-09:15', '09:25-10:10'],
        ['D1', 'D2'],
      ),
    );
    expect(placed(timetable?.lessons)).toEqual(['1: 2/2']);
    expect(timetable?.problems.map((problem) => problem.code)).toEqual(['hoursByOrder']);
  });

  test('another XML is not a FET file', () => {
    expect(parseFetFile(xml('<timetable/>'))).toBeUndefined();
  });
});

describe('results on their own', () => {
  const hour = (name: string, inside: string) => `<Hour name="${name}">${inside}</Hour>`;
  const subgroups = (named: readonly [string, string][]) =>
    xml(
      `<Students_Timetable>${named
        .map(
          ([name, inside]) => `<Subgroup name="${name}"><Day name="Пн">${inside}</Day></Subgroup>`,
        )
        .join('')}</Students_Timetable>`,
    );
  const english = (id: string, teacher: string) =>
    `<Activity id="${id}"/><Teacher name="${teacher}"/><Subject name="Английский"/><Room name="4"/>`;
  const history = '<Activity id="3"/><Teacher name="Орлова Т. Ю."/><Subject name="История"/>';

  test('parts of a class, and the whole class where all its parts come', () => {
    const timetable = parseFetResults(
      subgroups([
        ['8А-1', hour('1', english('1', 'Рябова С. В.')) + hour('2', history)],
        ['8А-2', hour('1', english('2', 'Ёлкина Е. И.')) + hour('2', history)],
        ['8Б Automatic Subgroup', hour('1', '') + hour('2', history)],
      ]),
    );
    expect(
      timetable?.lessons.map(({ lessonNumber, classes, groupNames, divided, teachers }) => [
        lessonNumber,
        classes.join(),
        groupNames.join(),
        divided,
        teachers.join(),
      ]),
    ).toEqual([
      [1, '8А', '8А-1', true, 'Рябова С. В.'],
      [2, '8Б,8А', '', false, 'Орлова Т. Ю.'],
      [1, '8А', '8А-2', true, 'Ёлкина Е. И.'],
    ]);
  });

  test('by teachers, also of a version that does not number activities', () => {
    const of = (id: string) => (name: string) =>
      `<Teacher name="${name}"><Day name="Вт">${hour('0', `${id}<Subject name="Труд"/><Students name="8А"/><Room name="7"/>`)}</Day></Teacher>`;
    for (const id of ['<Activity id="9"/>', '']) {
      const both = ['Рябова С. В.', 'Орлова Т. Ю.'].map(of(id)).join('');
      expect(
        parseFetResults(xml(`<Teachers_Timetable>${both}</Teachers_Timetable>`))?.lessons,
      ).toEqual([
        expect.objectContaining({
          weekday: 2,
          lessonNumber: 0,
          classes: ['8А'],
          teachers: ['Рябова С. В.', 'Орлова Т. Ю.'],
          room: '7',
        }),
      ]);
    }
    expect(parseFetResults(xml('<Activities_Timetable/>'))).toBeUndefined();
  });
});

describe('timetable.csv', () => {
  const header = [
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
  const row = [
    '7',
    'пт',
    '3 урок',
    '8А+8Б девочки',
    'Труд',
    'Рябова С. В.+Орлова Т. Ю.',
    '',
    '12',
    '',
  ];

  test.each([true, false])('header: %s', (withHeader) => {
    const rows: Cell[][] = [...(withHeader ? [header] : []), row];
    expect(parseTimetableCsv(rows)?.lessons).toEqual([
      {
        activity: '7',
        weekday: 5,
        lessonNumber: 3,
        week: 0,
        classes: ['8А', '8Б'],
        groupNames: ['8Б девочки'],
        divided: false,
        subject: 'Труд',
        teachers: ['Рябова С. В.', 'Орлова Т. Ю.'],
        room: '12',
        tags: [],
      },
    ]);
  });

  test('rows without a place or a subject are told', () => {
    const unplaced = row.with(1, '');
    const timetable = parseTimetableCsv([header, unplaced, row.with(4, ''), row.with(1, 'D1')]);
    expect(timetable?.lessons).toEqual([]);
    expect(timetable?.problems.map((problem) => problem.code)).toEqual([
      'unplaced',
      'incompleteRow',
      'unknownDay',
    ]);
  });

  test('another table is not this export', () => {
    expect(parseTimetableCsv([['ФИО', 'Класс']])).toBeUndefined();
    expect(parseTimetableCsv([])).toBeUndefined();
  });
});

describe('names', () => {
  test('days', () => {
    const names = ['Понедельник', 'вт.', 'Среда', 'ЧТ', 'Friday', 'сб', 'Воскресенье'];
    expect(readDays(names, false).days.map((day) => day.weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const cycle = readDays(['А-Пн', 'Вт', 'Б-Пн'], false);
    expect(cycle.days.map(({ weekday, week }) => [weekday, week])).toEqual([
      [1, 1],
      [2, 0],
      [1, 2],
    ]);
    expect(cycle.problems).toEqual([{ code: 'twoWeeks', days: ['А-Пн', 'Б-Пн'] }]);
    expect(readDays(['Пн', 'Пн 2', 'Пн 3'], true).problems).toEqual([
      { code: 'sameWeekday', weekday: 1, days: ['Пн', 'Пн 2', 'Пн 3'] },
    ]);
  });

  test('hours', () => {
    const numbers = (names: readonly string[], ordered = false) => [
      ...readHours(names, ordered).numbers,
    ];
    expect(numbers(['3 урок', '0-й урок'])).toEqual([
      ['3 урок', 3],
      ['0-й урок', 0],
    ]);
    expect(numbers(['2 (09:25)', '1 (08:30)'])).toEqual([
      ['2 (09:25)', 2],
      ['1 (08:30)', 1],
    ]);
    expect(numbers(['10:30', '09:25'])).toEqual([
      ['09:25', 1],
      ['10:30', 2],
    ]);
    expect(numbers(['а', '2'])).toEqual([['2', 2]]);
  });
});
