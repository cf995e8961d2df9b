import { Button, Group, Menu, Select, Switch } from '@mantine/core';
import { IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { PupilListRow } from '#contract/people';
import { formatDate } from '#domain/calendar/iso-date';
import { compareNames } from '#domain/people/name';
import { seesEveryCard } from '#domain/pupils/card-rights';
import { useYearInput } from '../../api/chosen-year';
import { queries } from '../../api/queries';
import { mayCall } from '../../api/procedure-meta';
import { useSession } from '../../api/session';
import { hasScreen } from '../../routes/screens';
import { useAddressParts } from '../../routes/use-address-parts';
import { peopleTexts } from '../../text/people';
import { pupilsTexts } from '../../text/pupils';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';

const words = pupilsTexts.columns;

const columns: readonly Column<PupilListRow>[] = [
  { key: 'lastName', title: words.lastName, value: (row) => row.lastName, compare: compareNames },
  { key: 'firstName', title: words.firstName, value: (row) => row.firstName },
  { key: 'middleName', title: words.middleName, value: (row) => row.middleName },
  { key: 'class', title: words.className, value: (row) => row.className, width: '6rem' },
  {
    key: 'birthDate',
    title: words.birthDate,
    width: '10.5rem',
    value: (row) => row.birthDate && formatDate(row.birthDate),
    compare: (a, b) => (a.birthDate ?? '').localeCompare(b.birthDate ?? ''),
  },
  {
    key: 'sex',
    title: words.sex,
    width: '5rem',
    value: (row) => row.sex && pupilsTexts.sex[row.sex],
  },
  { key: 'file', title: words.personalFile, width: '9rem', value: (row) => row.personalFile },
];
const leftColumns: readonly Column<PupilListRow>[] = [
  ...columns,
  {
    key: 'leftOn',
    title: pupilsTexts.leftOn,
    width: '8rem',
    value: (row) => row.leftOn && formatDate(row.leftOn),
    compare: (a, b) => (a.leftOn ?? '').localeCompare(b.leftOn ?? ''),
  },
];

/** The papers of the chosen class. */
function Papers({ classId }: { readonly classId: number | undefined }) {
  const navigate = useNavigate();
  const { roles } = useSession();
  const papers = pupilsTexts.papers;
  const open = (paper: string) => () =>
    void navigate({ to: `/pupils/paper/${paper}`, search: { class: String(classId) } });
  const label = classId === undefined ? papers.chooseClass : papers.menu;
  return (
    <Menu position="bottom-end" withArrow>
      <Menu.Target>
        <Button
          variant="default"
          disabled={classId === undefined}
          title={label}
          leftSection={<IconPrinter size={16} />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {papers.menu}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={open('class-list')}>{papers.classList}</Menu.Item>
        <Menu.Item onClick={open('facts')}>{papers.mainFacts}</Menu.Item>
        {mayCall(roles, 'pupilPapers.health') && <HealthItem onClick={open('health')} />}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Only who may open the health sheet is offered its paper. */
function HealthItem({ onClick }: { readonly onClick: () => void }) {
  const mine = useQuery(queries.health.mine.queryOptions());
  if (mine.data?.permitted !== true) return null;
  return <Menu.Item onClick={onClick}>{pupilsTexts.papers.health}</Menu.Item>;
}

/** The pupils of today, of the whole school or of one class; a row opens the card. */
export function PupilsScreen() {
  const { today, roles } = useSession();
  const year = useYearInput();
  const navigate = useNavigate();
  const [parts, setParts] = useAddressParts();
  const classId = Number(parts['class']) || undefined;
  const left = parts['left'] === '1';
  const classes = useQuery(queries.school.classes.queryOptions({ input: year }));
  const pupils = useQuery({
    ...queries.people.pupils.queryOptions({
      input: { ...year, ...(classId === undefined ? {} : { classId }), ...(left ? { left } : {}) },
    }),
    placeholderData: keepPreviousData,
  });
  // Who sees one class only has chosen it already.
  const only = new Set((pupils.data ?? []).map((row) => row.classId));
  const ofPaper = classId ?? (only.size === 1 && !left ? [...only][0] : undefined);
  if (pupils.isPending) return <Loading />;
  const choose = (
    <Group gap="sm" wrap="nowrap">
      <Switch
        label={pupilsTexts.left}
        checked={left}
        onChange={(event) => setParts({ left: event.currentTarget.checked ? '1' : undefined })}
      />
      {seesEveryCard({ roles }) && (
        <Select
          w="9rem"
          aria-label={pupilsTexts.class}
          placeholder={pupilsTexts.allClasses}
          clearable
          searchable
          data={(classes.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
          value={classId === undefined ? null : String(classId)}
          onChange={(chosen) => setParts({ class: chosen ?? undefined })}
        />
      )}
      <Papers classId={ofPaper} />
    </Group>
  );
  const mayImport = hasScreen('/import') && mayCall(roles, 'imports.previewPupils');
  const nobody = left ? (
    <EmptyState title={pupilsTexts.emptyLeft} />
  ) : classId === undefined ? (
    <EmptyState
      title={pupilsTexts.empty}
      text={pupilsTexts.emptyText}
      action={
        mayImport && (
          <Button component={Link} to="/import">
            {peopleTexts.toImport}
          </Button>
        )
      }
    />
  ) : (
    <EmptyState title={pupilsTexts.emptyClass} />
  );
  const hint = (left ? pupilsTexts.leftHint : pupilsTexts.hint)(formatDate(today));
  return (
    <Page title={pupilsTexts.title} hint={`${hint} ${pupilsTexts.opens}`} actions={choose}>
      <ErrorNotice error={pupils.error} onRetry={() => void pupils.refetch()} />
      {pupils.data && (
        <DataTable
          label={pupilsTexts.table}
          rows={pupils.data}
          columns={left ? leftColumns : columns}
          rowKey={(row) => row.id}
          onOpen={(row) => void navigate({ to: `/pupils/card/${row.id}` })}
          empty={nobody}
        />
      )}
    </Page>
  );
}
