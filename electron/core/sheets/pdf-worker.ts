import { parentPort, workerData } from 'node:worker_threads';
import { fontsIn } from './fonts';
import { definitionOf, type PdfDocument } from './pdf-document';
import type { PdfAnswer, PdfWorkerData } from './pdf';

/*
 * A thread that turns documents into PDF files, one after another: pdfmake holds the event loop
 * while it lays out. It reads no file but the fonts and no address at all.
 */
const { fontsFolder } = workerData as PdfWorkerData;

async function loadPdfmake() {
  const { default: pdfmake } = await import('pdfmake');
  const fonts = fontsIn(fontsFolder);
  const known = new Set(Object.values(fonts).flatMap((family) => Object.values(family)));
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file) => known.has(file));
  return pdfmake;
}

let loaded: ReturnType<typeof loadPdfmake> | undefined;

async function answerTo(document: PdfDocument): Promise<PdfAnswer> {
  try {
    loaded ??= loadPdfmake();
    const pdfmake = await loaded;
    const pdf = await pdfmake.createPdf(definitionOf(document)).getBuffer();
    return { pdf: new Uint8Array(pdf) };
  } catch (error) {
    // The message may quote the document, that is people's names: only the error's kind goes out.
    return { failed: error instanceof Error ? error.name : typeof error };
  }
}

async function serve(document: PdfDocument): Promise<void> {
  const answer = await answerTo(document);
  parentPort?.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer] : []);
}

parentPort?.on('message', (document: PdfDocument) => void serve(document));
