import { printSheet } from '../print';
import { openPdf, pagesOf, type PDFPageProxy } from './pdf-document';
import classes from './pdf-preview.module.css';

/** Sharp at the size of 5-point letters, and still quick for the printer's driver. */
const DPI = 240;
const POINTS_PER_INCH = 72;

type Picture = { readonly address: string; readonly landscape: boolean };

async function pictureOf(page: PDFPageProxy): Promise<Picture> {
  const viewport = page.getViewport({ scale: DPI / POINTS_PER_INCH });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the page could not be drawn');
  return { address: URL.createObjectURL(blob), landscape: viewport.width > viewport.height };
}

/** Prints a PDF through the shell's dialog: each page of it on a sheet of its own, edge to edge; whether it was. */
export async function printPdf(base64: string): Promise<boolean> {
  const { document: opened, close } = openPdf(base64);
  const pictures: Picture[] = [];
  try {
    for (const page of await pagesOf(await opened)) pictures.push(await pictureOf(page));
    return await printSheet(
      pictures.map(({ address, landscape }) => (
        <div key={address} className={classes['paper']} data-landscape={landscape}>
          <img src={address} alt="" />
        </div>
      )),
      pictures.some(({ landscape }) => landscape),
    );
  } finally {
    close();
    for (const { address } of pictures) URL.revokeObjectURL(address);
  }
}
