import { Checkbox, CloseButton, Group, Text, TextInput } from '@mantine/core';
import { IconSearch, IconSortAscending, IconSortDescending } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { commonTexts, tableTexts } from '../../text/common';
import { copyText } from '../copy-text';
import { notifyDone } from '../notify';
import classes from './data-table.module.css';
import { arrangeRows, rowsToTsv, type CellValue, type Sorting } from './rows';
import { TableTools } from './table-tools';

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  /** What is sorted, searched and copied; also shown where `render` is absent. */
  readonly value: (row: Row) => CellValue;
  readonly render?: (row: Row) => ReactNode;
  readonly compare?: (a: Row, b: Row) => number;
  /** CSS width; the rest is shared by the columns without one. */
  readonly width?: string;
  readonly align?: 'left' | 'center' | 'right';
};

/** Rows that can be marked for one deed over many: by the square, by Space, all by the heading. */
export type RowMarks<Row> = {
  readonly has: (row: Row) => boolean;
  readonly set: (rows: readonly Row[], on: boolean) => void;
  /** Names a row's square for a screen reader. */
  readonly label: (row: Row) => string;
};

const MARKS_WIDTH = '2.25rem';
const ROW_PX = 32;
const LEAST_WIDTH = '7rem';
const VIRTUAL_FROM = 200;
const PAGE_ROWS = 15;

/**
 * A table for lists: sorted by a click on the heading, filtered by typing, walked by arrows,
 * Enter opens a row, Space marks it where rows can be marked, Ctrl+C copies it (Ctrl+A first: all) as tab-separated text.
 * From 200 rows on only the visible ones are in the page.
 */
