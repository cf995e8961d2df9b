import { Button, Drawer } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IndividualPlan } from '#contract/individual';
import { dayWithin, formatDate } from '#domain/calendar/iso-date';
import { formatHours } from '#domain/curriculum/totals';
import { useYearInput } from '../../api/chosen-year';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { individualTexts } from '../../text/individual';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import { PlanPanel } from './plan-panel';

const words = individualTexts;

const alone = ({ items }: IndividualPlan) =>
  items
    .filter(({ mode }) => mode === 'individual')
    .map(({ subjectName, hoursPerWeek, teachers }) =>
      [
        words.alone(subjectName, formatHours(hoursPerWeek)),
        teachers.length > 0 ? teachers.join(', ') : words.noTeacher,
      ].join(', '),
    )
    .join('; ');
const columns: readonly Column<IndividualPlan>[] = [
  { key: 'pupil', title: words.columns.pupil, value: (row) => row.pupilName, width: '17rem' },
  { key: 'class', title: words.columns.class, value: (row) => row.className, width: '5rem' },
  {
    key: 'days',
    title: words.columns.days,
    value: (row) => words.span(formatDate(row.from), row.to && formatDate(row.to)),
    compare: (one, other) => one.from.localeCompare(other.from),
    width: '13rem',
  },
  { key: 'alone', title: words.columns.alone, value: alone },
  {
    key: 'exempt',
    title: words.columns.exempt,
    value: ({ items }) =>
      items
        .filter(({ mode }) => mode === 'exempt')
        .map(({ subjectName }) => subjectName)
        .join(', '),
  },
  {
    key: 'hours',
    title: words.columns.hours,
    value: ({ items }) => items.reduce((sum, { hoursPerWeek }) => sum + hoursPerWeek, 0),
    width: '5rem',
    align: 'right',
  },
  { key: 'reason', title: words.columns.reason, value: (row) => row.reason, width: '12rem' },
];

/** Pupils with an individual curriculum (S5): from when, in what, and their own timetable. */
export function IndividualScreen() {
  const { roles, today } = useSession();
  const year = useYearInput();
  const plans = useQuery(queries.individual.plans.queryOptions({ input: year }));
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const mayChange = mayCall(roles, 'individual.set');
  if (plans.isPending) return <Loading />;
  const { data } = plans;
  const plan = data?.plans.find(({ id }) => id === open);
  const add = mayChange && (
    <Button leftSection={<IconPlus size={15} />} onClick={() => setOpen('new')}>
      {words.add}
    </Button>
  );
  return (
    <Page title={words.title} hint={words.hint} actions={add}>
      <ErrorNotice error={plans.error} onRetry={() => void plans.refetch()} />
      {data && (
        <DataTable
          label={words.table}
          rows={data.plans}
          columns={columns}
          rowKey={(row) => row.id}
          selected={typeof open === 'number' ? open : null}
          onOpen={(row) => setOpen(row.id)}
          empty={<EmptyState title={words.empty} text={words.emptyText} action={add} />}
        />
      )}
      <Drawer
        opened={open === 'new' || plan !== undefined}
        onClose={() => setOpen(null)}
        size="46rem"
        title={plan === undefined ? words.panel.newTitle : `${plan.pupilName}, ${plan.className}`}
      >
        {data && (open === 'new' || plan !== undefined) && (
          <PlanPanel
            key={open}
            data={data}
            plan={plan}
            firstDay={dayWithin(data.year, today)}
            readOnly={!mayChange}
            onDone={() => setOpen(null)}
          />
        )}
      </Drawer>
    </Page>
  );
}
