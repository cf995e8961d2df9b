import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleForNode } from '../../../build/bundle-for-node';
import { summarySheet, type SummarySheetInput } from '#domain/sheets/summary-sheet';
import { margins } from './official-page';
import { pdfRenderer, type PdfRenderer } from './pdf';
import { fontsFolder } from './testing/fonts-folder';
import { popplerPages, readPdf, type ReadPage } from './testing/read-pdf';
import { periodSample, pupilNames, subjects, yearSample } from './testing/sheet-samples';

const stamp = { date: '2026-12-28', time: '14:05', by: 'Петрова А. С.' } as const;
const noPoppler = spawnSync('pdftotext', ['-v']).error !== undefined;

let workerFile: string;
let renderer: PdfRenderer;
beforeAll(async () => {
  workerFile = await bundleForNode('electron/core/sheets/pdf-worker.ts');
  renderer = pdfRenderer({ workerFile, fontsFolder });
});
afterAll(async () => {
  await renderer.close();
  await rm(path.dirname(workerFile), { recursive: true });
});

const render = (input: SummarySheetInput) =>
  renderer.renderPdf({ kind: 'summary-sheet', sheet: summarySheet(input), stamp });
const bare = (text: string) => text.replaceAll(/\s/g, '');
const textOf = (page: ReadPage) => bare(page.runs.map((run) => run.text).join(''));
/** How many runs are, or end in, the words: pdf.js joins a run with the next one where they are near. */
const countOf = (page: ReadPage, words: string) =>
  page.runs.filter((run) => ` ${run.text.trim()}`.endsWith(` ${words}`)).length;

/** Runs that leave the page's margins, and runs on one line that lie over each other. */
function misplaced({ runs, width }: ReadPage): string[] {
  const outside = runs.filter(
    (run) =>
      run.left < margins.left - 0.5 ||
      run.right > width - margins.right + 0.5 ||
      run.bottom < 10 ||
      run.top > 595.28 - margins.top + 1,
  );
  const level = runs.filter((run) => !run.upright);
  const onEachOther = level.filter((run) =>
    level.some(
      (other) =>
        other !== run &&
        Math.abs(other.bottom - run.bottom) < 4 &&
        other.left <= run.left &&
        other.right > run.left + 0.3 &&
        // The order decides between runs that start at one point.
        (other.left < run.left || level.indexOf(other) < level.indexOf(run)),
    ),
  );
  return [...outside, ...onEachOther].map(({ text }) => text);
}

test('the sheet of a quarter, 28 pupils by 20 subjects, read back by pdf.js', async () => {
  const { pages, title, xmp } = await readPdf(await render(periodSample()));
  expect(title).toContain('Сводная ведомость учёта успеваемости');
  expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>');
  expect(xmp).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
  expect(pages).toHaveLength(2);
  const all = pages.map(textOf).join('');
  for (const name of pupilNames) expect(all).toContain(bare(name));
  for (const page of pages) {
    expect(page.width).toBeCloseTo(841.89, 2);
    expect(page.height).toBeCloseTo(595.28, 2);
    expect(misplaced(page)).toEqual([]);
    for (const subject of subjects) expect(textOf(page)).toContain(bare(subject));
    expect(textOf(page)).toContain('Напечатано28.12.2026в14:05,ПетроваА.С.');
  }
  expect(textOf(pages[0]!)).toContain('Страница1из2');
  expect(textOf(pages[1]!)).toContain('Страница2из2');
});

