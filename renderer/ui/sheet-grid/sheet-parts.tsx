import { memo, type ReactNode } from 'react';
import classes from './sheet-grid.module.css';

export type SheetCell = {
  readonly text: string;
  /** A letter beside the text that says what the tint says. */
  readonly sign?: string;
  /** `off`: nothing can stand here. */
  readonly tone?: 'soft' | 'other' | 'wrong' | 'off';
  readonly title?: string;
  /** A group of columns begins here: a day of a week. */
  readonly starts?: boolean;
};
export type SheetRow = {
  readonly key: string | number;
  readonly name: string;
  readonly cells: readonly SheetCell[];
};
export type SheetColumn = {
  readonly key: string | number;
  /** In two lines where there is a line break in it. */
  readonly name: string;
  readonly title?: string;
  /** The least width, where the texts are longer than a number: «9rem». */
  readonly width?: string;
  readonly starts?: boolean;
  /** What stands over it and its neighbours of the same word: a day over its lessons. */
  readonly over?: string;
};
type FootCell = { readonly text: string; readonly bad?: boolean; readonly title?: string };
export type FootRow = { readonly name: string; readonly cells: readonly FootCell[] };

type RowProps = {
  readonly id: string;
  readonly row: SheetRow;
  readonly index: number;
  /** The cursor's column where it is in this row, otherwise -1. */
  readonly cursor: number;
  readonly left: number;
  readonly right: number;
  readonly editing: string | null;
  readonly onEdit: (text: string) => void;
  readonly onLeave: () => void;
};

/** A row of the sheet: its name and its cells, one of them perhaps being typed into. */
export const SheetBodyRow = memo(function SheetBodyRow(props: RowProps) {
  const { row, index, cursor, left, right, editing } = props;
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row" role="rowheader" title={row.name} data-current={cursor >= 0 || undefined}>
        {row.name}
      </th>
      {row.cells.map((cell, col) => (
        <td
          key={col}
          role="gridcell"
          id={`${props.id}-${index}-${col}`}
          data-row={index}
          data-col={col}
          data-cursor={col === cursor || undefined}
          data-chosen={(left <= col && col <= right) || undefined}
          data-tone={cell.tone}
          data-starts={cell.starts || undefined}
          aria-selected={left <= col && col <= right}
          title={cell.title}
        >
          {col === cursor && editing !== null ? (
            <input
              className={classes['editor']}
              aria-label={row.name}
              value={editing}
              autoFocus
              onChange={(event) => props.onEdit(event.currentTarget.value)}
              onBlur={props.onLeave}
            />
          ) : (
            <>
              {cell.text}
              {cell.sign !== undefined && <span className={classes['sign']}>{cell.sign}</span>}
            </>
          )}
        </td>
      ))}
    </tr>
  );
});

/** The names of the columns, in two rows where some stand under a common one. */
export function SheetHead(props: {
  readonly corner: ReactNode;
  readonly columns: readonly SheetColumn[];
  /** The cursor's column. */
  readonly current: number;
}) {
  const { columns } = props;
  const grouped = columns.some(({ over }) => over !== undefined);
  const head = (column: SheetColumn, col: number) => (
    <th
      key={column.key}
      scope="col"
      rowSpan={column.over === undefined && grouped ? 2 : 1}
      title={column.title}
      data-starts={column.starts || undefined}
      data-lines={column.name.includes('\n') || undefined}
      style={{ minWidth: column.width }}
      data-current={col === props.current || undefined}
    >
      {column.name}
    </th>
  );
  const heads = columns.flatMap((column, col) =>
    column.over === undefined ? [] : head(column, col),
  );

  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={heads.length > 0 ? 2 : 1}>
          {props.corner}
        </th>
        {columns.map((column, col) =>
          column.over === undefined ? (
            head(column, col)
          ) : column.over === columns[col - 1]?.over ? null : (
            <th
              key={column.over}
              scope="colgroup"
              colSpan={columns.filter(({ over }) => over === column.over).length}
              data-starts={column.starts || undefined}
            >
              {column.over}
            </th>
          ),
        )}
      </tr>
      {heads.length > 0 && <tr>{heads}</tr>}
    </thead>
  );
}

/** The sums under the rows. */
export function SheetFoot(props: {
  readonly foot: readonly FootRow[];
  readonly columns: readonly SheetColumn[];
  /** The rows above. */
  readonly rows: number;
}) {
  const { columns } = props;
  return (
    <tfoot>
      {props.foot.map((foot, index) => (
        <tr key={foot.name} aria-rowindex={props.rows + 2 + index}>
          <th scope="row" role="rowheader">
            {foot.name}
          </th>
          {foot.cells.map((cell, col) => (
            <td
              key={columns[col]?.key ?? col}
              role="gridcell"
              title={cell.title}
              data-bad={cell.bad || undefined}
            >
              {cell.text}
            </td>
          ))}
        </tr>
      ))}
    </tfoot>
  );
}
