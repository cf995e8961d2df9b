import { Badge, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { StaffRow } from '#contract/people';
import { compareNames, fullName } from '#domain/people/name';
import { queries } from '../../api/queries';
import { mayCall } from '../../api/procedure-meta';
import { useSession } from '../../api/session';
import { hasScreen } from '../../routes/screens';
import { peopleTexts } from '../../text/people';
import { confirm } from '../../ui/confirm';
import { DataTable, type Column } from '../../ui/data-table/data-table';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { JobPanel } from '../../ui/job-panel';
import { Loading } from '../../ui/loading';
import { Page } from '../../ui/page';
import { HealthAccessButton } from './health-access';
import { SlipsPanel } from './slips-panel';
import { StaffPanel } from './staff-panel';
import { accessState, type AccessState } from './staff-rules';
import { useOpenAll } from './use-open-all';

const words = peopleTexts.columns;
const COLORS: Readonly<Record<AccessState, string>> = {
  none: 'gray',
  temporary: 'yellow',
  open: 'green',
  blocked: 'red',
};

const columns: readonly Column<StaffRow>[] = [
  { key: 'name', title: words.name, value: fullName, compare: compareNames, width: '18rem' },
  { key: 'position', title: words.position, value: (row) => row.position },
  { key: 'homeroom', title: words.homeroom, value: (row) => row.homeroomOf, width: '5rem' },
  { key: 'login', title: words.login, value: (row) => row.account?.login ?? null, width: '8rem' },
  {
    key: 'roles',
    title: words.roles,
    width: '14rem',
    value: (row) => row.account?.roles.map((role) => peopleTexts.roles[role]).join(', ') ?? null,
  },
  {
    key: 'state',
    title: words.state,
    width: '10rem',
    value: (row) => peopleTexts.states[accessState(row)],
    render: (row) => (
      <Badge variant="light" color={COLORS[accessState(row)]} autoContrast>
        {peopleTexts.states[accessState(row)]}
      </Badge>
    ),
  },
];

/** Who works here, and who of them may open the journal as whom (U1). */
export function PeopleScreen() {
  const { roles } = useSession();
  const staff = useQuery(queries.people.staff.queryOptions());
  const [openId, setOpenId] = useState<number | null>(null);
  const bulk = useOpenAll();
  if (staff.isPending) return <Loading />;
  const rows = staff.data ?? [];
  const taken = rows.flatMap(({ account }) => (account ? [account.login] : []));
  const without = rows.filter(({ account }) => account === null);
  const mayChange = mayCall(roles, 'people.openAccount');
  const openAll = async () => {
    if (await confirm(peopleTexts.bulk.question(without.length))) await bulk.run(without, taken);
  };
  return (
    <Page
      title={peopleTexts.title}
      hint={mayChange ? peopleTexts.hint : undefined}
      actions={
        <>
          <HealthAccessButton />
          {mayChange && without.length > 0 && (
            <Button disabled={bulk.progress !== null} onClick={() => void openAll()}>
              {peopleTexts.bulk.button(without.length)}
            </Button>
          )}
        </>
      }
    >
      <ErrorNotice error={staff.error ?? bulk.error} onRetry={() => void staff.refetch()} />
      {bulk.progress && (
        <JobPanel
          title={peopleTexts.bulk.title}
          step={bulk.progress.name}
          done={bulk.progress.done}
          onCancel={bulk.stop}
        />
      )}
      <SlipsPanel />
      {!staff.error && (
        <DataTable
          label={peopleTexts.table}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          selected={openId}
          {...(mayChange && { onOpen: (row: StaffRow) => setOpenId(row.id) })}
          empty={
            <EmptyState
              title={peopleTexts.empty}
              text={peopleTexts.emptyText}
              action={
                hasScreen('/import') && (
                  <Button component={Link} to="/import">
                    {peopleTexts.toImport}
                  </Button>
                )
              }
            />
          }
        />
      )}
      <StaffPanel
        row={rows.find(({ id }) => id === openId) ?? null}
        taken={taken}
        onClose={() => setOpenId(null)}
      />
    </Page>
  );
}
