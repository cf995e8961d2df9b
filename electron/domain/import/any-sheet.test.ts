import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTableFile } from '#core/tables/read-table-file';
import { describeTimetableProblem } from './timetable/problem-text';
import { parseTimetableCsv } from './fet/parse-timetable-csv';
import { parseAttendanceReport } from './netschool/attendance-report';
import { parseGradeSheet } from './netschool/grade-sheet';
import { describeReportProblem } from './netschool/problem-text';
import { planLessons } from './netschool/plan-lessons';
import { mapParents, mapPupils, mapStaff } from './people/map-people';
import { describeRowProblem } from './people/problem-text';
import type { Cell, TableSheet } from './table';

const today = '2026-11-23';
const words = [
  'ФИО',
  'Класс',
  'Дата рождения',
  'Предмет',
  'Ученик: Ян',
  'Класс: 8А',
  'Март',
  'Итог',
  '1 Четверть',
  '8-Б',
  'Н 4',
  'Период: с 01.03.26 по 32.05.26',
  'Day',
  'Hour',
  'Subject',
  '1 урок',
  'Щукин Ян',
  'Мать',
  'ФИО отца',
  'Родители',
  'Телефон матери',
  'ФИО родителя',
  'Ребёнок',
  'мама Ёлкина Вера Львовна, 8 900 123-45-67; Щукин Лев Ильич',
];
const cell = fc.oneof(
  fc.constantFrom<Cell>(null, '', ...words, { date: '2012-02-29' }),
  fc.integer({ min: -5, max: 50_000 }),
  fc.double(),
  fc.string({ maxLength: 6 }),
);
const place = fc.nat(12);
const sheet: fc.Arbitrary<TableSheet> = fc.record({
  name: fc.constantFrom('Лист1', '8А', ''),
  rows: fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 10 }),
  merges: fc.array(
    fc.record({ fromRow: place, fromColumn: place, toRow: place, toColumn: place }),
    { maxLength: 4 },
  ),
});

test('whatever a sheet holds, no importer throws, and every bad row has its reasons', () => {
  fc.assert(
    fc.property(sheet, (any) => {
      const report = parseAttendanceReport(any);
      if (report !== undefined) planLessons(report);
      parseGradeSheet(any);
      const timetable = parseTimetableCsv(any.rows);
      const texts = [
        ...(report?.problems.map(describeReportProblem) ?? []),
        ...(timetable?.problems.map(describeTimetableProblem) ?? []),
      ];
      for (const text of texts) expect(text).not.toMatch(/undefined|\[object|\.$/u);
      const lists = [
        mapPupils(any, { today }),
        mapParents(any, { today }),
        mapStaff(any, { today }),
      ];
      for (const { bad } of lists) {
        for (const { problems } of bad) {
          expect(problems.length).toBeGreaterThan(0);
          expect(problems.map(describeRowProblem).join('')).toMatch(/^[А-ЯЁ«]/u);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

test('from the bytes of a file to people', async () => {
  const file = await readTableFile(
    new TextEncoder().encode(
      'Фамилия;Имя;Дата рождения\nЁлкина;Анна;31.02.2012\nЩукин;Ян;05.09.2012\n',
    ),
    'C:\\списки\\8-Б.csv',
  );
  const [list] = file.ok ? file.file.sheets : [];
  if (list === undefined) throw new Error('not read');
  const { good, bad } = mapPupils(list, { today });
  expect(good).toMatchObject([{ rowNumber: 3, className: { grade: 8, letter: 'Б' } }]);
  expect(bad).toMatchObject([{ rowNumber: 2, problems: [{ code: 'badDate' }] }]);
});
