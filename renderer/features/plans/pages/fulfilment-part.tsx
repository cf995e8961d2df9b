import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconPrinter } from '@tabler/icons-react';
import {
  FULFILMENT_GROUPS,
  fulfilmentLines,
  percentOf,
  sumFulfilment,
  type FulfilmentGroup,
  type FulfilmentLine,
} from '#domain/plans/fulfilment';
import { useYearInput } from '../../../api/chosen-year';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { useSession } from '../../../api/session';
import { useAddressParts } from '../../../routes/use-address-parts';
import { chosenPeriod, periodChoices } from '../../../text/period-choices';
import { plansTexts } from '../../../text/plans';
import { DataTable, type Column } from '../../../ui/data-table/data-table';
import { DocumentPage } from '../../../ui/document-view/document-view';
import { BackButton } from '../../../ui/document-view/paper-buttons';
import { noteMade } from '../../../ui/document-view/note-made';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorNotice } from '../../../ui/error-notice';
import { Loading } from '../../../ui/loading';
import { Page } from '../../../ui/page';

const words = plansTexts.fulfilment;
const heads = words.columns;

const percent = (line: FulfilmentLine) => {
  const value = percentOf(line);
  return value === null ? null : String(value).replace('.', ',');
};
const count = (
  key: 'planned' | 'given' | 'covered' | 'unfilled' | 'cancelled',
  width = '6rem',
): Column<FulfilmentLine> => ({
  key,
  title: heads[key],
  value: (line) => line[key],
  width,
  align: 'right',
});
const names: Readonly<Record<FulfilmentGroup, readonly Column<FulfilmentLine>[]>> = {
  page: [
    { key: 'class', title: heads.class, value: ({ name }) => name, width: '8.5rem' },
    { key: 'subject', title: heads.subject, value: ({ subjectName }) => subjectName },
    { key: 'teachers', title: heads.teachers, value: ({ teachers }) => teachers, width: '9.5rem' },
    {
      key: 'year',
      title: heads.year,
      value: ({ curriculum, planHours }) => `${curriculum ?? '—'} / ${planHours ?? '—'}`,
      width: '8rem',
      align: 'right',
    },
  ],
  class: [{ key: 'class', title: heads.class, value: ({ name }) => name }],
  subject: [{ key: 'subject', title: heads.subject, value: ({ subjectName }) => subjectName }],
  teacher: [{ key: 'teachers', title: heads.teachers, value: ({ teachers }) => teachers }],
};
const numbers: readonly Column<FulfilmentLine>[] = [
  count('planned', '5.75rem'),
  count('given', '4.5rem'),
  count('covered', '6.25rem'),
  {
    key: 'lag',
    title: heads.lag,
    value: ({ lag }) => lag,
    width: '4.5rem',
    align: 'right',
    render: ({ lag }) => (
      <Text span size="sm" {...(lag > 0 ? { fw: 600 } : { c: 'dimmed' })}>
        {lag}
      </Text>
    ),
  },
  {
    key: 'percent',
    title: heads.percent,
    value: percent,
    compare: (a, b) => (percentOf(a) ?? 0) - (percentOf(b) ?? 0),
    width: '4.25rem',
    align: 'right',
  },
  {
    key: 'controls',
    title: heads.controls,
    value: ({ controlsPlanned, controlsHeld }) => `${controlsPlanned} / ${controlsHeld}`,
    width: '6.25rem',
    align: 'right',
  },
];
/** There is room for these where pages stand together. */
const more = [count('cancelled', '5rem'), count('unfilled')];

/** Выполнение программ by page, class, subject or teacher, for a period or the year (K4, КИА 7.2). */
export function FulfilmentPart() {
  const { today, roles } = useSession();
  // A teacher's report is of the own pages only.
  const ofSchool = roles.some((role) => ['administrator', 'director', 'deputy'].includes(role));
  const year = useYearInput();
  const [parts, setParts] = useAddressParts();
  const overview = useQuery(queries.school.overview.queryOptions({ input: year }));
  const { data } = overview;
  const choices = data === undefined ? [] : periodChoices(data.periods, data.year);
  const chosen = chosenPeriod(choices, parts['period'], today);
  const by = FULFILMENT_GROUPS.find((one) => one === parts['by']) ?? 'page';
  const span = { ...year, from: chosen?.from ?? today, to: chosen?.to ?? today };
  const report = useQuery({
    ...queries.plans.fulfilment.queryOptions({ input: span }),
    enabled: chosen !== undefined,
    placeholderData: keepPreviousData,
  });
  if (parts['paper'] === 'yes' && chosen !== undefined) {
    return (
      <DocumentPage
        title={words.document}
        hint={chosen.label}
        label={words.document}
        view={queries.plans.fulfilmentSheet.queryOptions({ input: { ...span, by } })}
        save={(place) => core.plans.saveFulfilmentSheet({ ...span, by, ...place })}
        {...(ofSchool && { onMade: noteMade({ kind: 'programme', ...year }) })}
        actions={
          <BackButton onClick={() => setParts({ paper: undefined })}>{words.back}</BackButton>
        }
      />
    );
  }
  if (overview.isPending || (chosen !== undefined && report.isPending)) return <Loading />;
  const pages = (report.data ?? []).filter(
    ({ planned, planHours }) => planned > 0 || planHours !== null,
  );
  const total = sumFulfilment(pages);
  return (
    <Page
      title={plansTexts.tabs.fulfilment}
      hint={words.hint}
      actions={
        <Button
          leftSection={<IconPrinter size={16} />}
          disabled={pages.length === 0}
          onClick={() => setParts({ paper: 'yes' })}
        >
          {words.print}
        </Button>
      }
    >
      <ErrorNotice error={overview.error ?? report.error} onRetry={() => void report.refetch()} />
      <Group gap="sm">
        <Select
          aria-label={words.period}
          w="11rem"
          allowDeselect={false}
          data={choices.map(({ key, label }) => ({ value: key, label }))}
          value={chosen?.key ?? null}
          onChange={(period) => setParts({ period: period ?? undefined })}
        />
        <SegmentedControl
          aria-label={words.by}
          value={by}
          onChange={(next) => setParts({ by: next })}
          data={FULFILMENT_GROUPS.map((value) => ({ value, label: words.groups[value] }))}
        />
        <Text size="sm" fw={500} ml="auto" className="sj-numbers">
          {words.total}: {heads.planned.toLowerCase()} {total.planned}, {heads.given.toLowerCase()}{' '}
          {total.given}, {heads.covered.toLowerCase()} {total.covered}, {heads.lag.toLowerCase()}{' '}
          {total.lag}
        </Text>
      </Group>
      {!report.error && (
        <DataTable
          key={by}
          label={words.table}
          rows={fulfilmentLines(pages, by)}
          columns={[...names[by], ...numbers, ...(by === 'page' ? [] : more)]}
          rowKey={({ key }) => key}
          empty={<EmptyState title={words.empty} text={words.emptyText} />}
        />
      )}
    </Page>
  );
}
