import type { ChangedLesson, RegisterRow } from '#contract/changes';
import { findSchool } from '#db/queries/school';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import type { DocumentRow, TableDocument } from '#domain/documents/table-document';
import { compareText } from '#domain/text/compare-text';
import {
  ABSENCE_NAMES,
  changeOnPaper,
  PAYMENT_NAMES,
  sheetDay,
} from '#domain/timetable/change-words';
import type { Reading } from '../unit-of-work';
import { changedLessons } from './day-view';
import { changesRegister, type RegisterOrder } from './register';

const schoolName = ({ db }: Reading) => findSchool(db)?.name ?? '';
const groupOf = ({ subjectName, groupName }: { subjectName: string; groupName: string }) =>
  [subjectName, groupName].filter((part) => part !== '').join(', ');

/** Whom a changed lesson concerns: who was to hold it and who does. */
function concerned({ changes, teachers }: ChangedLesson): readonly string[] {
  const people = changes.flatMap(({ absent, substitute }) => [absent ?? '', substitute ?? '']);
  const names = new Set([...people, ...teachers.map(({ name }) => name)]);
  return [...names].filter((name) => name !== '');
}

/** What is changed of a day, as the wall says it. */
function wallRows(
  lessons: readonly ChangedLesson[],
  by: (lesson: ChangedLesson) => readonly string[],
  what: (lesson: ChangedLesson) => string,
) {
  const lines = lessons.flatMap((lesson) => by(lesson).map((key) => ({ key, lesson })));
  const groups = Map.groupBy(lines, ({ key }) => key);
  const keys = [...groups.keys()].sort((a, b) => a.localeCompare(b, 'ru', { numeric: true }));
  return keys.flatMap((key): DocumentRow[] =>
    (groups.get(key) ?? []).map(({ lesson }, index) => ({
      cells: [
        index === 0 ? key : '',
        lesson.number,
        what(lesson),
        changeOnPaper(lesson),
        lesson.cancelled || lesson.goneTo !== null ? '' : lesson.room,
      ],
    })),
  );
}

/** «Изменения в расписании на 19 ноября, четверг»: by class and by teacher, for the wall (T4). */
export function daySheet(reading: Reading, { date }: { readonly date: IsoDate }): TableDocument {
  const lessons = changedLessons(reading, { from: date, to: date })
    .map(({ lesson }) => lesson)
    .filter(({ changes, goneTo, instead }) => changes.length > 0 || goneTo !== null || instead);
  const day = sheetDay(date);
  const columns = (first: string, what: string) => [
    { title: first, width: 18 },
    { title: 'Урок', width: 6, align: 'center' as const },
    { title: what, width: 30 },
    { title: 'Изменение', width: 40 },
    { title: 'Кабинет', width: 10, align: 'center' as const },
  ];
  const nothing = 'Изменений нет: уроки идут по расписанию.';
  return {
    title: `Изменения в расписании на ${formatDate(date)}`,
    school: schoolName(reading),
    heading: [`Изменения в расписании на ${day}`],
    ...(lessons.length === 0 && { lines: [nothing] }),
    orientation: 'portrait',
    fontSize: 14,
    parts:
      lessons.length === 0
        ? []
        : [
            {
              heading: 'По классам',
              columns: columns('Класс', 'Предмет'),
              rows: wallRows(lessons, ({ className }) => [className], groupOf),
            },
            {
              heading: 'По учителям',
              columns: columns('Учитель', 'Класс, предмет'),
              rows: wallRows(
                lessons,
                concerned,
                (lesson) => `${lesson.className}, ${groupOf(lesson)}`,
              ),
            },
          ],
  };
}

const registerRow = (row: RegisterRow, index: number): DocumentRow => ({
  cells: [
    index + 1,
    formatDate(row.from.date),
    row.from.number,
    row.className,
    groupOf(row),
    row.absent ?? '',
    [row.absenceReason === null ? '' : ABSENCE_NAMES[row.absenceReason], row.reason]
      .filter((part) => part !== '')
      .join('; '),
    changeOnPaper({ changes: [row], goneTo: row.to, instead: false }),
    row.kind === 'substitution' || row.kind === 'replacement' ? PAYMENT_NAMES[row.payment] : '',
    [
      `${row.registeredBy}, ${formatDate(row.registeredAt.slice(0, 10) as IsoDate)}`,
      row.lateWhy === '' ? '' : `внесено после урока: ${row.lateWhy}`,
    ]
      .filter((part) => part !== '')
      .join('; '),
  ],
});

/** The register of missed and substituted lessons with each teacher's hours, for the accountant (ЭЛЖ 14). */
export function registerPaper(reading: Reading, order: RegisterOrder): TableDocument {
  const { rows, hours } = changesRegister(reading, order);
  const touched = hours.filter(
    ({ missed, paid, unpaid, merged }) => missed + paid + unpaid + merged > 0,
  );
  const total = (key: 'given' | 'missed' | 'paid' | 'unpaid' | 'merged') =>
    touched.reduce((sum, row) => sum + row[key], 0);
  const number = (title: string) => ({ title, width: 12, align: 'right' as const });
  return {
    title: `Учёт замен с ${formatDate(order.from)} по ${formatDate(order.to)}`,
    school: schoolName(reading),
    heading: [
      'Журнал учёта пропущенных и замещённых уроков',
      `с ${formatDate(order.from)} по ${formatDate(order.to)}`,
    ],
    orientation: 'landscape',
    fontSize: 9,
    parts: [
      {
        columns: [
          { title: '№', width: 4, align: 'right' },
          { title: 'Дата', width: 10 },
          { title: 'Урок', width: 5, align: 'center' },
          { title: 'Класс', width: 6, align: 'center' },
          { title: 'Предмет', width: 18 },
          { title: 'Отсутствовал', width: 17 },
          { title: 'Причина', width: 16 },
          { title: 'Что сделано', width: 24 },
          { title: 'Оплата', width: 13 },
          { title: 'Кто и когда внёс', width: 20 },
        ],
        rows: rows.map(registerRow),
      },
      {
        heading: 'Часы учителей',
        columns: [
          { title: 'Учитель', width: 24 },
          number('Проведено своих'),
          number('Не проведено своих'),
          number('Замещено с оплатой'),
          number('Замещено без оплаты'),
          number('Объединение групп'),
        ],
        rows: [
          ...touched
            .toSorted((a, b) => compareText(a.name, b.name))
            .map((row) => ({
              cells: [row.name, row.given, row.missed, row.paid, row.unpaid, row.merged],
            })),
          {
            kind: 'total' as const,
            cells: [
              'Всего',
              total('given'),
              total('missed'),
              total('paid'),
              total('unpaid'),
              total('merged'),
            ],
          },
        ],
      },
    ],
    notes: [
      'Часы показаны у тех, чьи уроки менялись; будущие уроки не считаются.',
      'Перенесённый урок считается проведённым в тот день, на который он перенесён.',
    ],
    signatures: [{ role: 'Заместитель директора по УВР', name: '' }],
  };
}
