import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTableFile } from '#core/tables/read-table-file';
import type { Cell, TableSheet } from '../table';
import { parseAttendanceReport, type AttendanceReport } from './attendance-report';
import { parseCell } from './parse-cell';
import { planLessons } from './plan-lessons';
import { describeReportProblem } from './problem-text';

/** Every shape met in real reports, with marks for `#`. */
const shapes = [
  '4',
  'Н',
  'Б',
  '3/5',
  'О',
  'У',
  '4 3',
  '2  5',
  'О 4',
  'Н 3',
  'Б 2',
  '5 Н',
  'У 4',
  'Н Н',
  'О 4 5',
  'О 2/3',
  'О Н',
  'Н 3/4',
  'Б  4',
  'Б  3/3',
  'Б Б',
  'Б Б 4',
  '4  3/2',
];

/** Marks and codes of a text, counted without the parser. */
const symbolsOf = (texts: readonly string[]) =>
  texts.join('').replace(/[\s/]/gu, '').split('').sort();

const symbolsOfReport = (report: AttendanceReport) =>
  report.pupils
    .flatMap((pupil) => pupil.subjects.flatMap((subject) => subject.cells))
    .flatMap((cell) => [...cell.works.flat().map(String), ...cell.attendances])
    .sort();

const symbolsOfPlan = (report: AttendanceReport) =>
  planLessons(report)
    .flatMap((subject) => subject.pupils.flatMap((pupil) => pupil.cells))
    .flatMap((cell) => [
      ...cell.marks.map((mark) => String(mark.value)),
      ...(cell.attendance === null ? [] : [cell.attendance]),
    ])
    .sort();

/** Day columns of an invented report: 2 lessons on 31 March and on 2 April. */
const dayColumns = [
  ['Декабрь', 30],
  ['', 31],
  ['', 31],
  ['Январь', 9],
  ['', 12],
  ['', 12],
] as const;

type Row = readonly (string | null)[];

/** A workbook's sheet as the program writes it, for pupils who each have rows of day cells. */
function sheetOf(pupils: readonly (readonly Row[])[]): TableSheet {
  const rows: Cell[][] = [['Школа № 0'], [], ['Отчет об успеваемости и посещаемости ученика'], []];
  for (const [index, subjects] of pupils.entries()) {
    rows.push(
      ['Учебный год: 2025/2026'],
      ['Класс: 8Б'],
      ['Период: с 10.11.25 по 31.01.26'],
      [`Ученик: Ёлкина Анна ${index}`],
      [],
      [
        'Предмет',
        ...dayColumns.map(([month]) => (month === '' ? null : month)),
        'Средняя оценка',
        'Средневзвешенный \n балл',
        'Итоговая оценка за период',
      ],
      [null, ...dayColumns.map(([, day]) => day)],
      ...subjects.map((cells, subject) => [`Предмет ${subject}`, ...cells, 3.25, 0, '3']),
      [],
      ['Н', 'Неуважительная'],
      ['О', 'Опоздание'],
    );
  }
  return { name: 'Лист1', rows, merges: [] };
}

function read(sheet: TableSheet): AttendanceReport {
  const report = parseAttendanceReport(sheet);
  if (report === undefined) throw new Error('not a report');
  return report;
}

describe('cells', () => {
  test.each(shapes)('%j keeps every symbol', (text) => {
    const parsed = parseCell(text);
    if (!parsed.ok) throw new Error(parsed.unknown);
    const { works, attendances } = parsed.cell;
    expect([...works.flat().map(String), ...attendances].sort()).toEqual(symbolsOf([text]));
  });

  test('works, marks of one work and codes are told apart', () => {
    expect(parseCell('3/3')).toEqual({ ok: true, cell: { works: [[3, 3]], attendances: [] } });
    expect(parseCell('4 3')).toEqual({ ok: true, cell: { works: [[4], [3]], attendances: [] } });
    expect(parseCell('Б Б 4')).toEqual({
      ok: true,
      cell: { works: [[4]], attendances: ['Б', 'Б'] },
    });
    expect(parseCell('')).toEqual({ ok: true, cell: { works: [], attendances: [] } });
  });

  test('a number is a mark of whatever scale: which one it is, the subject says', () => {
    for (const [text, works] of [
      ['43', [[43]]],
      ['10/9 100', [[10, 9], [100]]],
    ] as const) {
      expect(parseCell(text)).toEqual({ ok: true, cell: { works, attendances: [] } });
    }
  });

  test.each(['101', '05', 'А', '4+', '/4', '4/', '3.', 'НН'])('%j is not guessed', (text) => {
    expect(parseCell(text).ok).toBe(false);
  });
});

