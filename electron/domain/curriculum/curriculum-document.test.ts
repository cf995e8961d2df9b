import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curriculumDocument, type CurriculumPaper, type PrintedItem } from './curriculum-document';
import { hoursPerYear, PARTS } from './totals';

const CLASSES = [
  { id: 1, grade: 8, name: '8-А', studyDays: 5, weeks: 34, limit: 33 },
  { id: 2, grade: 8, name: '8-Б', studyDays: 6, weeks: 34, limit: 36 },
  { id: 3, grade: 9, name: '9-А', studyDays: 5, weeks: 33, limit: 33 },
] as const;
const SUBJECTS = [
  { id: 1, name: 'Алгебра', area: 'Математика', grading: 'marks', scaleId: 1 },
  { id: 2, name: 'Геометрия', area: 'Математика', grading: 'marks', scaleId: 1 },
  { id: 3, name: 'Ритмика', area: '', grading: 'none', scaleId: 1 },
] as const;
const paper = (items: readonly PrintedItem[], by: CurriculumPaper['by']): CurriculumPaper => ({
  school: 'Школа',
  yearName: '2026/2027',
  by,
  classes: CLASSES,
  subjects: SUBJECTS,
  items,
  scales: [
    { id: 1, name: 'Пятибалльная' },
    { id: 2, name: 'Десятибалльная' },
  ],
  director: 'Зимин А. А.',
  deputy: 'Летова Б. Б.',
});
const anyItems = fc
  .uniqueArray(
    fc.record({
      classId: fc.constantFrom(1, 2, 3),
      subjectId: fc.constantFrom(1, 2, 3),
      hoursPerWeek: fc.integer({ min: 1, max: 40 }).map((halves) => halves / 2),
      hoursPerYear: fc.option(fc.integer({ min: 1, max: 500 })),
      part: fc.constantFrom(...PARTS),
      grading: fc.constantFrom('credit' as const, null),
      scaleId: fc.constantFrom(1, 2, null),
    }),
    { selector: ({ classId, subjectId }) => `${classId} ${subjectId}`, minLength: 1 },
  )
  .map((items) => items as PrintedItem[]);

test('every hour is on paper once: the rows of a class add up to its totals', () => {
  fc.assert(
    fc.property(anyItems, fc.constantFrom('parallel', 'class'), (items, by) => {
      const { parts } = curriculumDocument(paper(items, by));
      const planned = CLASSES.filter(({ id }) => items.some(({ classId }) => classId === id));
      expect(parts).toHaveLength(
        by === 'class' ? planned.length : new Set(planned.map(({ grade }) => grade)).size,
      );
      for (const { id, weeks, name, limit } of planned) {
        const part = parts.find(({ heading, columns }) =>
          by === 'class'
            ? heading?.startsWith(name)
            : columns.some(({ title }) => title.startsWith(name)),
        )!;
        const at =
          by === 'class' ? 2 : part.columns.findIndex(({ title }) => title.startsWith(name));
        const own = items.filter(({ classId }) => classId === id);
        const column = (index: number) =>
          part.rows
            .filter(({ kind }) => kind === undefined)
            .reduce((sum, { cells }) => sum + Number(cells[index] ?? 0), 0);
        const week = own.reduce((sum, one) => sum + one.hoursPerWeek, 0);
        expect(column(at)).toBeCloseTo(week);
        expect(column(at + 1)).toBe(own.reduce((sum, one) => sum + hoursPerYear(one, weeks), 0));
        const total = (title: string) =>
          part.rows.find(({ kind, cells }) => kind === 'total' && cells[1] === title)!.cells[at];
        const counted = own.reduce(
          (sum, one) => sum + (one.part === 'extra' ? 0 : one.hoursPerWeek),
          0,
        );
        expect(total('Всего без внеурочной деятельности') ?? 0).toBeCloseTo(counted);
        expect(total('Наибольшая нагрузка в неделю')).toBe(limit);
        expect(part.notes!.join().includes(`${name} — на`)).toBe(counted > limit);
        for (const { cells } of part.rows.filter(({ kind }) => kind === 'total')) {
          expect(cells).toHaveLength(part.columns.length);
        }
      }
    }),
  );
});

test('the paper says whose it is, how it is attested, and who signs and approves it', () => {
  const items: PrintedItem[] = [
    {
      classId: 1,
      subjectId: 1,
      hoursPerWeek: 3,
      hoursPerYear: null,
      part: 'mandatory',
      grading: null,
      scaleId: null,
    },
    {
      classId: 1,
      subjectId: 3,
      hoursPerWeek: 0.5,
      hoursPerYear: 17,
      part: 'extra',
      grading: 'credit',
      scaleId: null,
    },
  ];
  const document = curriculumDocument(paper(items, 'class'));
  expect(document.lines!.join()).toMatch(/педагогического совета.*Утверждён приказом директора/);
  expect(document.signatures!.map(({ name }) => name)).toEqual(['Летова Б. Б.', 'Зимин А. А.']);
  expect(document.parts[0]!.heading).toBe('8-А класс, 5-дневная учебная неделя');
  expect(document.parts[0]!.rows.slice(0, 6).map(({ cells }) => cells)).toEqual([
    ['Обязательная часть'],
    ['Математика', 'Алгебра', 3, 102, 'отметка'],
    ['', 'Итого', 3, 102, ''],
    ['Внеурочная деятельность'],
    ['', 'Ритмика', 0.5, 17, 'зачёт'],
    ['', 'Итого', 0.5, 17, ''],
  ]);
});

test('a school that names no areas of subjects has no empty column for them', () => {
  const items: PrintedItem[] = [
    {
      classId: 1,
      subjectId: 1,
      hoursPerWeek: 3,
      hoursPerYear: null,
      part: 'mandatory',
      grading: null,
      scaleId: null,
    },
  ];
  const subjects = SUBJECTS.map((one) => ({ ...one, area: '' }));
  const [part] = curriculumDocument({ ...paper(items, 'class'), subjects }).parts;
  expect(part!.columns.map(({ title }) => title)[0]).toBe('Учебный предмет, курс');
  expect(part!.rows.slice(0, 3).map(({ cells }) => cells)).toEqual([
    ['Обязательная часть'],
    ['Алгебра', 3, 102, 'отметка'],
    ['Итого', 3, 102, ''],
  ]);
});

test('the paper names the scale of marks, and of the others what they are for', () => {
  const item = (classId: number, subjectId: number, scaleId: number | null): PrintedItem => ({
    classId,
    subjectId,
    hoursPerWeek: 3,
    hoursPerYear: null,
    part: 'mandatory',
    grading: null,
    scaleId,
  });
  const items = [item(1, 1, null), item(1, 2, 2), item(2, 1, null), item(2, 3, 2)];
  const notes = (by: CurriculumPaper['by']) =>
    curriculumDocument(paper(items, by)).parts.map((part) =>
      part.notes!.find((note) => note.startsWith('Шкала')),
    );
  const usual = 'Шкала отметок: «Пятибалльная».';
  expect(notes('parallel')).toEqual([`${usual} По шкале «Десятибалльная»: Геометрия (8-А).`]);
  // No marks are given in «Ритмика»: its scale is nobody's.
  expect(notes('class')).toEqual([`${usual} По шкале «Десятибалльная»: Геометрия.`, usual]);
});
