import { Group, Progress } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconCircleDashed, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReadinessRow } from '#contract/readiness';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { READINESS_STATES, type ReadinessState } from '#domain/readiness/readiness';
import { STATE_NAMES } from '#domain/readiness/readiness-document';
import { SECTION_KEYS, sectionFacts } from '#domain/readiness/sections';
import { amountWords, missingWords } from '#domain/readiness/words';
import { useYearInput } from '../../api/chosen-year';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { useAddressParts } from '../../routes/use-address-parts';
import { readinessTexts as words } from '../../text/readiness';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { DocumentPage } from '../../ui/document-view/document-view';
import { BackButton, PaperButton } from '../../ui/document-view/paper-buttons';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import { placeOfSection } from './places';

/** Names that a line of the table has room for; the rest is counted, and stands on paper. */
const NAMES_SHOWN = 4;
const SIGNS: Readonly<Record<ReadinessState, { readonly icon: Icon; readonly color: string }>> = {
  missing: { icon: IconAlertCircle, color: 'orange' },
  partly: { icon: IconCircleDashed, color: 'yellow' },
  done: { icon: IconCircleCheck, color: 'green' },
};

const rank = ({ state }: ReadinessRow) => READINESS_STATES.indexOf(state);
const place = ({ section }: ReadinessRow) => SECTION_KEYS.indexOf(section);
const dayOf = ({ due }: ReadinessRow) => (due === null ? '' : formatDate(due));
const isLate = ({ due, state }: ReadinessRow, today: IsoDate) =>
  due !== null && due < today && state !== 'done';
const stateWords = (row: ReadinessRow) =>
  [STATE_NAMES[row.state], amountWords(row)].filter((part) => part !== '').join(', ');

function StateCell({ row }: { readonly row: ReadinessRow }) {
  const { icon: Sign, color } = SIGNS[row.state];
  const share = row.total === 0 ? Number(row.state === 'done') : row.have / row.total;
  return (
    <Group gap="xs" wrap="nowrap">
      <Sign
        size={17}
        style={{ flex: 'none' }}
        color={`var(--mantine-color-${color}-text)`}
        aria-label={STATE_NAMES[row.state]}
      />
      <Progress w="2.25rem" flex="none" value={share * 100} color={color} aria-hidden />
      <span className="sj-numbers">{amountWords(row)}</span>
    </Group>
  );
}

const columnsOn = (today: IsoDate): readonly Column<ReadinessRow>[] => [
  {
    key: 'section',
    title: words.columns.section,
    value: ({ section }) => sectionFacts(section).title,
    compare: (a, b) => place(a) - place(b),
    width: '15rem',
  },
  {
    key: 'state',
    title: words.columns.state,
    value: stateWords,
    render: (row) => <StateCell row={row} />,
    compare: (a, b) => rank(a) - rank(b) || place(a) - place(b),
    width: '15rem',
  },
  {
    key: 'missing',
    title: words.columns.missing,
    value: (row) => missingWords(row, NAMES_SHOWN),
  },
  { key: 'by', title: words.columns.by, value: ({ by }) => by, width: '11rem' },
  {
    key: 'due',
    title: words.columns.due,
    value: (row) => (isLate(row, today) ? words.late(dayOf(row)) : dayOf(row)),
    render: (row) => (
      <span className="sj-numbers">
        {dayOf(row)}
        {isLate(row, today) && (
          <IconAlertCircle
            size={15}
            color="var(--mantine-color-orange-text)"
            style={{ verticalAlign: '-2px', marginInlineStart: 4 }}
            aria-label={words.isLate}
          />
        )}
      </span>
    ),
    compare: (a, b) => (a.due ?? '').localeCompare(b.due ?? ''),
    width: '8rem',
  },
  {
    key: 'clauses',
    title: words.columns.clauses,
    value: ({ clauses }) => clauses.join(', '),
    width: '7.5rem',
  },
];

/** «Готовность к году»: what of the journal is formed and what is missing, section by section (D3). */
export function ReadinessScreen() {
  const { today, roles } = useSession();
  const [parts, setParts] = useAddressParts();
  const navigate = useNavigate();
  const chosen = useYearInput();
  // A duty leads to the year that is to be prepared, whichever is worked in.
  const named = Number(parts['year']) || undefined;
  const year = named === undefined ? chosen : { yearId: named };
  const found = useQuery({
    ...queries.readiness.ofYear.queryOptions({ input: year }),
    // Whoever comes back from having done something sees it done.
    staleTime: 0,
  });
  if (parts['paper'] !== undefined) {
    return (
      <DocumentPage
        title={words.title}
        label={words.paperTitle}
        view={queries.readiness.paper.queryOptions({ input: year })}
        save={(to) => core.readiness.savePaper({ ...year, ...to })}
        actions={
          <BackButton onClick={() => setParts({ paper: undefined })}>{words.back}</BackButton>
        }
      />
    );
  }
  const { yearName, rows } = found.data ?? { yearName: '', rows: [] };
  const done = rows.filter(({ state }) => state === 'done').length;
  return (
    <Page
      title={words.title}
      hint={found.data && words.hint(yearName, done, rows.length)}
      actions={<PaperButton onClick={() => setParts({ paper: '1' })}>{words.paper}</PaperButton>}
    >
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && (
        <DataTable
          label={words.label}
          rows={rows}
          columns={columnsOn(today)}
          rowKey={({ section }) => section}
          empty={null}
          onOpen={({ section }) => void navigate({ to: placeOfSection(section, roles) })}
        />
      )}
    </Page>
  );
}
