import { getDocument, PDFWorker, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';

/** One thread reads the PDFs of this window, for as long as the window lives. */
let reader: PDFWorker | undefined;

const readerThread = (): PDFWorker =>
  (reader ??= PDFWorker.create({
    port: new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' }),
  }));

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

/** A PDF being opened; `close` frees it, also before it is open. */
export type PdfOpening = {
  readonly document: Promise<PDFDocumentProxy>;
  readonly close: () => void;
};

/** Opens a PDF. Its fonts are embedded and it holds no pictures, so no WebAssembly is called for. */
export function openPdf(base64: string): PdfOpening {
  const task = getDocument({
    data: bytesOf(base64),
    worker: readerThread(),
    useWasm: false,
    useSystemFonts: false,
    verbosity: 0,
  });
  return { document: task.promise, close: () => void task.destroy() };
}

/** Every page in order. */
export const pagesOf = (document: PDFDocumentProxy): Promise<readonly PDFPageProxy[]> =>
  Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)));

export type { PDFPageProxy };
