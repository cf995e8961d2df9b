import { Alert, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PeopleResult, StaffResult } from '#contract/import-people';
import type { StaffRow } from '#contract/people';
import type { PeopleKind } from '#domain/import/people/person-field';
import { queries } from '../../api/queries';
import { importTexts } from '../../text/imports';
import { peopleTexts } from '../../text/people';
import { ErrorNotice } from '../../ui/error-notice';
import { JobPanel } from '../../ui/job-panel';
import { SlipsPanel } from '../people/slips-panel';
import { likelyRoles } from '../people/staff-rules';
import { useOpenAll } from '../people/use-open-all';

const words = importTexts.people;

/** Opens accounts for those who came with the list, with the roles it gives them. */
function NewAccounts({ people }: { readonly people: StaffResult['people'] }) {
  const staff = useQuery(queries.people.staff.queryOptions());
  const bulk = useOpenAll();
  const roles = new Map(people.map((one) => [one.staffId, one.roles]));
  const rows = staff.data ?? [];
  const without = rows.filter(({ id, account }) => roles.has(id) && account === null);
  const taken = rows.flatMap(({ account }) => (account ? [account.login] : []));
  const rolesOf = (row: StaffRow) => {
    const own = roles.get(row.id) ?? [];
    return own.length > 0 ? own : likelyRoles(row);
  };
  return (
    <>
      <ErrorNotice error={staff.error ?? bulk.error} />
      {bulk.progress && (
        <JobPanel
          title={peopleTexts.bulk.title}
          step={bulk.progress.name}
          done={bulk.progress.done}
          onCancel={bulk.stop}
        />
      )}
      <SlipsPanel />
      {without.length > 0 && bulk.progress === null && (
        <div>
          <Button variant="default" onClick={() => void bulk.run(without, taken, rolesOf)}>
            {words.openAccounts(without.length)}
          </Button>
          <Text size="xs" c="dimmed">
            {words.openHint}
          </Text>
        </div>
      )}
    </>
  );
}

/** What became of a list, and where to go on. */
export function PeopleDone(props: {
  readonly kind: PeopleKind;
  readonly result: PeopleResult | StaffResult;
  readonly onAgain: () => void;
}) {
  const { kind, result } = props;
  return (
    <>
      <Alert color="green" title={importTexts.steps.done} role="status">
        {words.result(result)}
      </Alert>
      {'people' in result && <NewAccounts people={result.people} />}
      <Group>
        <Button component={Link} to={kind === 'staff' ? '/people' : '/pupils'}>
          {kind === 'staff' ? words.toStaff : words.toPupils}
        </Button>
        <Button variant="default" onClick={props.onAgain}>
          {importTexts.again}
        </Button>
      </Group>
    </>
  );
}
