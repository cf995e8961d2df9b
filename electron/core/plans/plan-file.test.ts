import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planRow } from '#contract/plans';
import { likelyPlanSheet } from '#domain/import/plans/plan-columns';
import { mapPlan } from '#domain/import/plans/map-plan';
import {
  edsooDocx,
  kundelikXlsx,
  plainDocx,
  ruobrCsv,
  teachersDocx,
} from '../imports/testing/sample-plans';
import { chosenFile, journalOf, rowCounts } from '../imports/testing/chosen';
import { mutatedFiles } from '../imports/testing/mutate';
import { readTableFile } from '../tables/read-table-file';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool } from '../testing/school';

async function planOf(bytes: Uint8Array, name: string) {
  const result = await readTableFile(bytes, name, { withWord: true });
  if (!result.ok) throw new Error(result.problem.code);
  const { sheets } = result.file;
  return mapPlan(sheets[likelyPlanSheet(sheets)]!);
}

test('the constructor of work programmes: the lessons, not the themes; sections, kinds, total', async () => {
  const { rows, skipped, bad, toldTotal } = await planOf(edsooDocx(), 'программа.docx');
  expect(rows.map(({ section, topic, hours, kind }) => [section, topic, hours, kind])).toEqual([
    ['Раздел 1. Рациональные числа', 'Понятие рационального числа', 1, 'lesson'],
    [
      'Раздел 1. Рациональные числа',
      'Арифметические действия с рациональными числами',
      1,
      'practical',
    ],
    [
      'Раздел 1. Рациональные числа',
      'Контрольная работа по теме «Рациональные числа»',
      1,
      'control',
    ],
    ['Раздел 2. Степень', 'Степень с натуральным показателем', 1, 'lesson'],
    ['Раздел 2. Степень', 'Подготовка к контрольной работе', 1, 'lesson'],
  ]);
  expect(rows[0]?.resources).toBe('https://m.edsoo.ru/7f41');
  expect(skipped.map(({ why }) => why)).toEqual([
    'section',
    'header',
    'header',
    'section',
    'total',
  ]);
  expect(bad).toEqual([]);
  expect(toldTotal).toBe(5);
});

test("a teacher's own table: ranges, hours, sections without a number, a wrong row told", async () => {
  const { rows, skipped, bad } = await planOf(teachersDocx(), 'ктп.docx');
  expect(rows.map(({ topic, hours, kind, homework }) => [topic, hours, kind, homework])).toEqual([
    ['Основное свойство дроби', 2, 'lesson', '§ 1, № 12'],
    ['Сложение дробей', 1, 'lesson', '§ 2'],
    ['К/р № 1 «Дроби»', 1, 'control', ''],
  ]);
  expect(new Set(rows.map(({ section }) => section))).toEqual(new Set(['Раздел 1. Дроби']));
  expect(skipped.map(({ why }) => why)).toEqual(['columnNumbers', 'section', 'noHours', 'total']);
  expect(bad).toMatchObject([{ problem: 'hours', value: 'два' }]);
});

test('Kundelik and ruobr', async () => {
  const kundelik = await planOf(await kundelikXlsx(), 'импорт.xlsx');
  expect(kundelik.rows.map(({ topic, kind, homework }) => [topic, kind, homework])).toEqual([
    ['Дроби', 'lesson', '§ 1'],
    ['Лабораторная работа № 1', 'laboratory', '§ 2'],
  ]);
  const ruobr = await planOf(ruobrCsv(), 'ктп.csv');
  expect(
    ruobr.rows.map(({ topic, hours, kind, resources }) => [topic, hours, kind, resources]),
  ).toEqual([
    ['Дроби', 2, 'lesson', 'Обыкновенные дроби'],
    ['Зачёт', 1, 'control', ''],
  ]);
});

test('lessons of one day in one row: a topic each where there are as many, else told as hours', async () => {
  const csv = [
    'Дата;Тема урока;Домашнее задание к следующему уроку',
    '02.09.2026;1, 2. Дроби / Контрольная работа № 1;§ 1 / § 2',
    '03.09.2026;3, 4, 5. Доли / Доли / Сравнение долей;§ 3, № 4/5',
    '04.09.2026;6, 7. Десятичные дроби;§ 5',
    '05.09.2026;Дроби / доли;§ 6',
  ].join('\n');
  const { rows, bad, skipped } = await planOf(Buffer.from(csv), 'кунделик.csv');
  expect(
    rows.map(({ rowNumber, topic, hours, kind, homework }) => [
      rowNumber,
      topic,
      hours,
      kind,
      homework,
    ]),
  ).toEqual([
    [2, 'Дроби', 1, 'lesson', '§ 1'],
    [2, 'Контрольная работа № 1', 1, 'control', '§ 2'],
    [3, 'Доли', 1, 'lesson', ''],
    [3, 'Доли', 1, 'lesson', ''],
    [3, 'Сравнение долей', 1, 'lesson', '§ 3, № 4/5'],
    [4, 'Десятичные дроби', 2, 'lesson', '§ 5'],
    [5, 'Дроби / доли', 1, 'lesson', '§ 6'],
  ]);
  expect([...bad, ...skipped]).toEqual([]);
});

