import { memo, useLayoutEffect, useRef, useState } from 'react';
import type { Place, Range } from '../../../ui/sheet-grid/range';
import { journalTexts } from '../../../text/journal';
import { useDesk, useTopic } from '../hooks';
import type { ColumnBox, Layout } from './layout';
import { cellId } from './mark-cell';
import classes from './layers.module.css';

export type Sizes = {
  readonly row: number;
  readonly head: number;
  readonly names: number;
  readonly end: number;
};

type State = { readonly cursor: Place; readonly range: Range };

/** Scrolls just so far that the cell is seen whole between what is frozen. */
export function reveal(
  grid: HTMLElement,
  { row, box, sizes }: { row: number; box: ColumnBox | undefined; sizes: Sizes },
): void {
  const top = row * sizes.row;
  const height = grid.clientHeight - sizes.head;
  if (top < grid.scrollTop) grid.scrollTop = top;
  else if (top + sizes.row > grid.scrollTop + height) grid.scrollTop = top + sizes.row - height;
  if (box === undefined) return;
  const width = grid.clientWidth - sizes.names - sizes.end;
  const left = box.left - box.gap;
  if (left < grid.scrollLeft) grid.scrollLeft = left;
  else if (box.left + box.width > grid.scrollLeft + width) {
    grid.scrollLeft = box.left + box.width - width;
  }
}

/** Weekends and holidays between the columns, as thin strips over all rows. */
const Seams = memo(function Seams(props: {
  readonly layout: Layout;
  readonly sizes: Sizes;
  readonly height: number;
}) {
  return props.layout.boxes
    .filter(({ gap }) => gap > 0)
    .map(({ left, gap, seam, free }) => (
      <div
        key={left}
        className={classes['seam']}
        data-holiday={seam === 'holiday' ? '' : undefined}
        title={free}
        style={{
          left: props.sizes.names + left - gap,
          width: gap - 1,
          top: props.sizes.head,
          height: props.height,
        }}
      />
    ));
});

/** Where a range lies over the cells; nothing of it where it has only the frozen last column. */
function boxOf(range: Range, layout: Layout, sizes: Sizes) {
  const [from, to] = [layout.boxes[range.left], layout.boxes[range.right]];
  if (from === undefined) return { display: 'none' };
  return {
    left: sizes.names + from.left,
    width: (to === undefined ? layout.width : to.left + to.width) - from.left,
    top: sizes.head + range.top * sizes.row,
    height: (range.bottom - range.top + 1) * sizes.row,
  };
}

/** The corner of a selection to be drawn over other cells, and what it is being drawn over. */
function FillHandle(props: {
  readonly range: Range;
  readonly layout: Layout;
  readonly sizes: Sizes;
}) {
  const desk = useDesk();
  const { range, layout, sizes } = props;
  const filling = useTopic(desk.store.topics, 'fill', desk.filling);
  const last = layout.boxes[range.right];
  if (last === undefined || !desk.store.model.page.canEdit) return null;
  return (
    <>
      {filling && <div className={classes['fillLayer']} style={boxOf(filling, layout, sizes)} />}
      <div
        data-fill=""
        className={classes['fillHandle']}
        title={journalTexts.fillHandle}
        style={{
          left: sizes.names + last.left + last.width,
          top: sizes.head + (range.bottom + 1) * sizes.row,
        }}
      />
    </>
  );
}

/**
 * Cursor, selection, and the bands of their row and column, drawn over the cells: moving draws four
 * boxes and no cell.
 */
export function CursorLayers(props: { readonly layout: Layout; readonly sizes: Sizes }) {
  const desk = useDesk();
  const { topics } = desk.store;
  const { layout, sizes } = props;
  const [{ cursor, range }, setState] = useState<State>({
    cursor: desk.cursor(),
    range: desk.range(),
  });
  const band = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const follow = () => setState({ cursor: desk.cursor(), range: desk.range() });
    follow();
    return topics.subscribe('cursor', follow);
  }, [desk, topics]);
  useLayoutEffect(() => {
    // The grid's own ref is not yet set while its children are laid out for the first time.
    const grid = band.current?.closest<HTMLElement>('[role="grid"]');
    if (!grid) return;
    reveal(grid, { row: cursor.row, box: layout.boxes[cursor.col], sizes });
    const id = cellId(cursor.row, cursor.col);
    grid.setAttribute('aria-activedescendant', id);
    const cell = document.getElementById(id);
    cell?.setAttribute('aria-selected', 'true');
    return () => cell?.setAttribute('aria-selected', 'false');
  }, [cursor, layout, sizes]);

  const rows = desk.store.model.pupils.length;
  const box = layout.boxes[cursor.col];
  const top = (row: number) => sizes.head + row * sizes.row;
  const several = range.top !== range.bottom || range.left !== range.right;
  const todayIndex = layout.boxes.findIndex(
    ({ column }) => column.kind === 'lesson' && column.lesson.date === desk.store.model.today,
  );
  const today = layout.boxes[todayIndex];
  return (
    <>
      <Seams layout={layout} sizes={sizes} height={rows * sizes.row} />
      {today && (
        <div
          className={classes['todayLayer']}
          style={{
            left: sizes.names + today.left,
            width: today.width,
            top: sizes.head,
            height: rows * sizes.row,
          }}
        />
      )}
      <div
        ref={band}
        className={classes['rowLayer']}
        style={{ top: top(cursor.row), left: 0, right: 0 }}
      />
      {box && (
        <div
          className={classes['columnLayer']}
          style={{
            left: sizes.names + box.left,
            width: box.width,
            top: sizes.head,
            height: rows * sizes.row,
          }}
        />
      )}
      {several && <div className={classes['rangeLayer']} style={boxOf(range, layout, sizes)} />}
      {box && (
        <div
          className={classes['cursorLayer']}
          style={{ left: sizes.names + box.left, width: box.width, top: top(cursor.row) }}
        />
      )}
      <FillHandle range={range} layout={layout} sizes={sizes} />
    </>
  );
}
