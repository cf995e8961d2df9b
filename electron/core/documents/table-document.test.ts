import path from 'node:path';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleForNode } from '../../../build/bundle-for-node';
import type { TableDocument } from '#domain/documents/table-document';
import { pdfRenderer, type PdfRenderer } from '../sheets/pdf';
import { fontsFolder } from '../sheets/testing/fonts-folder';
import { popplerPages, readPdf } from '../sheets/testing/read-pdf';
import { readTableFile } from '../tables/read-table-file';
import { tableDocumentCsv } from './table-document-csv';
import { tableDocumentXlsx } from './table-document-xlsx';

let pdf: PdfRenderer;
let worker: string;
beforeAll(async () => {
  worker = await bundleForNode('electron/core/sheets/pdf-worker.ts');
  pdf = pdfRenderer({ workerFile: worker, fontsFolder });
});
afterAll(async () => {
  await pdf.close();
  await rm(path.dirname(worker), { recursive: true });
});

const list = (rows: number): TableDocument => ({
  title: 'Список класса 8-А',
  school: 'Средняя школа № 0',
  heading: ['Список обучающихся 8-А класса', 'на 23 ноября 2026 г.'],
  lines: ['Классный руководитель: Жукова Анна Петровна'],
  orientation: 'portrait',
  parts: [
    {
      columns: [
        { title: '№', width: 4, align: 'center' },
        { title: 'Фамилия, имя, отчество', width: 40 },
        { title: 'Пропущено уроков', width: 5, upright: true },
        { title: 'Примечание', width: 20 },
      ],
      rows: [
        { kind: 'section', cells: ['Первая подгруппа'] },
        ...Array.from({ length: rows }, (_, index) => ({
          cells: [index + 1, `Ёлкина-Щербакова Мария ${index + 1}`, 1.5, '=СУММ(A1); "кавычки"'],
        })),
        { kind: 'total', cells: ['', 'Всего', 1.5 * rows, ''] },
      ],
      notes: ['Подгруппы — на начало года.'],
    },
  ],
  signatures: [{ role: 'Директор', name: 'Орлов И. И.' }],
  stamp: true,
});
const stamp = { date: '2026-11-23', time: '14:05', by: 'Петрова А. С.' } as const;

test('on paper: everything is there, nothing off the page, the head on each page', async () => {
  const bytes = await pdf.renderPdf({ kind: 'table', document: list(120), stamp });
  const pages = await popplerPages(bytes);
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages.slice(0, -1)) expect(page).toContain('Фамилия, имя, отчество');
  const text = pages.join('\n');
  for (let index = 1; index <= 120; index += 1) expect(text).toContain(`Мария ${index}`);
  for (const words of ['Первая подгруппа', 'Всего', '180', 'Директор', 'М. П.', '1,5']) {
    expect(text).toContain(words);
  }
  const { pages: laid, title } = await readPdf(bytes);
  expect(title).toBe('Список класса 8-А');
  for (const { width, height, runs } of laid) {
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    for (const run of runs) {
      expect(run.left).toBeGreaterThan(56);
      expect(run.right).toBeLessThan(width - 27);
    }
  }
});

test.each(['portrait', 'landscape'] as const)(
  'thirty narrow columns fit %s',
  async (orientation) => {
    const columns = Array.from({ length: 30 }, (_, index) => ({
      title: `Предмет номер ${index + 1}`,
      width: 3,
      upright: true,
    }));
    const document = {
      ...list(1),
      orientation,
      parts: [{ columns, rows: [{ cells: columns.map((_, index) => index + 10) }] }],
    };
    const { pages } = await readPdf(await pdf.renderPdf({ kind: 'table', document, stamp }));
    const shown = pages.flatMap(({ runs }) => runs.map(({ text }) => text));
    for (let index = 0; index < 30; index += 1) expect(shown).toContain(String(index + 10));
    for (const { width, runs } of pages) {
      for (const run of runs) expect(run.right).toBeLessThan(width - 27);
    }
  },
);

test('in a spreadsheet the same rows come back, numbers as numbers, no formula', async () => {
  for (const [bytes, name] of [
    [await tableDocumentXlsx(list(3)), 'list.xlsx'],
    [tableDocumentCsv(list(3)), 'list.csv'],
  ] as const) {
    const read = await readTableFile(bytes, name);
    const rows = read.ok ? (read.file.sheets[0]?.rows ?? []) : [];
    const head = rows.findIndex((row) => row.some((cell) => cell === 'Примечание'));
    expect(head, name).toBeGreaterThanOrEqual(0);
    const row = rows[head + 2]?.map(String);
    expect(row?.[1]).toBe('Ёлкина-Щербакова Мария 1');
    expect(row?.[2]?.replace(',', '.')).toBe('1.5');
    expect(row?.[3]).toBe(name.endsWith('xlsx') ? '=СУММ(A1); "кавычки"' : `'=СУММ(A1); "кавычки"`);
  }
});
