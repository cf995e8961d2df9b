import { Text } from '@mantine/core';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ClassGroup, ClassGroups, Division, GroupPupil } from '#contract/groups';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { groupsTexts } from '../../text/groups';
import { stepOf } from '../../ui/sheet-grid/range';
import { inClass, placeOf, type Move } from './placing';
import sheetTable from '../../ui/sheet-table.module.css';
import styles from './groups.module.css';

const words = groupsTexts;

export type GridColumn = { readonly division: Division; readonly group: ClassGroup };

/** Pupils down, groups across: a full circle is where the pupil is on the day. */
export function GroupGrid(props: {
  readonly groups: ClassGroups;
  readonly day: IsoDate;
  readonly readOnly: boolean;
  readonly head: (column: GridColumn) => ReactNode;
  readonly divisionHead: (division: Division) => ReactNode;
  readonly onMove: (division: Division, move: Move) => void;
  readonly onUndo: () => void;
}) {
  const { groups, day, readOnly } = props;
  const id = useId();
  const [at, setAt] = useState({ row: 0, col: 0 });
  const columns = groups.divisions.flatMap((division) =>
    division.groups.map((group): GridColumn => ({ division, group })),
  );
  // Who had left before the day is not on the list any more.
  const pupils = groups.pupils.filter(({ to }) => to === null || to >= day);
  const size = { rows: pupils.length, cols: columns.length };
  const cursor = {
    row: Math.min(at.row, Math.max(0, size.rows - 1)),
    col: Math.min(at.col, Math.max(0, size.cols - 1)),
  };
  const isIn = (pupil: GroupPupil, { division, group }: GridColumn) =>
    placeOf(division, pupil, day) === group.id;
  const toggle = (row: number, col: number) => {
    const [pupil, column] = [pupils[row], columns[col]];
    if (readOnly || pupil === undefined || column === undefined || !inClass(pupil, day)) return;
    const leaves = isIn(pupil, column);
    if (!leaves && column.group.archived) return;
    props.onMove(column.division, {
      pupilId: pupil.id,
      groupId: leaves ? null : column.group.id,
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const step = stepOf(event.key, event.ctrlKey, cursor, size);
    if (step !== undefined) {
      setAt(step);
      document
        .getElementById(`${id}-${step.row}-${step.col}`)
        ?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === ' ' || event.key === 'Enter') toggle(cursor.row, cursor.col);
    else if (event.ctrlKey && event.code === 'KeyZ') props.onUndo();
    else return;
    event.preventDefault();
  };
  const note = (pupil: GroupPupil) => {
    if (pupil.to !== null) return words.left(formatDate(pupil.to));
    return pupil.from > groups.year.startsOn ? words.came(formatDate(pupil.from)) : '';
  };
  return (
    <div className={sheetTable['scroller']}>
      <table
        role="grid"
        className={styles['grid']}
        aria-label={words.table(groups.className)}
        aria-rowcount={pupils.length + 2}
        aria-activedescendant={`${id}-${cursor.row}-${cursor.col}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={styles['names']}>
              {words.pupil}
            </th>
            {groups.divisions.map((division) => (
              <th
                key={division.groups[0]?.id}
                scope="colgroup"
                colSpan={division.groups.length}
                className={styles['division']}
              >
                {props.divisionHead(division)}
              </th>
            ))}
          </tr>
          <tr>
            {columns.map((column) => (
              <th key={column.group.id} scope="col">
                {props.head(column)}
                <Text component="span" size="xs" c="dimmed">
                  {` ${pupils.filter((pupil) => inClass(pupil, day) && isIn(pupil, column)).length}`}
                </Text>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pupils.map((pupil, row) => (
            <tr key={pupil.id} aria-rowindex={row + 3}>
              <th scope="row" role="rowheader">
                {pupil.name}
                <Text component="span" size="xs" c="dimmed">
                  {` ${note(pupil)}`}
                </Text>
              </th>
              {columns.map((column, col) => {
                const chosen = isIn(pupil, column);
                const cell = { row, col };
                return (
                  <td
                    key={column.group.id}
                    id={`${id}-${row}-${col}`}
                    role="gridcell"
                    aria-selected={chosen}
                    aria-label={`${pupil.name}, ${column.group.name}`}
                    data-cursor={(row === cursor.row && col === cursor.col) || undefined}
                    data-closed={!inClass(pupil, day) || column.group.archived || undefined}
                    data-edge={column.division.groups[0] === column.group || undefined}
                    onClick={() => {
                      setAt(cell);
                      toggle(row, col);
                    }}
                  >
                    {chosen ? '●' : ''}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
