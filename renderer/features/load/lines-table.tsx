import { Menu, Popover, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Load, LoadCell, PageTeacher } from '#contract/load';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { formatHours } from '#domain/curriculum/totals';
import { loadTexts } from '../../text/load';
import { AssignmentEditor } from './assignment-editor';
import type { LineView } from './load-model';
import type { LoadStore } from './use-load';
import sheetTable from '../../ui/sheet-table.module.css';
import styles from './load.module.css';

const words = loadTexts;
const columns = words.columns;

type Shared = {
  readonly load: Load;
  readonly day: IsoDate;
  readonly firstDay: IsoDate;
  readonly store: LoadStore;
  readonly mayChange: boolean;
};

/** Those who teach on the day or later. */
const current = ({ teachers }: LoadCell, day: IsoDate) =>
  teachers.filter(({ to }) => to === null || to >= day);

function Teacher(
  props: Shared & {
    readonly view: LineView;
    readonly cell: LoadCell;
    readonly of: PageTeacher | undefined;
    readonly label: string;
  },
) {
  const { load, view, cell, of, mayChange } = props;
  const [open, setOpen] = useState(false);
  const person = load.teachers.find(({ id }) => id === of?.staffId);
  const name = of === undefined ? props.label : (person?.shortName ?? '');
  if (!mayChange) return <span data-missing={of === undefined || undefined}>{of && name}</span>;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      width={380}
      position="bottom-start"
      trapFocus
      withArrow
    >
      <Popover.Target>
        <UnstyledButton
          className={styles['teacher']}
          title={person?.name}
          data-missing={of === undefined || undefined}
          aria-label={`${columns.teacher}, ${view.line.className} ${view.line.subjectName} ${cell.groupName}: ${name}`}
          onClick={() => setOpen(!open)}
        >
          {name}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <AssignmentEditor
          load={load}
          line={view.line}
          cell={cell}
          of={of}
          firstDay={props.firstDay}
          store={props.store}
          onDone={() => setOpen(false)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Split(props: {
  readonly load: Load;
  readonly view: LineView;
  readonly onSplit: (key: string, division: string | undefined) => void;
}) {
  const { load, view } = props;
  const divisions = load.divisions.filter(({ classId }) => classId === view.line.classId);
  const untaught = view.cells.every(({ teachers }) => teachers.length === 0);
  if (!untaught || divisions.length === 0 || view.line.kind !== 'class') return null;
  return (
    <Menu>
      <Menu.Target>
        <UnstyledButton className={styles['split']}>{words.splitBy}</UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => props.onSplit(view.key, undefined)}>{words.whole}</Menu.Item>
        {divisions.map(({ name }) => (
          <Menu.Item key={name} onClick={() => props.onSplit(view.key, name)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Line(
  props: Shared & {
    readonly view: LineView;
    readonly onSplit: (key: string, division: string | undefined) => void;
  },
) {
  const { view, mayChange, day } = props;
  const { line, cells } = view;
  const rows = cells.flatMap((cell) => {
    const teachers: readonly (PageTeacher | undefined)[] = current(cell, day);
    return (teachers.length === 0 ? [undefined] : teachers).map((of) => ({ cell, of }));
  });
  const height = Math.max(1, rows.length);
  const difference = view.difference === 0 ? '' : formatHours(Math.abs(view.difference));
  const head = (
    <>
      <th scope="row" rowSpan={height}>
        {line.className}
      </th>
      <td rowSpan={height} className={styles['subject']} title={line.subjectName}>
        {line.subjectName}
        {mayChange && <Split load={props.load} view={view} onSplit={props.onSplit} />}
      </td>
    </>
  );
  const tail = (
    <>
      <td rowSpan={height} data-align="right">
        {formatHours(view.needed)}
      </td>
      <td rowSpan={height} data-align="right">
        {formatHours(view.given)}
      </td>
      <td rowSpan={height} data-align="right" data-state={view.state}>
        {view.state === 'missing' ? `−${difference || '0'}` : difference && `+${difference}`}
      </td>
    </>
  );
  if (rows.length === 0) {
    return (
      <tr data-first>
        {head}
        <td colSpan={4}>
          <Text c="dimmed" size="sm">
            {words.inStreams(line.inStreams.join(', '))}
          </Text>
        </td>
        {tail}
      </tr>
    );
  }
  return rows.map(({ cell, of }, index) => (
    <tr
      key={`${cell.groupId}:${of?.staffId ?? ''}:${of?.from ?? ''}`}
      data-first={index === 0 || undefined}
    >
      {index === 0 && head}
      <td className={styles['group']} title={cell.groupName}>
        {cell.groupName === '' ? words.whole : cell.groupName}
      </td>
      <td>
        <Teacher {...props} cell={cell} of={of} label={words.nobody} />
        {of !== undefined && mayChange && (
          <Teacher {...props} cell={cell} of={undefined} label="+" />
        )}
      </td>
      <td data-align="right">{of && formatHours(of.hours)}</td>
      <td>{of && words.span(formatDate(of.from), of.to && formatDate(of.to))}</td>
      {index === 0 && tail}
    </tr>
  ));
}

/** Each subject of each class: who teaches it, from when, and what is left to give. */
export function LinesTable(
  props: Shared & {
    readonly views: readonly LineView[];
    readonly onSplit: (key: string, division: string | undefined) => void;
  },
) {
  const { views, ...shared } = props;
  return (
    <div className={sheetTable['scroller']} tabIndex={0} role="region" aria-label={words.table}>
      <table className={`${sheetTable['table']} ${styles['table']}`} aria-label={words.table}>
        <thead>
          <tr>
            <th scope="col">{columns.class}</th>
            <th scope="col">{columns.subject}</th>
            <th scope="col">{columns.group}</th>
            <th scope="col">{columns.teacher}</th>
            <th scope="col" data-align="right">
              {columns.hours}
            </th>
            <th scope="col">{columns.from}</th>
            <th scope="col" data-align="right">
              {columns.planned}
            </th>
            <th scope="col" data-align="right">
              {columns.given}
            </th>
            <th scope="col" data-align="right">
              {columns.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {views.map((view) => (
            <Line key={view.key} view={view} {...shared} />
          ))}
        </tbody>
      </table>
      {views.length === 0 && (
        <Text p="md" c="dimmed">
          {words.nothing}
        </Text>
      )}
    </div>
  );
}
