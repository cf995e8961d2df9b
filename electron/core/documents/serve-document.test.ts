import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bundleForNode } from '../../../build/bundle-for-node';
import { readPdf } from '../sheets/testing/read-pdf';
import { readTableFile } from '../tables/read-table-file';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, windowOn } from '../testing/school';

let pdfWorker: string;
let school: Awaited<ReturnType<typeof smallSchool>>;
beforeAll(async () => {
  pdfWorker = await bundleForNode('electron/core/sheets/pdf-worker.ts');
});
afterAll(() => rm(path.dirname(pdfWorker), { recursive: true }));
beforeEach(async () => {
  school = await smallSchool({ pdfWorker });
});
afterEach(() => school.remove());

const table = {
  title: 'Ученики',
  columns: [
    { title: 'Фамилия', align: 'left' as const },
    { title: 'Пропусков', align: 'right' as const },
  ],
  rows: [
    ['Абрамов', 3],
    ['Ёлкина', null],
  ],
};

test('a table of a screen as PDF and in both kinds of files; a file that was there is replaced', async () => {
  const { client } = await school.windowOf('teacher');
  const { title, pdfBase64 } = await client.documents.table(table);
  expect(title).toBe('Ученики');
  const { pages } = await readPdf(Buffer.from(pdfBase64, 'base64'));
  const text = JSON.stringify(pages);
  for (const words of ['Средняя школа № 0', 'на 23.11.2026', 'Абрамов', 'Ёлкина', 'Пропусков']) {
    expect(text).toContain(words);
  }
  for (const format of ['xlsx', 'csv'] as const) {
    const file = path.join(school.folder, `list.${format}`);
    writeFileSync(file, 'what was there');
    const grant = randomUUID();
    school.core.grants.add(grant, 'save', file);
    const saved = await client.documents.saveTable({ ...table, grant, format });
    expect(saved).toEqual({ fileName: `list.${format}` });
    const read = await readTableFile(readFileSync(file), file);
    const rows = read.ok ? (read.file.sheets[0]?.rows ?? []) : [];
    expect(rows.some((row) => row.includes('Ёлкина'))).toBe(true);
  }
});

test('nobody without a log-in, and nowhere the person did not choose', async () => {
  const stranger = windowOn(school.core).client;
  expect((await refusalOf(stranger.documents.table(table)))?.code).toBe('NOT_SIGNED_IN');
  const { client } = await school.windowOf('teacher');
  const elsewhere = { ...table, grant: randomUUID(), format: 'csv' as const };
  expect(await refusalOf(client.documents.saveTable(elsewhere))).toMatchObject({
    code: 'NOT_FOUND',
    data: { what: 'file' },
  });
});