describe('an invented report', () => {
  const row = fc.array(fc.constantFrom(null, null, '', ...shapes), { minLength: 6, maxLength: 6 });
  const pupils = fc.array(fc.array(row, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 5,
  });

  test('no mark and no code is lost, invented or doubled', () => {
    fc.assert(
      fc.property(pupils, (cells) => {
        const report = read(sheetOf(cells));
        const written = symbolsOf(cells.flat(2).filter((cell) => cell !== null));
        expect(symbolsOfReport(report)).toEqual(written);
        expect(symbolsOfPlan(report)).toEqual(written);
        expect(report.problems).toEqual([]);
      }),
    );
  });

  test('a plan never puts two cells of a pupil into one lesson, nor a mark above its works', () => {
    fc.assert(
      fc.property(pupils, (cells) => {
        for (const subject of planLessons(read(sheetOf(cells)))) {
          const places = subject.lessons.map(({ date, ordinal }) => `${date} ${ordinal}`);
          expect(places).toEqual([...new Set(places)].sort());
          for (const pupil of subject.pupils) {
            const used = pupil.cells.map((cell) => cell.lesson);
            expect(new Set(used).size).toBe(used.length);
            for (const cell of pupil.cells) {
              for (const mark of cell.marks) {
                expect(mark.work).toBeLessThan(subject.lessons[cell.lesson]?.works ?? 0);
              }
            }
          }
        }
      }),
    );
  });

  test('head, days, averages and the mark of the period', () => {
    const report = read(sheetOf([[['4', '', 'Н 3/5', null, 'О', null]]]));
    expect(report).toMatchObject({
      school: 'Школа № 0',
      schoolYear: { from: 2025, to: 2026 },
      className: '8Б',
      period: { from: '2025-11-10', to: '2026-01-31' },
    });
    const [subject] = report.pupils[0]?.subjects ?? [];
    expect(report.pupils[0]?.name).toBe('Ёлкина Анна 0');
    expect(subject).toMatchObject({ average: 3.25, weightedAverage: null, periodMark: '3' });
    expect(subject?.cells.map((cell) => cell.date)).toEqual([
      '2025-12-30',
      '2025-12-31',
      '2025-12-31',
      '2026-01-12',
    ]);
  });

  test('codes that need more lessons than the day has columns make them', () => {
    const report = read(
      sheetOf([
        [['Н Н 3', null, null, null, null, null]],
        [['5/4 3', null, null, null, null, null]],
      ]),
    );
    expect(planLessons(report)).toEqual([
      {
        subject: 'Предмет 0',
        lessons: [
          { date: '2025-12-30', ordinal: 1, works: 2 },
          { date: '2025-12-30', ordinal: 2, works: 0 },
        ],
        pupils: [
          {
            pupil: 0,
            cells: [
              { lesson: 0, attendance: 'Н', marks: [{ work: 0, value: 3 }] },
              { lesson: 1, attendance: 'Н', marks: [] },
            ],
          },
          {
            pupil: 1,
            cells: [
              {
                lesson: 0,
                attendance: null,
                marks: [
                  { work: 0, value: 5 },
                  { work: 0, value: 4 },
                  { work: 1, value: 3 },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  test('what is not understood is told with its place', () => {
    const { problems } = read(sheetOf([[['4', 'зачёт', null, null, null, null]]]));
    expect(problems).toEqual([
      {
        code: 'unknownCell',
        pupil: 'Ёлкина Анна 0',
        subject: 'Предмет 0',
        date: '2025-12-31',
        text: 'зачёт',
        row: 11,
        column: 2,
      },
    ]);
    expect(problems.map(describeReportProblem)).toEqual([
      'Ёлкина Анна 0, строка 12: «зачёт» (Предмет 0, 31.12.2025) не похоже на отметку или пропуск и не загружено',
    ]);
  });

  test('another sheet is not this report', () => {
    expect(
      parseAttendanceReport({ name: 'a', rows: [['ФИО'], ['Иванов']], merges: [] }),
    ).toBeUndefined();
  });
});

const sample = new URL(
  '../../../../../shared/samples/netschool/otchet-ob-uspevaemosti-i-poseshchaemosti.xlsx',
  import.meta.url,
);

test.skipIf(!existsSync(sample))('a real report: every mark and code, 28 pupils', async () => {
  const result = await readTableFile(readFileSync(sample), 'отчёт.xlsx');
  if (!result.ok) throw new Error(result.problem.code);
  const [sheet] = result.file.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const report = read(sheet);

  // Counted anew: every text of marks and codes that stands left of a pupil's averages.
  const written: string[] = [];
  let last = 0;
  for (const row of sheet.rows) {
    if (row[0] === 'Предмет') last = row.indexOf('Средняя оценка');
    const label = row[0];
    if (typeof label !== 'string' || label.length < 3 || label.includes(':')) continue;
    for (const cell of row.slice(1, last)) {
      if (typeof cell === 'string' && /^[\dНБУО /]+$/u.test(cell)) written.push(cell);
    }
  }
  expect(written.length).toBeGreaterThan(3_000);
  expect(report.pupils).toHaveLength(28);
  expect(report.problems).toEqual([]);
  expect(symbolsOfReport(report)).toEqual(symbolsOf(written));
  expect(symbolsOfPlan(report)).toEqual(symbolsOf(written));

  // The report's own averages agree with the marks read, but for the few it rounds otherwise.
  let agree = 0;
  let compared = 0;
  for (const { subjects } of report.pupils) {
    for (const { cells, average } of subjects) {
      const marks = cells.flatMap((cell) => cell.works.flat());
      if (average === null) continue;
      compared += 1;
      const own = marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
      if (Math.abs(own - average) < 1e-9) agree += 1;
    }
  }
  expect(agree / compared).toBeGreaterThan(0.97);
});