test.skipIf(noPoppler)(
  'each row of marks, the indicators and the signatures by poppler',
  async () => {
    const input = periodSample();
    const sheet = summarySheet(input);
    const text = (await popplerPages(await render(input))).join('\n');
    const lines = text.split('\n').map((line) => line.trim().split(/\s+/).join(' '));
    for (const { number, name, rows } of sheet.pupils) {
      const [row] = rows;
      const cells = [...row!.cells, row!.average].filter((cell) => cell !== '');
      expect(lines).toContain([number, name, ...cells].join(' '));
    }
    for (const { label, cells, total } of sheet.footer) {
      expect(lines).toContain([label, ...cells, total].filter((cell) => cell !== '').join(' '));
    }
    const running = lines.join(' ').replaceAll(/\s+/g, ' ');
    for (const sentence of [...sheet.totals, ...sheet.formulas]) {
      expect(running).toContain(sentence.replaceAll(/\s+/g, ' '));
    }
    expect(running).toContain('Ёлкина Мария');
    expect(running).toContain('Щербаков-Хрящёв Константин');
    expect(running).toContain('Классный руководитель Жукова Анна Петровна');
    expect(running).toContain('Заместитель директора Соловьёва Мария Юрьевна');
    expect(running.match(/\(подпись\)\s+\(расшифровка\)/g)).toHaveLength(2);
    expect(running).toContain('М. П.');
  },
);

test('the sheet of the year, 28 pupils by 5 rows: no pupil is torn, the head is on each page', async () => {
  const { pages } = await readPdf(await render(yearSample()));
  expect(pages.length).toBeGreaterThan(3);
  const names: string[] = [];
  for (const [index, page] of pages.entries()) {
    expect(misplaced(page)).toEqual([]);
    expect(textOf(page)).toContain(`Страница${index + 1}из${pages.length}`);
    for (const subject of subjects) expect(textOf(page)).toContain(bare(subject));
    expect(textOf(page)).toContain('Решениепедагогическогосовета');
    const here = pupilNames.filter((name) => textOf(page).includes(bare(name)));
    for (const label of ['I четверть', 'II четверть', 'III четверть', 'IV четверть', 'Год']) {
      expect(countOf(page, label)).toBe(here.length);
    }
    names.push(...here);
  }
  expect(names.toSorted()).toEqual(pupilNames.toSorted());
  const last = textOf(pages.at(-1)!);
  expect(last).toContain('Директор');
  expect(last).toContain('ОрловИванИльич');
  expect(last.match(/\(расшифровка\)/g)).toHaveLength(3);
});

test('the closing block is on one page, however many pupils come before it', async () => {
  for (const pupils of [1, 3, 5, 6, 7, 8, 14, 27, 28]) {
    for (const input of [periodSample(pupils), yearSample(pupils)]) {
      const { pages } = await readPdf(await render(input));
      const last = textOf(pages.at(-1)!);
      for (const part of ['Среднийбалл', 'Отметок«осв»', 'Всегообучающихся', 'М.П.']) {
        expect(last).toContain(part);
      }
      expect(last.match(/\(подпись\)/g)).toHaveLength(input.kind === 'year' ? 3 : 2);
      expect(pages.flatMap(misplaced)).toEqual([]);
    }
  }
});

test('from one subject to more than twenty-two nothing runs off or over', async () => {
  for (const count of [1, 5, 12, 22, 30]) {
    for (const input of [periodSample(28, count), yearSample(7, count)]) {
      const { pages } = await readPdf(await render(input));
      expect(pages.flatMap(misplaced)).toEqual([]);
      const words = input.subjects.map(({ name }) => bare(name));
      for (const word of words) expect(textOf(pages[0]!)).toContain(word);
    }
  }
});

test('hostile names are text, not markup, and stay within their cells', async () => {
  const sample = periodSample(2, 2);
  const long = 'Константинопольская-Преображенская Александрина Святославовна';
  const { pages } = await readPdf(
    await render({
      ...sample,
      school: `${'Очень длинное название школы '.repeat(12)}№ 1`,
      subjects: [
        { name: '<b>Алгебра</b> & "Анализ"', grading: 'marks' },
        { name: 'Достопримечательностеведение'.repeat(3), grading: 'marks' },
      ],
      pupils: [{ name: long, marks: ['5', 'незач'] }],
    }),
  );
  expect(pages.flatMap(misplaced)).toEqual([]);
  expect(textOf(pages[0]!)).toContain('<b>Алгебра</b>&"Анализ"');
  expect(textOf(pages[0]!)).toContain(bare(long));
});
