import { Alert, Button, Group, Paper, Progress, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DataCheckRow, DataChecks } from '#contract/data-checks';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { MONTH_NAMES } from '#domain/calendar/month-names';
import { useYearInput } from '../../../api/chosen-year';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { queryClient } from '../../../api/query-client';
import { useSession } from '../../../api/session';
import { useAddressParts } from '../../../routes/use-address-parts';
import { checksTexts } from '../../../text/data-checks';
import { DataTable, type Column } from '../../../ui/data-table/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorNotice } from '../../../ui/error-notice';
import { Loading } from '../../../ui/loading';
import { Page } from '../../../ui/page';
import { CheckPupils } from './check-pupils';

const words = checksTexts.columns;
/** «ноябрь 2026»: what a monthly check is called. */
const monthOf = (day: IsoDate) =>
  `${MONTH_NAMES[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
const doneOf = ({ confirmed, changed }: DataCheckRow) => confirmed + changed;

const columns: readonly Column<DataCheckRow>[] = [
  { key: 'class', title: words.className, value: (row) => row.className, width: '5rem' },
  { key: 'name', title: words.name, value: (row) => row.name },
  {
    key: 'started',
    title: words.startedOn,
    width: '8rem',
    value: (row) => formatDate(row.startedOn),
    compare: (a, b) => a.startedOn.localeCompare(b.startedOn),
  },
  { key: 'teacher', title: words.teacher, value: (row) => row.homeroomTeacher },
  {
    key: 'done',
    title: words.done,
    width: '14rem',
    value: (row) => checksTexts.done(doneOf(row), row.pupils),
    compare: (a, b) => doneOf(a) / Math.max(1, a.pupils) - doneOf(b) / Math.max(1, b.pupils),
    render: (row) => (
      <Group gap="xs" wrap="nowrap">
        <span className="sj-numbers">{checksTexts.done(doneOf(row), row.pupils)}</span>
        <Progress
          flex={1}
          aria-label={checksTexts.done(doneOf(row), row.pupils)}
          value={(100 * doneOf(row)) / Math.max(1, row.pupils)}
        />
      </Group>
    ),
  },
  {
    key: 'changed',
    title: words.changed,
    value: (row) => row.changed,
    width: '10rem',
    align: 'right',
  },
];

/** Begins a check of a class, named by the month unless it is called otherwise. */
function StartCheck(props: {
  readonly classes: DataChecks['classes'];
  readonly onStarted: (checkId: number) => void;
}) {
  const { today } = useSession();
  const [classId, setClassId] = useState<number | undefined>(props.classes[0]?.id);
  const [name, setName] = useState(monthOf(today));
  const start = useMutation({
    mutationFn: (chosen: number) => core.dataChecks.start({ classId: chosen, name }),
    onSuccess: async ({ checkId }) => {
      await queryClient.invalidateQueries({ queryKey: queries.dataChecks.key() });
      props.onStarted(checkId);
    },
  });
  return (
    <Paper withBorder p="sm" component="section" aria-label={checksTexts.start}>
      <Group gap="sm" align="flex-end">
        <Select
          w="7rem"
          label={checksTexts.class}
          searchable
          allowDeselect={false}
          data={props.classes.map((one) => ({ value: String(one.id), label: one.name }))}
          value={classId === undefined ? null : String(classId)}
          onChange={(chosen) => setClassId(Number(chosen))}
        />
        <TextInput
          w="14rem"
          label={checksTexts.name}
          placeholder={checksTexts.namePlaceholder}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && classId !== undefined) start.mutate(classId);
          }}
        />
        <Button
          disabled={classId === undefined || name.trim() === ''}
          loading={start.isPending}
          onClick={() => classId !== undefined && start.mutate(classId)}
        >
          {checksTexts.start}
        </Button>
      </Group>
      <ErrorNotice error={start.error} />
    </Paper>
  );
}

/** The checks of pupils' data with the parents, class by class (ИНС б, КИА 4.3.10). */
export function ChecksScreen() {
  const year = useYearInput();
  const [parts, setParts] = useAddressParts();
  const list = useQuery(queries.dataChecks.list.queryOptions({ input: year }));
  if (list.isPending) return <Loading />;
  const { checks, classes } = list.data ?? { checks: [], classes: [] };
  const open = checks.find(({ id }) => id === Number(parts['check']));
  const show = (checkId: number | undefined) =>
    setParts({ check: checkId === undefined ? undefined : String(checkId) });
  if (open !== undefined)
    return <CheckPupils key={open.id} check={open} onBack={() => show(undefined)} />;
  const mine = classes.filter(({ mayEdit }) => mayEdit);
  const late = classes.filter(({ lastOn }) => lastOn === null).map(({ name }) => name);
  return (
    <Page title={checksTexts.title} hint={checksTexts.hint}>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {mine.length > 0 && <StartCheck classes={mine} onStarted={show} />}
      {checks.length > 0 && late.length > 0 && (
        <Alert color="yellow">{checksTexts.late(late.join(', '))}</Alert>
      )}
      {list.data && (
        <DataTable
          label={checksTexts.table}
          rows={checks}
          columns={columns}
          rowKey={(row) => row.id}
          onOpen={(row) => show(row.id)}
          empty={
            <EmptyState
              title={checksTexts.empty}
              text={mine.length > 0 ? checksTexts.emptyText : checksTexts.emptyLook}
            />
          }
        />
      )}
    </Page>
  );
}