export function DataTable<Row>(props: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string | number;
  /** Shown instead of the table where there are no rows at all. */
  readonly empty: ReactNode;
  readonly onOpen?: (row: Row) => void;
  readonly selected?: string | number | null;
  /** More filters, left of the count. */
  readonly tools?: ReactNode;
  readonly marks?: RowMarks<Row>;
  /** A key pressed on a row that is none of the table's own; true where it did something. */
  readonly onRowKey?: (key: string, row: Row) => boolean;
}) {
  const { rows, columns, rowKey, onOpen, marks } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const [filter, setFilter] = useState('');
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [cursor, setCursor] = useState(-1);
  const [all, setAll] = useState(false);
  const shown = useMemo(
    () => arrangeRows(rows, columns, filter, sorting),
    [rows, columns, filter, sorting],
  );
  const virtual = shown.length > VIRTUAL_FROM;
  const virtualizer = useVirtualizer({
    count: shown.length,
    enabled: virtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const items = virtual ? virtualizer.getVirtualItems() : [];
  const first = virtual ? (items[0]?.index ?? 0) : 0;
  const last = virtual ? (items.at(-1)?.index ?? -1) : shown.length - 1;
  const padTop = virtual ? (items[0]?.start ?? 0) : 0;
  const padBottom = virtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, index));
    setCursor(next);
    setAll(false);
    if (virtual) virtualizer.scrollToIndex(next);
    else document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const copy = () => {
    const row = shown[cursor];
    copyText(rowsToTsv(all || row === undefined ? shown : [row], columns));
    notifyDone(commonTexts.copied);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = shown[cursor];
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: cursor + 1,
      ArrowUp: cursor - 1,
      PageDown: cursor + PAGE_ROWS,
      PageUp: cursor - PAGE_ROWS,
      Home: 0,
      End: shown.length - 1,
    };
    const target = moves[event.key];
    if (event.ctrlKey && event.code === 'KeyC') copy();
    else if (event.ctrlKey && event.code === 'KeyA') setAll(true);
    else if (event.key === 'Enter' && row !== undefined && onOpen) onOpen(row);
    else if (target !== undefined && !event.altKey) moveTo(target);
    else if (event.key === ' ' && row !== undefined && marks) marks.set([row], !marks.has(row));
    else if (event.ctrlKey || row === undefined || props.onRowKey?.(event.key, row) !== true)
      return;
    event.preventDefault();
  };
  const sortBy = (column: string) =>
    setSorting((now) =>
      now?.column !== column
        ? { column, descending: false }
        : now.descending
          ? null
          : { column, descending: true },
    );

  if (rows.length === 0) return props.empty;
  return (
    <div className={classes['frame']}>
      <Group gap="sm" wrap="nowrap">
        <TextInput
          className={classes['filter']}
          placeholder={tableTexts.filter}
          aria-label={tableTexts.filter}
          leftSection={<IconSearch size={15} />}
          rightSection={
            filter === '' ? null : (
              <CloseButton
                size="xs"
                aria-label={tableTexts.clearFilter}
                onClick={() => setFilter('')}
              />
            )
          }
          value={filter}
          onChange={(event) => {
            setFilter(event.currentTarget.value);
            setCursor(-1);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setFilter('');
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            table.current?.focus();
            moveTo(0);
          }}
        />
        {props.tools}
        <Text c="dimmed" size="xs" ml="auto" aria-live="polite">
          {tableTexts.count(shown.length, rows.length)}
        </Text>
        <TableTools title={props.label} rows={shown} columns={columns} />
      </Group>
      <div className={classes['scroller']} ref={scroller}>
        <table
          ref={table}
          className={classes['table']}
          role="grid"
          style={{
            minWidth: `calc(${[marks ? MARKS_WIDTH : '0px', ...columns.map(({ width }) => width ?? LEAST_WIDTH)].join(' + ')})`,
          }}
          aria-label={props.label}
          aria-rowcount={shown.length + 1}
          aria-activedescendant={cursor >= first && cursor <= last ? `${id}-${cursor}` : undefined}
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <colgroup>
            {marks && <col style={{ width: MARKS_WIDTH }} />}
            {columns.map((column) => (
              <col key={column.key} style={column.width ? { width: column.width } : {}} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {marks && (
                <th scope="col" data-mark>
                  <Checkbox
                    aria-label={tableTexts.markAll}
                    checked={shown.length > 0 && shown.every((row) => marks.has(row))}
                    indeterminate={
                      shown.some((row) => marks.has(row)) && !shown.every((row) => marks.has(row))
                    }
                    onChange={(event) => marks.set(shown, event.currentTarget.checked)}
                  />
                </th>
              )}
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  data-align={column.align}
                  aria-sort={
                    sorting?.column === column.key
                      ? sorting.descending
                        ? 'descending'
                        : 'ascending'
                      : 'none'
                  }
                >
                  <button type="button" onClick={() => sortBy(column.key)}>
                    <span>{column.title}</span>
                    {sorting?.column === column.key &&
                      (sorting.descending ? (
                        <IconSortDescending size={14} />
                      ) : (
                        <IconSortAscending size={14} />
                      ))}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {padTop > 0 && <tr aria-hidden style={{ height: padTop }} />}
            {shown.slice(first, last + 1).map((row, offset) => {
              const index = first + offset;
              return (
                <tr
                  key={rowKey(row)}
                  id={`${id}-${index}`}
                  aria-rowindex={index + 2}
                  aria-selected={all || index === cursor || rowKey(row) === props.selected}
                  data-opens={onOpen ? true : undefined}
                  onClick={() => {
                    setCursor(index);
                    setAll(false);
                    onOpen?.(row);
                  }}
                >
                  {marks && (
                    <td data-mark onClick={(event) => event.stopPropagation()}>
                      <Checkbox
                        tabIndex={-1}
                        aria-label={tableTexts.mark(marks.label(row))}
                        checked={marks.has(row)}
                        onChange={(event) => {
                          setCursor(index);
                          marks.set([row], event.currentTarget.checked);
                        }}
                      />
                    </td>
                  )}
                  {columns.map((column) => (
                    <td
                      key={column.key}
                      data-align={column.align}
                      title={String(column.value(row) ?? '')}
                    >
                      {column.render ? column.render(row) : column.value(row)}
                    </td>
                  ))}
                </tr>
              );
            })}
            {padBottom > 0 && <tr aria-hidden style={{ height: padBottom }} />}
          </tbody>
        </table>
        {shown.length === 0 && (
          <Text p="md" c="dimmed">
            {tableTexts.nothingFound}
          </Text>
        )}
      </div>
    </div>
  );
}
