import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MarkValue } from '../marks/mark-value';
import { FIVE_POINTS } from '../marks/point-scale';
import { marksOf, TEN_POINTS } from '../marks/testing/scales';
import { summarySheet, type PeriodSheetInput, type YearSheetInput } from './summary-sheet';

const head = {
  school: 'МБОУ «Средняя школа № 1»',
  className: '8-Б',
  schoolYear: '2026/27',
  classTeacher: 'Жукова Анна Петровна',
  subjects: [
    { name: 'Алгебра', grading: 'marks' },
    { name: 'История', grading: 'marks' },
    { name: 'Практикум', grading: 'credit' },
    { name: 'Разговоры о важном', grading: 'none' },
  ],
} as const;
const period: PeriodSheetInput = {
  ...head,
  kind: 'period',
  periodName: 'I четверть',
  pupils: [
    { name: 'Жуков Ян', marks: ['5', '4', 'зач', undefined] },
    { name: 'Ёлкина Яна', marks: ['3', '3', 'зач', undefined] },
    { name: 'Ежов Пётр', marks: ['2', 'осв', 'незач', '5'] },
    { name: 'Белов Лев', marks: ['4', 'not-studied', 'зач', undefined] },
  ],
};
const footerOf = (input: PeriodSheetInput | YearSheetInput, label: string) =>
  summarySheet(input).footer.find((row) => row.label === label);

test('the sheet of a period', () => {
  const sheet = summarySheet(period);
  expect(sheet.heading).toEqual([
    'Сводная ведомость учёта успеваемости обучающихся',
    '8-Б класса за I четверть 2026/27 учебного года',
  ]);
  expect(sheet.pupils.map(({ number, name }) => `${number} ${name}`)).toEqual([
    '1 Белов Лев',
    '2 Ежов Пётр',
    '3 Ёлкина Яна',
    '4 Жуков Ян',
  ]);
  expect(sheet.pupils[0]?.rows).toEqual([
    { main: true, cells: ['4', '–', 'зач', ''], average: '4,00' },
  ]);
  // A mark in a subject without assessment stands in its cell and counts nowhere.
  expect(sheet.pupils[1]?.rows[0]).toMatchObject({
    cells: ['2', 'осв', 'незач', '5'],
    average: '2,00',
  });
  expect(sheet.signatures.map(({ role }) => role)).toEqual([
    'Классный руководитель',
    'Заместитель директора',
  ]);
});

test('the rows below are by subject, their total of all the marks', () => {
  expect(footerOf(period, 'Средний балл')).toMatchObject({
    cells: ['3,50', '3,50', '', ''],
    total: '3,50',
  });
  expect(footerOf(period, 'Успеваемость, %')).toMatchObject({
    cells: ['75,0', '100,0', '', ''],
    total: '83,3',
  });
  expect(footerOf(period, 'Качество знаний, %')?.cells).toEqual(['50,0', '50,0', '', '']);
  // (100 + 64 + 36 + 16) / 4
  expect(footerOf(period, 'СОУ, %')?.cells[0]).toBe('54,0');
  expect(footerOf(period, 'Отметок «осв»')).toMatchObject({ cells: ['0', '1', '0', '0'] });
  expect(footerOf(period, 'Отметок «зач»')).toMatchObject({ total: '3' });
  expect(footerOf(period, 'Отметок «1»')).toBeUndefined();
});

test('the totals count pupils, the formulas are there', () => {
  const { totals, formulas } = summarySheet(period);
  expect(totals[0]).toContain('Всего обучающихся: 4');
  expect(totals[0]).toContain('с одной «4» — 1');
  expect(totals[0]).toContain('неуспевающих — 1');
  expect(totals[1]).toContain('успеваемость — 75,0\u00A0% (3 из 4)');
  expect(totals[1]).toContain('качество знаний — 50,0\u00A0% (2 из 4)');
  expect(formulas.join(' ')).toContain('nн/а · 7) / N');
});

const year: YearSheetInput = {
  ...head,
  kind: 'year',
  number: '12',
  director: 'Орлов Иван Ильич',
  rows: [
    { label: 'I полугодие', kind: 'period' },
    { label: 'II полугодие', kind: 'period' },
    { label: 'Год', kind: 'year' },
  ],
  pupils: [
    {
      name: 'Белов Лев',
      marks: [
        ['3', '5', 'зач', undefined],
        ['4', '5', 'зач', undefined],
        ['4', '5', 'зач', undefined],
      ],
      decision: 'переведён в 9 класс',
    },
  ],
};

