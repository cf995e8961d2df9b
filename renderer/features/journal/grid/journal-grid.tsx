import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type Ref,
} from 'react';
import { followTextSize } from '../../../theme/text-size';
import { periodTitle, journalTexts } from '../../../text/journal';
import { useDesk } from '../hooks';
import { CursorLayers, type Sizes } from './cursor-layers';
import { takeKeyboard } from '../../../ui/take-keyboard';
import { GridHead } from './grid-head';
import { columnDaysAway, layOut } from './layout';
import { PupilRow } from './pupil-row';
import { arrive } from './type-ahead';
import { useGridInput, type Around } from './use-grid-input';
import classes from './grid.module.css';

/** What the page around may ask of the grid. */
export type GridHandle = {
  readonly focus: () => void;
  readonly scrollByDays: (days: number) => void;
  /** Does what was typed while another lesson was looked for. */
  readonly arrive: () => void;
};

const remSize = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** A grid narrower than so many rem has short names: large letters, a small window. */
const NARROW = 36;

/** The sizes of the style sheet in pixels; rows and columns are placed by them. */
const sizesOf = (rem: number, withMarks: boolean, withCount: boolean, narrow: boolean): Sizes => ({
  row: 1.5 * rem,
  head: 4 * rem,
  names: (narrow ? 8.5 : 12.5) * rem,
  end: withMarks ? ((withCount ? 2.25 : 0) + 2 * 2.875 + 4.25) * rem + 1 : 0,
});

/** The page as a grid of pupils and lessons. */
export function JournalGrid(props: {
  readonly title: string;
  readonly around: Omit<Around, 'screen'>;
  readonly handle: Ref<GridHandle>;
}) {
  const desk = useDesk();
  const { store } = desk;
  const { model, topics } = store;
  const grid = useRef<HTMLDivElement>(null);
  const rem = useSyncExternalStore(followTextSize, remSize);
  const withMarks = model.columns.length > model.scrolled;
  const [narrow, setNarrow] = useState(() => window.innerWidth < NARROW * 1.5 * rem);
  const withCount = model.due !== null;
  const sizes = useMemo(
    () => sizesOf(rem, withMarks, withCount, narrow),
    [rem, withMarks, withCount, narrow],
  );
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setNarrow(entry.contentRect.width < NARROW * rem);
    });
    if (grid.current) watch.observe(grid.current);
    return () => watch.disconnect();
  }, [rem]);
  const [layout, setLayout] = useState(() => layOut(model, store.needsOf, rem));
  const laidFor = useRef(rem);
  useEffect(() => {
    const lay = () => setLayout(layOut(model, store.needsOf, rem));
    if (laidFor.current !== rem) lay();
    laidFor.current = rem;
    return topics.subscribe('widths', lay);
  }, [topics, model, store, rem]);
  /** Today is seen at opening with the past before it: that is what a teacher goes by. */
  const [opened] = useState(() => desk.cursor().col);
  const [startLeft] = useState(() => (width: number) => {
    const last = layout.boxes.length - 1;
    const today = layout.boxes[Math.min(opened, last)];
    const box = layout.boxes[Math.min(opened + 2, last)];
    if (today === undefined || box === undefined) return 0;
    const lane = width - sizes.names - sizes.end;
    return Math.max(0, Math.min(box.left + box.width - lane, today.left - today.gap));
  });
  const virtual = useVirtualizer({
    horizontal: true,
    count: layout.boxes.length,
    getScrollElement: () => grid.current,
    estimateSize: (index) => {
      const box = layout.boxes[index];
      return box === undefined ? 0 : box.width + box.gap;
    },
    paddingStart: sizes.names,
    overscan: 2,
    initialOffset: () => startLeft(window.innerWidth - 30 * rem),
    initialRect: { width: window.innerWidth - 30 * rem, height: 500 },
  });
  useEffect(() => virtual.measure(), [virtual, layout, sizes]);
  useLayoutEffect(() => {
    const element = grid.current;
    if (element === null) return;
    element.scrollLeft = startLeft(element.clientWidth);
    takeKeyboard(element);
  }, [startLeft]);

  const screen = (by: 1 | -1) => {
    const width = (grid.current?.clientWidth ?? 0) - sizes.names - sizes.end;
    const here = layout.boxes[desk.cursor().col];
    if (here === undefined) return desk.cursor().col;
    const goal = here.left + by * width;
    const found = layout.boxes.findIndex(({ left }) => left >= goal);
    return by < 0 ? Math.max(0, found) : found < 0 ? layout.boxes.length - 1 : found;
  };
  const { handlers, press } = useGridInput(desk, { ...props.around, screen });
  const takeKeys = () => {
    for (const key of arrive()) press(key);
  };
  const onArrival = useEffectEvent(takeKeys);
  useEffect(() => onArrival(), []);
  useImperativeHandle(props.handle, () => ({
    arrive: takeKeys,
    focus: () => grid.current?.focus(),
    scrollByDays(days) {
      const col = Math.min(desk.cursor().col, layout.boxes.length - 1);
      desk.moveTo({ row: desk.cursor().row, col: columnDaysAway(layout.boxes, col, days) });
      grid.current?.focus();
    },
  }));

  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={0}
      aria-label={journalTexts.grid(props.title, periodTitle(model.period))}
      aria-rowcount={model.pupils.length + 1}
      aria-colcount={model.columns.length + (withCount ? 4 : 3)}
      aria-multiselectable
      aria-readonly={!model.page.canEdit}
      className={classes['grid']}
      data-narrow={narrow ? '' : undefined}
      {...handlers}
    >
      <div className={classes['canvas']} role="presentation">
        <GridHead layout={layout} first={first} last={last} />
        <div role="rowgroup">
          {model.pupils.map((pupil, row) => (
            <PupilRow
              key={pupil.id}
              row={row}
              pupil={pupil}
              boxes={layout.boxes}
              first={first}
              last={last}
              laneWidth={layout.width}
            />
          ))}
        </div>
        <CursorLayers layout={layout} sizes={sizes} />
      </div>
    </div>
  );
}
