import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTableFile } from '#core/tables/read-table-file';
import { cellText, type Cell, type TableSheet } from '../table';
import { parseGradeSheet } from './grade-sheet';

const block = (pupil: string, rows: readonly Cell[][]): Cell[][] => [
  ['Учебный год: 2025/2026'],
  ['Класс: 8Б'],
  [`Ученик: ${pupil}`],
  [],
  [
    null,
    'Предмет',
    'Учебные периоды',
    ...Array.from({ length: 5 }, () => null),
    'Год. оценка',
    'Экз. оценка',
    'Гос. экз. оценка',
    'Итог. оценка',
  ],
  ['№'],
  ['п/п', null, '1 Четверть', null, null, '2 Четверть'],
  [null, null, 'Средний балл', 'Ср. взв. балл', 'Итог', 'Средний балл', 'Ср. взв. балл', 'Итог'],
  ...rows,
  [],
];

test('periods, averages, year, exams and the final mark', () => {
  const sheet: TableSheet = {
    name: 'Лист1',
    rows: [
      ['Школа № 0'],
      ['Табель успеваемости учащегося'],
      ...block('Ёлкина Анна', [
        ['1', 'Алгебра', 2.86, 0, '3', 4.5, 4.6, '5', '4', null, '5', '4'],
        ['2', 'Музыка', 0, 0, null, 0, 0, 'н/а', null],
      ]),
      ...block('Щукин Ян', [['1', 'Алгебра', 0, 0, null]]),
    ],
    merges: [],
  };
  const none = { average: null, weightedAverage: null, mark: null };
  const noMarks = { yearMark: null, examMark: null, stateExamMark: null, finalMark: null };
  expect(parseGradeSheet(sheet)).toEqual({
    school: 'Школа № 0',
    schoolYear: { from: 2025, to: 2026 },
    className: '8Б',
    pupils: [
      {
        name: 'Ёлкина Анна',
        subjects: [
          {
            subject: 'Алгебра',
            periods: [
              { period: '1 Четверть', average: 2.86, weightedAverage: null, mark: '3' },
              { period: '2 Четверть', average: 4.5, weightedAverage: 4.6, mark: '5' },
            ],
            yearMark: '4',
            examMark: null,
            stateExamMark: '5',
            finalMark: '4',
          },
          {
            subject: 'Музыка',
            periods: [
              { period: '1 Четверть', ...none },
              { period: '2 Четверть', ...none, mark: 'н/а' },
            ],
            ...noMarks,
          },
        ],
      },
      {
        name: 'Щукин Ян',
        subjects: [
          {
            subject: 'Алгебра',
            periods: [
              { period: '1 Четверть', ...none },
              { period: '2 Четверть', ...none },
            ],
            ...noMarks,
          },
        ],
      },
    ],
  });
});

test('another sheet is not this one', () => {
  expect(parseGradeSheet({ name: 'a', rows: [['Предмет']], merges: [] })).toBeUndefined();
});

const sample = new URL(
  '../../../../../shared/samples/netschool/tabel-uspevaemosti.xlsx',
  import.meta.url,
);

test.skipIf(!existsSync(sample))(
  'a real sheet: 28 pupils, every mark of every period',
  async () => {
    const result = await readTableFile(readFileSync(sample), 'табель.xlsx');
    if (!result.ok) throw new Error(result.problem.code);
    const [sheet] = result.file.sheets;
    if (sheet === undefined) throw new Error('no sheet');
    const report = parseGradeSheet(sheet);
    expect(report?.pupils).toHaveLength(28);
    const subjects = report?.pupils.flatMap((pupil) => pupil.subjects) ?? [];
    const read = subjects.flatMap((subject) => [
      ...subject.periods.map((period) => period.mark),
      subject.yearMark,
      subject.examMark,
      subject.stateExamMark,
      subject.finalMark,
    ]);
    // In the sheet marks are texts and averages numbers, so texts right of the subject are marks.
    const numbered = sheet.rows.filter((row) => /^\d+$/u.test(cellText(row[0])));
    const written = numbered.flatMap((row) =>
      row.slice(2).filter((cell) => typeof cell === 'string'),
    );
    expect(subjects).toHaveLength(numbered.length);
    expect(read.filter((mark) => mark !== null).sort()).toEqual(written.sort());
  },
);
