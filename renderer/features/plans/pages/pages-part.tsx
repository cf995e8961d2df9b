import { Checkbox, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { PageStanding } from '#contract/plans';
import { formatDate } from '#domain/calendar/iso-date';
import { useYearInput } from '../../../api/chosen-year';
import { queries } from '../../../api/queries';
import { useSession } from '../../../api/session';
import { useAddressParts } from '../../../routes/use-address-parts';
import { plansTexts } from '../../../text/plans';
import { DataTable, type Column } from '../../../ui/data-table/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorNotice } from '../../../ui/error-notice';
import { Loading } from '../../../ui/loading';
import { Page } from '../../../ui/page';
import { CorrectionSheetPage } from './correction-sheet-page';
import { LayoutPage } from './layout-page';

const words = plansTexts.pages;

const lagText = ({ planId, progress: { lag } }: PageStanding) => {
  if (planId === null) return words.noPlan;
  if (lag === 0) return words.inStep;
  return lag > 0 ? words.behind(lag) : words.ahead(-lag);
};
function yearEndText({ planId, lessonsMissing, spare }: PageStanding): string {
  if (planId === null) return '';
  if (lessonsMissing > 0) return words.missing(lessonsMissing);
  return spare > 0 ? words.spare(spare) : words.fits;
}
const number = (
  key: 'planned' | 'given' | 'covered' | 'unfilled',
  width: string,
): Column<PageStanding> => ({
  key,
  title: words.columns[key],
  value: ({ progress }) => progress[key],
  width,
  align: 'right',
});

const columns: readonly Column<PageStanding>[] = [
  { key: 'page', title: words.columns.page, value: ({ name }) => name, width: '9rem' },
  { key: 'subject', title: words.columns.subject, value: ({ subjectName }) => subjectName },
  {
    key: 'teachers',
    title: words.columns.teachers,
    value: ({ teachers }) => teachers.join(', '),
    width: '9.5rem',
  },
  number('planned', '6.25rem'),
  number('given', '4.5rem'),
  number('covered', '6.5rem'),
  {
    key: 'lag',
    title: words.columns.lag,
    value: lagText,
    compare: (a, b) => a.progress.lag - b.progress.lag,
    width: '8.5rem',
    render: (row) => (
      <Text span size="sm" {...(row.progress.lag > 0 ? { fw: 600 } : { c: 'dimmed' })}>
        {lagText(row)}
      </Text>
    ),
  },
  {
    key: 'yearEnd',
    title: words.columns.yearEnd,
    value: yearEndText,
    compare: (a, b) => a.lessonsMissing - a.spare - (b.lessonsMissing - b.spare),
    width: '11rem',
    render: (row) => (
      <Text span size="sm" {...(row.lessonsMissing > 0 ? { fw: 600 } : { c: 'dimmed' })}>
        {yearEndText(row)}
      </Text>
    ),
  },
  number('unfilled', '6rem'),
];

function Standings() {
  const navigate = useNavigate();
  const { today } = useSession();
  const year = useYearInput();
  const [parts, setParts] = useAddressParts();
  const standings = useQuery(queries.plans.standings.queryOptions({ input: year }));
  if (standings.isPending) return <Loading />;
  const onlyLag = parts['lag'] === 'yes';
  const rows = standings.data ?? [];
  const shown = onlyLag ? rows.filter(({ progress }) => progress.lag > 0) : rows;
  return (
    <Page title={plansTexts.tabs.pages} hint={words.hint(formatDate(today))}>
      <ErrorNotice error={standings.error} onRetry={() => void standings.refetch()} />
      {!standings.error && (
        <DataTable
          label={words.table}
          rows={shown.length === 0 ? rows : shown}
          columns={columns}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: `/plans/pages/${id}` })}
          tools={
            <Checkbox
              label={words.onlyLag}
              checked={onlyLag}
              onChange={(event) =>
                setParts({ lag: event.currentTarget.checked ? 'yes' : undefined })
              }
            />
          }
          empty={<EmptyState title={words.empty} text={words.emptyText} />}
        />
      )}
    </Page>
  );
}

/** How every page goes by its plan, one page with its topics by date, or its correction sheet. */
export function PagesPart() {
  const { id } = useParams({ strict: false }) as { readonly id?: string };
  const [parts] = useAddressParts();
  const pageId = Number(id);
  if (!(pageId > 0)) return <Standings />;
  if (parts['sheet'] === 'yes') return <CorrectionSheetPage pageId={pageId} />;
  return <LayoutPage key={pageId} pageId={pageId} />;
}