describe('into the journal', () => {
  let school: Awaited<ReturnType<typeof smallSchool>>;
  beforeEach(async () => {
    school = await smallSchool();
  });
  afterEach(() => school.remove());
  const counts = () => ({
    ...rowCounts(journalOf(school.core)),
    rows: journalOf(school.core).connection.prepare('SELECT * FROM plan_row').all().length,
  });
  const target = () => ({
    requestId: randomUUID(),
    subjectId: 1,
    grade: 8,
    title: 'Алгебра',
    pageIds: [school.pages.algebra],
    withoutBadRows: false,
  });

  test('a document becomes a plan of the page, whole', async () => {
    const { client } = await school.windowOf('teacher');
    const grant = chosenFile(school, 'программа.docx', edsooDocx());
    const preview = await client.plans.previewFile({ grant });
    expect(preview).toMatchObject({ headerFound: true, hours: 5, toldTotal: 5, firstDataRow: 2 });
    expect(preview.sheets).toEqual(['ТЕМАТИЧЕСКОЕ ПЛАНИРОВАНИЕ', 'ПОУРОЧНОЕ ПЛАНИРОВАНИЕ']);
    const { sha256 } = preview;
    const made = await client.plans.applyFile({ ...target(), grant, sha256 });
    const opened = await client.plans.open(made);
    expect(opened.rows).toHaveLength(5);
    expect(opened.pages.map(({ name }) => name)).toEqual(['8-А']);
  });

  test('columns put right by the person count', async () => {
    const { client } = await school.windowOf('teacher');
    const bytes = Buffer.from('Дроби;2;урок\nКорни;1;к/р\n');
    const grant = chosenFile(school, 'план.csv', bytes);
    const first = await client.plans.previewFile({ grant });
    expect([first.headerFound, first.rows]).toEqual([false, []]);
    const fields = ['topic', 'hours', 'kind'] as const;
    const columns = {
      firstDataRow: 0,
      columns: fields.map((field, column) => ({ column, title: '', field })),
    };
    const told = await client.plans.previewFile({ grant, columns });
    expect(told.rows.map(({ topic, hours, kind }) => [topic, hours, kind])).toEqual([
      ['Дроби', 2, 'lesson'],
      ['Корни', 1, 'control'],
    ]);
  });

  test('a closed year takes no plan from a file', async () => {
    const { client } = await school.windowOf('teacher');
    const grant = chosenFile(school, 'ктп.docx', teachersDocx());
    const { sha256 } = await client.plans.previewFile({ grant });
    school.core.open!.journal.write((db) =>
      db.connection.prepare("UPDATE school_year SET closed_on = '2026-11-20'").run(),
    );
    const before = counts();
    const apply = client.plans.applyFile({ ...target(), grant, sha256, withoutBadRows: true });
    expect(await refusalOf(apply)).toEqual({ code: 'INVALID', data: { why: 'yearClosed' } });
    expect(counts()).toEqual(before);
  });

  test('wrong rows, a changed file, a failure half-way, another teacher: nothing comes in', async () => {
    const { client } = await school.windowOf('teacher');
    const grant = chosenFile(school, 'ктп.docx', teachersDocx());
    const { sha256 } = await client.plans.previewFile({ grant });
    const before = counts();
    const apply = (more: object) => client.plans.applyFile({ ...target(), grant, sha256, ...more });
    expect(await refusalOf(apply({}))).toEqual({ code: 'INVALID', data: { why: 'badRows' } });
    expect(await refusalOf(apply({ withoutBadRows: true, sha256: '0'.repeat(64) }))).toEqual({
      code: 'INVALID',
      data: { why: 'fileChanged' },
    });
    const foreign = { withoutBadRows: true, subjectId: 2, pageIds: [school.pages.physics] };
    expect(await refusalOf(apply(foreign))).toEqual({
      code: 'FORBIDDEN',
      data: { why: 'notYourPage' },
    });
    const { connection } = journalOf(school.core);
    connection.exec(`CREATE TEMP TRIGGER fail BEFORE INSERT ON main.plan_row WHEN
      (SELECT count(*) FROM main.plan_row) > 1 BEGIN SELECT RAISE(ABORT, 'planted'); END`);
    expect((await refusalOf(apply({ withoutBadRows: true })))?.code).toBe('INTERNAL');
    connection.exec('DROP TRIGGER fail');
    expect(counts()).toEqual(before);
    await apply({ withoutBadRows: true });
    expect(counts().rows).toBe(3);
    const director = (await school.windowOf('director')).client;
    const look = director.plans.previewFile({ grant });
    expect((await refusalOf(look))?.data).toEqual({ why: 'regulated' });
  });
});

test(
  'two thousand damaged files: no crash, none hangs, nothing half',
  { timeout: 300_000 },
  async () => {
    const sources = [edsooDocx(), teachersDocx(), await kundelikXlsx(), ruobrCsv(), plainDocx(68)];
    const outcomes = new Map<string, number>();
    let slowest = { ms: 0, how: '' };
    for (const { bytes, how } of mutatedFiles(sources, 2_000, 20_261_123)) {
      const started = performance.now();
      const result = await readTableFile(bytes, 'план.docx', { withWord: true });
      let outcome = result.ok ? 'read' : result.problem.code;
      if (result.ok) {
        const { sheets } = result.file;
        const plan = mapPlan(sheets[likelyPlanSheet(sheets)] ?? { name: '', rows: [], merges: [] });
        // Whatever came out fits the table it goes into: it could be imported, all or nothing.
        for (const row of plan.rows) {
          const { rowNumber, ...content } = row;
          expect(rowNumber, how).toBeGreaterThan(0);
          expect(planRow.safeParse(content).success, `${how}: ${JSON.stringify(row)}`).toBe(true);
        }
        outcome = plan.rows.length > 0 ? 'plan' : 'read';
      }
      const ms = performance.now() - started;
      if (ms > slowest.ms) slowest = { ms, how };
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect(slowest.ms, slowest.how).toBeLessThan(5_000);
    expect(outcomes.get('plan')).toBeGreaterThan(100);
    expect(outcomes.get('damaged')).toBeGreaterThan(100);
  },
);
