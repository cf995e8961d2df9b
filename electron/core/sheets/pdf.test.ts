import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleForNode } from '../../../build/bundle-for-node';
import { summarySheet } from '#domain/sheets/summary-sheet';
import { PdfError, pdfRenderer } from './pdf';
import type { PdfDocument } from './pdf-document';
import { fontsFolder } from './testing/fonts-folder';
import { periodSample, yearSample } from './testing/sheet-samples';

/** A thread that answers with its own number, dies or sleeps, as the document's stamp says. */
const wayward = `
  import { parentPort, threadId } from 'node:worker_threads';
  parentPort.on('message', ({ stamp: { by } }) => {
    if (by === 'exit') process.exit(3);
    if (by === 'throw') throw new TypeError('Ёлкина Мария');
    if (by === 'sleep') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    parentPort.postMessage({ pdf: Uint8Array.of(threadId) });
  });
`;

let folder: string;
let workerFile: string;
let waywardFile: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pdf-test-'));
  waywardFile = path.join(folder, 'wayward.mjs');
  await writeFile(waywardFile, wayward);
  workerFile = await bundleForNode('electron/core/sheets/pdf-worker.ts');
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await rm(path.dirname(workerFile), { recursive: true });
});

const sheet = summarySheet(periodSample(3, 3));
const ask = (by: string) => ({
  kind: 'summary-sheet' as const,
  sheet,
  stamp: { date: '2026-12-28' as const, time: '14:05', by },
});

test('one thread is used again and again', async () => {
  const { renderPdf, close } = pdfRenderer({ workerFile: waywardFile, fontsFolder });
  const answers = await Promise.all(['a', 'b', 'c'].map((by) => renderPdf(ask(by))));
  expect(new Set(answers.map(([thread]) => thread)).size).toBe(1);
  await close();
});

test.each(['exit', 'throw'])('a thread that dies (%s) rejects its document only', async (end) => {
  const { renderPdf, close } = pdfRenderer({ workerFile: waywardFile, fontsFolder });
  const [before, dead, after] = await Promise.allSettled([
    renderPdf(ask('a')),
    renderPdf(ask(end)),
    renderPdf(ask('b')),
  ]);
  expect([before.status, dead.status, after.status]).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  const { reason } = dead as PromiseRejectedResult;
  expect(reason).toBeInstanceOf(PdfError);
  expect(reason).toMatchObject({ why: 'worker-ended' });
  expect(String(reason)).not.toContain('Ёлкина');
  await expect(renderPdf(ask('c'))).resolves.toBeDefined();
  await close();
});

test('a running document is cancelled, the next one is made', async () => {
  const { renderPdf, close } = pdfRenderer({ workerFile: waywardFile, fontsFolder });
  const stop = new AbortController();
  const sleeping = renderPdf(ask('sleep'), stop.signal);
  const next = renderPdf(ask('a'));
  stop.abort();
  await expect(sleeping).rejects.toMatchObject({ name: 'AbortError' });
  await expect(next).resolves.toBeDefined();
  await close();
});

test('a waiting document is cancelled without harm to the running one', async () => {
  const { renderPdf, close } = pdfRenderer({ workerFile: waywardFile, fontsFolder });
  const stop = new AbortController();
  const first = renderPdf(ask('a'));
  const waiting = renderPdf(ask('exit'), stop.signal);
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  await expect(first).resolves.toBeDefined();
  await expect(renderPdf(ask('b'), AbortSignal.abort())).rejects.toThrow(/aborted/);
  await close();
});

test('a document that is not plain data is refused, the next one is made', async () => {
  const { renderPdf, close } = pdfRenderer({ workerFile: waywardFile, fontsFolder });
  const odd = { ...ask('a'), extra: () => 'a function' };
  const [refused, made] = await Promise.allSettled([renderPdf(odd), renderPdf(ask('b'))]);
  expect(refused).toMatchObject({ status: 'rejected', reason: { why: 'layout' } });
  expect(made.status).toBe('fulfilled');
  await close();
});

test('closing rejects what waits, and a later document starts a new thread', async () => {
  const { renderPdf, close } = pdfRenderer({ workerFile: waywardFile, fontsFolder });
  const cut = Promise.allSettled([renderPdf(ask('sleep')), renderPdf(ask('a'))]);
  await close();
  expect((await cut).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(renderPdf(ask('b'))).resolves.toBeDefined();
  await close();
});

test('the built worker makes PDF files and can be stopped in the middle', async () => {
  const { renderPdf, close } = pdfRenderer({ workerFile, fontsFolder });
  const stop = new AbortController();
  const year: PdfDocument = { ...ask('Петрова А. С.'), sheet: summarySheet(yearSample()) };
  await renderPdf(ask('Петрова А. С.'));
  const cancelled = renderPdf(year, stop.signal);
  setTimeout(() => stop.abort(), 20);
  await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
  const pdf = await renderPdf(year);
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  await close();
});

test('a document that cannot be laid out is told without a word of its text', async () => {
  const { renderPdf, close } = pdfRenderer({ workerFile, fontsFolder: folder });
  const failed = renderPdf(ask('Петрова А. С.'));
  await expect(failed).rejects.toMatchObject({ why: 'layout', message: 'PDF: layout (Error)' });
  await close();
});
