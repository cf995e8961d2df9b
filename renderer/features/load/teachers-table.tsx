import { Drawer, MultiSelect, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Load } from '#contract/load';
import type { IsoDate } from '#domain/calendar/iso-date';
import { formatHours } from '#domain/curriculum/totals';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { loadTexts } from '../../text/load';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { ErrorNotice } from '../../ui/error-notice';
import { teacherViews, type TeacherView } from './load-model';

const words = loadTexts.teachers;

const hours = (key: 'primary' | 'basic' | 'senior' | 'extra' | 'total'): Column<TeacherView> => ({
  key,
  title: words[key],
  value: (row) => (row[key] === 0 && key !== 'total' ? null : row[key]),
  render: (row) => (row[key] === 0 && key !== 'total' ? '' : formatHours(row[key])),
  width: '4.5rem',
  align: 'right',
});
const columns: readonly Column<TeacherView>[] = [
  { key: 'name', title: words.name, value: (row) => row.name, width: '17rem' },
  { key: 'position', title: words.position, value: (row) => row.position, width: '14rem' },
  { key: 'pages', title: words.pages, value: (row) => row.pages },
  hours('primary'),
  hours('basic'),
  hours('senior'),
  hours('extra'),
  hours('total'),
];

function Panel(props: {
  readonly load: Load;
  readonly view: TeacherView;
  readonly mayChange: boolean;
}) {
  const { load, view } = props;
  const save = useMutation({
    mutationFn: (ids: readonly string[]) =>
      core.load.setSubjects({ staffId: view.id, subjectIds: ids.map(Number) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queries.load.view.key() }),
  });
  return (
    <Stack gap="sm">
      <Text c="dimmed">{view.position}</Text>
      {view.pages === '' ? (
        <Text>{words.none}</Text>
      ) : (
        view.pages.split('; ').map((line) => <Text key={line}>{line}</Text>)
      )}
      <Text fw={600}>{words.hours(formatHours(view.total))}</Text>
      <MultiSelect
        label={words.subjects}
        description={words.subjectsHint}
        searchable
        disabled={!props.mayChange}
        comboboxProps={{ withinPortal: false }}
        data={load.subjects.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={view.subjectIds.map(String)}
        onChange={(ids) => save.mutate(ids)}
      />
      <ErrorNotice error={save.error} />
    </Stack>
  );
}

/** Each teacher's hours by level, with the total; a row opens the subjects the person teaches. */
export function TeachersTable(props: {
  readonly load: Load;
  readonly day: IsoDate;
  readonly mayChange: boolean;
}) {
  const [openId, setOpenId] = useState<number | null>(null);
  const rows = teacherViews(props.load, props.day);
  const open = rows.find(({ id }) => id === openId);
  return (
    <>
      <DataTable
        label={words.table}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.id}
        selected={openId}
        onOpen={(row) => setOpenId(row.id)}
        empty={<Text p="md">{words.none}</Text>}
      />
      <Drawer
        opened={open !== undefined}
        onClose={() => setOpenId(null)}
        title={open?.name ?? words.panel}
      >
        {open && <Panel load={props.load} view={open} mayChange={props.mayChange} />}
      </Drawer>
    </>
  );
}