test('the year sheet counts the year marks only', () => {
  const sheet = summarySheet(year);
  expect(sheet.pupils[0]?.rows.map(({ label, main, average }) => [label, main, average])).toEqual([
    ['I полугодие', false, '4,00'],
    ['II полугодие', false, '4,50'],
    ['Год', true, '4,50'],
  ]);
  expect(sheet.pupils[0]?.decision).toBe('переведён в 9 класс');
  expect(footerOf(year, 'Средний балл')?.cells[0]).toBe('4,00');
  expect(sheet.heading[0]).toBe('Сводная ведомость учёта успеваемости обучающихся № 12');
  expect(sheet.heading[1]).toBe('8-Б класса за 2026/27 учебный год');
  expect(sheet.signatures.at(-1)).toEqual({ role: 'Директор', name: 'Орлов Иван Ильич' });
});

test('marks that do not match the subjects or the rows are refused', () => {
  expect(() => summarySheet({ ...period, pupils: [{ name: 'Белов Лев', marks: ['5'] }] })).toThrow(
    RangeError,
  );
  expect(() => summarySheet({ ...year, rows: year.rows.slice(1) })).toThrow(RangeError);
  expect(() => summarySheet({ ...year, rows: [] })).toThrow(RangeError);
});

test('an empty class and a class without subjects make a sheet as well', () => {
  expect(summarySheet({ ...period, pupils: [] }).totals[1]).toContain('нет данных');
  expect(
    summarySheet({ ...period, subjects: [], pupils: [{ name: 'Белов Лев', marks: [] }] }).pupils,
  ).toHaveLength(1);
});

test('every mark stands in its cell, and each column counts as many as it shows', () => {
  const cell = fc.option(fc.constantFrom<MarkValue>(...marksOf(FIVE_POINTS)), { nil: undefined });
  const pupils = fc.array(
    fc.record({ name: fc.string(), marks: fc.tuple(cell, cell, cell, cell) }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(pupils, (list) => {
      const sheet = summarySheet({ ...period, pupils: list });
      const fives = sheet.footer.find((row) => row.label === 'Отметок «5»');
      for (const column of [0, 1, 2]) {
        const shown = sheet.pupils.filter((pupil) => pupil.rows[0]?.cells[column] === '5');
        expect(fives?.cells[column]).toBe(String(shown.length));
      }
      expect(sheet.pupils).toHaveLength(list.length);
    }),
  );
});

test('a subject of another scale counts by levels, its marks stay out of the averages, a note says so', () => {
  const mixed: PeriodSheetInput = {
    ...head,
    kind: 'period',
    periodName: 'I полугодие',
    subjects: [
      { name: 'Алгебра', grading: 'marks' },
      { name: 'Астрономия', grading: 'marks', scale: TEN_POINTS, scaleName: 'Десятибалльная' },
    ],
    pupils: [
      { name: 'Белов Лев', marks: ['5', '10'] },
      { name: 'Ежов Пётр', marks: ['3', '6'] },
    ],
  };
  const sheet = summarySheet(mixed);
  expect(sheet.subjects).toEqual(['Алгебра', 'Астрономия\u00A0*']);
  expect(sheet.pupils.map(({ rows }) => [rows[0]?.cells, rows[0]?.average])).toEqual([
    [['5', '10'], '5,00'],
    [['3', '6'], '3,00'],
  ]);
  expect(footerOf(mixed, 'Средний балл')).toMatchObject({ cells: ['4,00', '8,00'], total: '4,00' });
  expect(footerOf(mixed, 'Качество знаний, %')).toMatchObject({ cells: ['50,0', '50,0'] });
  expect(footerOf(mixed, 'Отметок «5»')).toMatchObject({ cells: ['1', '1'], total: '2' });
  expect(sheet.totals[0]).toContain('на «5» — 1');
  expect(sheet.formulas[0]).toContain(
    'Десятибалльная: 9–10 — как «5», 7–8 — как «4», 5–6 — как «3», 1–4 — как «2»',
  );
  expect(summarySheet(period).formulas[0]).toMatch(/^По предмету/);
});
