import { rm } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundleForNode } from '../../../build/bundle-for-node';
import { summarySheet } from '#domain/sheets/summary-sheet';
import { pdfRenderer } from './pdf';
import { fontsFolder } from './testing/fonts-folder';
import { readPdf } from './testing/read-pdf';
import { periodSample, yearSample } from './testing/sheet-samples';
import { brokenLines, fittingSize, fittingWordSize, textEms } from './text-fit';

const word = fc.string({
  unit: fc.constantFrom(...'абвгдеёжщыюяАШЖ-«»() 12'.split('')),
  maxLength: 60,
});

test('broken lines keep the width and lose no letter', () => {
  fc.assert(
    fc.property(word, fc.integer({ min: 4, max: 40 }), (text, ems) => {
      const lines = brokenLines(text, ems);
      for (const line of lines) expect(textEms(line)).toBeLessThanOrEqual(ems);
      const letters = (of: string) => of.replaceAll(/[\s-]/g, '');
      expect(letters(lines.join(''))).toBe(letters(text));
    }),
  );
});

test('a fitting size fits and is never larger than asked', () => {
  fc.assert(
    fc.property(word, fc.integer({ min: 5, max: 300 }), (text, width) => {
      const size = fittingSize(text, width, 12);
      expect(size).toBeLessThanOrEqual(12);
      expect(size * textEms(text)).toBeLessThanOrEqual(width + 1e-6);
      expect(fittingWordSize(text, width, 12)).toBeGreaterThanOrEqual(size);
    }),
  );
});

test('on paper no run is wider than it was taken to be', async () => {
  const workerFile = await bundleForNode('electron/core/sheets/pdf-worker.ts');
  const renderer = pdfRenderer({ workerFile, fontsFolder });
  const stamp = { date: '2026-12-28', time: '14:05', by: 'Петрова А. С.' } as const;
  for (const input of [periodSample(28, 22), yearSample(7, 22)]) {
    const sheet = summarySheet(input);
    const pdf = await renderer.renderPdf({ kind: 'summary-sheet', sheet, stamp });
    const { pages } = await readPdf(pdf);
    const wider = pages
      .flatMap(({ runs }) => runs)
      .filter(({ text, size, length }) => length > textEms(text) * size * 1.01);
    expect(wider.map(({ text }) => text)).toEqual([]);
  }
  await renderer.close();
  await rm(path.dirname(workerFile), { recursive: true });
});
