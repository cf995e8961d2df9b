import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlanList, PlanSummary } from '#contract/plans';
import { useYearInput } from '../../../api/chosen-year';
import { mayCall } from '../../../api/procedure-meta';
import { queries } from '../../../api/queries';
import { useSession } from '../../../api/session';
import { difference, plansTexts } from '../../../text/plans';
import { DataTable, type Column } from '../../../ui/data-table/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorNotice } from '../../../ui/error-notice';
import { Loading } from '../../../ui/loading';
import { Page } from '../../../ui/page';

const words = plansTexts.list;
type Unplanned = PlanList['without'][number];

/** The differences of a plan from the curriculum, each once: «8-А: не хватает 2 часов» (КИА 4.4.8). */
function curriculumText({ hours, pages }: PlanSummary): string {
  const said = new Set(pages.map(({ curriculum }) => difference(hours, curriculum)));
  return [...said].join('; ');
}
const agrees = ({ hours, pages }: PlanSummary) =>
  pages.every(({ curriculum }) => curriculum === null || curriculum === hours);

const planColumns: readonly Column<PlanSummary>[] = [
  {
    key: 'title',
    title: words.columns.title,
    value: ({ title, subjectName }) =>
      title.includes(subjectName) ? title : `${title} · ${subjectName}`,
  },
  {
    key: 'grade',
    title: words.columns.grade,
    value: ({ grade }) => grade,
    width: '3.75rem',
    align: 'right',
  },
  { key: 'author', title: words.columns.author, value: ({ author }) => author, width: '12rem' },
  {
    key: 'hours',
    title: words.columns.hours,
    value: ({ hours }) => hours,
    width: '5rem',
    align: 'right',
  },
  {
    key: 'curriculum',
    title: words.columns.curriculum,
    value: curriculumText,
    width: '15rem',
    render: (plan) => (
      <Text span size="sm" {...(agrees(plan) ? { c: 'dimmed' } : { fw: 600 })}>
        {curriculumText(plan)}
      </Text>
    ),
  },
  {
    key: 'controls',
    title: words.columns.controls,
    value: ({ controls }) => controls,
    width: '4.25rem',
    align: 'right',
  },
  {
    key: 'pages',
    title: words.columns.pages,
    value: ({ pages }) => pages.map(({ name }) => name).join('; ') || words.nobody,
    width: '14rem',
  },
];

const pageColumns: readonly Column<Unplanned>[] = [
  { key: 'page', title: words.columns.page, value: ({ name }) => name, width: '14rem' },
  { key: 'subject', title: words.columns.subject, value: ({ subjectName }) => subjectName },
  {
    key: 'teachers',
    title: words.columns.teachers,
    value: ({ teachers }) => teachers.join(', '),
    width: '18rem',
  },
];

/** Every plan the person may see, and the pages that have none yet (K1, K2). */
export function PlansList() {
  const { roles } = useSession();
  const navigate = useNavigate();
  const year = useYearInput();
  const list = useQuery(queries.plans.list.queryOptions({ input: year }));
  const [shown, setShown] = useState<'plans' | 'without'>('plans');
  const mayMake = mayCall(roles, 'plans.create');
  if (list.isPending) return <Loading />;
  const { plans = [], without = [] } = list.data ?? {};
  const buttons = mayMake && (
    <Group gap="xs">
      <Button component={Link} to="/plans/list/new">
        {words.make}
      </Button>
      <Button component={Link} to="/plans/list/import" variant="default">
        {words.fromFile}
      </Button>
    </Group>
  );
  const nothing = (
    <EmptyState
      title={mayMake ? words.empty : words.emptyLook}
      text={mayMake ? words.emptyText : words.emptyLookText}
      action={buttons}
    />
  );
  const tools = (
    <SegmentedControl
      value={shown}
      onChange={(next) => setShown(next)}
      data={[
        { value: 'plans', label: words.shown.plans(plans.length) },
        { value: 'without', label: words.shown.without(without.length) },
      ]}
    />
  );
  return (
    <Page title={plansTexts.title} hint={words.hint} actions={plans.length > 0 && buttons}>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {!list.error && shown === 'plans' && (
        <>
          {plans.length === 0 && without.length > 0 && <Group>{tools}</Group>}
          <DataTable
            key="plans"
            label={words.table}
            rows={plans}
            columns={planColumns}
            rowKey={({ id }) => id}
            onOpen={({ id }) => void navigate({ to: `/plans/list/${id}` })}
            tools={tools}
            empty={nothing}
          />
        </>
      )}
      {!list.error && shown === 'without' && (
        <>
          {without.length === 0 && <Group>{tools}</Group>}
          <DataTable
            key="without"
            label={words.noPlanTable}
            rows={without}
            columns={pageColumns}
            rowKey={({ id }) => id}
            tools={tools}
            {...(mayMake && {
              onOpen: ({ id }: Unplanned) =>
                void navigate({ to: '/plans/list/new', search: { page: String(id) } }),
            })}
            empty={<EmptyState title={words.allPlanned} text={words.allPlannedText} />}
          />
        </>
      )}
    </Page>
  );
}
