import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One run of text on a page: where its box lies, in points from the lower left corner. */
export type TextRun = {
  readonly text: string;
  /** The font size and the length along the line. */
  readonly size: number;
  readonly length: number;
  readonly upright: boolean;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
};

export type ReadPage = {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
};

/** What pdf.js finds in the file: its pages, title and XMP metadata. */
export async function readPdf(pdf: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    pages.push({
      width,
      height,
      runs: items.flatMap((item) => ('str' in item ? runOf(item) : [])),
    });
  }
  const { info, metadata } = await document.getMetadata();
  await task.destroy();
  const title = 'Title' in info ? info.Title : undefined;
  return { pages, title, xmp: String(metadata?.getRaw() ?? '') };
}

/** How high the letters of Tinos rise above the line, at font size 1. */
const ascent = 0.9;

function runOf(item: {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}): TextRun[] {
  if (item.str.trim() === '') return [];
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform;
  const size = Math.hypot(a, b);
  const length = item.width;
  const common = { text: item.str, size, length };
  return Math.abs(b) > Math.abs(a)
    ? [{ ...common, upright: true, left: x - size * ascent, right: x, bottom: y, top: y + length }]
    : [
        {
          ...common,
          upright: false,
          left: x,
          right: x + length,
          bottom: y,
          top: y + size * ascent,
        },
      ];
}

/** The text as poppler's `pdftotext -layout` gives it, a string for each page. */
export async function popplerPages(pdf: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'read-pdf-'));
  try {
    const file = path.join(folder, 'sheet.pdf');
    await writeFile(file, pdf);
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', file, '-']);
    return stdout.split('\f').slice(0, -1);
  } finally {
    await rm(folder, { recursive: true });
  }
}
