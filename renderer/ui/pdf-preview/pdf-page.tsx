import { RenderingCancelledException, TextLayer } from 'pdfjs-dist';
import { useEffect, useRef, type CSSProperties } from 'react';
import { pdfTexts } from '../../text/reports';
import { notifyError } from '../notify';
import type { PDFPageProxy } from './pdf-document';
import classes from './pdf-preview.module.css';
import { PX_PER_POINT } from './zoom';

/** Larger canvases than this are drawn coarser: a screen shows no more. */
const MAX_PIXELS = 24_000_000;

/** The picture of the page; the old one stays until the new size is drawn. */
function usePicture(page: PDFPageProxy, scale: number) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const viewport = page.getViewport({ scale });
    const { width, height } = viewport;
    const pixelRatio = Math.min(window.devicePixelRatio, Math.sqrt(MAX_PIXELS / (width * height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * pixelRatio);
    canvas.height = Math.round(height * pixelRatio);
    const task = page.render({
      canvas,
      viewport,
      transform: [canvas.width / width, 0, 0, canvas.height / height, 0, 0],
    });
    task.promise.then(
      () => place.current?.replaceChildren(canvas),
      (error: unknown) => {
        if (!(error instanceof RenderingCancelledException)) notifyError(error);
      },
    );
    return () => task.cancel();
  }, [page, scale]);
  return place;
}

/** The page's words over its picture, unseen, to be selected and read aloud. */
function useWords(page: PDFPageProxy) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const container = place.current;
    if (container === null) return undefined;
    const layer = new TextLayer({
      textContentSource: page.streamTextContent(),
      container,
      viewport: page.getViewport({ scale: PX_PER_POINT }),
    });
    // Without its words the page is still there to be seen.
    layer.render().catch(() => undefined);
    return () => {
      layer.cancel();
      container.replaceChildren();
    };
  }, [page]);
  return place;
}

/** One page as on paper; `factor` 1 is its size on paper. */
export function PdfPage(props: {
  readonly page: PDFPageProxy;
  readonly pages: number;
  readonly factor: number;
}) {
  const { page, factor } = props;
  const scale = factor * PX_PER_POINT;
  const picture = usePicture(page, scale);
  const words = useWords(page);
  const { width, height } = page.getViewport({ scale: 1 });
  const size = {
    '--total-scale-factor': scale,
    width: width * scale,
    height: height * scale,
  } as CSSProperties;
  return (
    <section
      className={classes['page']}
      style={size}
      aria-label={pdfTexts.pageOf(page.pageNumber, props.pages)}
      data-page={page.pageNumber}
    >
      <div className={classes['picture']} ref={picture} aria-hidden />
      <div
        className={classes['words']}
        ref={words}
        onPointerDown={({ currentTarget }) => {
          // While something is being selected, the empty places must not end the selection.
          currentTarget.dataset['selecting'] = '';
          const stop = () => delete currentTarget.dataset['selecting'];
          window.addEventListener('pointerup', stop, { once: true });
        }}
      />
    </section>
  );
}
