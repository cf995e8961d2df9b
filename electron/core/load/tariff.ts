import { findAllStaff } from '#db/queries/load';
import { findSchool, findYearOr } from '#db/queries/school';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import type { DocumentRow, TableDocument } from '#domain/documents/table-document';
import { teachersOn } from '#domain/load/page-teachers';
import { compareNames, fullName } from '#domain/people/name';
import { signerOf } from '../profile/signer';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';
import { loadLines } from './load';

type Hours = { primary: number; basic: number; senior: number; extra: number };
type OfSubject = Hours & { readonly subject: string; readonly classes: string[] };

const sum = (rows: readonly Hours[], key: keyof Hours) =>
  rows.reduce((total, row) => total + row[key], 0);
const orNothing = (hours: number) => (hours === 0 ? null : hours);
const totalOf = (row: Hours) => row.primary + row.basic + row.senior + row.extra;
const cellsOf = (row: Hours) => [
  orNothing(row.primary),
  orNothing(row.basic),
  orNothing(row.senior),
  orNothing(row.extra),
  totalOf(row),
];

function levelOf(grade: number, part: string | null): keyof Hours {
  if (part === 'extra') return 'extra';
  if (grade <= 4) return 'primary';
  return grade <= 9 ? 'basic' : 'senior';
}

/** What each person teaches on the day, by subject: the classes with their hours. */
function hoursByPerson(db: Reading['db'], yearId: number, day: IsoDate) {
  const people = new Map<number, Map<number, OfSubject>>();
  for (const line of loadLines(db, yearId)) {
    for (const cell of line.cells) {
      for (const { staffId, hours } of teachersOn(cell.teachers, day)) {
        const subjects = people.get(staffId) ?? new Map<number, OfSubject>();
        people.set(staffId, subjects);
        const row = subjects.get(line.subjectId) ?? {
          subject: line.subjectName,
          classes: [],
          primary: 0,
          basic: 0,
          senior: 0,
          extra: 0,
        };
        subjects.set(line.subjectId, row);
        const group = cell.groupName === '' ? '' : ` ${cell.groupName}`;
        row.classes.push(`${line.className}${group} (${String(hours).replace('.', ',')})`);
        row[levelOf(line.grade, line.part)] += hours;
      }
    }
  }
  return people;
}

/** Тарификация: hours a week by teacher, subject and level on a day (S3, ЭЛЖ 1.2.5). */
export function tariff(
  { db, today }: Reading,
  input: { readonly yearId?: number | undefined; readonly day: IsoDate },
): TableDocument {
  const year = findYearOr(db, input.yearId, today) ?? refuse('NOT_FOUND', { what: 'year' });
  const people = hoursByPerson(db, year.id, input.day);
  const teaching = findAllStaff(db)
    .filter(({ id }) => people.has(id))
    .sort(compareNames);
  const all: Hours[] = [];
  const rows = teaching.flatMap((person, index): DocumentRow[] => {
    const subjects = [...(people.get(person.id)?.values() ?? [])];
    all.push(...subjects);
    const total = {
      primary: sum(subjects, 'primary'),
      basic: sum(subjects, 'basic'),
      senior: sum(subjects, 'senior'),
      extra: sum(subjects, 'extra'),
    };
    const lines = subjects.map((row, place): DocumentRow => ({
      cells: [
        place === 0 ? index + 1 : null,
        place === 0 ? fullName(person) : '',
        place === 0 ? person.position : '',
        row.subject,
        row.classes.join(', '),
        ...cellsOf(row),
      ],
    }));
    return subjects.length === 1
      ? lines
      : [...lines, { kind: 'total', cells: [null, '', '', '', 'Всего', ...cellsOf(total)] }];
  });
  const whole = {
    primary: sum(all, 'primary'),
    basic: sum(all, 'basic'),
    senior: sum(all, 'senior'),
    extra: sum(all, 'extra'),
  };
  return {
    title: `Тарификация часов ${year.name.replace('/', '-')}`,
    school: findSchool(db)?.name ?? '',
    heading: [
      'Распределение учебной нагрузки педагогических работников',
      `${year.name} учебный год, на ${formatDate(input.day)}`,
    ],
    orientation: 'landscape',
    fontSize: 9,
    parts: [
      {
        columns: [
          { title: '№', width: 4, align: 'right' },
          { title: 'Фамилия, имя, отчество', width: 26 },
          { title: 'Должность', width: 22 },
          { title: 'Предмет', width: 22 },
          { title: 'Классы и часы в неделю', width: 44 },
          { title: '1–4 классы', width: 7, align: 'right' },
          { title: '5–9 классы', width: 7, align: 'right' },
          { title: '10–11 классы', width: 7, align: 'right' },
          { title: 'Внеур.', width: 7, align: 'right' },
          { title: 'Всего', width: 7, align: 'right' },
        ],
        rows: [
          ...rows,
          { kind: 'total', cells: [null, '', '', '', 'По школе', ...cellsOf(whole)] },
        ],
      },
    ],
    signatures: [
      { role: 'Заместитель директора по УВР', name: signerOf(db, 'deputy') },
      { role: 'Директор', name: signerOf(db, 'director') },
    ],
    stamp: true,
  };
}
