import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { ErrorNotice } from '../error-notice';
import { Loading } from '../loading';
import { openPdf, pagesOf, type PDFPageProxy } from './pdf-document';
import { PdfPage } from './pdf-page';
import classes from './pdf-preview.module.css';
import { PdfTools } from './pdf-tools';
import { nextZoom, zoomFactor, type Zoom } from './zoom';

type Shown = { readonly pages: readonly PDFPageProxy[]; readonly error: unknown };

const NOTHING: Shown = { pages: [], error: null };
/** What stays above a page one goes to. */
const ABOVE_PX = 12;

function usePages(pdf: string | undefined): Shown {
  const [shown, setShown] = useState(NOTHING);
  useEffect(() => {
    if (pdf === undefined) return undefined;
    let wanted = true;
    const opening = openPdf(pdf);
    opening.document.then(pagesOf).then(
      (pages) => wanted && setShown({ pages, error: null }),
      (error: unknown) => wanted && setShown({ pages: [], error }),
    );
    return () => {
      wanted = false;
      setShown(NOTHING);
      opening.close();
    };
  }, [pdf]);
  return shown;
}

/** Keys of the zoom, whatever the layout is. */
const ZOOM_KEYS: Readonly<Record<string, 1 | -1 | 'fit' | 'paper'>> = {
  Equal: 1,
  NumpadAdd: 1,
  Minus: -1,
  NumpadSubtract: -1,
  Digit0: 'fit',
  Numpad0: 'fit',
  Digit1: 'paper',
  Numpad1: 'paper',
};

/**
 * A PDF inside the program, page under page. `instead` stands in the place of the pages: what is
 * being waited for, or why there is nothing. `tools` begin the line above.
 */
export function PdfPreview(props: {
  readonly label: string;
  readonly pdf: string | undefined;
  readonly tools?: ReactNode;
  readonly instead?: ReactNode;
}) {
  const { pages, error } = usePages(props.pdf);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [current, setCurrent] = useState(1);
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const widest = Math.max(0, ...pages.map((page) => page.getViewport({ scale: 1 }).width));
  const factor = zoomFactor(zoom, width, widest);
  const ready = pages.length > 0 && width > 0;

  const goTo = (number: number) => {
    const wanted = Math.min(pages.length, Math.max(1, number));
    const page = scroller.current?.querySelector<HTMLElement>(`[data-page="${wanted}"]`);
    if (page && scroller.current) scroller.current.scrollTop = page.offsetTop - ABOVE_PX;
    setCurrent(wanted);
  };
  const change = (to: 1 | -1 | 'fit' | 'paper') =>
    setZoom(to === 'fit' ? 'fit' : to === 'paper' ? 1 : nextZoom(factor, to));
  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.ctrlKey ? ZOOM_KEYS[event.code] : undefined;
    if (to === undefined) return;
    event.preventDefault();
    change(to);
  };
  const onScroll = () => {
    const box = scroller.current;
    if (box === null) return;
    const middle = box.scrollTop + box.clientHeight / 2;
    const all = [...box.querySelectorAll<HTMLElement>('[data-page]')];
    const seen = all.findLast((page) => page.offsetTop <= middle);
    setCurrent(Number(seen?.dataset['page'] ?? 1));
  };

  return (
    <div className={classes['preview']} onKeyDown={onKeyDown}>
      <PdfTools
        before={props.tools}
        pages={ready ? pages.length : 0}
        current={current}
        onGoTo={goTo}
        factor={factor}
        fits={zoom === 'fit'}
        onZoom={change}
      />
      <div
        className={classes['pages']}
        ref={scroller}
        role="region"
        aria-label={props.label}
        tabIndex={0}
        onScroll={onScroll}
      >
        <div className={classes['room']} ref={measured} />
        {props.instead ?? <ErrorNotice error={error} />}
        {props.instead === undefined && error === null && !ready && <Loading />}
        {props.instead === undefined &&
          ready &&
          pages.map((page) => (
            <PdfPage key={page.pageNumber} page={page} pages={pages.length} factor={factor} />
          ))}
      </div>
    </div>
  );
}
